#include "store/people_file.hpp"

#include "base/text.hpp"
#include "compat/catch.hpp"
#include "support/encoded.hpp"

#include <rapidcheck.h>

#include <map>

using namespace ronde;
using namespace ronde::store;
using namespace std::string_literals;
using enum ColumnMeaning;
using Meanings = std::vector<ColumnMeaning>;
using Names = std::vector<std::string>;

namespace {

PeopleFile open(std::string_view bytes, const OpeningChoices& choices = {}) {
    auto file = open_people_file(bytes, choices);
    REQUIRE(file.has_value());
    return *file;
}

PeopleRead read(std::string_view bytes) {
    const auto file = open(bytes);
    return read_people(file, meanings_of(file));
}

Names names(const PeopleRead& read) {
    Names out;
    for (const auto& person : read.people) out.push_back(person.full_name);
    return out;
}

} // namespace

TEST_CASE("people file: a list from LibreOffice says what was understood") {
    const auto file =
        open("Prénom,Nom,Structure,Type de structure,Ville,Courriel,Téléphone,Rôle,Fonction,Remarques\n"
             "Zoé,Durand,Le Lieu,tiers-lieu,Céret,zoe@exemple.fr,04 68 00 00 00,hôte,Présidente,végane\n");
    CHECK(file.encoding == base::Encoding::utf8);
    CHECK(file.separator == Separator::comma);
    CHECK(file.shape == ListShape::people);
    CHECK(file.header_lines == 1);
    CHECK(file.columns.at(3) == PeopleColumn{"Type de structure", kind});
    CHECK(meanings_of(file) ==
          Meanings{first_name, last_name, organisation, kind, place, email, phone, role, ignored, note});
    const auto read = read_people(file, meanings_of(file));
    CHECK(read.people == std::vector<ListedPerson>{{.line = 2,
                                                    .full_name = "Zoé Durand",
                                                    .first_name = "Zoé",
                                                    .last_name = "Durand",
                                                    .organisation = "Le Lieu",
                                                    .kind = cafe::OrganisationKind::third_place,
                                                    .place = "Céret",
                                                    .email = "zoe@exemple.fr",
                                                    .phone = "04 68 00 00 00",
                                                    .roles = {cafe::Role::host},
                                                    .note = "végane"}});
    CHECK(read.left_out.empty());
    CHECK(read.remarks.empty());
}

TEST_CASE("people file: French Excel's lists are read in all its encodings") {
    const std::string list = "Nom;Structure\r\nZoé Dœuff;L’Entre-deux\r\n";
    for (const auto& bytes : {test::windows_1252(list), "\xEF\xBB\xBF" + list, "\xFF\xFE" + test::utf16_le(list)}) {
        const auto found = read(bytes);
        REQUIRE(found.people.size() == 1);
        CHECK(found.people[0].full_name == "Zoé Dœuff");
        CHECK(found.people[0].organisation == "L’Entre-deux");
    }
}

TEST_CASE("people file: Eventbrite's export is understood") {
    const auto file = open("Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,Attendee #,Company\n"
                           "12345,2023-05-02,Ann,Lee,ann@example.org,1,General Admission,98765,\"Lee, Sons\"\n");
    CHECK(meanings_of(file) ==
          Meanings{ignored, ignored, first_name, last_name, email, ignored, ignored, ignored, organisation});
    const auto found = read_people(file, meanings_of(file));
    CHECK(names(found) == Names{"Ann Lee"});
    CHECK(found.people[0].organisation == "Lee, Sons");
}

TEST_CASE("people file: in HelloAsso's export the participants' columns win over the buyer's") {
    const auto file = open("Référence commande;Nom acheteur;Prénom acheteur;E-mail acheteur;Nom participant;"
                           "Prénom participant;Champ complémentaire : Nom de votre structure\n"
                           "1;Payeur;Paul;paul@exemple.fr;Durand;Zoé;Le Lieu\n"
                           "1;Payeur;Paul;paul@exemple.fr;Martin;Léa;Le Lieu\n");
    CHECK(meanings_of(file) == Meanings{ignored, ignored, ignored, email, last_name, first_name, organisation});
    const auto found = read_people(file, meanings_of(file));
    CHECK(names(found) == Names{"Zoé Durand", "Léa Martin"});
    for (const auto& person : found.people) CHECK(person.email.empty()); // Paul's, and he does not come
    CHECK(found.remarks.empty());
}

TEST_CASE("people file: who pays and comes keeps their address; a participant's structure wins over the invoice's") {
    const auto file = open("Nom participant;Prénom participant;Nom payeur;Prénom payeur;Email payeur;Raison sociale;"
                           "Champ additionnel: Structure représentée\n"
                           "DURAND;Zoé;Durand;Zoé;zoe@exemple.fr;La Mairie;Le Lieu\n"
                           "Martin;Léa;Durand;Zoé;zoe@exemple.fr;La Mairie;\n");
    CHECK(meanings_of(file) == Meanings{last_name, first_name, ignored, ignored, email, ignored, organisation});
    const auto found = read_people(file, meanings_of(file));
    REQUIRE(names(found) == Names{"Zoé DURAND", "Léa Martin"});
    CHECK(found.people[0].email == "zoe@exemple.fr");
    CHECK(found.people[0].organisation == "Le Lieu");
    CHECK(found.people[1].email.empty());
    CHECK(found.people[1].organisation.empty());
    CHECK(meanings_of(open("Nom;Raison sociale\nZoé;La Mairie\n")) == Meanings{full_name, organisation});
    CHECK(names(read_people(file, Meanings{note, note, note, note, full_name})) == Names{"zoe"}); // if so wished
    CHECK(open("Zoé;Structure jeunesse\nLéa;Structure sociale\n").header_lines == 0);             // names of structures
}

TEST_CASE("people file: of two lines of headings the last one counts, and one among the people is named") {
    const auto names_below = [](const std::string& above) {
        const auto file = open(above + "Zoé;Le Lieu;z@b.fr\nNom;Structure;Mail\nLéa;Ici;l@b.fr\n");
        CHECK(file.header_lines == 2);
        CHECK(meanings_of(file) == Meanings{full_name, organisation, email});
        const auto found = read_people(file, meanings_of(file));
        REQUIRE(found.left_out.size() == 1);
        CHECK(found.left_out[0] == LeftOutLine{4, WhyLeftOut::headings, "Nom;Structure;Mail"});
        return names(found);
    };
    CHECK(names_below("Participant;Organisation;Contact\nNom;Structure;Courriel\n") == Names{"Zoé", "Léa"});
    CHECK(names_below("Personne;;Contact;\nNom;Structure;Courriel\n") == Names{"Zoé", "Léa"});
    CHECK(names_below("Identité;Coordonnées\nNom;Structure;Courriel\n") == Names{"Zoé", "Léa"});
    CHECK(names(read("Nom;Structure;Type\nPersonne 1;Structure 1;tiers-lieu\n")) == Names{"Personne 1"});
}

TEST_CASE("people file: an organisation without a person is one, and the guard against formulas goes") {
    const auto found = read("Nom;Structure;Ville;Courriel;Téléphone\n"
                            ";La Gare;Thuès;gare@exemple.fr, a@b.fr;\n"
                            "'=cmd();'+33;;@;'+33468000000\n"
                            "d'Artagnan;'s Lieu;;;\n");
    REQUIRE(found.organisations.size() == 1);
    CHECK(found.organisations[0].organisation == "La Gare");
    CHECK(found.organisations[0].email == "gare@exemple.fr");
    CHECK(names(found) == Names{"=cmd()", "d'Artagnan"});
    CHECK(found.people[0].organisation == "+33");
    CHECK(found.people[0].phone == "+33468000000");
    CHECK(found.people[1].organisation == "'s Lieu");
    CHECK(found.left_out.empty());
    CHECK(found.remarks == std::vector<RemarkedLine>{{2, Remark::more_contacts, "a@b.fr", 0},
                                                     {2, Remark::nobody_named, "La Gare", 0},
                                                     {3, Remark::not_an_email, "@", 0}});
}

TEST_CASE("people file: whose registration was cancelled is marked and named, unless another line registers them") {
    const auto found = read("Nom;Courriel;Statut de la commande\n"
                            "Zoé Durand;zoe@exemple.fr;Validé\n"
                            "Léa Martin;lea@exemple.fr;Annulé\n"
                            "Paul Petit;paul@exemple.fr;Annulé\n"
                            "Paul Petit;paul@exemple.fr;Validé\n");
    CHECK(names(found) == Names{"Zoé Durand", "Léa Martin", "Paul Petit"});
    CHECK_FALSE(found.people[0].cancelled);
    CHECK(found.people[1].cancelled);
    CHECK_FALSE(found.people[2].cancelled);
    REQUIRE(found.remarks.size() == 3);
    CHECK(found.remarks[0] == RemarkedLine{3, Remark::cancelled, "Léa Martin, Annulé"});
    CHECK(found.remarks[1] == RemarkedLine{4, Remark::cancelled, "Paul Petit, Annulé"});
}

TEST_CASE("people file: a bare heading of a type is what its cells say, and in doubt when they do not") {
    const auto kinds = open("Nom;Structure;Type\nZoé;Le Lieu;Tiers-lieu\nLéa;La Banque;Financeur\n");
    CHECK(meanings_of(kinds) == Meanings{full_name, organisation, kind});
    CHECK_FALSE(kinds.columns[2].in_doubt);
    const auto roles = open("Nom;Structure;Type\nZoé;Le Lieu;Animatrice\nLéa;La Banque;Participante\n");
    CHECK(meanings_of(roles) == Meanings{full_name, organisation, role});
    const auto tickets = open("Nom;Structure;Type\nZoé;Le Lieu;Plein tarif\nLéa;La Banque;Gratuit\n");
    CHECK(meanings_of(tickets) == Meanings{full_name, organisation, ignored});
    CHECK(tickets.columns[2].in_doubt);
    const auto both = open("Nom;Type de structure;Type\nZoé;Tiers-lieu;Tiers-lieu\n"); // one column for a meaning
    CHECK(meanings_of(both) == Meanings{full_name, kind, ignored});
}

TEST_CASE("people file: lists of an old Mac and in UTF-32 keep their accents") {
    const std::string list = "Nom;Structure\r\nZoé Lefèvre;L’Entre-deux\r\n";
    for (const auto& [bytes, encoding] :
         {std::pair{test::mac_roman(list), base::Encoding::mac_roman},
          std::pair{"\xFF\xFE\0\0"s + test::utf32_le(list), base::Encoding::utf32_le}}) {
        CHECK(open(bytes).encoding == encoding);
        CHECK(names(read(bytes)) == Names{"Zoé Lefèvre"});
    }
}

TEST_CASE("people file: a participant's address wins over the buyer's, and a buyer counts where nobody else is named") {
    CHECK(meanings_of(open("Email payeur;Email participant;Nom participant\na@b.fr;c@d.fr;Zoé\n")) ==
          Meanings{ignored, email, full_name});
    CHECK(meanings_of(open("Nom payeur;Prénom payeur;Email payeur\nDurand;Zoé;a@b.fr\n")) ==
          Meanings{last_name, first_name, email});
}

TEST_CASE("people file: a participant's first name never gets the buyer's last name") {
    CHECK(meanings_of(open("Nom acheteur;Prénom participant\nDurand;Zoé\n")) == Meanings{ignored, first_name});
}

TEST_CASE("people file: a date poll gives those who can come, and names those who said no to every date") {
    const auto file = open("\xEF\xBB\xBF,\"mardi 13 juin 2023\",\"mardi 13 juin 2023\",\"jeudi 15 juin 2023\",\r\n"
                           ",\"9h\",\"14h\",\"9h\",\r\n"
                           "\"Zoé Durand\",\"Oui\",\"Non\",\"Non\",\r\n"
                           "\"Léa Martin\",\"Non\",\"Non\",\"Non\",\r\n"
                           "\"Paul Petit\",\"Non\",\"Si nécessaire\",\"Non\",\r\n"
                           "\"Noé Roux\",\"Inconnu\",\"Non\",\"Non\",\r\n");
    CHECK(file.shape == ListShape::date_poll);
    CHECK(file.header_lines == 2);
    CHECK(meanings_of(file) == Meanings{full_name, answer, answer, answer});
    CHECK(file.columns[2].header == "mardi 13 juin 2023 14h");
    const auto found = read_people(file, meanings_of(file));
    CHECK(names(found) == Names{"Zoé Durand", "Paul Petit", "Noé Roux"});
    CHECK(found.left_out == std::vector<LeftOutLine>{{4, WhyLeftOut::said_no, "Léa Martin"}});
}

TEST_CASE("people file: a poll without hours has one line of headings") {
    const auto file = open(",Lundi,Mardi,\nZoé,Oui,Non,\nLéa,Non,Non,\n");
    CHECK(file.shape == ListShape::date_poll);
    CHECK(file.header_lines == 1);
    CHECK(names(read_people(file, meanings_of(file))) == Names{"Zoé"});
}

TEST_CASE("people file: a name alone is whole, beside a first name it is the family's") {
    CHECK(meanings_of(open("Nom;Ville\nZoé Durand;Céret\n")) == Meanings{full_name, place});
    CHECK(meanings_of(open("Nom;Prénom\nDurand;Zoé\n")) == Meanings{last_name, first_name});
    CHECK(meanings_of(open("Name,First Name,Last Name\nZoé D,Zoé,D\n")) == Meanings{full_name, first_name, last_name});
}

TEST_CASE("people file: a title above the headings is passed over") {
    const auto file = open("Participants au café;;\n;;\nPrénom;Nom;Structure\nZoé;Durand;Le Lieu\n");
    CHECK(file.header_lines == 3);
    CHECK(names(read_people(file, meanings_of(file))) == Names{"Zoé Durand"});
}

TEST_CASE("people file: without headings nobody is taken for one, and content tells the columns") {
    const auto file = open("Zoé Durand;Le Lieu partagé;zoe@exemple.fr;04 68 00 00 00;tiers-lieu\n"
                           "Léa Martin;Ici et là;lea@exemple.fr;;support\n");
    CHECK(file.header_lines == 0);
    CHECK(meanings_of(file) == Meanings{full_name, organisation, email, phone, kind});
    CHECK(names(read_people(file, meanings_of(file))) == Names{"Zoé Durand", "Léa Martin"});
    CHECK(meanings_of(open("DURAND;Zoé;a@b.fr\nMARTIN;Léa;c@d.fr\n")) == Meanings{last_name, first_name, email});
    CHECK(names(read("Zoé Durand\nLéa Martin\n")) == Names{"Zoé Durand", "Léa Martin"});
}

TEST_CASE("people file: an ordinary word of its column is no heading") {
    const auto file = open("Zoé Durand;Participant\nLéa Martin;Participant\nPaul Petit;hôte\n");
    CHECK(file.header_lines == 0);
    CHECK(names(read_people(file, meanings_of(file))).size() == 3);
}

TEST_CASE("people file: names and addresses are found under headings that nobody knows") {
    CHECK(meanings_of(open("Qui vient ?;Structure;Où écrire\nZoé Durand;Le Lieu;z@b.fr\nLéa Martin;Ici;l@b.fr\n")) ==
          Meanings{full_name, organisation, email});
}

TEST_CASE("people file: the person may say otherwise") {
    const auto file = open("Zoé;Durand\nLéa;Martin\n", {.separator = Separator::semicolon, .header_lines = 1});
    CHECK(file.header_lines == 1);
    CHECK(file.columns[0].header == "Zoé");
    CHECK(names(read_people(file, Meanings{ignored, full_name})) == Names{"Martin"});
    CHECK(open("a;b\n", {.header_lines = 9}).rows.empty());
}

TEST_CASE("people file: lines that are not taken say why, and the others are taken") {
    const auto found =
        read("Nom;Structure;Email\n"
             "Zoé Durand;Le Lieu;\n"
             ";;pas@de.nom\n"
             ";;\n"
             "Léa \"Martin;Ici;\n"
             "\"Paul Petit;Là;\n" +
             std::string(201, 'x') + ";Long;\n" + "Nom;Structure;Email\n" + "Noé Roux;Bas;pas d'adresse\n");
    CHECK(names(found) == Names{"Zoé Durand", "Léa \"Martin", "Noé Roux"});
    REQUIRE(found.left_out.size() == 4);
    CHECK(found.left_out[0] == LeftOutLine{3, WhyLeftOut::no_name, ";;pas@de.nom"});
    CHECK(found.left_out[1] == LeftOutLine{6, WhyLeftOut::open_quote, "\"Paul Petit;Là;"});
    CHECK(found.left_out[2].line == 7);
    CHECK(found.left_out[2].why == WhyLeftOut::name_too_long);
    CHECK(found.left_out[3] == LeftOutLine{8, WhyLeftOut::headings, "Nom;Structure;Email"});
    CHECK(found.remarks == std::vector<RemarkedLine>{{9, Remark::not_an_email, "pas d'adresse", 0}});
}

TEST_CASE("people file: what is odd in a line that is taken is remarked") {
    const auto found = read("Nom;Type de structure;Rôle\n"
                            "Zoé;mairie;hôte, mage\n"
                            "Léa;autre;participante;de trop\n" +
                            test::windows_1252("Noé;autre;\n") + "Éva;autre;\n");
    CHECK(names(found) == Names{"Zoé", "Léa", "Noé", "Éva"});
    CHECK_FALSE(found.people[0].kind.has_value());
    CHECK(found.people[0].roles == std::vector{cafe::Role::host});
    CHECK(found.people[1].roles.empty());
    CHECK(found.remarks == std::vector<RemarkedLine>{{2, Remark::unknown_kind, "mairie", 0},
                                                     {2, Remark::unknown_role, "mage", 0},
                                                     {3, Remark::extra_cells, "de trop", 0},
                                                     {4, Remark::foreign_encoding, "Noé", 0}});
}

TEST_CASE("people file: a person who is listed twice is merged, and said once") {
    const auto found = read("Nom;Structure;Email;Ville;Remarques\n"
                            "Zoé Durand;Le Lieu;;;a\n"
                            "ZOE DURAND;le lieu;z@b.fr;Céret;b\n"
                            "Z. Durand;;Z@b.fr;;\n"
                            "Zoé Durand;Ailleurs;;;\n");
    REQUIRE(names(found) == Names{"Zoé Durand", "Zoé Durand"});
    CHECK(found.people[0].email == "z@b.fr");
    CHECK(found.people[0].place == "Céret");
    CHECK(found.people[0].note == "a\nb");
    CHECK(found.people[1].organisation == "Ailleurs");
    CHECK(found.remarks ==
          std::vector<RemarkedLine>{{3, Remark::merged, "ZOE DURAND", 2}, {4, Remark::merged, "Z. Durand", 2}});
}

TEST_CASE("people file: of a merged person the fuller name stays") {
    const auto found = read("Nom;Email\nZ. Durand;z@b.fr\nDurand Zoé;z@b.fr\n");
    CHECK(names(found) == Names{"Durand Zoé"});
}

TEST_CASE("people file: whatever mix of good and bad lines, no good line is lost and every line is accounted for") {
    CHECK(rc::check([] {
        // No quote alone on its line: it would rightly close one that a line before had left open, good lines within.
        static const Names bad = {"\"jamais fermé;Le Lieu;x@y.fr",
                                  "Paul;\"Le Lieu;x",
                                  ";Sans nom;",
                                  ";;",
                                  "",
                                  "  ",
                                  "a;b;c;d;e;f",
                                  "x\"y;\"z\"w;",
                                  "\x82\x83;\xE9t\xE9;",
                                  "Nom;Structure;Email",
                                  "\"\";\"\";\"\"",
                                  "=1+1;+;-",
                                  std::string(300, 'n')};
        static const Names ends = {"\n", "\r\n"};
        const auto end = *rc::gen::elementOf(ends);
        const auto kinds = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 4));
        std::string bytes = "Nom;Structure;Email" + end;
        std::map<int, std::string> good; // line → name
        int line = 1;
        for (const int which : kinds) {
            ++line;
            const std::string name = "Personne n° " + std::to_string(line);
            if (which == 0) {
                bytes += *rc::gen::elementOf(bad) + end;
                continue;
            }
            good.emplace(line, name);
            if (which == 1) bytes += name + ";Le Lieu;p" + std::to_string(line) + "@exemple.fr" + end;
            if (which == 2) bytes += "\"" + name + "\";\"Le \"\"Lieu\"\"\";\"\"" + end;
            if (which == 3) {
                bytes += name + ";\"Le Lieu" + end + "deuxième étage\";" + end;
                ++line;
            }
        }
        const auto file = open_people_file(bytes);
        RC_ASSERT(file.has_value());
        RC_ASSERT(file->separator == Separator::semicolon);
        const auto found = read_people(*file, Meanings{full_name, organisation, email});
        std::map<int, std::string> taken;
        for (const auto& person : found.people) taken.emplace(person.line, person.full_name);
        for (const auto& [at, name] : good) {
            RC_ASSERT(taken.contains(at));
            RC_ASSERT(taken.at(at) == name);
        }
        std::size_t accounted = found.people.size() + found.organisations.size() + found.left_out.size();
        for (const auto& remark : found.remarks) accounted += remark.remark == Remark::merged ? 1U : 0U;
        std::size_t filled = 0;
        for (const auto& row : file->rows)
            for (const auto& cell : row.cells)
                if (!base::trimmed(cell).empty()) {
                    ++filled;
                    break;
                }
        RC_ASSERT(accounted == filled);
    }));
}

TEST_CASE("people file: a list that was written is read again as it is") {
    CHECK(rc::check([] {
        static const Names texts = {"Zoé", "Durand; fils", "dit \"Bob\"", "une\r\ndeux", "Le Lieu, Céret", "Œuvre"};
        const auto count = *rc::gen::inRange(1, 20);
        std::vector<Names> table = {{"Nom complet", "Structure", "Remarques"}};
        for (int i = 0; i < count; ++i)
            table.push_back({*rc::gen::elementOf(texts) + " " + std::to_string(i), *rc::gen::elementOf(texts),
                             *rc::gen::elementOf(texts)});
        const auto found = read(write_csv(table, *rc::gen::element(Separator::semicolon, Separator::comma)));
        RC_ASSERT(found.people.size() == table.size() - 1);
        RC_ASSERT(found.left_out.empty());
        for (std::size_t i = 0; i < found.people.size(); ++i) RC_ASSERT(found.people[i].note == table[i + 1][2]);
    }));
}

TEST_CASE("people file: what is no list is refused") {
    CHECK(open_people_file("").error().trouble == CsvTrouble::empty);
    CHECK(open_people_file("PK\x03\x04"s).error().trouble == CsvTrouble::spreadsheet);
    CHECK(read(";;\n;;\n").people.empty());
}

TEST_CASE("people file: a hundred thousand people are all read") {
    std::string bytes = "Prénom;Nom;Structure;Email\r\n";
    constexpr int count = 100'000;
    for (int i = 0; i < count; ++i) {
        const std::string number = std::to_string(i);
        bytes += "Zoé;Durand" + number + ";Le Lieu " + std::to_string(i % 997) + ";z" + number + "@exemple.fr\r\n";
    }
    CHECK(read(bytes).people.size() == count);
}

// The French lexicon. Own lists; the families gather what people in a café mean by one thing.
#include "words/lexicon.hpp"

namespace ronde::words {

namespace {

/// What holds a sentence together. "été" is not among them: it is a season more often than a participle.
constexpr std::string_view stop_words =
    // articles, pronouns, determiners
    "le la les un une des du de au aux ce cet cette ces ca cela ceci celui celle ceux celles ci voici voila "
    "je tu il elle on nous vous ils elles me moi te toi se soi lui leur leurs eux y en "
    "mon ma mes ton ta tes son sa ses notre nos votre vos mien tien sien notres votres "
    "qui que quoi dont ou lequel laquelle lesquels lesquelles auquel duquel quel quelle quels quelles "
    "quelque quelques quelqu'un quelqu'une quelconque chacun chacune chaque plusieurs certain certains certaine "
    "certaines aucun aucune nul nulle tout toute tous toutes autre autres autrui meme memes tel telle tels telles "
    "rien personne quiconque divers diverses different differents differente differentes "
    // prepositions, conjunctions
    "a dans par pour sur sous avec sans entre vers chez depuis pendant durant avant apres devant derriere contre "
    "malgre selon jusque jusqu jusqu'a des hors parmi lors lorsque puisque quoique afin pres loin autour "
    "travers grace face cause cote niveau cadre biais et mais donc or ni car si comme quand comment pourquoi "
    "combien parce puis ensuite alors ainsi aussi soit sinon tandis via outre "
    // adverbs
    "ne pas plus moins peu beaucoup trop tres assez tant tellement bien mal mieux pire encore deja toujours jamais "
    "souvent parfois rarement ici ailleurs partout dehors dessus dessous enfin surtout seulement vraiment simplement "
    "notamment plutot presque environ oui non aujourd'hui hier demain maintenant bientot tard tot "
    "ensemble voire abord etc ex quasi "
    // to be, to have, and the verbs of wanting, being able and doing
    "suis es est sommes etes sont etais etait etions etaient sera seront serait seraient serai serons fut furent "
    "soient soyons soyez etant etre ai as avons avez ont avais avait avions avaient aura auront aurait auraient "
    "aurai aurons ait aient ayant eu eue avoir "
    "peux peut pouvons pouvez peuvent pourra pourrait pourraient pouvoir pu puisse "
    "dois doit devons devez doivent devra devrait devraient devoir "
    "veux veut voulons voulez veulent voudrait voudrions vouloir voulu "
    "vais va allons allez vont ira irait aller alle aille "
    "fais fait faisons faites font fera ferait feraient faire faisant faits faite "
    "faut faudra faudrait falloir fallu "
    "mets met mettons mettez mettent mettre mis mise mises mettant "
    "tient tenir tiennent donne donner donnons donnent donnant "
    "reste rester restent vient venir viennent voir vois voit voyons vu dit dire disent "
    "passe passer passent permet permettre permettent permettrait rend rendre rendent rendu "
    "devient devenir deviennent http https www";

/// What half of all notes say whatever they are about.
constexpr std::string_view scenery =
    // where and among whom a café plays
    "lieu lieux tiers espace projet village bourg ville quartier centre place rue territoire secteur coin endroit gens "
    "monde "
    // the verbs that open a note, and what they do in it
    "créer création proposer proposition organiser organisation développer développement améliorer amélioration "
    "favoriser renforcer augmenter commencer continuer lancer relancer essayer tester penser réfléchir chercher "
    "recherche trouver prendre prenons garder laisser utiliser savoir sait arrêter choisir accepter refuser inviter montrer "
    "fixer écrire parler afficher demander aider aide changer oser rêver imaginer manquer partager "
    // the nouns that stand for any other
    "besoin idée question exemple action chose façon manière moyen truc sorte type genre point aspect sujet "
    "possible possibilité nécessaire important essentiel usage fois cas part partie "
    // adjectives and numbers
    "nouveau nouvelle grand petit petite vieux vieille ancien ancienne bon bonne vrai simple seul seule premier "
    "première dernier dernière prochain prochaine long longue zéro deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente cent "
    "mille demi "
    // times
    "an année mois semaine jour journée heure min minute temps moment fin début matin midi soir soirée nuit weekend "
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre "
    "octobre novembre décembre printemps été automne hiver saison trimestre km";

/// A family a line: the first word stands for all, and every inflection of each comes along, unless `=` says that only
/// this very form does ("comptable" has the stem of "compter").
constexpr std::string_view families[] = {
    // plurals and shapes that the stemmer keeps apart
    "lieu lieux",
    "enjeu enjeux",
    "jeu jeux jouer joueur",
    "vœu vœux",
    "travail travaux travailler travailleur",
    "public publique publiques",
    "réseau réseaux",
    "culture culturel culturelle culturels",
    "bénévole bénévolat volontaire",
    "ouverture ouvrir ouvert ouverte ouvre ouvrons",
    "accueil accueillir accueille accueillant",
    "droit droits juridique",
    "région régional régionale",
    "département départemental départementale",
    "école scolaire écolier",
    "lycée lycéen lycéenne",
    "musique musical musicale musicien",
    "art artiste artistique artistes",
    "fête festif festive festivité",
    "soin soigner soignant",
    "lien liens relier",
    "mixité mixte",
    // what is said shortly
    "association asso assos associatif associative",
    "compta comptabilité= comptable= comptables=",
    "communication communiquer com",
    "information informer info infos",
    "restaurant resto restos restauration",
    "ordinateur ordi ordis",
    "intercommunalité interco intercos agglo agglomération",
    "coordination coordonner coordo coordinateur",
    "administration admin administratif administrative",
    // what is one thing in this field
    "prix tarif tarifs tarifaire tarification",
    "commune mairie maire= maires= municipalité= municipalités=",
    "subvention subventionner",
    "financement financer financeur financier financière",
    "local locaux",
    "jardin jardinage jardiner potager",
    "cuisine cuisiner cuisinier",
    "repas manger",
    "voisin voisine voisins voisinage",
    "jeune jeunes jeunesse ado ados adolescent",
    "gouvernance gouverner",
    "décision décider décisionnel",
    "habitant habitante habitants",
    "salarié salariée salariat",
    "formation former formateur",
    "vélo vélos cyclable cycliste bicyclette",
    "navette minibus",
    "commerce commerçant commercial",
    "logement loger logements",
    "santé médecin médical",
    "entreprise entreprises entrepreneur",
    "numérique informatique",
    "réunion réunir",
    "rencontre rencontrer",
    "échange échanger",
    "énergie énergétique",
    "climat climatique",
};

/// "Mutualisons", "partageons nos tarifs": how half of all proposals begin, and Snowball's French leaves it alone. As
/// "maisons" and "bourgeons" end alike, only endings that are verbs' alone are certain.
Infinitive infinitive(std::string_view word) {
    constexpr std::string_view ending = "ons";
    if (!word.ends_with(ending)) return {};
    const bool certain = (word.ends_with("isons") && !word.ends_with("aisons") && word.size() >= 9) ||
                         word.ends_with("ageons") || word.ends_with("angeons");
    word.remove_suffix(ending.size());
    std::string root(word);
    if (word.ends_with("ge") && !certain) return {}; // bourgeons
    if (word.ends_with("ge"))
        root.pop_back();
    else if (word.ends_with("ç"))
        root.replace(root.size() - std::string_view("ç").size(), std::string::npos, "c");
    return {root + "er", certain};
}

} // namespace

const Lexicon& french_lexicon() {
    static const Lexicon lexicon{
        .stemmer = "french",
        .stop_words = stop_words,
        .scenery = scenery,
        .elisions = "l d j m t s n c qu jusqu lorsqu puisqu quoiqu",
        .endings = "",
        .families = families,
        .kept = "marché compta",
        .nouns = "commune",
        .infinitive = infinitive,
    };
    return lexicon;
}

} // namespace ronde::words

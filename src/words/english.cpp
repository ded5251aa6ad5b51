// The English lexicon. Own lists; the families gather what people in a café mean by one thing.
#include "words/lexicon.hpp"

namespace ronde::words {

namespace {

/// What holds a sentence together.
constexpr std::string_view stop_words =
    // articles, pronouns, determiners
    "the a an this that these those it its i me my mine we us our ours you your yours he him his she her hers they "
    "them their theirs who whom whose which what someone somebody something anyone anybody anything "
    "everyone everybody everything nobody nothing none each every any some all both either neither other others "
    "another such same own self many much more most few less least several various different "
    // prepositions, conjunctions
    "of in on at by for from to with without within into onto over under between among through during before after "
    "since until till against about above below near up down out off around along across behind beyond than as per "
    "via and or but nor so if because while although though whether when where why how then else instead "
    // adverbs
    "not no yes never always often sometimes rarely already still yet again once twice just only also too very quite "
    "rather really simply maybe perhaps here there everywhere today tomorrow yesterday now later soon together well "
    "better best enough even ever etc eg ie "
    // to be, to have, to do, and the verbs of wanting and being able; what is left of contractions
    "am is are was were be been being have has had having do does did doing done can could may might must shall "
    "should will would want wants wanted go goes going went gone get gets getting got let lets make "
    "makes making made take takes taking took put puts give gives giving keep keeps keeping come comes coming see "
    "say says said become don doesn didn isn aren wasn weren haven hasn hadn couldn wouldn shouldn won ain ll ve re "
    "http https www";

/// What half of all notes say whatever they are about.
constexpr std::string_view scenery =
    // where and among whom a café plays
    "place space venue site project village town city quarter district centre center square street area territory "
    "people person "
    // the verbs that open a note, and what they do in it
    "create creating propose organise organize develop improve support promote strengthen increase encourage start "
    "begin continue launch stop think find know use try need ask look invite choose accept refuse show write talk "
    "help change imagine dream lack "
    // the nouns that stand for any other
    "idea question example action thing way kind sort type point aspect topic possible necessary important essential "
    "case part "
    // adjectives and numbers
    "new old big small good great real simple single first last next long short one ones zero two three four five six "
    "seven eight nine ten eleven twelve twenty hundred thousand half "
    // times
    "time day week weekend month year hour minute moment end beginning morning noon afternoon evening night monday "
    "tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december spring summer autumn winter season term";

constexpr std::string_view families[] = {
    "price pricing fee tariff",
    "council municipality municipal mayor",
    "volunteer voluntary volunteering",
    "accounting accountant accounts bookkeeping",
    "grant subsidy",
    "funding funder fund fundraising",
    "garden gardening gardener allotment",
    "kitchen cook cooking",
    "neighbour neighbor neighbourhood neighborhood",
    "youth young teenager teen",
    "decision decide",
    "training train trainer",
    "bike bicycle cycling cyclist",
    "school pupil",
    "music musical musician",
    "art artist artistic",
    "culture cultural",
    "business enterprise entrepreneur",
    "organisation organization",
    "communication communicate",
    "information inform info",
    "share sharing shared",
    "meal eat",
    "worker employee staff",
    "open opening",
    "trade shop shopkeeper",
    "health doctor medical",
    "network networking",
};

} // namespace

const Lexicon& english_lexicon() {
    static const Lexicon lexicon{
        .stemmer = "english",
        .stop_words = stop_words,
        .scenery = scenery,
        .elisions = "",
        .endings = "s t re ve ll d m",
        .families = families,
        .kept = "",
        .nouns = "",
        .infinitive = nullptr,
    };
    return lexicon;
}

} // namespace ronde::words

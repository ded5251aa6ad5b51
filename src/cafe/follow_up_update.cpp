#include "base/text.hpp"
#include "cafe/apply.hpp"

#include <charconv>
#include <chrono>
#include <map>

namespace ronde::cafe {
namespace {

using std::chrono::seconds;

constexpr std::size_t most_commitments = 2000;
constexpr std::size_t most_introductions = 20000;
constexpr int most_introductions_each = 2;

/// A day of the calendar as YYYY-MM-DD.
bool is_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    const auto read = [&](std::size_t at, std::size_t size, auto& number) {
        const char* begin = text.data() + at;
        const auto [end, error] = std::from_chars(begin, begin + size, number);
        return error == std::errc{} && end == begin + size;
    };
    return read(0, 4, year) && read(5, 2, month) && read(8, 2, day) &&
           std::chrono::year_month_day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}}.ok();
}

} // namespace

Verdict apply(Applying& applying, const PutCommitment& deed) {
    const Session& session = applying.session;
    Commitment commitment = deed.commitment;
    if (commitment.id.empty()) return rejected(Reason::unknown_id, "the commitment has no id");
    if (base::trimmed(commitment.what).empty() || !good_text(commitment.what, longest_paragraph))
        return rejected(Reason::bad_text, "what is committed to");
    for (const std::string& text : {commitment.who, commitment.with_whom})
        if (!good_text(text, longest_line)) return rejected(Reason::bad_text, "who commits");
    if (!commitment.by_when.empty() && !is_day(commitment.by_when))
        return rejected(Reason::bad_value, commitment.by_when + " is no day written YYYY-MM-DD");
    if (!commitment.from.empty() && find(session, commitment.from) == nullptr)
        return rejected(Reason::unknown_id, "no idea " + commitment.from.value);
    if (find(session, commitment.id) == nullptr && session.follow_up.commitments.size() >= most_commitments)
        return rejected(Reason::bad_value, "2,000 commitments at most");
    commitment.what = base::trimmed(commitment.what);
    const std::string id = commitment.id.value;
    touch(applying, follow_up_scope, ObjectKind::commitment, id, Object{std::move(commitment)});
    return std::nullopt;
}

Verdict apply(Applying& applying, const RemoveCommitment& deed) {
    if (find(applying.session, deed.id) == nullptr)
        return rejected(Reason::unknown_id, "no commitment " + deed.id.value);
    touch(applying, follow_up_scope, ObjectKind::commitment, deed.id.value, std::nullopt);
    return std::nullopt;
}

Verdict apply(Applying& applying, const SetNextMeeting& deed) {
    const NextMeeting& meeting = deed.meeting;
    if (!good_text(meeting.title, longest_line) || !good_text(meeting.place, longest_line))
        return rejected(Reason::bad_text, "the next meeting");
    if (meeting.length < seconds{60} || meeting.length > seconds{86400} || meeting.length % seconds{1} != seconds{0})
        return rejected(Reason::bad_value, "a meeting takes from a minute to a day");
    touch(applying, follow_up_scope, ObjectKind::next_meeting, {}, Object{meeting});
    return std::nullopt;
}

Verdict apply(Applying& applying, const RuleOnMatch& deed) {
    for (const OrganisationId& id : {deed.match.giver, deed.match.taker})
        if (find(applying.session, id) == nullptr) return rejected(Reason::unknown_id, "no organisation " + id.value);
    if (deed.match.giver == deed.match.taker)
        return rejected(Reason::bad_value, "an organisation cannot be matched with itself");
    if (!good_text(deed.match.offer, longest_line) || !good_text(deed.match.need, longest_line))
        return rejected(Reason::bad_text, "an offer or a need");
    touch(applying, follow_up_scope, ObjectKind::complementarity, object_key(deed.match), Object{deed.match});
    return std::nullopt;
}

Verdict apply(Applying& applying, const SetIntroductions& deed) {
    if (deed.introductions.size() > most_introductions) return rejected(Reason::bad_value, "20,000 at most");
    std::map<ParticipantId, int> met;
    for (const Introduction& introduction : deed.introductions) {
        if (introduction.first == introduction.second)
            return rejected(Reason::bad_value, introduction.first.value + " cannot meet themselves");
        if (!good_text(introduction.about, longest_paragraph)) return rejected(Reason::bad_text, "a reason to meet");
        for (const ParticipantId& id : {introduction.first, introduction.second}) {
            if (find(applying.session, id) == nullptr) return rejected(Reason::unknown_id, "no person " + id.value);
            if (++met[id] > most_introductions_each)
                return rejected(Reason::bad_value, id.value + " is in more than two introductions");
        }
    }
    touch(applying, follow_up_scope, ObjectKind::introductions, {}, Object{Introductions{deed.introductions}});
    return std::nullopt;
}

} // namespace ronde::cafe

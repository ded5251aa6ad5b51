#include "base/text.hpp"
#include "cafe/apply.hpp"

#include <algorithm>

namespace ronde::cafe {
namespace {
constexpr std::size_t most_components = 30;
constexpr int most_hands = 100000;
} // namespace

Verdict apply(Applying& applying, const EditOpening& deed) {
    if (!good_text(deed.opening.prompt, longest_line)) return rejected(Reason::bad_text, "the prompt");
    if (deed.opening.components.size() > most_components) return rejected(Reason::bad_value, "30 components at most");
    if (!ids_unique(deed.opening.components))
        return rejected(Reason::duplicate_id, "a component stands twice, or has no id");
    for (const Component& component : deed.opening.components)
        if (!good_text(component.text, longest_line))
            return rejected(Reason::bad_text, "component " + component.id.value);
    touch(applying, prepare_scope, ObjectKind::opening, {}, Object{deed.opening});
    return std::nullopt;
}

Verdict apply(Applying& applying, const AnswerOpening& deed) {
    OpeningAnswer answer = deed.answer;
    if (find(applying.session, answer.organisation) == nullptr)
        return rejected(Reason::unknown_id, "no organisation " + answer.organisation.value);
    if (find(applying.session, answer.component) == nullptr)
        return rejected(Reason::unknown_id, "no component " + answer.component.value);
    if (!good_text(answer.why, longest_line)) return rejected(Reason::bad_text, "the sentence why");
    answer.why = base::trimmed(answer.why);
    const std::string key = object_key(answer);
    std::optional<Object> value;
    if (answer.answer != Answer::none || !answer.why.empty()) value = Object{std::move(answer)};
    touch(applying, opening_scope, ObjectKind::opening_answer, key, std::move(value));
    return std::nullopt;
}

Verdict apply(Applying& applying, const CountHands& deed) {
    const HandCount& count = deed.count;
    if (find(applying.session, count.component) == nullptr)
        return rejected(Reason::unknown_id, "no component " + count.component.value);
    for (const int hands : {count.essential, count.depends, count.not_essential})
        if (hands < 0 || hands > most_hands) return rejected(Reason::bad_value, "from 0 to 100,000 hands");
    std::optional<Object> value;
    if (count.essential + count.depends + count.not_essential > 0) value = Object{count};
    touch(applying, opening_scope, ObjectKind::hand_count, count.component.value, std::move(value));
    return std::nullopt;
}

} // namespace ronde::cafe

#include "base/time_zone.hpp"
#include "cafe/apply.hpp"

namespace ronde::cafe {

Verdict apply(Applying& applying, const EditIdentity& deed) {
    const Identity& identity = deed.identity;
    for (const std::string& text : {identity.title, identity.subtitle, identity.place, identity.organiser})
        if (!good_text(text, longest_line)) return rejected(Reason::bad_text, "a line of the identity");
    if (!good_text(identity.notice, longest_paragraph)) return rejected(Reason::bad_text, "the notice");
    if (identity.language != "fr" && identity.language != "en")
        return rejected(Reason::bad_value, "no language " + identity.language);
    if (!base::is_time_zone(identity.time_zone))
        return rejected(Reason::bad_value, "no time zone " + identity.time_zone);
    touch(applying, prepare_scope, ObjectKind::identity, {}, Object{identity});
    return std::nullopt;
}

} // namespace ronde::cafe

// The running café's templates: keeping the present café as one, and putting one away.

#include "app/notices.hpp"
#include "app/running_cafe.hpp"
#include "app/template_content.hpp"
#include "store/session_file.hpp"
#include "store/sessions_folder.hpp"

namespace ronde::app {

void RunningCafe::save_template() {
    if (!m_session) return;
    cafe::Session content = template_of(*m_session, new_id("template"));
    m_ports.jobs.start([this, content = std::move(content), folder = m_folders.own_templates]() -> Completion {
        const auto path = store::new_template_path(m_ports.disk, folder, content.identity.title);
        if (!path)
            return
                [this, folder, why = path.error()] { tell(failure_notice("template_failed", folder.string(), why)); };
        const auto written = store::replace_file(m_ports.disk, *path, store::to_json(content));
        return [this, path = *path, written] {
            tell(written ? file_notice("template_saved", path.string())
                         : failure_notice("template_failed", path.string(), written.error().error));
            refresh_sessions();
        };
    });
}

void RunningCafe::remove_template(const RemoveTemplate& wish) {
    if (wish.file.parent_path() != m_folders.own_templates) return; // the program's own stay
    m_ports.jobs.start([this, file = wish.file]() -> Completion {
        auto kept = file;
        kept += ".removed";
        const auto moved = m_ports.disk.rename(file, kept);
        return [this, kept, file, moved] {
            tell(moved ? file_notice("template_removed", kept.string())
                       : failure_notice("template_failed", file.string(), moved.error().error));
            refresh_sessions();
        };
    });
}

} // namespace ronde::app

#include "panel/screens/notice.hpp"

#include <algorithm>

#include "panel/screens/dialog.hpp"

namespace paneltwin::panel {

static const device::Notice* oldest_open(const device::State& state, std::int64_t closed) {
  const auto open = std::ranges::find_if(state.notices, [&](const auto& notice) { return notice.id > closed; });
  return open == state.notices.end() ? nullptr : &*open;
}

bool has_notice(const device::State& state, std::int64_t closed) { return oldest_open(state, closed) != nullptr; }

Screen notice_sheet(std::int64_t& closed) {
  return {notice_id, [&closed](Ui& ui, const Context& context, const Rect& area) {
            const auto* notice = oldest_open(context.state, closed);
            if (!notice) return context.stage.close_sheet(notice_id);
            auto question =
                message(context, notice_id, notice->kind ? Question::Sign::error : Question::Sign::information,
                        context.text(notice->message_key));
            question.choices.front().act = [&closed, id = notice->id](const Context& now) {
              closed = id;
              now.post(device::command::DismissNotice{id});
            };
            dialog(std::move(question)).show(ui, context, area);
          }};
}

}  // namespace paneltwin::panel

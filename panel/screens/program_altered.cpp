#include "panel/screens/program_altered.hpp"

#include "panel/screens/administrator.hpp"
#include "panel/screens/dialog.hpp"

namespace paneltwin::panel {

/// The first three by name: whoever edits assets knows them again.
static std::string altered_names(const Context& context) {
  constexpr std::size_t most = 3;
  const auto& program = context.state.program;
  std::string names;
  for (std::size_t i = 0; i < std::min(most, program.altered.size()); ++i) {
    names += (i == 0 ? "" : ", ") + program.altered[i];
  }
  const int more = program.altered_count - static_cast<int>(most);
  if (more > 0) names += " " + context.text("program.more", {{"count", std::to_string(more)}});
  return names;
}

static void accept_program(const Context& context) {
  const bool is_administrator = context.state.admin.panel_logged_in || context.state.users.administers();
  when_unlocked(context, !is_administrator,
                [](const Context& now) { now.post(device::command::AcceptProgram{}, say_when_refused()); });
}

Question program_altered(const Context& context) {
  auto text = context.text("program.altered");
  if (const auto names = altered_names(context); !names.empty()) text += "\n" + names;
  return {
      .id = "program-altered",
      .title = context.text("program.title"),
      .text = std::move(text),
      .sign = Question::Sign::error,
      .choices = {{.id = "close", .text = context.text("button.close"), .leaves = true},
                  {.id = "accept", .text = context.text("program.accept"), .act = accept_program, .primary = true}}};
}

}  // namespace paneltwin::panel

// Network Settings > Advanced > Email Server > Connection Check: asks the server, and says in words what came of it.
#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>

#include "panel/render/icons.hpp"
#include "panel/screens/administrator.hpp"
#include "panel/screens/email_server_screens.hpp"
#include "panel/screens/page.hpp"
#include "panel/ui/box.hpp"
#include "panel/ui/text_layout.hpp"

namespace paneltwin::panel {

namespace {
struct Check {
  bool running = false;
  std::optional<device::Result<std::int64_t>> result;
};
using CheckPtr = std::shared_ptr<Check>;

struct Outcome {
  char32_t icon;
  Colour colour;
  std::string text;
};
}  // namespace

static void run(const Context& context, const CheckPtr& check) {
  check->running = true;
  check->result.reset();
  context.post(device::command::TestEmailServer{}, [check](const Context&, const device::Result<std::int64_t>& result) {
    check->running = false;
    check->result = result;
  });
}

static Outcome outcome_of(const Context& context, const Theme& theme, const Check& check) {
  if (check.running) return {icon::email, theme.accent, context.text("email.checking")};
  if (!check.result) return {icon::email, theme.accent, context.text("email.ready_to_check")};
  if (check.result->has_value()) return {icon::check_circle, theme.good, context.text("email.test.successful")};
  const auto& words = device::words_for(check.result->error().kind);
  return {icon::alert, theme.error, context.text(words.test.empty() ? words.problem : words.test)};
}

static void show(Ui& ui, const Context& context, Rect page, const CheckPtr& check) {
  const auto& theme = ui.theme();
  page = title_bar(ui, context, page, context.text("screen.email-connection-check"));
  const Button key{.id = "start",
                   .text = context.text("email.start_check"),
                   .primary = true,
                   .enabled = !check->running,
                   .starts = true,
                   .is_default = true};
  if (bottom_key(ui, page, key)) when_unlocked(context, [check](const Context& now) { run(now, check); });
  const auto [sign, colour, text] = outcome_of(context, theme, *check);
  const float width = std::min(page.width - 4 * theme.margin, ui.mm(120));
  const float words = paragraph_height(ui, text, theme.body, width), picture = ui.mm(15);
  Rect block = centred(page, width, words + picture + ui.mm(6));
  const Rect at = cut_top(block, picture);
  ui.canvas().icon(at.x + at.width / 2, at.y + at.height / 2 - ui.mm(2), theme.large_icon, colour, sign);
  paragraph(ui, cut_top(block, words), "result", text, {theme.body, theme.text, Align::centre});
  if (check->running) progress(ui, centred(block, ui.mm(60), std::round(ui.mm(1.6))), "progress", -1);
}

Screen email_connection_check_screen() {
  return {"email-connection-check",
          [check = std::make_shared<Check>()](Ui& ui, const Context& context, const Rect& page) {
            show(ui, context, page, check);
          }};
}

}  // namespace paneltwin::panel

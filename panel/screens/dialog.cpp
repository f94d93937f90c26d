#include "panel/screens/dialog.hpp"

#include <algorithm>
#include <cmath>

#include "panel/render/icons.hpp"
#include "panel/screens/status_words.hpp"
#include "panel/ui/box.hpp"
#include "panel/ui/text_layout.hpp"
#include "panel/ui/widgets.hpp"

namespace paneltwin::panel {

static void draw_sign(Ui& ui, const Rect& at, Question::Sign sign) {
  const bool error = sign == Question::Sign::error;
  const FontStyle style{FontStyle::Family::icons, static_cast<int>(ui.mm(9))};
  ui.canvas().icon(at.x + at.width / 2, at.y + at.height / 2, style, error ? ui.theme().error : ui.theme().hint,
                   error ? icon::alert : icon::information);
}

static const Question::Choice* draw_choices(Ui& ui, Rect area, const Question& question) {
  const Question::Choice* chosen = nullptr;
  float widest = 0;
  for (const auto& choice : question.choices) {
    widest = std::max(widest, button_width(ui, {.id = choice.id, .text = choice.text}));
  }
  const auto count = static_cast<float>(question.choices.size());
  const float width = std::min(std::max(widest, ui.mm(30)), (area.width - ui.mm(3) * (count - 1)) / count);
  float x = std::round(area.x + (area.width - width * count - ui.mm(3) * (count - 1)) / 2);
  for (const auto& choice : question.choices) {
    const bool only = question.choices.size() == 1;
    if (button(ui, {x, area.y, width, area.height},
               {.id = choice.id,
                .text = choice.text,
                .primary = choice.primary || only,
                .leaves = choice.leaves || only,
                .is_default = choice.primary || only})) {
      chosen = &choice;
    }
    x += std::round(width + ui.mm(3));
  }
  return chosen;
}

/// Scrolls on a glass that is too small for all of it.
static void show_message(Ui& ui, const Rect& area, const std::string& text, float height) {
  const TextLook look{ui.theme().body, ui.theme().text};
  if (height <= area.height + 1) {
    paragraph(ui, area, "message", text, look);
    return;
  }
  const Rect all = ui.open_list("message-list", area);
  paragraph(ui, {all.x, all.y, all.width, height}, "message", text, look);
  ui.close_list(height);
}

static void show(Ui& ui, const Context& context, const Question& question) {
  const auto& theme = ui.theme();
  const float padding = ui.mm(4), sign_width = question.sign == Question::Sign::none ? 0 : ui.mm(13);
  const float width = std::min(ui.glass().width - ui.mm(8), ui.mm(120));
  const float text_width = width - 2 * padding - sign_width;
  const float title_height = question.title.empty() ? 0 : line_height(theme.title) + ui.mm(1);
  const float text_height = paragraph_height(ui, question.text, theme.body, text_width);
  const float buttons = ui.mm(10);
  const float most = ui.glass().height - ui.mm(6);
  const float middle = std::max(text_height + title_height, ui.mm(12));
  const float height = std::min(most, padding * 2 + middle + ui.mm(4) + buttons);
  const Rect box = centred(ui.glass(), width, height);
  ui.open({.role = "dialog", .id = question.id, .text = question.text, .rect = box});
  ui.canvas().shadow(box, theme.shadow, theme.radius * 1.5f, ui.mm(2));
  ui.canvas().fill(box, theme.surface, theme.radius * 1.5f);
  Rect rest = inset(box, padding);
  const Rect choices = cut_bottom(rest, buttons);
  cut_bottom(rest, ui.mm(3));
  if (sign_width > 0) draw_sign(ui, cut_left(rest, sign_width - ui.mm(3)), question.sign);
  if (sign_width > 0) cut_left(rest, ui.mm(3));
  const float spare = std::max(0.0f, rest.height - title_height - text_height);
  cut_top(rest, std::floor(spare / 2));
  if (title_height > 0) {
    label(ui, cut_top(rest, title_height), "title", question.title, {theme.title, theme.text});
  }
  show_message(ui, rest, question.text, text_height);
  if (const auto* chosen = draw_choices(ui, choices, question)) {
    context.stage.close_sheet(question.id);
    if (chosen->act) chosen->act(context);
  }
  ui.close();
}

Screen dialog(Question question) {
  auto id = question.id;
  return {std::move(id), [question = std::move(question)](Ui& ui, const Context& context, Rect) {
            const auto* dialogs = context.stage.dialogs();
            show(ui, context, dialogs ? arranged(question, *dialogs, context.words) : question);
          }};
}

Question message(const Context& context, std::string id, Question::Sign sign, std::string text) {
  return {.id = std::move(id),
          .text = std::move(text),
          .sign = sign,
          .choices = {{.id = "ok", .text = context.text("button.ok"), .primary = true}}};
}

Question failure_message(const Context& context, const device::Failure& failure) {
  const auto& words = device::words_for(failure.kind);
  auto text = context.text(words.notice.empty() ? words.problem : words.notice);
  if (words.notice.empty() && !words.remedy.empty()) text += "\n" + context.text(words.remedy);
  return message(context, "failure", Question::Sign::error, std::move(text));
}

Question job_failure_message(const Context& context, const device::Failure& failure) {
  const auto& words = device::words_for(failure.kind);
  auto asked = message(context, "job-failure", Question::Sign::error, context.text(words.problem));
  if (!words.remedy.empty()) asked.text += "\n" + context.text(words.remedy);
  if (words.code != 0) asked.title = context.text("job.error_code", {{"code", code_words(words.code)}});
  return asked;
}

Door::Answer say_when_refused() {
  return [](const Context& context, device::Result<std::int64_t> result) {
    if (!result) context.stage.ask(failure_message(context, result.error()));
  };
}

Question yes_or_no(const Context& context, std::string id, std::string text, std::function<void(const Context&)> yes) {
  return {.id = std::move(id),
          .text = std::move(text),
          .choices = {{.id = "no", .text = context.text("button.no"), .leaves = true},
                      {.id = "yes", .text = context.text("button.yes"), .act = std::move(yes), .primary = true}}};
}

}  // namespace paneltwin::panel

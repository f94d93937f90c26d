#include "panel/screens/basic_settings.hpp"

#include <charconv>

#include "panel/screens/choice.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/shown_value.hpp"
#include "panel/screens/stage.hpp"

namespace paneltwin::panel {

static constexpr int sleep_minutes[] = {1, 3, 5, 10, 15, 30, 60};
static constexpr int time_out_seconds[] = {0, 30, 60, 120, 180, 300, 600};
static constexpr const char* keyboards[] = {"qwerty", "azerty", "qwertz"};

/// Posts the settings with one changed; a refusal comes up as a message.
static void change(const Context& context, const std::function<void(device::BasicSettings&)>& set) {
  auto basic = context.state.basic;
  set(basic);
  context.post(device::command::SetBasic{std::move(basic)}, say_when_refused());
}

static int number_of(const std::string& id) {
  int number = 0;
  std::from_chars(id.data(), id.data() + id.size(), number);
  return number;
}

Screen language_screen() {
  return choice_screen("language", [](const Context& context) {
    Choice choice{"language", context.text("screen.language"), {}, context.words.tag(), {}};
    for (const auto& tag : context.texts.tags()) {
      choice.options.push_back({tag, std::string(context.texts.in(tag).text("language.name"))});
    }
    choice.take = [](const Context& c, const std::string& id) { change(c, [&](auto& basic) { basic.language = id; }); };
    return choice;
  });
}

Screen sleep_timer_screen() {
  return choice_screen("sleep-timer", [](const Context& context) {
    Choice choice{"sleep-timer",
                  context.text("screen.sleep-timer"),
                  {},
                  std::to_string(context.state.basic.sleep_timer.count()),
                  {}};
    for (const int minutes : sleep_minutes) {
      choice.options.push_back({std::to_string(minutes), time_words(context, std::chrono::minutes(minutes))});
    }
    choice.take = [](const Context& c, const std::string& id) {
      change(c, [&](auto& basic) { basic.sleep_timer = std::chrono::minutes(number_of(id)); });
    };
    return choice;
  });
}

Screen operation_time_out_screen() {
  return choice_screen("operation-time-out", [](const Context& context) {
    Choice choice{"operation-time-out",
                  context.text("screen.operation-time-out"),
                  {},
                  std::to_string(context.state.basic.operation_time_out.count()),
                  {}};
    for (const int seconds : time_out_seconds) {
      choice.options.push_back({std::to_string(seconds), time_words(context, std::chrono::seconds(seconds))});
    }
    choice.take = [](const Context& c, const std::string& id) {
      change(c, [&](auto& basic) { basic.operation_time_out = std::chrono::seconds(number_of(id)); });
    };
    return choice;
  });
}

Screen keyboard_screen() {
  return choice_screen("keyboard", [](const Context& context) {
    Choice choice{"keyboard", context.text("screen.keyboard"), {}, context.state.basic.keyboard, {}};
    for (const auto* name : keyboards) choice.options.push_back({name, context.text("keyboard." + std::string(name))});
    choice.take = [](const Context& c, const std::string& id) { change(c, [&](auto& basic) { basic.keyboard = id; }); };
    return choice;
  });
}

}  // namespace paneltwin::panel

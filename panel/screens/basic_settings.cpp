#include "panel/screens/basic_settings.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "panel/screens/choice.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/entry.hpp"
#include "panel/screens/page.hpp"
#include "panel/screens/shown_value.hpp"

namespace paneltwin::panel {

static constexpr int sleep_minutes[] = {1, 3, 5, 10, 15, 30, 60};
static constexpr int time_out_seconds[] = {0, 30, 60, 120, 180, 300, 600};
static constexpr const char* keyboards[] = {"qwerty", "azerty", "qwertz"};

static constexpr std::size_t longest_device_name = 53;

static bool is_device_name(const std::string& name) {
  const auto is_letter = [](unsigned char c) { return c < 0x80 && (std::isalnum(c) || c == '-'); };
  return !name.empty() && std::ranges::all_of(name, is_letter);
}

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

Screen sound_screen() {
  return {
      "sound", [](Ui& ui, const Context& context, Rect area) {
        constexpr int usual = 5, loudest = 10;
        RowList list(ui, "sound-list", title_bar(ui, context, area, context.text("screen.sound")));
        const int volume = context.state.basic.button_press_volume;
        const auto set = [&](int to) { change(context, [to](auto& basic) { basic.button_press_volume = to; }); };
        if (list.row({.id = "mute", .text = context.text("sound.mute"), .end = Row::End::on_off, .on = volume == 0})) {
          set(volume == 0 ? usual : 0);
        }
        const int now = list.stepper(
            {.id = "button-press", .text = context.text("sound.button_press"), .value = volume, .most = loudest});
        if (now != volume) set(now);
      }};
}

Screen device_name_screen() {
  return {"device-name", [](Ui& ui, const Context& context, Rect area) {
            RowList list(ui, "device-name-list", title_bar(ui, context, area, context.text("screen.device-name")));
            const auto& name = context.state.basic.device_name;
            if (!list.row({.id = "device-name-row", .text = context.text("screen.device-name"), .value = name})) return;
            const auto set = [](const Context& now, const std::string& text) {
              change(now, [&](auto& basic) { basic.device_name = text; });
            };
            context.stage.open_sheet(entry_sheet({.id = "device-name-entry",
                                                  .title = "screen.device-name",
                                                  .text = name,
                                                  .limit = longest_device_name,
                                                  .is_good = is_device_name,
                                                  .done = set}));
          }};
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

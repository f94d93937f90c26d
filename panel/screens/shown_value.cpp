#include "panel/screens/shown_value.hpp"

#include <algorithm>

namespace paneltwin::panel {

std::string time_words(const Context& context, std::chrono::seconds time) {
  const auto seconds = time.count();
  if (seconds == 0) return context.text("value.off");
  if (seconds % 60 != 0) return context.text("value.seconds", {{"count", std::to_string(seconds)}});
  return context.text("value.minutes", {{"count", std::to_string(seconds / 60)}});
}

namespace {
struct ShownValue {
  std::string_view name;
  std::string (*show)(const Context&);
};

std::string language(const Context& context) {
  return std::string(context.texts.in(context.state.basic.language).text("language.name"));
}

std::string lock_setting(const Context& context) {
  return context.text(context.state.admin.lock_setting ? "value.on" : "value.off");
}

std::string sound(const Context& context) {
  const int volume = context.state.basic.button_press_volume;
  return volume == 0 ? context.text("value.off") : std::to_string(volume);
}

std::string sleep_timer(const Context& context) { return time_words(context, context.state.basic.sleep_timer); }

std::string operation_time_out(const Context& context) {
  return time_words(context, context.state.basic.operation_time_out);
}

std::string keyboard(const Context& context) { return context.text("keyboard." + context.state.basic.keyboard); }

std::string device_name(const Context& context) { return context.state.basic.device_name; }

constexpr ShownValue shown_values[] = {
    {"language", language},       {"lock-setting", lock_setting}, {"sound", sound},
    {"sleep-timer", sleep_timer}, {"keyboard", keyboard},         {"operation-time-out", operation_time_out},
    {"device-name", device_name},
};
}  // namespace

std::vector<std::string> shown_value_names() {
  std::vector<std::string> names;
  for (const auto& value : shown_values) names.emplace_back(value.name);
  return names;
}

std::string shown_value(std::string_view name, const Context& context) {
  const auto* found = std::ranges::find(shown_values, name, &ShownValue::name);
  return found == std::end(shown_values) ? std::string() : found->show(context);
}

}  // namespace paneltwin::panel

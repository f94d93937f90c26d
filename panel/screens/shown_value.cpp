#include "panel/screens/shown_value.hpp"

#include <algorithm>

#include "panel/screens/status_words.hpp"

namespace paneltwin::panel {

namespace {
struct ShownValue {
  std::string_view name;
  std::string (*show)(const Context&);
};

std::string lock_setting(const Context& context) {
  return context.text(context.state.admin.lock_setting ? "value.on" : "value.off");
}

std::string sound(const Context& context) {
  const int volume = context.state.basic.button_press_volume;
  return volume == 0 ? context.text("value.off") : std::to_string(volume);
}

std::string date_time(const Context& context) { return date_time_words(context, context.now); }

constexpr ShownValue shown_values[] = {{"date-time", date_time}, {"lock-setting", lock_setting}, {"sound", sound}};
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

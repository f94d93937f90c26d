#include "device/yaml/strict_yaml.hpp"

#include <charconv>

namespace paneltwin::device::strict {

std::string text(const YAML::Node& node) {
  if (!node.IsDefined() || !node.IsScalar() || node.Scalar().empty()) complain(node, "expected a text");
  return node.Scalar();
}

bool flag(const YAML::Node& node) { return one_of<bool>(node, {{"true", true}, {"false", false}}); }

int number(const YAML::Node& node, int least, int most) {
  const auto& digits = node.IsScalar() ? node.Scalar() : std::string();
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size() || value < least || value > most) {
    complain(node, "expected a number from " + std::to_string(least) + " to " + std::to_string(most));
  }
  return value;
}

Duration duration(const YAML::Node& node) {
  const auto read = node.IsScalar() ? parse_duration(node.Scalar()) : std::nullopt;
  if (!read) complain(node, "expected a duration such as 91d, 15m or 5s");
  return *read;
}

std::string word(const YAML::Node& map, const std::string& name, bool needed) {
  const auto inner = map[name];
  if (!inner) {
    if (needed) complain(map, "'" + name + "' is missing");
    return {};
  }
  if (!inner.IsScalar()) complain(inner, "'" + name + "' must be one value");
  if (needed && inner.Scalar().empty()) complain(inner, "'" + name + "' is empty");
  return inner.Scalar();
}

void allow_only(const YAML::Node& map, const std::vector<std::string>& known) {
  if (auto good = check_keys({}, map, known); !good) throw Complaint{std::move(good.error())};
}

}  // namespace paneltwin::device::strict

#include "panel/automation/flow_scope.hpp"

#include <algorithm>
#include <array>

#include "device/text/spelling.hpp"

namespace paneltwin::panel {

namespace strict = device::strict;
using device::did_you_mean;

/// Where the brace that opens before `at` is closed.
static std::size_t closing(std::string_view text, std::size_t at) {
  for (int open = 1; at < text.size(); ++at) {
    if (text.substr(at, 2) == "${") ++open;
    if (text[at] == '}' && --open == 0) return at;
  }
  return std::string_view::npos;
}

std::string fill_in(std::string_view text,
                    const std::function<std::optional<std::string>(std::string_view name)>& value_of) {
  std::string filled;
  while (!text.empty()) {
    const auto begin = text.find("${");
    const auto end = begin == std::string_view::npos ? begin : closing(text, begin + 2);
    if (end == std::string_view::npos) return filled.append(text);
    const auto name = fill_in(text.substr(begin + 2, end - begin - 2), value_of);
    const auto value = name.find("${") == std::string::npos ? value_of(name) : std::nullopt;
    filled.append(text.substr(0, begin)).append(value ? *value : "${" + name + "}");
    text.remove_prefix(end + 1);
  }
  return filled;
}

bool is_known_when_played(std::string_view name) {
  constexpr std::array<std::string_view, 4> families{"machine.", "password.", "text.", "state."};
  return std::ranges::any_of(families, [&](std::string_view family) { return name.starts_with(family); }) ||
         name == "round";
}

void FlowScope::fill(YAML::Node node) const {
  if (node.IsSequence()) {
    for (auto one : node) fill(one);
    return;
  }
  if (node.IsMap()) {
    for (auto entry : node) {
      const auto& key = entry.first.Scalar();
      if (key != "steps" && key != "then" && key != "else") fill(entry.second);
    }
    return;
  }
  if (!node.IsScalar() || node.Scalar().find("${") == std::string::npos) return;
  node = fill_in(node.Scalar(), [&](std::string_view wanted) -> std::optional<std::string> {
    const std::string name(wanted);
    if (const auto found = variables_.find(name); found != variables_.end()) return found->second;
    if (is_known_when_played(name) || remembered_.contains(name)) return std::nullopt;
    std::vector<std::string> names;
    for (const auto& [known, _] : variables_) names.push_back(known);
    names.insert(names.end(), remembered_.begin(), remembered_.end());
    strict::complain(node, "no variable is called '" + name + "'" + did_you_mean(names, name) +
                               "; name it under 'variables', in 'data', or under 'with' where this flow is run");
  });
}

}  // namespace paneltwin::panel

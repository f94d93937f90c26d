// The variables of a flow file while it is read: ${name} in any value is put in place before the value is read.
#pragma once

#include <map>
#include <set>
#include <string>

#include "device/yaml/strict_yaml.hpp"

namespace paneltwin::panel {

using Variables = std::map<std::string, std::string>;

/// `text` with each ${name} that `value_of` knows put in place, the inner of ${a.${b}} first. `value_of` answers
/// nothing for what stays as it is.
std::string fill_in(std::string_view text,
                    const std::function<std::optional<std::string>(std::string_view name)>& value_of);

/// True for the names that are only known when the flow is played.
bool is_known_when_played(std::string_view name);

class FlowScope {
 public:
  FlowScope(Variables variables, std::set<std::string>& remembered)
      : variables_(std::move(variables)), remembered_(remembered) {}

  /// Puts variables in place in `node` and below, but for lists of steps, which are read one by one. A name that nobody
  /// knows is complained about.
  void fill(YAML::Node node) const;
  /// From here on a browser step has `name`.
  void remember(const std::string& name) const { remembered_.insert(name); }
  [[nodiscard]] const Variables& variables() const { return variables_; }

 private:
  Variables variables_;
  std::set<std::string>& remembered_;  // shared with the flows that are run from here
};

}  // namespace paneltwin::panel

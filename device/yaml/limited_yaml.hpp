// YAML that people write, read within limits: a file that is deep, endless or full of aliases is refused, not suffered.
#pragma once

#include <string>

#include <yaml-cpp/yaml.h>

namespace paneltwin::device {

/// The first document. Throws YAML::Exception (with its place) for what is not YAML, is nested deeper than 32, holds
/// more than 50,000 values or more than 100 aliases.
YAML::Node load_limited_yaml(const std::string& content);

}  // namespace paneltwin::device

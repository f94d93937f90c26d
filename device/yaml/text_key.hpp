// Keys of texts in files that people edit: each must be in the catalogues.
#pragma once

#include <string>

#include "device/text/catalogue.hpp"
#include "device/yaml/strict_yaml.hpp"

namespace paneltwin::device::strict {

/// A key that `words` has; any other is complained about, with "did you mean".
std::string text_key(const YAML::Node& node, const Catalogue& words);

}  // namespace paneltwin::device::strict

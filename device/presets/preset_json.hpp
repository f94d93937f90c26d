// A preset as JSON: in the state, and in the store.
#pragma once

#include <optional>
#include <string>

#include <boost/json/object.hpp>

#include "device/presets/preset.hpp"

namespace paneltwin::device {

boost::json::object json_of(const Preset& preset);
std::string text_of(const Preset& preset);
/// Nothing when it is no preset's text.
std::optional<Preset> preset_from(const std::string& text);

}  // namespace paneltwin::device

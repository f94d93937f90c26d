// Conditions as a part of the state's JSON.
#pragma once

#include <boost/json/object.hpp>

#include "device/condition/condition.hpp"

namespace paneltwin::device {

/// Sources and supplies by name, so that information screens reach each by its pointer.
boost::json::object json_of(const Conditions& conditions);

}  // namespace paneltwin::device

// Languages that nobody speaks, made of English: they show what was never put into a catalogue, and where words grow.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "device/text/catalogue.hpp"

namespace paneltwin::device {

/// "qps-ploc": letters wear accents, in brackets. "qps-long": a third longer, as German and Russian are. The {names} in
/// a text stay; numbers and addresses are read as they are.
std::map<std::string, PoText, std::less<>> pseudo_texts(std::string_view tag, const Catalogue& english);

}  // namespace paneltwin::device

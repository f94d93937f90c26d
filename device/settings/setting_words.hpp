// Settings in words: for rows, pages and paper.
#pragma once

#include <chrono>
#include <string>

#include "device/settings/setting.hpp"
#include "device/text/catalogue.hpp"

namespace paneltwin::device {

/// "15 min", "Auto", "English", "192.168.1.10".
std::string value_words(const Setting& setting, const std::string& value, const Catalogue& words, const Texts& texts);

/// "Off", "30 sec", "3 min", "2 h".
std::string span_words(const Catalogue& words, std::chrono::seconds time);

}  // namespace paneltwin::device

// What a PDF says of itself in plain text.
#pragma once

#include <cmath>
#include <sstream>
#include <string>
#include <utility>

namespace paneltwin {

/// Width and height of the first page in whole millimetres; 0 where it says none.
inline std::pair<int, int> page_size_mm(const std::string& pdf) {
  constexpr double points_a_mm = 72 / 25.4;
  constexpr std::string_view label = "/MediaBox [";
  const auto at = pdf.find(label);
  double left = 0, bottom = 0, width = 0, height = 0;
  if (at != std::string::npos) {
    std::istringstream(pdf.substr(at + label.size(), 80)) >> left >> bottom >> width >> height;
  }
  return {static_cast<int>(std::lround(width / points_a_mm)), static_cast<int>(std::lround(height / points_a_mm))};
}

inline int page_count(const std::string& pdf) {
  constexpr std::string_view label = "/Count ";
  const auto at = pdf.find(label);
  return at == std::string::npos ? 0 : std::stoi(pdf.substr(at + label.size(), 10));
}

}  // namespace paneltwin

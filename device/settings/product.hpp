// What does not change while the machine runs: the model and the unit.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace paneltwin::device {

struct Product {
  std::string model_id;                // "large"
  std::string model_name;              // "PT-C6000 Series"
  std::string serial;                  // made at first start, then kept
  std::string firmware;                // "07.84.GW19Q3"
  std::string mac_address;             // "02:00:5E:…", made at first start, then kept
  std::vector<std::string> functions;  // of the model: "scan-to-email", "epa-serverless", …
  [[nodiscard]] bool has(std::string_view function) const {
    return std::ranges::find(functions, function) != functions.end();
  }
  bool operator==(const Product&) const = default;
};

}  // namespace paneltwin::device

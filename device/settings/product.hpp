// The model and the unit: what only a firmware update changes.
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
  std::string firmware;                // that runs: "07.84.GW19Q3"
  std::string mac_address;             // "02:00:5E:…", made at first start, then kept
  std::vector<std::string> functions;  // of the model: "scan-to-email", "epa-serverless", …
  std::string oauth2_firmware;         // the first one that knows OAuth 2.0; empty: any does
  [[nodiscard]] bool has(std::string_view function) const {
    return std::ranges::find(functions, function) != functions.end();
  }
  bool operator==(const Product&) const = default;
};

}  // namespace paneltwin::device

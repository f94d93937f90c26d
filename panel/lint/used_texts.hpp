// Which texts nobody asks for: no file of the assets names them, and the program does not.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "device/assets.hpp"
#include "device/text/catalogue.hpp"
#include "panel/lint/finding.hpp"

namespace paneltwin::panel {

/// Words that could be keys. A key that code puts together counts when its beginning is there, up to a dot:
/// "job.type." + name; a linker may have kept it as the end of a longer word only.
class NamedKeys {
 public:
  /// Takes up every such word of a text or a program.
  void read(std::string_view bytes);
  [[nodiscard]] bool has(std::string_view key) const;

 private:
  std::set<std::string, std::less<>> words_;
  std::string all_;  // one after the other, for the ends of words
};

/// What the files of the assets and this program name.
NamedKeys named_keys(const device::Assets& assets);
/// unused-text: a key of `english` that is named nowhere.
Findings check_unused(const device::Catalogue& english, const NamedKeys& named);

}  // namespace paneltwin::panel

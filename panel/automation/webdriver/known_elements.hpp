// Which elements a session was told of. A node's id is its element's id; where that does not name it alone, the ids on
// the way to it do.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "panel/automation/webdriver/document.hpp"
#include "panel/automation/webdriver/error.hpp"

namespace paneltwin::panel::webdriver {

class KnownElements {
 public:
  /// The element's id for clients: letters, digits and . _ - : @ only, so that it can stand in an address.
  std::string id_of(const Document& document, const Document::Element& element);
  /// What goes by `id` now. One that was never told of is looked for by the node's id. Failures:
  /// stale_element_reference when it was there and is gone, no_such_element when it never was.
  [[nodiscard]] Outcome<const Document::Element*> find(const Document& document, std::string_view id) const;
  /// The path of an element that was told of; empty for others.
  [[nodiscard]] std::string path_of(std::string_view id) const;

 private:
  std::unordered_map<std::string, std::string> path_by_id_, id_by_path_;
};

/// How the standard marks an element in JSON.
inline constexpr std::string_view element_key = "element-6066-11e4-a52e-4f735466cecf";

}  // namespace paneltwin::panel::webdriver

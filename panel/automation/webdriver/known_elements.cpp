#include "panel/automation/webdriver/known_elements.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

namespace paneltwin::panel::webdriver {

/// For addresses: what else there is in ids (a recipient's "+") is told in hexadecimal.
static std::string safe(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (std::isalnum(static_cast<unsigned char>(c)) || std::string_view("._-:@").find(c) != std::string_view::npos) {
      safe += c;
    } else {
      safe += fmt::format("~{:02x}", static_cast<unsigned char>(c));
    }
  }
  return safe;
}

std::string KnownElements::id_of(const Document& document, const Document::Element& element) {
  if (const auto known = id_by_path_.find(element.path); known != id_by_path_.end()) return known->second;
  const auto& own = element.node->id;
  std::string id = safe(own);
  if (own.empty() || document.count_id(own) > 1 || path_by_id_.contains(id)) id = safe(element.path);
  if (id.empty()) id = element.node->role;  // the root has no path
  path_by_id_[id] = element.path;
  id_by_path_[element.path] = id;
  return id;
}

Outcome<const Document::Element*> KnownElements::find(const Document& document, std::string_view id) const {
  if (const auto known = path_by_id_.find(std::string(id)); known != path_by_id_.end()) {
    if (const auto* element = document.at_path(known->second)) return element;
    return refuse(ErrorCode::stale_element_reference, "'" + std::string(id) + "' is not on the glass any more");
  }
  const auto& elements = document.elements();
  const auto found = std::find_if(elements.rbegin(), elements.rend(), [&](const Document::Element& element) {
    return !element.node->id.empty() && safe(element.node->id) == id;
  });
  if (found != elements.rend()) return &*found;
  return refuse(ErrorCode::no_such_element, "no element was ever known as '" + std::string(id) + "'");
}

std::string KnownElements::path_of(std::string_view id) const {
  const auto known = path_by_id_.find(std::string(id));
  return known == path_by_id_.end() ? std::string() : known->second;
}

}  // namespace paneltwin::panel::webdriver

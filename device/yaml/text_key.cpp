#include "device/yaml/text_key.hpp"

#include "device/text/spelling.hpp"

namespace paneltwin::device::strict {

std::string text_key(const YAML::Node& node, const Catalogue& words) {
  auto key = text(node);
  if (words.has(key)) return key;
  std::vector<std::string> keys;
  for (const auto& [known, _] : words.own()) keys.push_back(known);
  complain(node, "no text '" + key + "' in the catalogues" + did_you_mean(keys, key));
}

}  // namespace paneltwin::device::strict

// Web pages from mustache templates: values come from the page's data, words from the catalogue, and both are escaped.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include <kainjow/mustache.hpp>

#include "device/assets.hpp"
#include "device/failure.hpp"
#include "device/text/catalogue.hpp"

namespace paneltwin::net::pages {

using Data = kainjow::mustache::data;

class Templates {
 public:
  /// Reads every .mustache file of the assets folder `folder` ("pages/cloud"). Failure: not_found, with the file and
  /// what is wrong with it.
  static device::Result<Templates> load(const device::Assets& assets, std::string_view folder);

  /// `{{area.key}}` is the catalogue's text, each {name} in it filled from `data`; `{{name}}` is data; `{{> name}}`
  /// takes in another template of the folder. Escaped for HTML.
  [[nodiscard]] std::string render(const std::string& name, const Data& data, const device::Catalogue& words) const;

 private:
  std::map<std::string, std::string, std::less<>> sources_;
};

}  // namespace paneltwin::net::pages

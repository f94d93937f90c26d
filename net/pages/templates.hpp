// Web pages from mustache templates: values come from the page's data, words from the catalogue, and both are escaped.
#pragma once

#include <expected>
#include <memory>
#include <string>
#include <string_view>

#include <kainjow/mustache.hpp>

#include "device/assets.hpp"
#include "device/failure.hpp"
#include "device/text/catalogue.hpp"

namespace paneltwin::net::pages {

using Data = kainjow::mustache::data;

/// Loop only, once it is loaded; copies are the same templates.
class Templates {
 public:
  /// Reads every .mustache file of the assets folder `folder` ("pages/cloud"), and the styles, scripts and pictures
  /// beside them. Failure: not_found, with file and line and what is wrong there.
  static device::Result<Templates> load(const device::Assets& assets, std::string_view folder);
  /// Reads all again. On a failure everything stays as it was.
  [[nodiscard]] std::expected<void, device::FileError> reload(const device::Assets& assets) const;

  /// `{{area.key}}` is the catalogue's text, each {name} in it filled from `data`; `{{name}}` is data; `{{> name}}`
  /// takes in another template of the folder. Escaped for HTML.
  [[nodiscard]] std::string render(const std::string& name, const Data& data, const device::Catalogue& words) const;
  /// A file beside the templates ("style.css"), until the next reload(); null when there is none.
  [[nodiscard]] const std::string* file(std::string_view name) const;

 private:
  struct Shelf;
  std::shared_ptr<Shelf> shelf_;
};

}  // namespace paneltwin::net::pages

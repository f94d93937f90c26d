// The maker's download site: the newest firmware of each model, for machines that ask (net/firmware/maker_site.hpp) and
// for people who carry the file to one.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "net/cloud/cloud.hpp"
#include "net/cloud/pages/visitor_pages.hpp"

namespace paneltwin::net::cloud {

/// Loop only. `pages` must outlive it.
class FirmwareShelf {
 public:
  FirmwareShelf(const VisitorPages& pages, std::vector<FirmwareOffer> offers);
  void add_routes(http::Router& router);
  /// These in place of those before.
  void offer(std::vector<FirmwareOffer> offers);

 private:
  struct Item {
    FirmwareOffer offer;
    std::string file_name, content;  // the content is made when somebody first asks for it
  };
  [[nodiscard]] const Item* of(const std::string& model);
  void show(const Visit& visit, http::Respond respond) const;

  const VisitorPages& pages_;
  std::vector<Item> items_;
};

}  // namespace paneltwin::net::cloud

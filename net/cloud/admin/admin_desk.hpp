// What the admin centres have in common: who may open a page, its frame, and the way back after a form.
#pragma once

#include <string>
#include <string_view>

#include "device/clock.hpp"
#include "device/loop.hpp"
#include "net/cloud/admin/rights.hpp"
#include "net/cloud/pages/visitor_pages.hpp"
#include "net/cloud/store/store.hpp"

namespace paneltwin::net::cloud {

/// Loop only. What it is given must outlive it and its handlers.
struct AdminDesk {
  device::Loop& loop;
  const device::Clock& clock;
  Store& store;
  Identity& identity;
  const VisitorPages& pages;

  /// `page` for who has `right`; a page that says so (403) for who has not.
  [[nodiscard]] http::Handler page(Right right, VisitorPages::Page page) const;
  /// The same for a form, which must carry its token.
  [[nodiscard]] http::Handler form(Right right, VisitorPages::Action action) const;
  /// The template `name` in its centre's frame. `place` is marked in the menu ("users").
  [[nodiscard]] http::Response show(const Visit& visit, std::string_view place, const std::string& name,
                                    pages::Data data = {}, int status = 200) const;
};

/// How a form ended: one of "saved", "added", "failed" and so on, told by the page that the browser is sent to.
http::Response back_to(const std::string& path, std::string_view told);
http::Response back_to(const std::string& path, const device::Result<void>& done);

}  // namespace paneltwin::net::cloud

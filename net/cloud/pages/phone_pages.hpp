// The practice phone ("/authenticator"): stands in for the authenticator app of whoever registered it. Who opens it
// holds the phone, so it asks for no sign-in.
#pragma once

#include "net/cloud/pages/visitor_pages.hpp"
#include "net/cloud/store/store.hpp"

namespace paneltwin::net::cloud {

/// Loop only. What it is given must outlive it and its routes.
class PhonePages {
 public:
  PhonePages(const device::Clock& clock, Store& store, Identity& identity, const VisitorPages& pages)
      : clock_(clock), store_(store), identity_(identity), pages_(pages) {}
  void add_routes(http::Router& router);

 private:
  void show(const Visit& visit, http::Respond respond);
  void take(const Visit& visit, http::Respond respond);

  const device::Clock& clock_;
  Store& store_;
  Identity& identity_;
  const VisitorPages& pages_;
};

}  // namespace paneltwin::net::cloud

// The admin centres and the page that leads to them: Microsoft 365 ("/admin"), Exchange ("/exchange"), Entra
// ("/entra").
#pragma once

#include "net/cloud/admin/admin_desk.hpp"
#include "net/cloud/admin/entra_admin.hpp"
#include "net/cloud/admin/people_admin.hpp"

namespace paneltwin::net::cloud {

/// Loop only. What it is given must outlive it and its routes.
class AdminPages {
 public:
  AdminPages(device::Loop& loop, const device::Clock& clock, Store& store, Identity& identity,
             const VisitorPages& pages)
      : desk_{loop, clock, store, identity, pages}, people_(desk_), entra_(desk_) {}
  AdminPages(const AdminPages&) = delete;
  AdminPages& operator=(const AdminPages&) = delete;
  void add_routes(http::Router& router);

 private:
  void add_mail_flow(http::Router& router);
  void add_reports(http::Router& router);

  AdminDesk desk_;
  PeopleAdmin people_;
  EntraAdmin entra_;
};

}  // namespace paneltwin::net::cloud

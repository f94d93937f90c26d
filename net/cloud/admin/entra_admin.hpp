// Microsoft Entra admin center: security defaults, Conditional Access, applications and their consents, sign-in logs.
#pragma once

#include "net/cloud/admin/admin_desk.hpp"

namespace paneltwin::net::cloud {

/// Loop only. The desk must outlive it and its routes.
class EntraAdmin {
 public:
  explicit EntraAdmin(const AdminDesk& desk) : desk_(desk) {}
  void add_routes(http::Router& router);

 private:
  void add_applications(http::Router& router);
  void add_device_flow(http::Router& router);
  void add_policies(http::Router& router);
  void show_properties(const Visit& visit, http::Respond respond) const;
  void set_security_defaults(const http::Fields& form, http::Respond respond);
  void show_applications(const Visit& visit, http::Respond respond) const;
  void show_sign_ins(const Visit& visit, http::Respond respond) const;
  void show_policies(const Visit& visit, http::Respond respond) const;
  void show_policy(const Visit& visit, http::Respond respond) const;
  void save_policy(const Visit& visit, const http::Fields& form, http::Respond respond);

  const AdminDesk& desk_;
};

}  // namespace paneltwin::net::cloud

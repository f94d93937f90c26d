// Microsoft 365 admin center > Users > Active users: add, block, reset, sign out, and Mail > Manage email apps.
// Entra > Users: roles, second factors, revoke sessions, delete.
#pragma once

#include <memory>
#include <optional>

#include "net/cloud/admin/admin_desk.hpp"

namespace paneltwin::net::cloud {

/// Loop only. The desk must outlive it and its routes.
class PeopleAdmin {
 public:
  explicit PeopleAdmin(const AdminDesk& desk) : desk_(desk) {}
  void add_routes(http::Router& router);

 private:
  using UserPage = std::function<void(const Visit&, User, http::Respond)>;
  using UserAction = std::function<void(const Visit&, User, const http::Fields&, http::Respond)>;
  /// Hands on the user of the tenant whom the address names; 404 otherwise.
  [[nodiscard]] http::Handler of_user(UserPage page) const;
  [[nodiscard]] http::Handler act_on_user(Right right, UserAction action) const;
  /// The same, for who may manage that very user.
  [[nodiscard]] http::Handler manage(UserAction action) const;

  void add_entra_routes(http::Router& router);  // entra_users.cpp

  /// `front`: "/admin/users" or "/entra/users", where each name leads to.
  void show_list(const Visit& visit, const std::string& front, http::Respond respond) const;
  void show_entra_user(const Visit& visit, const User& user, http::Respond respond) const;
  void assign_roles(const Visit& visit, User user, const http::Fields& form, http::Respond respond);
  void delete_user(const Visit& visit, const User& user, http::Respond respond);
  void show_user(const Visit& visit, const User& user, http::Respond respond) const;
  void add_user(const http::Fields& form, http::Respond respond);
  void reset_password(const User& user, const http::Fields& form, http::Respond respond);
  /// Revokes refresh tokens and ends browser sessions, and keeps the user so.
  device::Result<void> sign_out_everywhere(User user);
  /// Hashes on the worker, then goes on with the hash.
  void hashed(std::string password, std::move_only_function<void(std::string hash)> then);

  const AdminDesk& desk_;
  std::shared_ptr<int> alive_ = std::make_shared<int>();
};

}  // namespace paneltwin::net::cloud

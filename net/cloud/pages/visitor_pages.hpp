// The frame of every page that somebody sees after signing in: who is asking, in which language, and what browsers must
// not do with the answer.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "device/text/catalogue.hpp"
#include "net/cloud/identity/identity.hpp"
#include "net/http/router.hpp"
#include "net/pages/templates.hpp"

namespace paneltwin::net::cloud {

/// One request of somebody; a value, so that it can wait for an answer.
struct Visit {
  http::Request request;
  User user;               // its id is empty when nobody is signed in
  std::string form_token;  // belongs into every form
  const device::Catalogue* words = nullptr;

  [[nodiscard]] bool signed_in() const { return !user.id.empty(); }
};

/// Loop only. What it is given must outlive it and its routes.
class VisitorPages {
 public:
  using Page = std::function<void(const Visit&, http::Respond)>;
  using Action = std::function<void(const Visit&, const http::Fields& form, http::Respond)>;

  VisitorPages(const device::Texts& texts, pages::Templates templates, const Identity& identity)
      : texts_(&texts), identity_(&identity), templates_(std::move(templates)) {}
  /// The styles and scripts of the pages, under "/cloud/".
  void add_routes(http::Router& router) const;

  /// `page` for whoever comes.
  [[nodiscard]] http::Handler for_all(Page page) const;
  /// `page` for who is signed in; everybody else signs in first and comes back.
  [[nodiscard]] http::Handler for_visitor(Page page) const;
  /// A form sent by who is signed in; without the form's token it is 403.
  [[nodiscard]] http::Handler for_form(Action action) const;

  /// The template `name` filled, with the frame's own values: visitor, languages, addresses.
  [[nodiscard]] http::Response show(const Visit& visit, const std::string& name, pages::Data data,
                                    int status = 200) const;

 private:
  [[nodiscard]] Visit visit_of(const http::Request& request) const;

  const device::Texts* texts_;
  const Identity* identity_;
  pages::Templates templates_;
};

}  // namespace paneltwin::net::cloud

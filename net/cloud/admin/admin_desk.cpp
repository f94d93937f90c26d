#include "net/cloud/admin/admin_desk.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

namespace paneltwin::net::cloud {

http::Handler AdminDesk::page(Right right, VisitorPages::Page page) const {
  return pages.for_visitor([this, right, page = std::move(page)](const Visit& visit, http::Respond respond) {
    if (may(visit.user, right)) return page(visit, std::move(respond));
    respond(show(visit, "", "admin_forbidden", {}, 403));
  });
}

http::Handler AdminDesk::form(Right right, VisitorPages::Action action) const {
  return pages.for_form(
      [this, right, action = std::move(action)](const Visit& visit, const http::Fields& form, http::Respond respond) {
        if (may(visit.user, right)) return action(visit, form, std::move(respond));
        respond(show(visit, "", "admin_forbidden", {}, 403));
      });
}

http::Response AdminDesk::show(const Visit& visit, std::string_view place, const std::string& name, pages::Data data,
                               int status) const {
  const auto& path = visit.request.path;
  data.set(path.starts_with("/exchange") ? "in_exchange" : path.starts_with("/entra") ? "in_entra" : "in_m365", true);
  data.set(fmt::format("at_{}", place), true);
  const auto told = fmt::format("cloud.admin.told.{}", visit.request.query_value("told"));
  if (visit.words->has(told)) {
    data.set("told", std::string(visit.words->text(told)));
    data.set("refused", told.find(".not-") != std::string::npos);
  }
  return pages.show(visit, name, std::move(data), status);
}

http::Response back_to(const std::string& path, std::string_view told) {
  return http::Response::redirect(fmt::format("{}?told={}", path, told));
}

http::Response back_to(const std::string& path, const device::Result<void>& done) {
  if (!done) spdlog::error("cloud: {}", done.error().detail);
  return back_to(path, done ? "saved" : "not-saved");
}

}  // namespace paneltwin::net::cloud

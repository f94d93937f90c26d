#include "net/cloud/pages/visitor_pages.hpp"

#include <fmt/format.h>

#include "net/cloud/identity/ids.hpp"
#include "net/cloud/pages/page_language.hpp"

namespace paneltwin::net::cloud {

namespace {

constexpr std::string_view own_pages_only =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

http::Response guarded(http::Response response) {
  response.header("Cache-Control", "no-store")
      .header("X-Content-Type-Options", "nosniff")
      .header("Referrer-Policy", "no-referrer")
      .header("Content-Security-Policy", std::string(own_pages_only));
  return response;
}

std::string first_character(const std::string& text) {
  std::size_t end = 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;  // UTF-8
  return text.substr(0, end);
}

/// The same page in another language.
std::string address_in(const http::Request& request, const std::string& tag) {
  std::string address = "?lang=" + tag;
  for (const auto& [name, value] : request.query) {
    if (name != "lang") address += fmt::format("&{}={}", http::percent_encode(name), http::percent_encode(value));
  }
  return address;
}

/// Of what lies beside the templates.
std::string media_type(std::string_view name) {
  return name.ends_with(".css")  ? "text/css; charset=utf-8"
         : name.ends_with(".js") ? "text/javascript"
                                 : "image/svg+xml";
}

}  // namespace

void VisitorPages::add_routes(http::Router& router) const {
  router.get("/cloud/{file}", [this](const http::Request& request, http::Respond respond) {
    const auto& name = request.captures.at("file");
    const auto* content = templates_.file(name);
    if (!content) return respond(http::Response::text("Not found\n", 404));
    http::Response response{.body = *content};
    response.header("Content-Type", media_type(name))
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-cache");
    respond(std::move(response));
  });
}

Visit VisitorPages::visit_of(const http::Request& request) const {
  return {request, identity_->visitor(request).value_or(User{}), identity_->form_token(request),
          &page_language(request, *texts_)};
}

http::Handler VisitorPages::for_all(Page page) const {
  return [this, page = std::move(page)](const http::Request& request, http::Respond respond) {
    page(visit_of(request), std::move(respond));
  };
}

http::Handler VisitorPages::for_visitor(Page page) const {
  return for_all([page = std::move(page)](const Visit& visit, http::Respond respond) {
    if (visit.signed_in()) return page(visit, std::move(respond));
    respond(guarded(http::Response::redirect(Identity::sign_in_path(visit.request.target), 302)));
  });
}

http::Handler VisitorPages::for_form(Action action) const {
  return for_all([this, action = std::move(action)](const Visit& visit, http::Respond respond) {
    const auto form = visit.request.form();
    const auto token = form ? http::value_of(*form, "token").value_or("") : "";
    if (visit.signed_in() && same_secret(token, visit.form_token)) return action(visit, *form, std::move(respond));
    respond(show(visit, "cloud_form_expired", {}, 403));
  });
}

http::Response VisitorPages::show(const Visit& visit, const std::string& name, pages::Data data, int status) const {
  pages::Data languages(pages::Data::type::list);
  for (const auto& tag : texts_->tags()) {
    if (tag == visit.words->tag()) continue;
    pages::Data language;
    language.set("tag", tag);
    language.set("name", std::string(texts_->in(tag).text("language.name")));
    language.set("address", address_in(visit.request, tag));
    languages.push_back(language);
  }
  data.set("language", visit.words->tag());
  data.set("languages", languages);
  if (visit.signed_in()) {
    data.set("visitor", visit.user.address);
    data.set("visitor_name", visit.user.name);
    data.set("visitor_initial", first_character(visit.user.name));
    data.set("token", visit.form_token);
    data.set("sign_out", Identity::sign_out_path());
  }
  auto response = guarded(http::Response::html(templates_.render(name, data, *visit.words), status));
  keep_language(visit.request, *texts_, response);
  return response;
}

}  // namespace paneltwin::net::cloud

#include "net/cloud/identity/identity_pages.hpp"

#include <charconv>

#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include "net/cloud/identity/authorize_request.hpp"
#include "net/cloud/identity/ids.hpp"
#include "net/cloud/identity/provider_endpoints.hpp"
#include "net/cloud/identity/sign_in_json.hpp"
#include "net/cloud/identity/sign_in_view.hpp"
#include "net/cloud/pages/page_language.hpp"

namespace paneltwin::net::cloud {

namespace {

constexpr std::string_view browser_cookie = "__Host-cloud-browser";
constexpr std::string_view code_page = "/common/oauth2/deviceauth";

void set_cookie(http::Response& response, std::string_view name, std::string_view value) {
  response.header("Set-Cookie", fmt::format("{}={}; Path=/; Secure; HttpOnly; SameSite=Lax{}", name, value,
                                            value.empty() ? "; Max-Age=0" : ""));
}

http::Response guarded(http::Response response) {
  response.header("Cache-Control", "no-store")
      .header("X-Frame-Options", "DENY")
      .header("X-Content-Type-Options", "nosniff")
      .header("Referrer-Policy", "no-referrer")
      .header("Content-Security-Policy",
              "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'");
  return response;
}

std::string tenant_in(const http::Request& request) { return request.captures.at("tenant"); }

}  // namespace

bool is_own_path(std::string_view target) {
  return target.starts_with('/') && !target.starts_with("//") && target.find('\\') == std::string_view::npos;
}

void IdentityPages::add_routes(http::Router& router) {
  using http::Request, http::Respond, http::Response;
  for (const auto* path : {"/devicelogin", "/device", "/link"}) {
    router.get(path, [](const Request&, Respond respond) { respond(Response::redirect(std::string(code_page), 302)); });
  }
  router.get("/{tenant}/oauth2/deviceauth", [this](const Request& request, Respond respond) {
    respond(begin(request, SignIn{.purpose = SignIn::Purpose::device}));
  });
  router.get("/{tenant}/oauth2/v2.0/authorize", [this](const Request& request, Respond respond) {
    respond(begin(request, read_authorize_request(store_, tenant_in(request), request.query)));
  });
  router.post("/{tenant}/oauth2/v2.0/authorize", [this](const Request& request, Respond respond) {
    respond(
        begin(request, read_authorize_request(store_, tenant_in(request), request.form().value_or(http::Fields{}))));
  });
  router.get("/{tenant}/v2.0/adminconsent", [this](const Request& request, Respond respond) {
    respond(begin(request, read_admin_consent_request(store_, tenant_in(request), request.query)));
  });
  router.get("/signin", [this](const Request& request, Respond respond) {
    const auto target = request.query_value("target");
    respond(begin(request, SignIn{.location = is_own_path(target) ? target : "/"}));
  });
  router.get("/common/login/{flow}", [this](const Request& request, Respond respond) {
    const auto* sign_in = sign_ins_.find(request.captures.at("flow"), request.cookie(browser_cookie));
    if (!sign_in) return respond(refuse(request, aadsts(90107)));
    auto response = show(request, *sign_in);
    // The phone's answer begins a new session.
    if (!sign_in->session.empty() && sign_in->session != request.cookie(session_cookie)) {
      set_cookie(response, session_cookie, sign_in->session);
    }
    respond(std::move(response));
  });
  router.post("/common/login/{flow}",
              [this](const Request& request, Respond respond) { take(request, std::move(respond)); });
  router.get("/{tenant}/oauth2/v2.0/logout",
             [this](const Request& request, Respond respond) { respond(sign_out(request)); });
  // "error_uri" of refusals leads here.
  router.get("/error", [this](const Request& request, Respond respond) { respond(explain(request)); });
  router.get("/sign-in.css", [this](const Request&, Respond respond) {
    const auto* style = templates_.file("sign-in.css");
    Response response{.body = style ? *style : ""};
    response.header("Content-Type", "text/css; charset=utf-8").header("Cache-Control", "no-cache");
    respond(std::move(response));
  });
}

http::Response IdentityPages::begin(const http::Request& request, std::expected<SignIn, AadstsError> wanted) {
  if (!wanted) return refuse(request, wanted.error());
  wanted->trace = trace_of(request);
  wanted->peer = request.peer;
  wanted->browser = request.cookie(browser_cookie);
  const bool new_browser = wanted->browser.empty();
  if (new_browser) wanted->browser = new_secret(24);
  const auto& sign_in = sign_ins_.begin(std::move(*wanted), request.cookie(session_cookie));
  auto response = show(request, sign_in);
  if (new_browser) set_cookie(response, browser_cookie, sign_in.browser);
  return response;
}

http::Response IdentityPages::show(const http::Request& request, const SignIn& sign_in) {
  if (wants_json(request)) {
    return guarded(http::Response::json(
        boost::json::serialize(json_of(sign_in, sign_ins_, store_, clock_, page_language(request, texts_)))));
  }
  const bool leaves = sign_in.page == SignInPage::leaving;
  if (leaves && sign_in.response_mode != "form_post") {
    return guarded(http::Response::redirect(
        address_with(sign_in.location, sign_in.reply, sign_in.response_mode == "fragment"), 302));
  }
  return shown(request, fmt::format("sign_in_{}", name_of(sign_in.page)),
               view_of(sign_in, sign_ins_, store_, clock_, page_language(request, texts_)), 200);
}

http::Response IdentityPages::shown(const http::Request& request, const std::string& page, pages::Data data,
                                    int status) const {
  const auto& words = page_language(request, texts_);
  pages::Data languages(pages::Data::type::list);
  for (const auto& tag : texts_.tags()) {
    if (tag == words.tag()) continue;
    pages::Data language;
    language.set("tag", tag);
    language.set("name", std::string(texts_.in(tag).text("language.name")));
    languages.push_back(language);
  }
  data.set("language", words.tag());
  data.set("languages", languages);
  auto response = guarded(http::Response::html(templates_.render(page, data, words), status));
  keep_language(request, texts_, response);
  return response;
}

http::Response IdentityPages::refuse(const http::Request& request, const AadstsError& error) {
  if (wants_json(request)) {
    return http::Response::json(
        boost::json::serialize(body_of(error, trace_of(request), clock_.now(), request.origin())), error.status);
  }
  SignIn sign_in{.trace = trace_of(request), .page = SignInPage::trouble, .error = error};
  return shown(request, "sign_in_trouble", view_of(sign_in, sign_ins_, store_, clock_, page_language(request, texts_)),
               error.status);
}

http::Response IdentityPages::explain(const http::Request& request) const {
  const auto asked = request.query_value("code");
  int code = 0;
  std::from_chars(asked.data(), asked.data() + asked.size(), code);
  const auto error = explained(code);
  pages::Data data;
  if (error) {
    data.set("kept_query", fmt::format("code={}&", error->code));  // in the addresses of the other languages
    data.set("code", std::to_string(error->code));
    data.set("text", fmt::format("AADSTS{}: {}", error->code, error->text));
    data.set("oauth_error", error->error);
  }
  return shown(request, "sign_in_error_code", std::move(data), error ? 200 : 404);
}

void IdentityPages::take(const http::Request& request, http::Respond respond) {
  const auto flow = request.captures.at("flow"), browser = request.cookie(browser_cookie);
  auto* sign_in = sign_ins_.find(flow, browser);
  const auto form = request.form();
  if (!sign_in) return respond(refuse(request, aadsts(90107)));
  if (!form || !same_secret(http::value_of(*form, "canary").value_or(""), sign_in->canary)) {
    return respond(refuse(request, aadsts(9002313)));
  }
  const auto page = http::value_of(*form, "page").value_or("");
  sign_ins_.answer(*sign_in, page, *form, [this, flow, browser, request, respond = std::move(respond)]() mutable {
    const auto* answered = sign_ins_.find(flow, browser);
    // To an address of its own, so that going back and loading anew ask nothing twice.
    auto response = answered && wants_json(request) ? show(request, *answered)
                                                    : guarded(http::Response::redirect("/common/login/" + flow));
    if (answered && !answered->session.empty()) set_cookie(response, session_cookie, answered->session);
    respond(std::move(response));
  });
}

http::Response IdentityPages::sign_out(const http::Request& request) {
  sessions_.end(request.cookie(session_cookie));
  // Only programs of the tenant are gone back to.
  const auto target = request.query_value("post_logout_redirect_uri");
  bool known = false;
  for (const auto& application : store_.applications()) known = known || may_return_to(application, target);
  http::Fields reply;
  if (auto state = request.query_value("state"); !state.empty()) reply.emplace_back("state", std::move(state));
  auto response = known ? http::Response::redirect(address_with(target, reply, false))
                        : shown(request, "sign_in_signed_out", {}, 200);
  set_cookie(response, session_cookie, "");
  return response;
}

}  // namespace paneltwin::net::cloud

#include "net/webconfig/log_in_page.hpp"

#include <fmt/format.h>

#include "net/webconfig/menu.hpp"

namespace paneltwin::net::webconfig {

namespace {

constexpr std::string_view log_in_id = "PASSWORD";
constexpr std::string_view first_page = "INFO_PRTINFO";

/// The page that was asked for before the log-in came between.
std::string_view wanted(std::string_view id) { return is_menu_page(id) ? id : first_page; }

/// `problem`: catalogue key; empty at first.
void show_log_in_form(const Site& site, Visit visit, std::string_view id, std::string_view problem) {
  pages::Data data;
  data.set("title", std::string(visit.words.text("webconfig.log_in")));
  data.set("user_name", visit.field("INPUTT_USERNAME"));
  data.set("wanted", std::string(wanted(id)));
  if (!problem.empty()) data.set("problem", std::string(visit.words.text(problem)));
  site.answer(std::move(visit), "log_in", log_in_id, std::move(data));
}

std::string cookie(std::string_view id, std::string_view more) {
  return fmt::format("{}={}; Path=/; Secure; HttpOnly; SameSite=Strict{}", session_cookie, id, more);
}

/// The log-in's answer is a page and not a redirect: clients of the machine look for the cookie in a 200.
void log_in(Site& site, Visit visit) {
  // A cookie that was there before the log-in is worth nothing after it.
  if (visit.session) site.sessions.end(visit.session->id);
  visit.session = site.sessions.begin(site.clock.now());
  visit.respond = [respond = std::move(visit.respond), set = cookie(visit.session->id, "")](
                      http::Response response) mutable { respond(std::move(response.header("Set-Cookie", set))); };
  pages::Data data;
  data.set("title", std::string(visit.words.text("webconfig.log_in")));
  data.set("next", address(wanted(visit.field("INPUTT_PAGE"))));
  site.answer(std::move(visit), "logged_in", log_in_id, std::move(data));
}

void check(Site& site, Visit visit) {
  device::command::CheckAdministrator command{visit.field("INPUTT_USERNAME"), visit.field("INPUTT_PASSWORD"),
                                              visit.request.peer};
  site.device.post(
      std::move(command),
      [site = site.shared_from_this(), visit = std::move(visit)](device::Result<std::int64_t> checked) mutable {
        if (checked) return log_in(*site, std::move(visit));
        const auto kind = checked.error().kind;
        const auto id = visit.field("INPUTT_PAGE");
        show_log_in_form(
            *site, std::move(visit), id,
            kind == device::FailureKind::wrong_password ? "webconfig.wrong_password" : device::words_for(kind).problem);
      },
      device::Origin::web);
}

void log_out(Site& site, Visit visit) {
  site.sessions.end(visit.session->id);
  site.device.post(device::command::RecordEvent{device::AuditEvent::log_out, "", visit.request.peer}, {},
                   device::Origin::web);
  visit.respond(
      std::move(http::Response::redirect(address(first_page)).header("Set-Cookie", cookie("", "; Max-Age=0"))));
}

}  // namespace

std::string log_in_address(std::string_view id) { return fmt::format("{}?page={}", address(log_in_id), id); }

void add_log_in_page(Site& site) {
  site.show(address(log_in_id), [&site](Visit visit) {
    const auto id = visit.request.query_value("page");
    show_log_in_form(site, std::move(visit), id, "");
  });
  site.take(address(log_in_id, "SET"), [&site](Visit visit) { check(site, std::move(visit)); });
  site.take_from_administrator(log_in_id, "LOGOUT", [&site](Visit visit) { log_out(site, std::move(visit)); });
}

}  // namespace paneltwin::net::webconfig

#include "panel/automation/webdriver/error.hpp"

#include <boost/json/serialize.hpp>

namespace paneltwin::panel::webdriver {

namespace json = boost::json;

namespace {
struct Words {
  int status;
  std::string_view name;
};

Words words_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::element_click_intercepted:
      return {400, "element click intercepted"};
    case ErrorCode::element_not_interactable:
      return {400, "element not interactable"};
    case ErrorCode::invalid_argument:
      return {400, "invalid argument"};
    case ErrorCode::invalid_cookie_domain:
      return {400, "invalid cookie domain"};
    case ErrorCode::invalid_element_state:
      return {400, "invalid element state"};
    case ErrorCode::invalid_selector:
      return {400, "invalid selector"};
    case ErrorCode::invalid_session_id:
      return {404, "invalid session id"};
    case ErrorCode::move_target_out_of_bounds:
      return {500, "move target out of bounds"};
    case ErrorCode::no_such_alert:
      return {404, "no such alert"};
    case ErrorCode::no_such_cookie:
      return {404, "no such cookie"};
    case ErrorCode::no_such_element:
      return {404, "no such element"};
    case ErrorCode::no_such_frame:
      return {404, "no such frame"};
    case ErrorCode::no_such_shadow_root:
      return {404, "no such shadow root"};
    case ErrorCode::no_such_window:
      return {404, "no such window"};
    case ErrorCode::session_not_created:
      return {500, "session not created"};
    case ErrorCode::stale_element_reference:
      return {404, "stale element reference"};
    case ErrorCode::unable_to_capture_screen:
      return {500, "unable to capture screen"};
    case ErrorCode::unexpected_alert_open:
      return {500, "unexpected alert open"};
    case ErrorCode::unknown_command:
      return {404, "unknown command"};
    case ErrorCode::unknown_error:
      return {500, "unknown error"};
    case ErrorCode::unknown_method:
      return {405, "unknown method"};
    case ErrorCode::unsupported_operation:
      return {500, "unsupported operation"};
  }
  return {500, "unknown error"};
}
}  // namespace

std::unexpected<Error> refuse(ErrorCode code, std::string message) {
  return std::unexpected(Error{.code = code, .message = std::move(message)});
}

std::unexpected<Error> wrong(std::string message) { return refuse(ErrorCode::invalid_argument, std::move(message)); }

std::string_view name_of(ErrorCode code) { return words_of(code).name; }

net::http::Response answer(const Outcome<json::value>& outcome) {
  json::object body;
  int status = 200;
  if (outcome) {
    body["value"] = *outcome;
  } else {
    const auto words = words_of(outcome.error().code);
    status = words.status;
    json::object told{{"error", words.name}, {"message", outcome.error().message}, {"stacktrace", ""}};
    if (const auto& alert = outcome.error().alert) told["data"] = json::object{{"text", *alert}};
    body["value"] = std::move(told);
  }
  return {.status = status,
          .headers = {{"Content-Type", "application/json; charset=utf-8"}, {"Cache-Control", "no-cache"}},
          .body = json::serialize(body)};
}

}  // namespace paneltwin::panel::webdriver

// What a WebDriver command answers: a value, or one of the standard's errors (W3C WebDriver 6.6).
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include <boost/json/value.hpp>

#include "net/http/message.hpp"

namespace paneltwin::panel::webdriver {

enum class ErrorCode {
  element_click_intercepted,
  element_not_interactable,
  invalid_argument,
  invalid_cookie_domain,
  invalid_element_state,
  invalid_selector,
  invalid_session_id,
  move_target_out_of_bounds,
  no_such_alert,
  no_such_cookie,
  no_such_element,
  no_such_frame,
  no_such_shadow_root,
  no_such_window,
  session_not_created,
  stale_element_reference,
  unable_to_capture_screen,
  unexpected_alert_open,
  unknown_command,
  unknown_error,
  unknown_method,
  unsupported_operation,
};

struct Error {
  ErrorCode code;
  std::string message;                    // for whoever reads the failing test: what and why
  std::optional<std::string> alert = {};  // of unexpected_alert_open: the dialog's words
};

template <class T>
using Outcome = std::expected<T, Error>;

std::unexpected<Error> refuse(ErrorCode code, std::string message);
/// An invalid argument.
std::unexpected<Error> wrong(std::string message);

/// The standard's words: "no such element".
std::string_view name_of(ErrorCode code);

/// {"value": …} with 200, or the error with its status.
net::http::Response answer(const Outcome<boost::json::value>& outcome);

}  // namespace paneltwin::panel::webdriver

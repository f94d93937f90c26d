#include "net/oauth/polling.hpp"

#include <algorithm>
#include <array>

namespace paneltwin::net::oauth {

using device::Failure;
using device::FailureKind;
using namespace std::chrono_literals;

namespace {

constexpr device::Duration slow_down_step = 5s;
constexpr device::Duration longest_wait = 5min;
constexpr int patience = 6;  // questions in a row without an answer

bool is_one_of(const std::string& error, auto... words) { return ((error == words) || ...); }

/// What an error that ends the polling means to people.
FailureKind end_of(const std::string& error) {
  if (is_one_of(error, "authorization_declined", "access_denied")) return FailureKind::sign_in_declined;
  // Microsoft says bad_verification_code of a code that it forgot, and invalid_grant of one long past its time.
  if (is_one_of(error, "expired_token", "bad_verification_code", "invalid_grant"))
    return FailureKind::sign_in_code_expired;
  if (is_one_of(error, "interaction_required", "login_required", "consent_required", "account_selection_required"))
    return FailureKind::sign_in_blocked;
  return error.empty() ? FailureKind::cloud_communication : FailureKind::provider_misconfigured;
}

}  // namespace

device::Duration Polling::wait() const {
  device::Duration wait = interval_;
  for (int i = 0; i < unanswered_ && wait < longest_wait; ++i) wait *= 2;
  return std::max({interval_, std::min(wait, longest_wait), at_least_});
}

std::optional<Failure> Polling::refused(const Refusal& refusal) {
  at_least_ = refusal.retry_after.value_or(0s);
  if (refusal.is_temporary()) return back_off(refusal.as(FailureKind::temporary));
  unanswered_ = 0;
  if (refusal.error == "slow_down") interval_ += slow_down_step;
  if (is_one_of(refusal.error, "authorization_pending", "slow_down")) return std::nullopt;
  return refusal.as(end_of(refusal.error));
}

std::optional<Failure> Polling::unanswered(const Failure& failure) {
  using enum FailureKind;
  at_least_ = {};
  if (failure.kind == dns || failure.kind == communication || failure.kind == temporary) return back_off(failure);
  return failure;
}

std::optional<Failure> Polling::back_off(const Failure& failure) {
  if (++unanswered_ < patience) return std::nullopt;
  return failure;
}

}  // namespace paneltwin::net::oauth

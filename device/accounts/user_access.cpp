#include "device/accounts/user_access.hpp"

namespace paneltwin::device {

Result<void> check(const AuthenticationSettings& settings) {
  using namespace std::chrono_literals;
  if (settings.automatic_log_out < 10s || settings.automatic_log_out > 600s) {
    return fail(FailureKind::invalid_value, "automatic_log_out");
  }
  return {};
}

}  // namespace paneltwin::device

#include "device/network/wifi_pin.hpp"

#include <utility>

#include "device/answer.hpp"
#include "device/random.hpp"

namespace paneltwin::device {

using namespace std::chrono_literals;

static constexpr Duration pin_time = 2min;  // the standard's walk time
static constexpr std::size_t checked_digits = 7;

/// Every other digit counts three times; the last makes the sum a multiple of ten.
static int weighted_sum(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) sum += (digits[i] - '0') * (i % 2 == 0 ? 3 : 1);
  return sum;
}

bool is_wifi_pin(std::string_view pin) {
  return pin.size() == checked_digits + 1 && pin.find_first_not_of(decimal_digits) == std::string_view::npos &&
         weighted_sum(pin) % 10 == 0;
}

std::string with_check_digit(std::string seven) {
  seven += decimal_digits[static_cast<std::size_t>((10 - weighted_sum(seven) % 10) % 10)];
  return seven;
}

void WifiPinSetup::begin(Reply reply) {
  if (reply_) return reply(fail(FailureKind::busy));
  reply_ = std::move(reply);
  core_.state.wifi.pin = with_check_digit(random_text(checked_digits, decimal_digits));
  core_.state.wifi.error = 0;
  time_out_ =
      core_.ports.clock.call_after(pin_time, core_.while_alive([this] { end(fail(FailureKind::wps_time_out)); }));
  core_.publish();
}

void WifiPinSetup::take() {
  core_.ports.clock.cancel(time_out_);
  core_.state.wifi.pin.clear();
  core_.publish();
}

void WifiPinSetup::end(const Result<void>& how) {
  if (!reply_) return;
  take();
  auto told = std::exchange(reply_, nullptr);
  answer(told, how);
}

}  // namespace paneltwin::device

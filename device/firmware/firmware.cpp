#include "device/firmware/firmware.hpp"

#include <array>
#include <charconv>
#include <tuple>

namespace paneltwin::device {

namespace {

/// Takes a number and the dot after it off the front; 0 when there is none.
int take_number(std::string_view& rest) {
  int number = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  if (error != std::errc()) return 0;
  rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
  if (rest.starts_with('.')) rest.remove_prefix(1);
  return number;
}

/// In the order of time.
std::tuple<int, int, std::array<char, 4>> order_of(std::string_view version) {
  const int first = take_number(version), second = take_number(version);
  std::array<char, 4> day{};
  if (version.size() == 6 && version.starts_with("GW")) day = {version[4], version[5], version[2], version[3]};
  return {first, second, day};
}

}  // namespace

bool is_newer_firmware(std::string_view version, std::string_view than) { return order_of(version) > order_of(than); }

}  // namespace paneltwin::device

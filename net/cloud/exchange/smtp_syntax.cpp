#include "net/cloud/exchange/smtp_syntax.hpp"

#include <algorithm>

#include <openssl/evp.h>

namespace paneltwin::net::cloud {

std::string upper(std::string_view text) {
  std::string up(text);
  for (char& letter : up) {
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  }
  return up;
}

static bool is_fit(std::string_view text) {
  return std::ranges::none_of(text,
                              [](char letter) { return static_cast<unsigned char>(letter) <= ' ' || letter == 0x7F; });
}

static bool is_address(std::string_view address) {
  constexpr std::size_t longest = 254;
  const auto at = address.rfind('@');
  return at != std::string_view::npos && at > 0 && at + 1 < address.size() && address.size() <= longest &&
         is_fit(address) && address.find_first_of("<>(),;:\\\"[]") == std::string_view::npos;
}

std::optional<Path> parse_path(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  const auto close = text.find('>');
  if (!text.starts_with('<') || close == std::string_view::npos) return std::nullopt;
  auto address = text.substr(1, close - 1);
  if (address.starts_with('@')) {
    const auto colon = address.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    address.remove_prefix(colon + 1);
  }
  if (!address.empty() && !is_address(address)) return std::nullopt;
  Path path{.address = std::string(address), .parameters = {}};
  auto rest = text.substr(close + 1);
  while (!rest.empty()) {
    if (!rest.starts_with(' ')) return std::nullopt;
    rest.remove_prefix(1);
    const auto parameter = rest.substr(0, rest.find(' '));
    rest.remove_prefix(parameter.size());
    if (parameter.empty()) continue;
    const auto equals = parameter.find('=');
    const bool has_value = equals != std::string_view::npos;
    if (!is_fit(parameter) || equals == 0) return std::nullopt;
    path.parameters[upper(parameter.substr(0, equals))] = has_value ? parameter.substr(equals + 1) : std::string_view();
  }
  return path;
}

std::optional<std::string> decode_base64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  const auto padding = text.ends_with("==") ? 2U : text.ends_with('=') ? 1U : 0U;
  const auto is_letter = [](char letter) {
    return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
           letter == '+' || letter == '/';
  };
  if (!std::ranges::all_of(text.substr(0, text.size() - padding), is_letter)) return std::nullopt;
  std::string bytes(text.size() / 4 * 3, '\0');
  const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                                   reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
  if (size < 0) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(size) - padding);
  return bytes;
}

std::optional<XoauthBlob> parse_xoauth2(std::string_view blob) {
  constexpr std::string_view user = "user=", bearer = "auth=Bearer ", end = "\x01\x01";
  if (!blob.starts_with(user) || !blob.ends_with(end)) return std::nullopt;
  blob.remove_prefix(user.size());
  blob.remove_suffix(end.size());
  const auto middle = blob.find('\x01');
  if (middle == std::string_view::npos || middle == 0) return std::nullopt;
  const auto rest = blob.substr(middle + 1);
  if (!rest.starts_with(bearer) || !is_fit(rest.substr(bearer.size())) || rest.size() == bearer.size())
    return std::nullopt;
  return XoauthBlob{std::string(blob.substr(0, middle)), std::string(rest.substr(bearer.size()))};
}

}  // namespace paneltwin::net::cloud

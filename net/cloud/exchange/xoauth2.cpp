#include "net/cloud/exchange/xoauth2.hpp"

#include <algorithm>

#include <openssl/evp.h>

#include "net/cloud/store/words.hpp"

namespace paneltwin::net::cloud {

std::optional<std::string> from_base64(std::string_view text) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  if (text.size() % 4 != 0) return std::nullopt;
  const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
  if (!std::ranges::all_of(text.substr(0, text.size() - padding),
                           [&](char c) { return alphabet.find(c) != std::string_view::npos; }))
    return std::nullopt;
  std::string bytes(text.size() / 4 * 3, '\0');
  const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                                   reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
  if (size < 0) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(size) - padding);
  return bytes;
}

std::optional<Bearer> parse_xoauth2(std::string_view blob) {
  constexpr char separator = '\x01';
  constexpr std::string_view user_name = "user=", auth_name = "auth=", scheme = "bearer ";
  if (!blob.ends_with("\x01\x01")) return std::nullopt;
  blob.remove_suffix(1);
  Bearer bearer;
  while (!blob.empty()) {
    auto part = blob.substr(0, blob.find(separator));
    blob.remove_prefix(part.size() + 1);
    if (part.starts_with(user_name) && bearer.user.empty()) {
      bearer.user = part.substr(user_name.size());
    } else if (part.starts_with(auth_name) && bearer.token.empty()) {
      part.remove_prefix(auth_name.size());
      if (!equal_without_case(part.substr(0, scheme.size()), scheme)) return std::nullopt;
      bearer.token = part.substr(scheme.size());
    } else {
      return std::nullopt;
    }
  }
  if (bearer.user.empty() || bearer.token.empty()) return std::nullopt;
  return bearer;
}

}  // namespace paneltwin::net::cloud

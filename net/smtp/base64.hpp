// Base64 in one line, as AUTH wants it (RFC 4954 4).
#pragma once

#include <string>
#include <string_view>

#include <openssl/evp.h>

namespace paneltwin::net::smtp {

inline std::string base64(std::string_view bytes) {
  std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
  const int size =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                      reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(size));
  return text;
}

}  // namespace paneltwin::net::smtp

// The words of an SMTP command taken apart: paths, parameters, the blobs of AUTH.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paneltwin::net::cloud {

/// "<a@b> SIZE=1 BODY=8BITMIME" as an address and its parameters, names in upper case.
struct Path {
  std::string address;  // empty: the null sender
  std::map<std::string, std::string, std::less<>> parameters;
};
/// Nothing when it is malformed. A source route is taken and ignored (RFC 5321 4.1.1.3).
std::optional<Path> parse_path(std::string_view text);

std::string upper(std::string_view text);
/// Nothing when it is no base64 (RFC 4648 4).
std::optional<std::string> decode_base64(std::string_view text);
/// user and token of "user=…^Aauth=Bearer …^A^A"; nothing when it is malformed.
struct XoauthBlob {
  std::string user, token;
};
std::optional<XoauthBlob> parse_xoauth2(std::string_view blob);

}  // namespace paneltwin::net::cloud

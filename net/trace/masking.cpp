// Where secrets stand in what goes over the wires, and stars in their place.
#include <algorithm>
#include <array>

#include "device/text/ascii.hpp"
#include "net/trace/wire_trace.hpp"

namespace paneltwin::net {

namespace {

constexpr std::string_view stars = "***";
// RFC 6749, RFC 8628, OpenID Connect: what nobody else may know.
constexpr std::array<std::string_view, 14> secret_names{"access_token",
                                                        "refresh_token",
                                                        "id_token",
                                                        "device_code",
                                                        "user_code",
                                                        "code",
                                                        "password",
                                                        "client_secret",
                                                        "client_assertion",
                                                        "assertion",
                                                        "otc",
                                                        "passwd",
                                                        "canary",
                                                        "verification_uri_complete"};
constexpr std::array<std::string_view, 4> secret_headers{
    "authorization:", "proxy-authorization:", "cookie:", "set-cookie:"};

bool is_word(char letter) {
  return device::is_letter_or_digit(letter) || letter == '-' || letter == '_' || letter == '.';
}

/// A secret's place; where two overlap, the longer wins.
struct Finder {
  std::string_view text;
  std::vector<std::string> secrets;

  void keep(std::string_view secret) {
    if (secret.size() >= 4) secrets.emplace_back(secret);
  }

  /// name=value of forms and addresses.
  void form_field(std::string_view name) {
    for (auto at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
      const auto begin = at + name.size();
      if ((at > 0 && is_word(text[at - 1])) || begin >= text.size() || text[begin] != '=') continue;
      keep(text.substr(begin + 1, text.find_first_of("& \r\n\"'<", begin + 1) - begin - 1));
    }
  }

  /// "name": "value" of JSON.
  void json_member(std::string_view name) {
    const std::string quoted = '"' + std::string(name) + '"';
    for (auto at = text.find(quoted); at != std::string_view::npos; at = text.find(quoted, at + 1)) {
      const auto colon = text.find_first_not_of(" \t\r\n", at + quoted.size());
      if (colon == std::string_view::npos || text[colon] != ':') continue;
      const auto open = text.find_first_not_of(" \t\r\n", colon + 1);
      if (open == std::string_view::npos || text[open] != '"') continue;
      auto close = open + 1;
      while (close < text.size() && text[close] != '"') close += text[close] == '\\' ? 2 : 1;
      keep(text.substr(open + 1, std::min(close, text.size()) - open - 1));
    }
  }

  /// Header fields, and the commands that carry credentials (RFC 4954, RFC 1939).
  void lines() {
    for (std::size_t begin = 0; begin < text.size();) {
      const auto end = std::min(text.find('\n', begin), text.size());
      auto line = text.substr(begin, end - begin);
      if (line.ends_with('\r')) line.remove_suffix(1);
      for (const auto header : secret_headers) {
        if (device::begins_without_case(line, header)) keep(line.substr(std::min(line.size(), header.size() + 1)));
      }
      if (device::begins_without_case(line, "PASS ")) keep(line.substr(5));
      if (device::begins_without_case(line, "AUTH ")) {
        const auto initial = line.find(' ', 5);
        if (initial != std::string_view::npos) keep(line.substr(initial + 1));
      }
      begin = end + 1;
    }
  }

  void web_tokens() {
    for (auto at = text.find("eyJ"); at != std::string_view::npos; at = text.find("eyJ", at + 1)) {
      auto end = at;
      while (end < text.size() && is_word(text[end])) ++end;
      if (end - at > 20) keep(text.substr(at, end - at));
    }
  }
};

}  // namespace

std::string masked(std::string_view text) {
  Finder finder{text, {}};
  for (const auto name : secret_names) {
    finder.form_field(name);
    finder.json_member(name);
  }
  finder.lines();
  finder.web_tokens();
  std::ranges::sort(finder.secrets, std::ranges::greater(), &std::string::size);
  std::string shown(text);
  for (const auto& secret : finder.secrets) {  // wherever it stands: a device answer says its code again in a sentence
    for (auto at = shown.find(secret); at != std::string::npos; at = shown.find(secret, at + stars.size())) {
      shown.replace(at, secret.size(), stars);
    }
  }
  return shown;
}

}  // namespace paneltwin::net

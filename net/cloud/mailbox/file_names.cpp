#include "net/cloud/mailbox/file_names.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "net/http/message.hpp"

namespace paneltwin::net::cloud {

namespace {

constexpr std::size_t longest = 200;
constexpr auto turners =
    std::to_array<std::string_view>({"\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066",
                                     "\u2067", "\u2068", "\u2069", "\u2028", "\u2029"});

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

/// Cut between characters (UTF-8), not within one.
std::string_view cut(std::string_view text) {
  if (text.size() <= longest) return text;
  auto end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

}  // namespace

std::string shown_file_name(std::string_view name) {
  name.remove_prefix(name.find_last_of("/\\") + 1);  // npos + 1 is 0
  std::string shown;
  while (!name.empty()) {
    const auto turner = std::ranges::find_if(turners, [&](auto one) { return name.starts_with(one); });
    if (turner == turners.end() && !is_control(name.front())) shown += name.front();
    name.remove_prefix(turner == turners.end() ? 1 : turner->size());
  }
  shown = cut(shown);
  return shown.find_first_not_of(" .") == std::string::npos ? "attachment" : shown;
}

std::string content_disposition(std::string_view kind, std::string_view name) {
  const auto shown = shown_file_name(name);
  std::string plain = shown;
  for (auto& c : plain) {
    if (static_cast<unsigned char>(c) >= 0x7f || c == '"' || c == '%') c = '_';
  }
  return fmt::format("{}; filename=\"{}\"; filename*=UTF-8''{}", kind, plain, http::percent_encode(shown));
}

}  // namespace paneltwin::net::cloud

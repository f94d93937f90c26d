#include "net/qr/qr_svg.hpp"

#include <fmt/format.h>

#include "net/http/message.hpp"
#include "net/qr/qr_code.hpp"

namespace paneltwin::net {

namespace {

constexpr int quiet_zone = 4;  // modules (ISO/IEC 18004)

/// Each run of dark modules in a row as one rectangle.
std::string dark_path(const QrCode& code) {
  std::string path;
  for (int y = 0; y < code.size; ++y) {
    for (int x = 0; x < code.size; ++x) {
      if (!code.is_dark(x, y)) continue;
      const int begin = x;
      while (x < code.size && code.is_dark(x, y)) ++x;
      path += fmt::format("M{} {}h{}v1h-{}z", begin + quiet_zone, y + quiet_zone, x - begin, x - begin);
    }
  }
  return path;
}

}  // namespace

std::string qr_svg(const std::string& content, const std::string& label) {
  const auto code = QrCode::of(content);
  if (!code) return {};
  const int side = code->size + 2 * quiet_zone;
  return fmt::format(
      R"(<svg class="qr" viewBox="0 0 {0} {0}" role="img" aria-label="{1}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{0}v{0}h-{0}z"/><path fill="#000" d="{2}"/></svg>)",
      side, http::escape(label), dark_path(*code));
}

}  // namespace paneltwin::net

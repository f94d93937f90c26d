#include "net/qr/qr_code.hpp"

#include <memory>

#include <qrencode.h>

namespace paneltwin::net {

std::optional<QrCode> QrCode::of(const std::string& content) {
  if (content.empty() || content.find('\0') != std::string::npos) return std::nullopt;
  const std::unique_ptr<QRcode, void (*)(QRcode*)> made(QRcode_encodeString8bit(content.c_str(), 0, QR_ECLEVEL_M),
                                                        QRcode_free);
  if (!made) return std::nullopt;
  QrCode code{.size = made->width, .dark = {}};
  const auto modules = static_cast<std::size_t>(made->width) * static_cast<std::size_t>(made->width);
  code.dark.reserve(modules);
  for (std::size_t i = 0; i < modules; ++i) code.dark.push_back(made->data[i] & 1);
  return code;
}

}  // namespace paneltwin::net

#include "net/utf8.hpp"

#include <memory>

#include <glib.h>

#include "device/settings/limits.hpp"

namespace paneltwin::net {

std::string valid_utf8(std::string text) {
  if (device::is_utf8(text)) return text;
  const std::unique_ptr<char, void (*)(void*)> mended(g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())),
                                                      g_free);
  return mended.get();
}

}  // namespace paneltwin::net

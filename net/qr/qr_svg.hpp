// A QR code as inline SVG, for pages that allow no pictures from elsewhere.
#pragma once

#include <string>

namespace paneltwin::net {

/// One <svg> element with its quiet zone, to be sized by the style sheet, with `label` (plain text) for those who do
/// not see it. Empty when `content` is empty or longer than a code holds.
std::string qr_svg(const std::string& content, const std::string& label);

}  // namespace paneltwin::net

// Ink, maintenance box and paper on Product Status, in the markup that programs for the real pages read levels from.
#pragma once

#include "device/condition/condition.hpp"
#include "device/text/catalogue.hpp"
#include "net/pages/templates.hpp"

namespace paneltwin::net::webconfig {

/// Puts `tanks` and `sources` into `data`, for the template part "supplies".
void put_supplies(pages::Data& data, const device::Conditions& conditions, const device::Catalogue& words);

}  // namespace paneltwin::net::webconfig

// The pages that Maintenance prints: the nozzle check pattern and the alignment patterns. Our own drawing.
#pragma once

#include <array>
#include <string>

#include "device/clock.hpp"
#include "device/condition/condition.hpp"
#include "device/maintenance/maintenance.hpp"
#include "device/text/catalogue.hpp"

namespace paneltwin::device {

/// A4 as PDF bytes; a clogged ink's pattern has gaps. Worker. Failure: output_failed.
Result<std::string> maintenance_page(MaintenanceAction action, const std::array<bool, ink_count>& clogged,
                                     Instant printed, const Catalogue& words);

}  // namespace paneltwin::device

// What Maintenance does to the print head.
#pragma once

namespace paneltwin::device {

enum class MaintenanceAction { nozzle_check, head_cleaning, head_alignment };

}  // namespace paneltwin::device

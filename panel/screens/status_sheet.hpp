// Print Status Sheet: a message, and the key that starts printing.
#pragma once

#include "device/paper/sheet_file.hpp"
#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

Screen sheet_screen(const device::SheetFile& sheet);
/// Prints, and follows the job.
void print_sheet(const Context& context, const std::string& sheet);

}  // namespace paneltwin::panel

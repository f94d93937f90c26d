// Rows and screens of declared settings: a new setting needs no line here.
#pragma once

#include <string>

#include "device/settings/setting.hpp"
#include "panel/screens/screen.hpp"
#include "panel/ui/row_list.hpp"

namespace paneltwin::panel {

/// What it is set to, in words.
std::string setting_words(const Context& context, const device::Setting& setting);

/// Its row is there: the model has it, and the other settings leave it a meaning.
bool is_shown(const Context& context, const device::Setting& setting);
/// Its tap opens a screen of its own (named as the setting), instead of a switch or a keyboard.
bool has_screen(const device::Setting& setting);
Screen setting_screen(const device::Setting& setting);

/// A switch, a stepper, or a row that opens its choice or a keyboard. Nothing while its `when` is not fulfilled, or the
/// model lacks what it needs.
void setting_row(RowList& list, const Context& context, const device::Setting& setting, char32_t icon = 0);

/// Lock Setting covers it now.
bool is_locked(const Context& context, const device::Setting& setting);

}  // namespace paneltwin::panel

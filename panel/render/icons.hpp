// Icons by name, as Material Design icons 1.6.50 numbers them; menus name them so.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paneltwin::panel {

namespace icon {
inline constexpr char32_t account_key = 0xF00B, alert = 0xF026, arrow_left = 0xF04D, backspace = 0xF06E, check = 0xF12C,
                          check_circle = 0xF5E0, chevron_left = 0xF141, chevron_right = 0xF142, clipboard = 0xF14E,
                          close = 0xF156, email = 0xF1F0, feeder = 0xF2F6, history = 0xF2DA, home = 0xF2DC,
                          information = 0xF2FD, lan_connected = 0xF318, lan_disconnected = 0xF319, lock = 0xF341,
                          log_out = 0xF343, mute = 0xF581, plus = 0xF415, printer = 0xF42A, radio_off = 0xF43D,
                          radio_on = 0xF43E, shift = 0xF636, caps = 0xF632, volume = 0xF57E, minus = 0xF374,
                          clock = 0xF150, keyboard = 0xF30C, document = 0xF219, account_plus = 0xF014, account = 0xF004,
                          card = 0xF19B, phone = 0xF11C, folder_account = 0xF24C, my_email = 0xF5F0, supplies = 0xF58C,
                          fax = 0xF212, bell = 0xF09C, star = 0xF4CE, broom = 0xF0E2, group = 0xF00E, picture = 0xF2E9,
                          arrow_up = 0xF05D, arrow_down = 0xF045, help = 0xF2D7, quiet = 0xF594, stick = 0xF553,
                          search = 0xF349, undo = 0xF54C, pause = 0xF3E4;
// The machine's body and the bench.
inline constexpr char32_t power = 0xF425, qr = 0xF432, copy = 0xF18F, folder = 0xF24B, file = 0xF214,
                          open_in_new = 0xF3CC, fold_open = 0xF13D, fold = 0xF13E;
}  // namespace icon

/// The icon that menus call `name`.
std::optional<char32_t> icon_named(std::string_view name);
std::vector<std::string> icon_names();

}  // namespace paneltwin::panel

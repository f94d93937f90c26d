#include "panel/automation/webdriver/key_codes.hpp"

#include <algorithm>
#include <utility>

#include "panel/render/glyphs.hpp"

namespace paneltwin::panel::webdriver {

// U+E000 is EE 80 80 in UTF-8; the last byte's low six bits and the one before it count on.
static int code_of(std::string_view character) {
  if (character.size() != 3 || character[0] != '\xEE') return -1;
  return (character[1] & 0x3F) << 6 | (character[2] & 0x3F);
}

std::string_view key_named_by(std::string_view character) {
  constexpr std::pair<int, std::string_view> keys[] = {{0x00, "Unidentified"},
                                                       {0x01, "Cancel"},
                                                       {0x02, "Help"},
                                                       {0x03, "Backspace"},
                                                       {0x04, "Tab"},
                                                       {0x05, "Clear"},
                                                       {0x06, "Enter"},
                                                       {0x07, "Enter"},
                                                       {0x08, "Shift"},
                                                       {0x09, "Control"},
                                                       {0x0A, "Alt"},
                                                       {0x0B, "Pause"},
                                                       {0x0C, "Escape"},
                                                       {0x0D, " "},
                                                       {0x0E, "PageUp"},
                                                       {0x0F, "PageDown"},
                                                       {0x10, "End"},
                                                       {0x11, "Home"},
                                                       {0x12, "ArrowLeft"},
                                                       {0x13, "ArrowUp"},
                                                       {0x14, "ArrowRight"},
                                                       {0x15, "ArrowDown"},
                                                       {0x16, "Insert"},
                                                       {0x17, "Delete"},
                                                       {0x18, ";"},
                                                       {0x19, "="},
                                                       {0x1A, "0"},
                                                       {0x1B, "1"},
                                                       {0x1C, "2"},
                                                       {0x1D, "3"},
                                                       {0x1E, "4"},
                                                       {0x1F, "5"},
                                                       {0x20, "6"},
                                                       {0x21, "7"},
                                                       {0x22, "8"},
                                                       {0x23, "9"},
                                                       {0x24, "*"},
                                                       {0x25, "+"},
                                                       {0x26, ","},
                                                       {0x27, "-"},
                                                       {0x28, "."},
                                                       {0x29, "/"},
                                                       {0x31, "F1"},
                                                       {0x32, "F2"},
                                                       {0x33, "F3"},
                                                       {0x34, "F4"},
                                                       {0x35, "F5"},
                                                       {0x36, "F6"},
                                                       {0x37, "F7"},
                                                       {0x38, "F8"},
                                                       {0x39, "F9"},
                                                       {0x3A, "F10"},
                                                       {0x3B, "F11"},
                                                       {0x3C, "F12"},
                                                       {0x3D, "Meta"},
                                                       {0x40, "ZenkakuHankaku"},
                                                       {0x50, "Shift"},
                                                       {0x51, "Control"},
                                                       {0x52, "Alt"},
                                                       {0x53, "Meta"},
                                                       {0x54, "PageUp"},
                                                       {0x55, "PageDown"},
                                                       {0x56, "End"},
                                                       {0x57, "Home"},
                                                       {0x58, "ArrowLeft"},
                                                       {0x59, "ArrowUp"},
                                                       {0x5A, "ArrowRight"},
                                                       {0x5B, "ArrowDown"},
                                                       {0x5C, "Insert"},
                                                       {0x5D, "Delete"}};
  const auto found = std::ranges::find(keys, code_of(character), &std::pair<int, std::string_view>::first);
  return found == std::end(keys) ? std::string_view() : found->second;
}

std::vector<std::string> characters_of(std::string_view text) {
  std::vector<std::string> characters;
  while (!text.empty()) {
    const std::string_view from = text;
    take_letter(text);
    characters.emplace_back(from.substr(0, from.size() - text.size()));
  }
  return characters;
}

std::vector<InputEvent> press_key(std::string_view character, Modifiers& modifiers) {
  const auto named = key_named_by(character);
  if (named == "Shift") modifiers.shift = true;
  if (named.empty() || named.size() == 1) {
    std::string text(named.empty() ? character : named);
    if (text == "\n" || text == "\r") return {KeyPress{"Enter"}};
    if (text == "\t") return {KeyPress{"Tab", modifiers.shift}};
    if (text == "\b") return {KeyPress{"Backspace"}};
    if (modifiers.shift && text.size() == 1 && text[0] >= 'a' && text[0] <= 'z') {
      text[0] = static_cast<char>(text[0] - 32);
    }
    return {TextInput{std::move(text)}};
  }
  constexpr std::string_view felt[] = {"Enter",   "Escape",    "Tab",       "Backspace",  "Delete",
                                       "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home"};
  if (std::ranges::find(felt, named) == std::end(felt)) return {};
  return {KeyPress{std::string(named), modifiers.shift}};
}

}  // namespace paneltwin::panel::webdriver

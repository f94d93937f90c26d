#include "panel/ui/text_layout.hpp"

#include <algorithm>
#include <cmath>

namespace paneltwin::panel {

static constexpr std::string_view dots = "...";

float line_height(FontStyle style) { return std::round(static_cast<float>(style.em) * 1.45f); }

/// Korean has spaces between its words, and breaks there alone.
static bool is_hangul(char32_t letter) {
  return (letter >= 0x3130 && letter < 0x3190) || (letter >= 0xAC00 && letter < 0xD7B0);
}
static bool is_ideograph(char32_t letter) { return letter >= 0x2E80 && letter < 0xFFA0 && !is_hangul(letter); }

// Marks that may not begin a line in Chinese, and those that may not end one.
static bool sticks_to_left(char32_t letter) {
  return std::u32string_view(U"，。！？、：；）】》〉」』”’%％,.!?:;)]}").contains(letter);
}
static bool sticks_to_right(char32_t letter) { return std::u32string_view(U"（【《〈「『“‘([{").contains(letter); }

namespace {
// A piece that no line break goes through, and the spaces that follow it.
struct Piece {
  std::string_view word, spaces;
};
}  // namespace

static bool may_break_between(char32_t before, char32_t after) {
  if (sticks_to_left(after) || sticks_to_right(before)) return false;
  return is_ideograph(before) || is_ideograph(after) || before == U'/' || before == U'@';
}

static Piece take_piece(std::string_view& text) {
  std::string_view rest = text;
  char32_t before = 0;
  while (!rest.empty() && rest.front() != ' ') {
    std::string_view after = rest;
    const char32_t letter = take_letter(after);
    if (before != 0 && may_break_between(before, letter)) break;
    before = letter;
    rest = after;
  }
  const std::string_view word = text.substr(0, text.size() - rest.size());
  const auto end = std::min(rest.find_first_not_of(' '), rest.size());
  text = rest.substr(end);
  return {word, rest.substr(0, end)};
}

std::string_view front_that_fits(Glyphs& glyphs, FontStyle style, std::string_view text, float width) {
  std::string_view rest = text;
  float used = 0;
  while (!rest.empty()) {
    std::string_view after = rest;
    used += glyphs.advance(style, take_letter(after));
    if (used > width && rest.size() != text.size()) break;
    rest = after;
  }
  return text.substr(0, text.size() - rest.size());
}

static void wrap_paragraph(Glyphs& glyphs, FontStyle style, std::string_view text, float width, FittedText& fitted) {
  auto& lines = fitted.lines;
  std::string line;
  float used = 0, spaces = 0;
  std::string_view pending;
  while (!text.empty()) {
    auto [word, after] = take_piece(text);
    float wide = glyphs.width(style, word);
    if (!line.empty() && used + spaces + wide > width) {
      lines.push_back(std::move(line));
      line.clear();
      used = spaces = 0;
      pending = {};
    }
    while (wide > width) {
      const auto front = front_that_fits(glyphs, style, word, width);
      lines.emplace_back(front);
      fitted.broken = true;
      word.remove_prefix(front.size());
      wide = glyphs.width(style, word);
    }
    line.append(pending).append(word);
    used += spaces + wide;
    pending = after;
    spaces = glyphs.width(style, after);
  }
  lines.push_back(std::move(line));
}

FittedText wrap(Glyphs& glyphs, FontStyle style, std::string_view text, float width, int most) {
  FittedText fitted;
  while (true) {
    const auto end = text.find('\n');
    wrap_paragraph(glyphs, style, text.substr(0, end), width, fitted);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  const auto limit = static_cast<std::size_t>(std::max(most, 1));
  if (fitted.lines.size() > limit) {
    std::string last = fitted.lines[limit - 1] + " " + fitted.lines[limit] + std::string(dots);
    fitted.lines.resize(limit);
    fitted.lines.back() = shorten(glyphs, style, last, width).lines.front();
    fitted.shortened = true;
  }
  return fitted;
}

FittedText shorten(Glyphs& glyphs, FontStyle style, std::string_view text, float width) {
  if (glyphs.width(style, text) <= width) return {{std::string(text)}};
  const float room = width - glyphs.width(style, dots);
  if (room <= 0) return {.lines = {std::string()}, .shortened = true};
  std::string front(front_that_fits(glyphs, style, text, room));
  if (glyphs.width(style, front) > room) front.clear();
  while (!front.empty() && front.back() == ' ') front.pop_back();
  return {.lines = {front + std::string(dots)}, .shortened = true};
}

}  // namespace paneltwin::panel

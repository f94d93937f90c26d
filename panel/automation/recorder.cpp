#include "panel/automation/recorder.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include <yaml-cpp/yaml.h>

namespace paneltwin::panel {

std::string yaml_text(const std::string& text) {
  YAML::Emitter out;
  // Numbers and words such as "true" and "no" would be read as texts all the same, but not by other programs.
  const bool plain = !text.empty() && std::ranges::all_of(text, [](char letter) {
    return std::isalnum(static_cast<unsigned char>(letter)) || letter == '-' || letter == '_' || letter == '@' ||
           letter == '.' || static_cast<unsigned char>(letter) >= 0x80;
  }) && std::isalpha(static_cast<unsigned char>(text.front()));
  if (!plain) out << YAML::DoubleQuoted;
  out << text;
  return out.c_str();
}

std::string card_step(const std::string& card) { return "card: " + (card.empty() ? "null" : yaml_text(card)); }

namespace {

/// The nodes from the root to the topmost that `at` lies on, pressable ones preferred.
const Node* pressed(const Node& node, float x, float y, const Node** list) {
  for (auto child = node.children.rbegin(); child != node.children.rend(); ++child) {
    if (const auto* found = pressed(*child, x, y, list)) {
      if (node.role == "list" && !*list) *list = &node;
      return found;
    }
  }
  const bool in_sight = node.rect.contains(x, y) && (node.clip.width <= 0 || node.clip.contains(x, y));
  if (node.role == "list" && in_sight && !*list) *list = &node;
  return node.pressable && in_sight ? &node : nullptr;
}

/// By its id where it has one of its own, else by its words.
std::string name_of(const Node& node, const Node& glass) {
  if (!node.id.empty() && find_id(glass, node.id) == &node) return node.id;
  return node.text.empty() ? node.value : node.text;
}

std::string direction(float x, float y) {
  if (std::abs(x) > std::abs(y)) return x < 0 ? "left" : "right";
  return y < 0 ? "up" : "down";
}

/// Dots show in place of what is typed now.
bool is_masked(const Node& glass) { return find_id(glass, "masked") != nullptr; }

/// What a key of the keyboard types, in Recorder::Press's words; nothing for a key that types nothing by itself.
std::string typed_by(const Node& key) {
  if (key.id == "key-space") return " ";
  if (key.id == "key-backspace") return "\b";
  return key.text.size() == 1 ? key.text : std::string();
}

constexpr std::string_view unknown_secret = "${secret}";
constexpr float tap_reach = 12;  // a finger that went no further meant to tap
constexpr auto long_time = std::chrono::milliseconds(800);

}  // namespace

void Recorder::begin() {
  const std::lock_guard lock(mutex_);
  on_ = true;
  steps_.clear();
  screen_.clear();
  press_.reset();
  typed_.clear();
  glass_is_ahead_ = false;
}

void Recorder::end() {
  const std::lock_guard lock(mutex_);
  if (!typed_.empty()) add({});
  on_ = false;
}

bool Recorder::is_on() const {
  const std::lock_guard lock(mutex_);
  return on_;
}

std::string Recorder::typed_step() const {
  if (!typed_is_secret_) return "type: " + yaml_text(typed_);
  const auto name = secret_name_ ? secret_name_(typed_) : std::nullopt;
  return "type: " + yaml_text(name.value_or(std::string(unknown_secret)));
}

/// `text` follows what was typed before; "\b" takes its last letter away.
void Recorder::type(const std::string& text, bool is_secret) {
  if (is_secret != typed_is_secret_ && !typed_.empty()) add({});
  typed_is_secret_ = is_secret;
  if (text != "\b") {
    typed_ += text;
    return;
  }
  while (!typed_.empty() && (static_cast<unsigned char>(typed_.back()) & 0xC0) == 0x80) typed_.pop_back();
  if (!typed_.empty()) typed_.pop_back();
}

void Recorder::add(std::string step) {
  if (!typed_.empty()) {
    steps_.push_back(typed_step());
    typed_.clear();
  }
  if (step.empty()) return;
  steps_.push_back(std::move(step));
  glass_is_ahead_ = false;
}

/// What came up since the last event is what must come up again.
void Recorder::see_screen(const Node& glass, const std::string& screen) {
  if (screen == screen_) return;
  const bool first = screen_.empty();
  screen_ = screen;
  if (first || glass_is_ahead_) return;
  const auto page = screen + "-screen";
  const auto& id = find_id(glass, page) ? page : screen;
  if (find_id(glass, id)) add("expect: {id: " + yaml_text(id) + "}");
}

void Recorder::saw(const InputEvent& event, const Node& glass, const std::string& screen) {
  const std::lock_guard lock(mutex_);
  if (!on_) return;
  if (const auto* move = std::get_if<PointerMove>(&event)) {
    if (press_) press_->far = std::max(press_->far, std::hypot(move->x - press_->x, move->y - press_->y));
    return;
  }
  if (const auto* up = std::get_if<PointerUp>(&event)) return take(*up);
  if (std::holds_alternative<PointerCancel>(event)) return press_.reset();
  see_screen(glass, screen);
  if (const auto* down = std::get_if<PointerDown>(&event)) {
    const Node* list = nullptr;
    const auto* node = pressed(glass, down->x, down->y, &list);
    press_ = {.x = down->x,
              .y = down->y,
              .on = node ? name_of(*node, glass) : std::string(),
              .list = list ? name_of(*list, glass) : std::string(),
              .at = std::chrono::steady_clock::now()};
    if (node && node->id.starts_with("key-") && is_masked(glass)) press_->typed = typed_by(*node);
  }
  if (const auto* key = std::get_if<KeyPress>(&event)) {
    if (key->key == "Backspace" && typed_is_secret_ && !typed_.empty()) return type("\b", true);
    add("key: " + yaml_text(key->key));
  }
  if (const auto* text = std::get_if<TextInput>(&event)) type(text->text, is_masked(glass));
}

void Recorder::take(const PointerUp& up) {
  if (!press_) return;
  const auto press = *std::exchange(press_, std::nullopt);
  if (press.typed) return type(*press.typed, true);
  const float x = up.x - press.x, y = up.y - press.y;
  if (std::max(press.far, std::hypot(x, y)) > tap_reach) {
    const auto way = direction(x, y);
    return add(press.list.empty() ? "swipe: " + way
                                  : "swipe: {direction: " + way + ", on: " + yaml_text(press.list) + "}");
  }
  if (press.on.empty()) return;
  const auto held = std::chrono::round<std::chrono::milliseconds>(std::chrono::steady_clock::now() - press.at);
  if (held < long_time) return add("tap: " + yaml_text(press.on));
  add("long-press: {on: " + yaml_text(press.on) + ", for: " + std::to_string(held.count()) + "ms}");
}

void Recorder::did(const std::string& step) {
  const std::lock_guard lock(mutex_);
  if (!on_) return;
  auto line = step;  // a step stands in one line, however its body came
  std::ranges::replace_if(line, [](char letter) { return letter == '\n' || letter == '\r'; }, ' ');
  add(std::move(line));
}

void Recorder::expect(const Node& glass, const std::string& screen) {
  const std::lock_guard lock(mutex_);
  if (!on_) return;
  screen_.clear();  // this is the expectation of it
  for (auto sheet = glass.children.rbegin(); sheet != glass.children.rend(); ++sheet) {
    if (sheet->role == "dialog" && !sheet->text.empty()) {
      add("expect: {id: " + yaml_text(sheet->id) + ", text: " + yaml_text(sheet->text) + "}");
      screen_ = screen;
      return;
    }
  }
  see_screen(glass, screen);
  const auto page = find_id(glass, screen + "-screen") ? screen + "-screen" : screen;
  add("expect: {id: " + yaml_text(page) + "}");
}

void Recorder::undo() {
  const std::lock_guard lock(mutex_);
  glass_is_ahead_ = true;
  if (!typed_.empty()) return typed_.clear();
  if (!steps_.empty()) steps_.pop_back();
}

bool Recorder::is_glass_ahead() const {
  const std::lock_guard lock(mutex_);
  return glass_is_ahead_;
}

std::vector<std::string> Recorder::steps() const {
  const std::lock_guard lock(mutex_);
  auto steps = steps_;
  if (!typed_.empty()) steps.push_back(typed_step());
  return steps;
}

std::string Recorder::flow(const Head& head) const {
  std::string text = "flow: " + yaml_text(head.name) + "\n";
  if (!head.scenario.empty()) text += "scenario: " + yaml_text(head.scenario) + "\n";
  text += "model: " + yaml_text(head.model) + "\nlanguage: " + yaml_text(head.language) + "\n";
  const auto written = steps();
  const bool asks = std::ranges::any_of(
      written, [](const std::string& step) { return step.find(unknown_secret) != std::string::npos; });
  if (asks) text += "variables: {secret: \"?\"}  # a password that was typed, and not written down: fill it in\n";
  text += "steps:\n";
  for (const auto& step : written) text += "  - " + step + "\n";
  return text;
}

}  // namespace paneltwin::panel

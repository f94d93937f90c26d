// A panel without a window over a FakeMachine, and fingers for it.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "panel/operation_panel.hpp"
#include "panel/render/offscreen.hpp"
#include "panel/render/png.hpp"
#include "tests/panel/screens/fake_machine.hpp"

namespace paneltwin::panel {

class PanelTest : public testing::Test {
 protected:
  static const device::Assets& assets() {
    static const device::Assets built_in({std::filesystem::path(PANELTWIN_SOURCE_DIR) / "assets"});
    return built_in;
  }
  static const device::Texts& texts() {
    static const auto loaded = device::Texts::load(assets()).value();
    return loaded;
  }

  void SetUp() override {
    auto context = OffscreenContext::open();
    ASSERT_TRUE(context) << context.error().detail;
    context_ = std::move(*context);
  }

  /// Opens a panel of this model; the language is the machine's.
  void open(const std::string& model = "large", bool animate = false, const std::string& theme = "light") {
    panel.reset();
    PanelOptions options{
        .model = load_model(assets(), model).value(), .theme = theme, .animate = animate, .lazy = lazy};
    auto opened = OperationPanel::open(machine.door(), texts(), assets(), std::move(options));
    ASSERT_TRUE(opened) << opened.error().str();
    panel = std::move(*opened);
    settle();
  }
  void settle() { panel->settle(now); }
  void publish() {
    machine.publish();
    panel->touch();
    settle();
  }
  /// Answers the oldest command that waits for one.
  void answer(device::Result<std::int64_t> result) {
    ASSERT_FALSE(machine.answers.empty());
    auto waiting = machine.answers.front();
    machine.answers.erase(machine.answers.begin());
    panel->answer([waiting, result](const Context& context) { waiting(context, result); });
    settle();
  }

  [[nodiscard]] const Node* node(std::string_view on) const { return find(panel->tree(), on); }
  /// What must be there; a node without anything, and a failure, when it is not.
  [[nodiscard]] const Node& the(std::string_view on) const {
    static const Node nothing;
    const auto* found = node(on);
    EXPECT_NE(found, nullptr) << on << " is not on " << panel->screen() << "\n" << to_json(panel->tree());
    return found ? *found : nothing;
  }
  void tap(std::string_view on) {
    const auto* found = node(on);
    ASSERT_NE(found, nullptr) << on << " is not on " << panel->screen() << "\n" << to_json(panel->tree());
    ASSERT_TRUE(found->pressable) << on;
    for (int i = 0; i < 20 && !is_in_sight(*found); ++i) {
      scroll_to(*found);
      found = node(on);
    }
    tap_at(found->rect.x + found->rect.width / 2, found->rect.y + found->rect.height / 2);
  }
  void tap_at(float x, float y) {
    panel->input(PointerDown{x, y});
    panel->input(PointerUp{x, y});
    settle();
  }
  void press(std::string key, bool shift = false) {
    panel->input(KeyPress{std::move(key), shift});
    settle();
  }
  void type(std::string text) {
    panel->input(TextInput{std::move(text)});
    settle();
  }
  /// Saves what is on the glass when PANELTWIN_PICTURES names a folder: to look at.
  void save(const std::string& name) const {
    const char* folder = std::getenv("PANELTWIN_PICTURES");
    if (!folder) return;
    std::filesystem::create_directories(folder);
    std::ofstream(std::filesystem::path(folder) / (name + ".png"), std::ios::binary)
        << to_png(panel->glass().picture());
  }

  static bool is_in_sight(const Node& shown) {
    return shown.clip.contains(shown.rect.x + shown.rect.width / 2, shown.rect.y + shown.rect.height / 2);
  }
  /// Drags what it scrolls in by half its height, or turns the page of tiles.
  void scroll_to(const Node& hidden) {
    const auto view = hidden.clip;
    const bool right = hidden.rect.x >= view.x + view.width, left = hidden.rect.x + hidden.rect.width <= view.x;
    if (right || left) {
      const float y = view.y + view.height / 2, from = view.x + view.width * (right ? 0.85F : 0.15F);
      panel->input(PointerDown{from, y});
      panel->input(PointerUp{2 * view.x + view.width - from, y});
      return settle();
    }
    const float x = view.x + view.width / 2, middle = view.y + view.height / 2;
    const float way = hidden.rect.y > middle ? -view.height / 4 : view.height / 4;
    panel->input(PointerDown{x, middle - way});
    settle();
    panel->input(PointerMove{x, middle + way});
    panel->input(PointerUp{x, middle + way});
    settle();
  }

  FakeMachine machine;
  std::unique_ptr<OperationPanel> panel;
  Milliseconds now{1000};
  bool lazy = false;  // as PanelOptions has it, for the next open()

 private:
  std::unique_ptr<OffscreenContext> context_;

 protected:
  void TearDown() override { panel.reset(); }
};

}  // namespace paneltwin::panel

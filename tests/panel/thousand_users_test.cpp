// A full register, and a card: how soon the home screen is there.
#include "panel/panel.hpp"
#include "panel/render/offscreen.hpp"
#include "tests/device/accounts/user_fixture.hpp"

namespace paneltwin::panel {

class ThousandUsers : public device::UsersTest {
 protected:
  void SetUp() override {
    auto context = OffscreenContext::open();
    ASSERT_TRUE(context) << context.error().detail;
    context_ = std::move(*context);
    std::vector<device::UserRow> rows;
    for (std::size_t i = 0; i < device::most_users; ++i) {
      auto change = with_card("user" + std::to_string(i), "04" + std::to_string(100000 + i));
      change.password.reset();
      rows.push_back({static_cast<int>(i) + 2, change});
    }
    ASSERT_TRUE(ask(device::command::ImportUsers{rows}, device::Origin::web));
    until([](const device::State& now) { return now.users.import && now.users.import->ended; });
    auto shown =
        Panel::open(*device, clock, texts, assets, {.model = load_model(assets, "large").value(), .animate = false});
    ASSERT_TRUE(shown) << shown.error().str();
    panel = std::move(*shown);
    panel->settle();
  }
  void TearDown() override { panel.reset(); }

  std::unique_ptr<Panel> panel;

 private:
  std::unique_ptr<OffscreenContext> context_;
};

TEST_F(ThousandUsers, a_card_leads_to_the_home_screen_within_two_frames) {
  ASSERT_EQ(state().users.list->size(), device::most_users);
  ASSERT_NE(find(panel->tree(), "user-log-in"), nullptr);
  const auto begun = std::chrono::steady_clock::now();
  ASSERT_TRUE(lay("04100777"));
  int frames = 0;
  for (; frames < 2 && !find(panel->tree(), "user-name"); ++frames) panel->frame();
  const auto took = std::chrono::steady_clock::now() - begun;
  ASSERT_NE(find(panel->tree(), "user-name"), nullptr);
  EXPECT_NE(find(panel->tree(), "scan-my-email"), nullptr);
  RecordProperty("frames", frames);
  RecordProperty("microseconds", static_cast<int>(std::chrono::duration_cast<std::chrono::microseconds>(took).count()));
}

}  // namespace paneltwin::panel

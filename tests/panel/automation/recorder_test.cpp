// What hands do becomes a flow, and the flow, played on a fresh machine, brings the same tree after every step.
#include "panel/automation/recorder.hpp"

#include <gtest/gtest.h>

#include "panel/automation/finger.hpp"
#include "panel/automation/flow_player.hpp"
#include "panel/render/offscreen.hpp"
#include "tests/panel/automation/played_machine.hpp"

namespace paneltwin::panel {
namespace {

Node node(std::string role, std::string id, Rect rect, bool pressable = true) {
  return {.role = std::move(role), .id = std::move(id), .rect = rect, .clip = {0, 0, 800, 480}, .pressable = pressable};
}

Node glass() {
  Node root = node("panel", "panel", {0, 0, 800, 480}, false);
  Node home = node("screen", "home-screen", {0, 0, 800, 480}, false);
  home.children = {node("tile", "settings", {0, 0, 100, 100}), node("list", "menu", {200, 0, 200, 400}, false)};
  root.children = {home};
  return root;
}

TEST(Recorder, taps_swipes_keys_and_texts_become_steps) {
  Recorder recorder;
  recorder.begin();
  const auto shown = glass();
  const auto saw = [&](const InputEvent& event) { recorder.saw(event, shown, "home"); };
  saw(PointerDown{50, 50});
  saw(PointerUp{51, 50});
  saw(PointerDown{300, 300});
  saw(PointerMove{300, 200});
  saw(PointerUp{300, 100});
  saw(PointerDown{700, 400});
  saw(PointerUp{700, 400});  // on nothing
  saw(TextInput{"mar"});
  saw(TextInput{"ia@contoso.example"});
  saw(KeyPress{"Enter"});
  recorder.did("clock: {\"advance\":\n\"91d\"}");
  EXPECT_EQ(recorder.steps(),
            (std::vector<std::string>{"tap: settings", "swipe: {direction: up, on: menu}",
                                      "type: maria@contoso.example", "key: Enter", "clock: {\"advance\": \"91d\"}"}));
  recorder.undo();
  EXPECT_EQ(recorder.steps().back(), "key: Enter");
}

TEST(Recorder, expects_each_screen_that_comes_up) {
  Recorder recorder;
  recorder.begin();
  auto shown = glass();
  recorder.saw(PointerDown{50, 50}, shown, "home");
  recorder.saw(PointerUp{50, 50}, shown, "home");
  shown.children[0].id = "settings-screen";
  recorder.saw(KeyPress{"Home"}, shown, "settings");
  EXPECT_EQ(recorder.steps(),
            (std::vector<std::string>{"tap: settings", "expect: {id: settings-screen}", "key: Home"}));
}

TEST(Recorder, cards_are_laid_and_taken_and_the_start_is_kept) {
  Recorder recorder;
  recorder.begin();
  recorder.did(card_step("04D4E5F6"));
  recorder.did(card_step(""));
  EXPECT_EQ(recorder.flow({"a card", "large", "en", "epa-signed-out"}),
            "flow: \"a card\"\nscenario: epa-signed-out\nmodel: large\nlanguage: en\nsteps:\n"
            "  - card: \"04D4E5F6\"\n  - card: null\n");
}

/// The glass while a password is asked for.
Node masked_glass() {
  Node root = glass();
  Node sheet = node("sheet", "entry", {0, 0, 800, 480}, false),
       keyboard = node("keyboard", "keyboard", {0, 200, 800, 280}, false);
  sheet.children = {node("field", "input", {0, 0, 800, 100}, false), node("mask", "masked", {0, 0, 800, 100}, false)};
  int x = 0;
  for (const auto& [id, text] : std::vector<std::pair<std::string, std::string>>{
           {"key-p", "P"}, {"key-w", "w"}, {"key-shift", "Shift"}, {"key-backspace", "Backspace"}, {"ok", "OK"}}) {
    auto key = node("key", id, {static_cast<float>(x), 200, 100, 100});
    key.text = text;
    keyboard.children.push_back(key);
    x += 100;
  }
  sheet.children.push_back(keyboard);
  root.children.push_back(sheet);
  return root;
}

TEST(Recorder, a_secret_is_said_by_its_name_however_it_was_typed) {
  Recorder recorder([](const std::string& secret) {
    return secret == "Pw" ? std::optional<std::string>("${machine.admin-password}") : std::nullopt;
  });
  recorder.begin();
  const auto shown = masked_glass();
  const auto tap_at = [&](float x) {
    recorder.saw(PointerDown{x, 250}, shown, "home");
    recorder.saw(PointerUp{x, 250}, shown, "home");
  };
  recorder.saw(TextInput{"Pw"}, shown, "home");
  tap_at(450);
  for (const float x : {50.0f, 150.0f, 150.0f, 250.0f, 350.0f, 450.0f}) tap_at(x);  // P w w, shift, backspace, OK
  recorder.saw(TextInput{"Pwx"}, shown, "home");
  recorder.saw(KeyPress{"Backspace"}, shown, "home");
  recorder.saw(KeyPress{"Enter"}, shown, "home");
  const std::string step = "type: \"${machine.admin-password}\"";
  EXPECT_EQ(recorder.steps(), (std::vector<std::string>{step, "tap: ok", step, "tap: ok", step, "key: Enter"}));
}

TEST(Recorder, a_secret_without_a_name_is_left_to_be_filled_in) {
  Recorder recorder;
  recorder.begin();
  recorder.saw(TextInput{"harbor-lantern"}, masked_glass(), "home");
  const auto flow = recorder.flow({"a password", "large", "en", ""});
  EXPECT_EQ(flow.find("harbor"), std::string::npos) << flow;
  EXPECT_NE(flow.find("variables: {secret: \"?\"}"), std::string::npos) << flow;
  EXPECT_NE(flow.find("  - type: \"${secret}\"\n"), std::string::npos) << flow;
}

TEST(Recorder, texts_are_quoted_where_yaml_would_read_something_else) {
  EXPECT_EQ(yaml_text("settings"), "settings");
  EXPECT_EQ(yaml_text("1234"), "\"1234\"");
  EXPECT_EQ(yaml_text("a: b"), "\"a: b\"");
  EXPECT_EQ(yaml_text("已登录"), "\"已登录\"");
}

/// What the glass is made of after each act, on the machine that is recorded.
struct Session {
  PlayedMachine bench;
  Recorder recorder{[this](const std::string& secret) -> std::optional<std::string> {
    if (secret == bench.machine->device().label().administrator_password) return "${machine.admin-password}";
    return std::nullopt;
  }};
  std::vector<std::string> trees;

  explicit Session(const std::string& scenario = "") : bench(scenario) {
    recorder.begin();
    bench.panel->on_input(
        [this](const InputEvent& event) { recorder.saw(event, bench.panel->tree(), bench.panel->screen()); });
    bench.machine->on_act([this](const std::string& step) { recorder.did(step); });
  }
  void act(const device::Result<void>& done = {}) {
    ASSERT_TRUE(done) << done.error().detail;
    for (int i = 0; i < 2; ++i) bench.machine->loop().sync([] {});
    bench.panel->settle();
    trees.push_back(to_json(bench.panel->tree()));
  }
  /// Ends it, plays it on a fresh machine, and looks at the glass after each step.
  void must_replay(const std::string& scenario = "") {
    recorder.end();
    bench.panel->on_input({});
    bench.machine->on_act({});
    PlayedMachine again(scenario);
    const auto file = again.scratch.path() / "recorded.yaml";
    const auto recorded = recorder.flow({"recorded", "large", "en", scenario});
    ASSERT_TRUE(device::write_file(file, recorded));
    const auto flows = load_flows(file);
    ASSERT_TRUE(flows) << flows.error().str();
    std::vector<std::string> replayed;
    const auto host = again.host();
    const auto result = play(flows->front(), host, {.after = [&](const FlowStep& step, int, const std::string& why) {
                               EXPECT_EQ(why, "") << step.text;
                               if (!std::holds_alternative<Expectation>(step.act)) {
                                 replayed.push_back(to_json(again.panel->tree()));
                               }
                             }});
    EXPECT_FALSE(result.broken);
    ASSERT_EQ(replayed.size(), trees.size()) << recorded;
    for (std::size_t i = 0; i < trees.size(); ++i) EXPECT_EQ(replayed[i], trees[i]) << "step " << i + 1;
  }
};

TEST(Recorder, a_recorded_session_replays_to_the_same_tree_step_by_step) {
  const auto context = OffscreenContext::open();
  ASSERT_TRUE(context);
  Session session;
  auto& panel = *session.bench.panel;
  session.act(tap(panel, "settings"));
  session.act(tap(panel, "general-settings"));
  session.act(tap(panel, "network-settings"));
  session.act(press(panel, "Home"));
  session.act(tap(panel, "scan"));
  session.act(tap(panel, "scan-email"));
  session.act(tap(panel, "recipient"));
  session.act(type(panel, "maria.santos@contoso.example"));
  session.act(press(panel, "Enter"));
  session.must_replay();
}

TEST(Recorder, a_password_that_was_typed_replays_and_is_not_written_down) {
  const auto context = OffscreenContext::open();
  ASSERT_TRUE(context);
  Session session;
  auto& panel = *session.bench.panel;
  const auto password = session.bench.machine->device().label().administrator_password;
  for (const auto* on : {"settings", "general-settings", "system-administration", "security-settings", "admin-settings",
                         "lock-setting", "on"}) {
    session.act(tap(panel, on));
  }
  session.act(type(panel, password));
  EXPECT_EQ(session.recorder.flow({"lock", "large", "en", ""}).find(password), std::string::npos);
  session.must_replay();
}

TEST(Recorder, cards_and_the_operators_hands_replay_too) {
  const auto context = OffscreenContext::open();
  ASSERT_TRUE(context);
  Session session("epa-device-sender");
  auto& machine = *session.bench.machine;
  const auto lay = [&](const std::string& card) {
    machine.did(card_step(card));
    machine.lay_card(card, {});
    session.act();
  };
  lay("04D4E5F6");
  EXPECT_NE(session.trees.back().find("Maria Santos"), std::string::npos);
  session.act(tap(*session.bench.panel, "scan-my-email"));
  machine.did("fault: {network: fail}");
  machine.set_fault("network", true);
  session.act();
  machine.did("clock: {advance: 2m}");
  machine.clock().advance(std::chrono::minutes(2));
  session.act();
  EXPECT_EQ(session.trees.back().find("Maria Santos"), std::string::npos) << "logged out by time";
  lay("");
  session.must_replay("epa-device-sender");
}

}  // namespace
}  // namespace paneltwin::panel

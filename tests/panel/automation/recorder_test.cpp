// What hands do becomes a flow, and the flow, played on a fresh machine, brings the same tree after every step.
#include "panel/automation/recorder.hpp"

#include <gtest/gtest.h>

#include "panel/automation/finger.hpp"
#include "panel/automation/flow_player.hpp"
#include "panel/commands/scratch_folder.hpp"
#include "panel/commands/station.hpp"
#include "panel/render/offscreen.hpp"

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

TEST(Recorder, texts_are_quoted_where_yaml_would_read_something_else) {
  EXPECT_EQ(yaml_text("settings"), "settings");
  EXPECT_EQ(yaml_text("1234"), "\"1234\"");
  EXPECT_EQ(yaml_text("a: b"), "\"a: b\"");
  EXPECT_EQ(yaml_text("已登录"), "\"已登录\"");
}

struct Bench {
  ScratchFolder scratch;
  std::unique_ptr<Machine> machine;
  std::unique_ptr<Panel> panel;

  Bench() {
    MachineOptions options;
    options.assets = {std::filesystem::path(PANELTWIN_SOURCE_DIR) / "assets"};
    options.state = scratch.path();
    options.web_port = options.web_tls_port = options.cloud_port = options.smtp_port = 0;
    options.clock_stands = true;
    machine = Machine::start(options).value();
    machine->clock().set(*device::from_iso8601("2026-11-25T10:00:00Z"));
    panel = open_panel(*machine, "light", false).value();
    panel->settle();
  }
  FlowHost host() {
    return {.machine = [this]() -> Machine& { return *machine; },
            .on_panel = [this](const std::function<void(Panel&)>& work) -> device::Result<void> {
              work(*panel);
              return {};
            }};
  }
};

TEST(Recorder, a_recorded_session_replays_to_the_same_tree_step_by_step) {
  const auto context = OffscreenContext::open();
  ASSERT_TRUE(context);
  Recorder recorder;
  std::vector<std::string> trees;  // after each act
  {
    Bench bench;
    recorder.begin();
    bench.panel->on_input(
        [&](const InputEvent& event) { recorder.saw(event, bench.panel->tree(), bench.panel->screen()); });
    const auto act = [&](device::Result<void> done) {
      ASSERT_TRUE(done) << done.error().detail;
      bench.machine->loop().sync([] {});
      bench.panel->settle();
      trees.push_back(to_json(bench.panel->tree()));
    };
    act(tap(*bench.panel, "settings"));
    act(tap(*bench.panel, "general-settings"));
    act(tap(*bench.panel, "network-settings"));
    act(press(*bench.panel, "Home"));
    act(tap(*bench.panel, "scan"));
    act(tap(*bench.panel, "scan-email"));
    act(tap(*bench.panel, "recipient"));
    act(type(*bench.panel, "maria.santos@contoso.example"));
    act(press(*bench.panel, "Enter"));
    recorder.end();
    bench.panel->on_input({});
  }
  Bench again;
  const auto file = again.scratch.path() / "recorded.yaml";
  ASSERT_TRUE(device::write_file(file, recorder.flow("recorded", "large", "en")));
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
  ASSERT_EQ(replayed.size(), trees.size()) << recorder.flow("recorded", "large", "en");
  for (std::size_t i = 0; i < trees.size(); ++i) EXPECT_EQ(replayed[i], trees[i]) << "step " << i + 1;
}

}  // namespace
}  // namespace paneltwin::panel

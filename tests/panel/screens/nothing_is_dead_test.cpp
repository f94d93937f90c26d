// Nothing on the glass is there only for show: whatever can be tapped changes something, and cuts no words.
#include <set>

#include "tests/panel/screens/panel_fixture.hpp"

namespace paneltwin::panel {

namespace {

struct Pressable {
  std::string id, text;
};

/// What there is to tap, keyboards and `known` things left out.
void collect(const Node& node, const std::set<std::string>& known, std::vector<Pressable>& found) {
  const bool already_so = node.selected && node.role != "switch";
  const bool counts = node.pressable && node.enabled && node.role != "key" && !already_so && !known.contains(node.id);
  if (counts) found.push_back({node.id, node.text});
  for (const auto& child : node.children) collect(child, known, found);
}

void expect_no_words_cut(const Node& node, const std::string& where) {
  EXPECT_FALSE(node.shortened) << where << ": " << node.id << " \"" << node.text << "\" \"" << node.value << '"';
  for (const auto& child : node.children) expect_no_words_cut(child, where);
}

}  // namespace

class NothingIsDead : public PanelTest {
 protected:
  void open_at(const std::string& screen) {
    machine.posted.clear();
    machine.answers.clear();
    now += std::chrono::seconds(5);  // what was said in passing has passed
    settle();
    ASSERT_TRUE(panel->open_screen(screen));
    settle();
  }
  void walk(const std::string& model);
};

void NothingIsDead::walk(const std::string& model) {
  lazy = true;  // thousands of frames, and nobody looks at one
  machine.use();
  machine.state.admin.lock_setting = machine.state.admin.panel_logged_in = true;
  machine.publish();
  open(model);
  std::set<std::string> known;  // keys that every page has are tried once
  for (const auto& screen : panel->screens()) {
    open_at(screen);
    std::vector<Pressable> things;
    collect(panel->tree(), known, things);
    known.insert({"back", "home", "job-status"});
    for (const auto& [id, text] : things) {
      open_at(screen);
      const auto before = to_json(panel->tree());
      tap(id);
      EXPECT_TRUE(!machine.posted.empty() || to_json(panel->tree()) != before)
          << id << " \"" << text << "\" on " << screen << " does nothing";
      expect_no_words_cut(panel->tree(), screen + " > " + id);
    }
  }
}

TEST_F(NothingIsDead, every_tap_changes_something_on_the_small_model) { walk("compact"); }
TEST_F(NothingIsDead, every_tap_changes_something_on_the_large_model) { walk("large"); }

}  // namespace paneltwin::panel

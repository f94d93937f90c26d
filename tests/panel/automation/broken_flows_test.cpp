// Flows with one mistake each (tests/flows-broken): what is said names the place and the cure. The first line of
// messages.txt's entries is the flow's name, the rest what must be said.
#include <fstream>
#include <map>

#include <gtest/gtest.h>

#include "panel/commands/play_flow.hpp"
#include "panel/render/offscreen.hpp"

namespace paneltwin::panel {
namespace {

std::filesystem::path folder() { return std::filesystem::path(PANELTWIN_SOURCE_DIR) / "tests/flows-broken"; }

/// "name: what must be said" lines.
std::map<std::string, std::string> expected_messages() {
  std::map<std::string, std::string> messages;
  std::ifstream file(folder() / "messages.txt");
  for (std::string line; std::getline(file, line);) {
    const auto colon = line.find(": ");
    if (colon != std::string::npos) messages[line.substr(0, colon)] = line.substr(colon + 2);
  }
  return messages;
}

/// Without the folder, which differs from place to place.
std::string without_folder(std::string text) {
  const auto prefix = folder().string() + "/";
  for (auto at = text.find(prefix); at != std::string::npos; at = text.find(prefix)) text.erase(at, prefix.size());
  return text;
}

std::string message_of(const std::filesystem::path& file, SharedChromium& chromium) {
  const auto flows = load_flows(file);
  if (!flows) return flows.error().str();
  Options options;
  options.machine.assets = {std::filesystem::path(PANELTWIN_SOURCE_DIR) / "assets"};
  options.machine.web_port = options.machine.web_tls_port = options.machine.cloud_port = options.machine.smtp_port = 0;
  const auto played = play_flow(flows->front(), options, chromium);
  if (!played) return played.error().message;
  if (!played->result.broken) return "nothing was said";
  const auto& broken = *played->result.broken;
  return broken.file.string() + ":" + std::to_string(broken.line) + ": " + broken.why;
}

TEST(BrokenFlows, each_message_names_place_and_cure) {
  const auto context = OffscreenContext::open();
  ASSERT_TRUE(context);
  SharedChromium chromium;
  const auto messages = expected_messages();
  std::size_t checked = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder())) {
    if (entry.path().extension() != ".yaml") continue;
    const auto name = entry.path().stem().string();
    const auto said = without_folder(message_of(entry.path(), chromium));
    const auto wanted = messages.find(name);
    if (wanted == messages.end()) {
      ADD_FAILURE() << name << ": " << said;
      continue;
    }
    EXPECT_EQ(said.substr(0, wanted->second.size()), wanted->second) << name;
    ++checked;
  }
  EXPECT_EQ(checked, messages.size());
  EXPECT_GE(checked, 30U);
}

}  // namespace
}  // namespace paneltwin::panel

// Help: how-to topics from assets/help/*.yaml.
//
//   topic: scan-email              # the file's name
//   title: help.scan-email         # catalogue key
//   icon: email-outline
//   needs: scan-to-email           # a function of the model; may be left out
//   steps: [help.scan-email.1, help.scan-email.2]     # catalogue keys, one a step
#pragma once

#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "device/assets.hpp"
#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

struct HelpTopic {
  std::string id, title, needs;
  char32_t icon = 0;
  std::vector<std::string> steps;
};
using HelpTopics = std::vector<HelpTopic>;

/// Errors name file, line and column.
std::expected<HelpTopics, device::FileError> load_help(const device::Assets& assets, const device::Catalogue& words);
/// The topics are asked for anew each frame: a file may have been saved meanwhile.
Screen help_screen(std::function<std::shared_ptr<const HelpTopics>()> topics);

}  // namespace paneltwin::panel

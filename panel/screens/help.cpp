#include "panel/screens/help.hpp"

#include "device/yaml/text_key.hpp"
#include "panel/render/icons.hpp"
#include "panel/screens/page.hpp"
#include "panel/screens/stage.hpp"

namespace paneltwin::panel {

namespace strict = device::strict;

namespace {
HelpTopic topic_in(const YAML::Node& root, const device::Catalogue& words) {
  strict::allow_only(root, {"topic", "title", "icon", "needs", "steps"});
  HelpTopic topic{.id = strict::text(root["topic"]), .title = strict::text_key(root["title"], words)};
  if (const auto needs = root["needs"]) topic.needs = strict::text(needs);
  if (const auto icon = root["icon"]) {
    const auto found = icon_named(strict::text(icon));
    if (!found) strict::complain(icon, "no icon '" + icon.Scalar() + "'");
    topic.icon = *found;
  }
  if (!root["steps"] || !root["steps"].IsSequence()) strict::complain(root, "'steps' must be a list of texts");
  for (const auto& step : root["steps"]) topic.steps.push_back(strict::text_key(step, words));
  return topic;
}

Screen topic_screen(const HelpTopic& topic) {
  return {"help-topic", [topic](Ui& ui, const Context& context, const Rect& area) {
            RowList list(ui, "help-topic-list", title_bar(ui, context, area, context.text(topic.title)), false);
            for (std::size_t i = 0; i < topic.steps.size(); ++i) {
              const auto number = std::to_string(i + 1);
              list.words("step-" + number, number + ".  " + context.text(topic.steps[i]), ui.theme().text);
            }
          }};
}

}  // namespace

std::expected<HelpTopics, device::FileError> load_help(const device::Assets& assets, const device::Catalogue& words) {
  HelpTopics topics;
  for (const auto& file : assets.list("help", ".yaml")) {
    auto topic = strict::read_strictly(file, [&](const YAML::Node& root) { return topic_in(root, words); });
    if (!topic) return std::unexpected(topic.error());
    topics.push_back(std::move(*topic));
  }
  return topics;
}

Screen help_screen(std::function<std::shared_ptr<const HelpTopics>()> read) {
  return {"help", [read = std::move(read)](Ui& ui, const Context& context, const Rect& area) {
            RowList list(ui, "help-list", title_bar(ui, context, area, context.text("screen.help")));
            const auto topics = read();
            for (const auto& topic : *topics) {
              if (!topic.needs.empty() && !context.model.has(topic.needs)) continue;
              if (list.row({.id = "help-" + topic.id, .text = context.text(topic.title), .icon = topic.icon})) {
                context.stage.go(topic_screen(topic));
              }
            }
          }};
}

}  // namespace paneltwin::panel

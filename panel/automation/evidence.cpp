#include "panel/automation/evidence.hpp"

#include <boost/json.hpp>

#include "panel/automation/mail_json.hpp"
#include "panel/render/png.hpp"

namespace paneltwin::panel {

namespace json = boost::json;

namespace {

/// As RFC 6901 writes a member's name.
std::string escaped(std::string_view name) {
  std::string text;
  for (const char letter : name) text += letter == '~' ? "~0" : letter == '/' ? "~1" : std::string(1, letter);
  return text;
}

std::string shown(const json::value* value) {
  if (!value) return "–";
  return value->is_string() ? std::string(value->get_string()) : json::serialize(*value);
}

void compare(const json::value* before, const json::value* after, const std::string& at,
             std::vector<Difference>& found) {
  if (before && after && *before == *after) return;
  if (before && after && before->is_object() && after->is_object()) {
    for (const auto& member : before->get_object()) {
      if (at.empty() && member.key() == "revision") continue;
      compare(&member.value(), after->get_object().if_contains(member.key()), at + "/" + escaped(member.key()), found);
    }
    for (const auto& member : after->get_object()) {
      if (before->get_object().contains(member.key())) continue;
      compare(nullptr, &member.value(), at + "/" + escaped(member.key()), found);
    }
    return;
  }
  if (before && after && before->is_array() && after->is_array() &&
      before->get_array().size() == after->get_array().size()) {
    for (std::size_t i = 0; i < before->get_array().size(); ++i) {
      compare(&before->get_array()[i], &after->get_array()[i], at + "/" + std::to_string(i), found);
    }
    return;
  }
  found.push_back({at, shown(before), shown(after)});
}

}  // namespace

std::vector<Difference> differences(const std::string& before, const std::string& after) {
  std::vector<Difference> found;
  boost::system::error_code error;
  const auto was = json::parse(before, error), is = json::parse(after, error);
  if (!error) compare(&was, &is, "", found);
  return found;
}

Evidence::Evidence(const FlowHost& host, const Flow& flow, bool whole) : host_(host), whole_(whole) {
  kept_.flow = flow;
  auto& machine = host_.machine();
  kept_.model = machine.model().id;
  kept_.width = machine.model().width;
  kept_.height = machine.model().height;
  kept_.language = machine.device().snapshot()->basic.language;
  if (!whole_) return;
  machine.trace().turn(true);
  last_state_ = state();
}

Evidence::~Evidence() {
  static_cast<void>(host_.on_panel([](Panel& panel) { panel.on_input({}); }));
}

std::string Evidence::state() const { return device::to_json(*host_.machine().device().snapshot()); }

FlowWatch Evidence::watch() {
  return {
      .before = [this](const FlowStep& step, int depth) { return before(step, depth); },
      .after = [this](const FlowStep& step, int depth, const std::string& why) { after(step, depth, why); },
      .picture = [this](const std::string& name, const std::string& png) { kept_.pictures.emplace_back(name, png); }};
}

bool Evidence::before(const FlowStep&, int) {
  touch_.reset();
  begun_ = std::chrono::steady_clock::now();
  if (!whole_) return true;
  last_picture_.clear();
  const auto look = [this](Panel& panel) {
    panel.on_input([this, &panel](const InputEvent& event) {
      const auto* down = std::get_if<PointerDown>(&event);
      if (!down) return;
      touch_ = {down->x, down->y};
      last_picture_ = to_png(panel.picture());
    });
  };
  static_cast<void>(host_.on_panel(look));
  return true;
}

void Evidence::after(const FlowStep& step, int depth, const std::string& why) {
  PlayedStep played{.file = step.file,
                    .line = step.line,
                    .text = step.text,
                    .depth = depth,
                    .why = why,
                    .took = std::chrono::steady_clock::now() - begun_,
                    .at = host_.machine().clock().now(),
                    .touch = touch_,
                    .before = std::move(last_picture_)};
  if (whole_) {
    static_cast<void>(host_.on_panel([&](Panel& panel) {
      panel.on_input({});
      played.after = to_png(panel.picture());
      played.screen = panel.screen();
    }));
    auto now = state();
    played.changes = differences(last_state_, now);
    last_state_ = std::move(now);
  }
  kept_.steps.push_back(std::move(played));
  if (!why.empty()) keep_failure();
}

/// What a tester looks at when a step fails.
void Evidence::keep_failure() {
  static_cast<void>(host_.on_panel([this](Panel& panel) {
    kept_.failure_picture = to_png(panel.picture());
    kept_.tree = to_json(panel.tree());
  }));
  kept_.state = state();
}

PlayedFlow Evidence::finish(const FlowResult& result) {
  kept_.result = result;
  auto& machine = host_.machine();
  const auto whole = json::parse(state());
  json::array jobs = whole.at("active").as_array();
  for (const auto& job : whole.at("log").as_array()) jobs.push_back(job);
  kept_.jobs = json::serialize(jobs);
  json::array mails;
  machine.loop().sync([&] {
    for (const auto& mail : machine.cloud().mails()) mails.push_back(as_json(mail));
  });
  kept_.mails = json::serialize(mails);
  kept_.trace = net::to_json(machine.trace().lines());
  return std::move(kept_);
}

}  // namespace paneltwin::panel

// How an expectation is written, for the panel and for a browser's page.
#include "panel/automation/flow_reader.hpp"

namespace paneltwin::panel::reading {

namespace strict = device::strict;
using strict::allow_only;
using strict::complain;
using strict::text;

std::optional<std::string> maybe_text(const YAML::Node& node) {
  return node.IsDefined() ? std::optional(text(node)) : std::nullopt;
}

namespace {

/// A field's value, which may be nothing at all.
std::optional<std::string> maybe_value(const YAML::Node& node) {
  return node.IsDefined() && node.IsScalar() ? std::optional(node.Scalar()) : maybe_text(node);
}

constexpr int most = 1'000'000;

std::optional<int> maybe_number(const YAML::Node& node) {
  return node.IsDefined() ? std::optional(strict::number(node, 0, most)) : std::nullopt;
}

std::optional<bool> maybe_flag(const YAML::Node& node) {
  return node.IsDefined() ? std::optional(strict::flag(node)) : std::nullopt;
}

Expectation::Job job(const YAML::Node& map) {
  allow_only(map, {"receipt", "code", "type", "result"});
  return {maybe_number(map["receipt"]), maybe_number(map["code"]), maybe_text(map["type"]), maybe_text(map["result"])};
}

Expectation::Mail mail(const YAML::Node& map) {
  allow_only(map, {"subject", "from", "to", "attachment"});
  return {maybe_text(map["subject"]), maybe_text(map["from"]), maybe_text(map["to"]), maybe_text(map["attachment"])};
}

Expectation::Printed printed(const YAML::Node& node) {
  if (node.IsScalar()) return {.name = text(node)};
  allow_only(node, {"name", "text", "pages"});
  return {maybe_text(node["name"]), maybe_text(node["text"]), maybe_number(node["pages"])};
}

std::map<std::string, std::string> state(const YAML::Node& map) {
  if (!map.IsMap()) complain(map, "expected lines such as '/email/stored/method: oauth2'");
  std::map<std::string, std::string> values;
  for (const auto& entry : map) {
    auto pointer = text(entry.first);
    if (!pointer.starts_with('/')) {
      complain(entry.first, "expected a JSON pointer such as /email/stored/method, as the snapshot has it");
    }
    values[std::move(pointer)] = entry.second.IsNull() ? "null" : entry.second.Scalar();
  }
  return values;
}

std::vector<std::pair<std::string, std::string>> pairs(const YAML::Node& map, const char* example) {
  if (!map.IsMap() || map.size() == 0) complain(map, std::string("expected ") + example);
  std::vector<std::pair<std::string, std::string>> read;
  for (const auto& entry : map) read.emplace_back(text(entry.first), text(entry.second));
  return read;
}

step::Browser::Check boxes(const YAML::Node& node, bool on) {
  step::Browser::Check check{.boxes = {}, .on = on};
  if (node.IsScalar()) check.boxes.push_back(text(node));
  for (const auto& box : node) check.boxes.push_back(text(box));
  return check;
}

step::Browser::Expect page_expectation(const YAML::Node& node) {
  if (node.IsScalar()) return {.text = text(node)};
  allow_only(node, {"text", "title", "address", "absent", "within"});
  step::Browser::Expect expected{maybe_text(node["text"]), maybe_text(node["title"]), maybe_text(node["address"]),
                                 maybe_flag(node["absent"]).value_or(false)};
  if (!expected.text && !expected.title && !expected.address)
    complain(node, "nothing is expected here: name a text, a title or an address");
  if (node["within"]) expected.within = strict::duration(node["within"]);
  return expected;
}

}  // namespace

Expectation expectation(const YAML::Node& node) {
  if (node.IsScalar()) return Expectation{.text = text(node)};
  allow_only(node, {"id", "role", "text", "value", "enabled", "selected", "count", "state", "absent", "job", "mail",
                    "printed", "within"});
  const auto about = node.size() - (node["within"] ? 1U : 0U) - (node["absent"] ? 1U : 0U);
  if (about == 0) complain(node, "nothing is expected here: name an id, a text, a job, a mail or another");
  Expectation expected{.id = maybe_text(node["id"]),
                       .role = maybe_text(node["role"]),
                       .text = maybe_text(node["text"]),
                       .value = maybe_value(node["value"]),
                       .enabled = maybe_flag(node["enabled"]),
                       .selected = maybe_flag(node["selected"]),
                       .count = maybe_number(node["count"]),
                       .absent = maybe_flag(node["absent"]).value_or(false)};
  if (node["state"]) expected.state = state(node["state"]);
  if (node["job"]) expected.job = job(node["job"]);
  if (node["mail"]) expected.mail = mail(node["mail"]);
  if (node["printed"]) expected.printed = printed(node["printed"]);
  if (node["within"]) expected.within = strict::duration(node["within"]);
  if (expected.count && about == 1) complain(node["count"], "count what? Say an id, a role or a text beside it");
  return expected;
}

step::Browser browser_step(const YAML::Node& node) {
  using step::Browser;
  const std::vector<std::string> acts{"open",    "click", "fill",   "choose",   "check",
                                      "uncheck", "press", "expect", "remember", "screenshot"};
  auto known = acts;
  known.emplace_back("tab");
  allow_only(node, known);
  if (node.size() != (node["tab"] ? 2U : 1U)) {
    complain(node,
             "expected one of open, click, fill, choose, check, uncheck, press, expect, remember, screenshot, and one "
             "a step");
  }
  Browser read{.tab = maybe_text(node["tab"]).value_or("")};
  if (node["open"]) read.act = Browser::Open{text(node["open"])};
  if (node["click"]) read.act = Browser::Click{text(node["click"])};
  if (node["fill"]) read.act = Browser::Fill{pairs(node["fill"], "a field and its text, such as {Password: secret}")};
  if (node["choose"])
    read.act = Browser::Choose{pairs(node["choose"], "a list and its choice, such as {Language: English}")};
  if (node["check"]) read.act = boxes(node["check"], true);
  if (node["uncheck"]) read.act = boxes(node["uncheck"], false);
  if (node["press"]) read.act = Browser::Press{text(node["press"])};
  if (node["expect"]) read.act = page_expectation(node["expect"]);
  if (node["remember"])
    read.act =
        Browser::Remember{pairs(node["remember"], "a name and where its words stand, such as {code: \"#code\"}")};
  if (node["screenshot"]) read.act = Browser::Screenshot{text(node["screenshot"])};
  return read;
}

}  // namespace paneltwin::panel::reading

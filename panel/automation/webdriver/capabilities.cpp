#include "panel/automation/webdriver/capabilities.hpp"

#include <algorithm>

#include "device/assets.hpp"
#include "device/text/catalogue.hpp"
#include "device/text/spelling.hpp"
#include "panel/automation/control_answers.hpp"
#include "panel/automation/webdriver/alerts.hpp"
#include "panel/automation/webdriver/arguments.hpp"
#include "panel/panel.hpp"
#include "panel/ui/theme.hpp"

namespace paneltwin::panel::webdriver {

namespace json = boost::json;
using device::did_you_mean;

namespace {

constexpr std::string_view ours = "paneltwin:", product = "paneltwin", platform = "linux";

bool is_text(const json::value& value) { return value.is_string(); }
bool is_flag(const json::value& value) { return value.is_bool(); }
bool is_object(const json::value& value) { return value.is_object(); }
bool is_strategy(const json::value& value) { return value == "none" || value == "eager" || value == "normal"; }
bool is_behaviour(const json::value& value) { return read_prompt_handling(value).has_value(); }

struct Standard {
  std::string_view name;
  bool (*fits)(const json::value&);
};

constexpr Standard standard[] = {{"acceptInsecureCerts", is_flag}, {"browserName", is_text},
                                 {"browserVersion", is_text},      {"pageLoadStrategy", is_strategy},
                                 {"platformName", is_text},        {"proxy", is_object},
                                 {"setWindowRect", is_flag},       {"strictFileInteractability", is_flag},
                                 {"timeouts", is_object},          {"unhandledPromptBehavior", is_behaviour},
                                 {"webSocketUrl", is_flag}};

Outcome<void> check(std::string_view name, const json::value& value) {
  if (value.is_null()) return {};
  const auto found = std::ranges::find(standard, name, &Standard::name);
  if (found != std::end(standard)) {
    if (!found->fits(value)) return wrong("the capability '" + std::string(name) + "' has a wrong value");
    if (name != "timeouts") return {};
    const auto timeouts = read_timeouts(value.get_object(), {});
    return timeouts ? Outcome<void>() : std::unexpected(timeouts.error());
  }
  if (name.starts_with(ours)) {
    const std::vector<std::string> known{"paneltwin:model",  "paneltwin:language", "paneltwin:scenario",
                                         "paneltwin:theme",  "paneltwin:clock",    "paneltwin:idleTimeout",
                                         "paneltwin:dialogs"};
    if (std::ranges::find(known, name) != known.end()) return {};
    return wrong("no capability is called '" + std::string(name) + "'" + did_you_mean(known, name));
  }
  if (name.find(':') == std::string_view::npos) return wrong("no capability is called '" + std::string(name) + "'");
  return {};  // another maker's; matching decides
}

Outcome<json::object> checked(const json::value& value, std::string_view where) {
  const auto* capabilities = value.if_object();
  if (!capabilities) return wrong("'" + std::string(where) + "' must hold objects");
  json::object kept;
  for (const auto& one : *capabilities) {
    if (auto fine = check(one.key(), one.value()); !fine) return std::unexpected(fine.error());
    if (!one.value().is_null()) kept[one.key()] = one.value();
  }
  return kept;
}

/// Every way that the client could live with, best first.
Outcome<std::vector<json::object>> alternatives(const json::object& body) {
  const auto* asked = body.if_contains("capabilities");
  if (!asked || !asked->is_object()) return wrong("'capabilities' must be an object");
  const auto& request = asked->get_object();
  const json::value nothing = json::object{};
  const auto* always_given = request.if_contains("alwaysMatch");
  const auto always = checked(always_given ? *always_given : nothing, "alwaysMatch");
  if (!always) return std::unexpected(always.error());
  const json::value one_empty = json::array{nothing};
  const auto* first_given = request.if_contains("firstMatch");
  const auto* first = (first_given ? *first_given : one_empty).if_array();
  if (!first || first->empty()) return wrong("'firstMatch' must be an array that is not empty");
  std::vector<json::object> merged;
  for (const auto& value : *first) {
    auto one = checked(value, "firstMatch");
    if (!one) return std::unexpected(one.error());
    for (const auto& shared : *always) {
      if (one->contains(shared.key())) return wrong("'" + std::string(shared.key()) + "' stands in both matches");
      (*one)[shared.key()] = shared.value();
    }
    merged.push_back(std::move(*one));
  }
  return merged;
}

/// A session that cannot be had: the next alternative may do.
std::unexpected<Error> cannot(std::string message) {
  return refuse(ErrorCode::session_not_created, std::move(message));
}

Outcome<std::string> named(const json::value& value, std::string_view what, const std::vector<std::string>& known) {
  if (!value.is_string()) return wrong("'" + std::string(what) + "' must be a string");
  std::string name(value.get_string());
  if (std::ranges::find(known, name) != known.end()) return name;
  return cannot("no " + std::string(what.substr(ours.size())) + " is called '" + name + "'" +
                did_you_mean(known, name));
}

std::vector<std::string> scenario_names(const device::Assets& assets) {
  std::vector<std::string> names;
  for (const auto& file : assets.list("scenarios", ".yaml")) names.push_back(file.stem().string());
  return names;
}

Outcome<void> take_ours(SessionPlan& plan, std::string_view name, const json::value& value) {
  const device::Assets assets(plan.machine.assets);
  const auto put = [&](std::string& into, const std::vector<std::string>& known) -> Outcome<void> {
    auto chosen = named(value, name, known);
    if (!chosen) return std::unexpected(chosen.error());
    into = std::move(*chosen);
    return {};
  };
  if (name == "paneltwin:model") return put(plan.machine.model, model_ids(assets));
  if (name == "paneltwin:theme") return put(plan.theme, theme_names(assets));
  if (name == "paneltwin:scenario") return put(plan.machine.scenario, scenario_names(assets));
  if (name == "paneltwin:language") {
    const auto texts = device::Texts::load(assets);
    if (!texts) return cannot(texts.error().str());
    return put(plan.machine.language.emplace(), texts->tags());
  }
  if (name == "paneltwin:clock") {
    const auto* given = value.if_object();
    if (!given) return wrong("'paneltwin:clock' must be an object such as {\"stand\": true}");
    const auto step = control::clock_step_of(*given);
    if (!step) return wrong(step.error().detail);
    plan.clock = *step;
    plan.machine.clock_stands = step->rate && *step->rate == 0;
    return {};
  }
  if (name == "paneltwin:dialogs") {
    std::string dialogs;
    auto chosen = put(dialogs, {"elements", "prompts"});
    plan.prompts.block = dialogs == "prompts";
    return chosen;
  }
  const auto seconds = integer(value, name, 0);  // idleTimeout
  if (!seconds) return std::unexpected(seconds.error());
  plan.idle_limit = std::chrono::seconds(*seconds);
  return {};
}

Outcome<void> take(SessionPlan& plan, std::string_view name, const json::value& value) {
  if (name.starts_with(ours)) return take_ours(plan, name, value);
  const auto equals = [&](std::string_view have) -> Outcome<void> {
    if (value.get_string() == have) return {};
    return cannot("'" + std::string(name) + "' here is '" + std::string(have) + "'");
  };
  if (name == "browserName") return equals(product);
  if (name == "browserVersion") return equals(PANELTWIN_VERSION);
  if (name == "platformName") return equals(platform);
  if (name == "setWindowRect" && value.get_bool()) return cannot("the glass cannot change its size");
  if (name == "proxy" && !value.get_object().empty()) return cannot("the panel has no proxy");
  if (name == "timeouts") plan.timeouts = read_timeouts(value.get_object(), plan.timeouts).value();
  if (name == "unhandledPromptBehavior") {
    plan.prompt_behaviour = value;
    const bool block = plan.prompts.block;
    plan.prompts = read_prompt_handling(value).value();
    plan.prompts.block = block;
  }
  // The rest asks for pages, scripts or another maker's wishes, which a panel has no use for.
  return {};
}

}  // namespace

Outcome<SessionPlan> plan_session(const json::object& body, const SessionPlan& usual) {
  const auto ways = alternatives(body);
  if (!ways) return std::unexpected(ways.error());
  std::optional<Error> refusal;
  for (const auto& way : *ways) {
    SessionPlan plan = usual;
    Outcome<void> taken;
    for (const auto& one : way) {
      if (taken = take(plan, one.key(), one.value()); !taken) break;
    }
    if (taken) return plan;
    if (taken.error().code == ErrorCode::invalid_argument) return std::unexpected(taken.error());
    if (!refusal) refusal = taken.error();
  }
  return std::unexpected(*refusal);
}

json::object to_capabilities(const SessionPlan& plan) {
  json::object capabilities{{"browserName", product},
                            {"browserVersion", PANELTWIN_VERSION},
                            {"platformName", platform},
                            {"acceptInsecureCerts", false},
                            {"pageLoadStrategy", "normal"},
                            {"proxy", json::object{}},
                            {"setWindowRect", false},
                            {"strictFileInteractability", false},
                            {"timeouts", to_json(plan.timeouts)},
                            {"unhandledPromptBehavior", plan.prompt_behaviour},
                            {"userAgent", "PanelTwin/" PANELTWIN_VERSION},
                            {"paneltwin:model", plan.machine.model},
                            {"paneltwin:theme", plan.theme},
                            {"paneltwin:dialogs", plan.prompts.block ? "prompts" : "elements"},
                            {"paneltwin:idleTimeout", plan.idle_limit.count()}};
  if (plan.machine.language) capabilities["paneltwin:language"] = *plan.machine.language;
  if (!plan.machine.scenario.empty()) capabilities["paneltwin:scenario"] = plan.machine.scenario;
  return capabilities;
}

}  // namespace paneltwin::panel::webdriver

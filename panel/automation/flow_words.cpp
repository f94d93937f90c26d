#include "panel/automation/flow_words.hpp"

#include <ranges>

#include <boost/json.hpp>

#include "device/text/spelling.hpp"
#include "panel/automation/flow_scope.hpp"

namespace paneltwin::panel {

using device::did_you_mean;

namespace {

using Found = std::expected<std::string, std::string>;

Found machine_words(Machine& machine, const std::string& name) {
  const std::map<std::string, std::string> words{{"web-config", machine.web_config_url()},
                                                 {"cloud", machine.cloud().base_url()},
                                                 {"admin-password", machine.device().label().administrator_password},
                                                 {"tenant", machine.cloud().tenant().domain}};
  if (const auto found = words.find(name); found != words.end()) return found->second;
  const auto known = std::views::keys(words);
  return std::unexpected("the machine has no '" + name + "'" + did_you_mean({known.begin(), known.end()}, name));
}

Found password_of(Machine& machine, const std::string& user) {
  std::vector<std::string> users;
  for (const auto& account : machine.cloud().tenant().accounts) {
    if (account.user == user) return account.password;
    users.push_back(account.user);
  }
  return std::unexpected("the tenant has no account '" + user + "'" + did_you_mean(users, user));
}

Found catalogue_words(Machine& machine, const std::string& key) {
  const auto words = machine.texts().in(machine.device().snapshot()->basic.language).text(key);
  if (words != key) return std::string(words);
  return std::unexpected("no catalogue has the key '" + key + "'; keys are the msgids in assets/locales");
}

Found state_value(Machine& machine, const std::string& pointer) {
  const auto whole = boost::json::parse(device::to_json(*machine.device().snapshot()));
  boost::system::error_code error;
  const auto* value = whole.find_pointer(pointer, error);
  if (!value) return std::unexpected("the state has no " + pointer);
  return value->is_string() ? std::string(value->get_string()) : boost::json::serialize(*value);
}

/// Every text of a step, for `fill` to change.
struct Texts {
  std::vector<std::string*> all;
  void add(std::string& text) { all.push_back(&text); }
  void add(std::optional<std::string>& text) {
    if (text) all.push_back(&*text);
  }
  void add(std::vector<std::pair<std::string, std::string>>& pairs) {
    for (auto& [name, text] : pairs) {
      add(name);
      add(text);
    }
  }

  void operator()(step::Tap& tap) { add(tap.on); }
  void operator()(step::LongPress& press) { add(press.on); }
  void operator()(step::Type& type) { add(type.text); }
  void operator()(step::Swipe& swipe) { add(swipe.on); }
  void operator()(step::Browser& browser) { std::visit(*this, browser.act); }
  void operator()(step::Browser::Open& open) { add(open.address); }
  void operator()(step::Browser::Click& click) { add(click.on); }
  void operator()(step::Browser::Fill& fill) { add(fill.fields); }
  void operator()(step::Browser::Choose& choose) { add(choose.fields); }
  void operator()(step::Browser::Check& check) {
    for (auto& box : check.boxes) add(box);
  }
  void operator()(step::Browser::Expect& expected) {
    add(expected.text);
    add(expected.title);
    add(expected.address);
  }
  void operator()(Expectation& expected) {
    add(expected.id);
    add(expected.text);
    add(expected.value);
    for (auto& [_, value] : expected.state) add(value);
    if (expected.mail) {
      for (auto* part : {&expected.mail->subject, &expected.mail->from, &expected.mail->to}) add(*part);
    }
    if (expected.printed) add(expected.printed->text);
  }
  void operator()(step::Repeat& repeat) {
    if (repeat.until) (*this)(*repeat.until);
  }
  void operator()(step::When& when) { (*this)(when.is); }
  template <class Step>
  void operator()(Step&) {}
};

}  // namespace

std::expected<std::string, std::string> FlowWords::fill(std::string text, Machine& machine) const {
  if (text.find("${") == std::string::npos) return text;
  std::optional<std::string> wrong;
  const auto value_of = [&](std::string_view wanted) -> std::optional<std::string> {
    const std::string name(wanted);
    if (name == "round") return std::to_string(round_);
    if (const auto found = remembered_.find(name); found != remembered_.end()) return found->second;
    const auto dot = name.find('.');
    const auto family = name.substr(0, dot), rest = dot == std::string::npos ? "" : name.substr(dot + 1);
    const Found found =
        family == "machine"    ? machine_words(machine, rest)
        : family == "password" ? password_of(machine, rest)
        : family == "text"     ? catalogue_words(machine, rest)
        : family == "state"
            ? state_value(machine, rest)
            : Found(std::unexpected("'" + name + "' is not known yet: a browser step's 'remember' must come before"));
    if (found) return *found;
    wrong = found.error();
    return std::nullopt;
  };
  auto filled = fill_in(text, value_of);
  if (wrong) return std::unexpected(*wrong);
  return filled;
}

std::expected<Act, std::string> FlowWords::fill(Act act, Machine& machine) const {
  Texts texts;
  std::visit(texts, act);
  for (auto* text : texts.all) {
    auto filled = fill(*text, machine);
    if (!filled) return std::unexpected(filled.error());
    *text = std::move(*filled);
  }
  return act;
}

}  // namespace paneltwin::panel

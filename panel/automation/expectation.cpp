#include "panel/automation/expectation.hpp"

#include <algorithm>

#include <boost/json.hpp>

#include "device/names.hpp"
#include "panel/world/pdf_words.hpp"

namespace paneltwin::panel {

namespace {

bool has_words(std::string_view whole, const std::optional<std::string>& part) {
  return !part || whole.find(*part) != std::string_view::npos;
}

bool fits(const Expectation& expected, const Node& node) {
  if (expected.id && node.id != *expected.id) return false;
  if (expected.role && node.role != *expected.role) return false;
  if (expected.text && !has_words(node.text, expected.text) && !has_words(node.value, expected.text)) return false;
  if (expected.value && node.value != *expected.value) return false;
  if (expected.enabled && node.enabled != *expected.enabled) return false;
  return !expected.selected || node.selected == *expected.selected;
}

int how_many_fit(const Expectation& expected, const Node& node) {
  int found = fits(expected, node) ? 1 : 0;
  for (const auto& child : node.children) found += how_many_fit(expected, child);
  return found;
}

bool is_about_the_glass(const Expectation& expected) {
  return expected.id || expected.role || expected.text || expected.value || expected.enabled || expected.selected;
}

/// As people write it: texts bare, everything else as JSON.
std::string value_words(const boost::json::value& value) {
  return value.is_string() ? std::string(value.get_string()) : boost::json::serialize(value);
}

bool state_fits(const std::map<std::string, std::string>& expected, const device::State& state) {
  const auto whole = boost::json::parse(device::to_json(state));
  return std::ranges::all_of(expected, [&](const auto& wanted) {
    boost::system::error_code error;
    const auto* value = whole.find_pointer(wanted.first, error);
    return value && value_words(*value) == wanted.second;
  });
}

bool fits(const Expectation::Job& expected, const device::Job& job) {
  const int code = job.failure ? device::words_for(job.failure->kind).code : 0;
  return (!expected.receipt || job.receipt == *expected.receipt) && (!expected.code || code == *expected.code) &&
         (!expected.type || device::name_of(job.type) == *expected.type) &&
         (!expected.result || device::name_of(job.result) == *expected.result);
}

bool any_fits(const Expectation::Job& expected, const device::State& state) {
  const auto one = [&](const device::Job& job) { return fits(expected, job); };
  return std::ranges::any_of(state.log, one) || std::ranges::any_of(state.active, one);
}

bool fits(const Expectation::Mail& expected, const net::cloud::MailSummary& mail) {
  const auto any = [](const std::vector<std::string>& texts, const std::optional<std::string>& part) {
    return !part || std::ranges::any_of(texts, [&](const std::string& text) { return has_words(text, part); });
  };
  return has_words(mail.subject, expected.subject) && has_words(mail.from, expected.from) &&
         any(mail.to, expected.to) && any(mail.attachments, expected.attachment);
}

std::vector<net::cloud::MailSummary> mails_of(Machine& machine) {
  std::vector<net::cloud::MailSummary> mails;
  machine.loop().sync([&] { mails = machine.cloud().mails(); });
  return mails;
}

bool lies_in(FolderTray& tray, const Expectation::Printed& expected) {
  return std::ranges::any_of(tray.sheets(), [&](const std::string& name) {
    if (!has_words(name, expected.name)) return false;
    if (!expected.text && !expected.pages) return true;
    const auto file = tray.sheet(name);
    const auto pages = file ? words_of_pdf(*file) : std::nullopt;
    if (!pages || (expected.pages && static_cast<int>(pages->size()) != *expected.pages)) return false;
    return !expected.text ||
           std::ranges::any_of(*pages, [&](const auto& words) { return has_words(words, expected.text); });
  });
}

bool is_there(const Expectation& expected, Machine& machine, const Node& glass) {
  if (is_about_the_glass(expected)) {
    const int found = how_many_fit(expected, glass);
    if (expected.count ? found != *expected.count : found == 0) return false;
  }
  if (!expected.state.empty() && !state_fits(expected.state, *machine.device().snapshot())) return false;
  if (expected.job && !any_fits(*expected.job, *machine.device().snapshot())) return false;
  if (expected.mail &&
      !std::ranges::any_of(mails_of(machine), [&](const auto& mail) { return fits(*expected.mail, mail); })) {
    return false;
  }
  return !expected.printed || lies_in(machine.tray(), *expected.printed);
}

void add_words(const Node& node, std::string& words) {
  for (const auto* text : {&node.text, &node.value}) {
    if (!text->empty()) words += (words.empty() ? "'" : ", '") + *text + "'";
  }
  for (const auto& child : node.children) add_words(child, words);
}

}  // namespace

bool holds(const Expectation& expected, Machine& machine, const Node& glass) {
  return is_there(expected, machine, glass) != expected.absent;
}

static std::string what_is_on(const Expectation& expected, const Node& glass, const std::string& screen) {
  std::string there = "on the glass (" + screen + "): ";
  if (expected.count) return there + std::to_string(how_many_fit(expected, glass)) + " like this";
  const Node* node = expected.id ? find_id(glass, *expected.id) : nullptr;
  if (expected.id && !node) {
    there += "no '" + *expected.id + "'";
    const auto near = nearest_ids(glass, *expected.id);
    for (std::size_t i = 0; i < near.size(); ++i) there += (i == 0 ? "; near: " : ", ") + near[i];
    return there;
  }
  std::string words;
  add_words(node ? *node : glass, words);
  return there + words;
}

static std::string state_words(const Expectation& expected, const device::State& state) {
  const auto whole = boost::json::parse(device::to_json(state));
  std::string there;
  for (const auto& [pointer, _] : expected.state) {
    boost::system::error_code error;
    const auto* value = whole.find_pointer(pointer, error);
    there +=
        (there.empty() ? "" : ", ") + pointer + (value ? " is '" + value_words(*value) + "'" : " is not in the state");
  }
  return there;
}

std::string what_is_there(const Expectation& expected, Machine& machine, const Node& glass, const std::string& screen) {
  std::string there;
  if (is_about_the_glass(expected)) there = what_is_on(expected, glass, screen);
  const auto state = machine.device().snapshot();
  if (!expected.state.empty()) there += (there.empty() ? "" : "; ") + state_words(expected, *state);
  if (expected.job && !state->log.empty()) {
    const auto& last = state->log.front();
    there += " last job: " + std::to_string(last.receipt) + " " + std::string(device::name_of(last.result));
    if (last.failure) there += " " + std::string(device::name_of(last.failure->kind)) + " " + last.failure->detail;
  }
  if (expected.job && state->log.empty()) there += " no job has ended";
  if (expected.mail) there += " mails: " + std::to_string(mails_of(machine).size());
  if (expected.printed) there += " sheets in the tray: " + std::to_string(machine.tray().sheets().size());
  return there;
}

}  // namespace paneltwin::panel

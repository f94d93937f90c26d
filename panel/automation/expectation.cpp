#include "panel/automation/expectation.hpp"

#include <algorithm>

#include "device/names.hpp"

namespace paneltwin::panel {

namespace {

bool has_words(std::string_view whole, const std::optional<std::string>& part) {
  return !part || whole.find(*part) != std::string_view::npos;
}

bool fits(const Expectation& expected, const Node& node) {
  if (expected.id && node.id != *expected.id) return false;
  if (expected.text && !has_words(node.text, expected.text) && !has_words(node.value, expected.text)) return false;
  if (expected.value && node.value != *expected.value) return false;
  if (expected.enabled && node.enabled != *expected.enabled) return false;
  return !expected.selected || node.selected == *expected.selected;
}

bool any_fits(const Expectation& expected, const Node& node) {
  return fits(expected, node) ||
         std::ranges::any_of(node.children, [&](const Node& child) { return any_fits(expected, child); });
}

bool is_about_the_glass(const Expectation& expected) {
  return expected.id || expected.text || expected.value || expected.enabled || expected.selected;
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

bool is_there(const Expectation& expected, Machine& machine, const Panel& panel) {
  if (is_about_the_glass(expected) && !any_fits(expected, panel.tree())) return false;
  if (expected.job && !any_fits(*expected.job, *machine.device().snapshot())) return false;
  if (expected.mail &&
      !std::ranges::any_of(mails_of(machine), [&](const auto& mail) { return fits(*expected.mail, mail); })) {
    return false;
  }
  return !expected.printed || std::ranges::any_of(machine.tray().sheets(), [&](const std::string& name) {
    return has_words(name, expected.printed);
  });
}

void add_words(const Node& node, std::string& words) {
  for (const auto* text : {&node.text, &node.value}) {
    if (!text->empty()) words += (words.empty() ? "'" : ", '") + *text + "'";
  }
  for (const auto& child : node.children) add_words(child, words);
}

}  // namespace

bool holds(const Expectation& expected, Machine& machine, const Panel& panel) {
  return is_there(expected, machine, panel) != expected.absent;
}

std::string what_is_there(const Expectation& expected, Machine& machine, const Panel& panel) {
  std::string there;
  if (is_about_the_glass(expected)) {
    there = "on the glass (" + panel.screen() + "): ";
    const Node* node = expected.id ? find_id(panel.tree(), *expected.id) : nullptr;
    if (expected.id && !node) {
      there += "no '" + *expected.id + "'";
      const auto near = nearest_ids(panel.tree(), *expected.id);
      for (std::size_t i = 0; i < near.size(); ++i) there += (i == 0 ? "; near: " : ", ") + near[i];
    } else {
      std::string words;
      add_words(node ? *node : panel.tree(), words);
      there += words;
    }
  }
  const auto state = machine.device().snapshot();
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

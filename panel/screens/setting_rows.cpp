#include "panel/screens/setting_rows.hpp"

#include "device/settings/setting_table.hpp"
#include "device/settings/setting_words.hpp"
#include "panel/screens/administrator.hpp"
#include "panel/screens/choice.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/entry.hpp"

namespace paneltwin::panel {

using device::Setting;
using device::SettingKind;

namespace {

constexpr int most_steps = 20;  // more than a finger wants to tap through

/// As it is set; as from the factory in a state made by hand.
std::string value_of(const Context& context, const Setting& setting) {
  const auto& values = context.state.settings.values;
  if (const auto found = values.find(setting.id); found != values.end()) return found->second;
  return setting.kind == SettingKind::language ? context.state.basic.language : setting.initial;
}

std::string words_for(const Context& context, const Setting& setting, const std::string& value) {
  return device::value_words(setting, value, context.words, context.texts);
}

/// Posts the new value; a refusal comes up as a message.
void set(const Context& context, const Setting& setting, std::string value) {
  when_unlocked(context, is_locked(context, setting), [id = setting.id, value = std::move(value)](const Context& now) {
    now.post(device::command::SetSetting{id, value}, say_when_refused());
  });
}

/// The same, when other settings go with it only after people have been told which.
void ask_and_set(const Context& context, const Setting& setting, const std::string& value) {
  const auto along = device::brought_along(setting, value, context.state.settings);
  if (along.empty()) return set(context, setting, value);
  auto words = context.text("setting.brings.ask", {{"value", words_for(context, setting, value)}});
  for (const auto& one : along) {
    words += "\n" + context.text("setting.brings.one",
                                 {{"name", context.text(one.text)}, {"value", context.text(one.value_text)}});
  }
  context.stage.ask(yes_or_no(context, "ask-brings", std::move(words),
                              [setting, value](const Context& now) { set(now, setting, value); }));
}

Choice choice_of(const Context& context, const Setting& setting) {
  Choice choice{setting.id, context.text(setting.text), {}, value_of(context, setting), {}};
  const auto offer = [&](const std::string& value) {
    choice.options.push_back({value, words_for(context, setting, value)});
  };
  for (const auto& one : setting.choices) offer(one.id);
  for (const int one : setting.offers) offer(std::to_string(one));
  if (setting.kind == SettingKind::language) {
    for (const auto& tag : context.texts.tags()) offer(tag);
  }
  choice.take = [setting](const Context& now, const std::string& value) { ask_and_set(now, setting, value); };
  return choice;
}

bool is_stepped(const Setting& setting) {
  return setting.kind == SettingKind::number && setting.offers.empty() && setting.zero.empty() &&
         (setting.most - setting.least) / setting.step <= most_steps;
}

void open_entry(const Context& context, const Setting& setting) {
  const bool digits = setting.kind != SettingKind::text || setting.letters == "digits";
  context.stage.open_sheet(
      entry_sheet({.id = setting.id + "-entry",
                   .title = setting.text,
                   .text = value_of(context, setting),
                   .kind = digits                       ? EntryKind::number
                           : setting.letters == "email" ? EntryKind::email
                                                        : EntryKind::text,
                   .limit = setting.kind == SettingKind::text ? setting.limit : 15,
                   .is_good = [setting](const std::string& text) { return device::check(setting, text).has_value(); },
                   .done = [setting](const Context& now, const std::string& text) { set(now, setting, text); }}));
}

void stepped_row(RowList& list, const Context& context, const Setting& setting) {
  const int value = context.state.settings.values.contains(setting.id) ? context.state.settings.number(setting.id)
                                                                       : std::stoi(setting.initial);
  const int to = list.stepper({.id = setting.id,
                               .text = context.text(setting.text),
                               .value = value,
                               .most = setting.most,
                               .least = setting.least,
                               .step = setting.step});
  if (to != value) set(context, setting, std::to_string(to));
}

}  // namespace

std::string setting_words(const Context& context, const Setting& setting) {
  return words_for(context, setting, value_of(context, setting));
}

bool is_locked(const Context& context, const Setting& setting) {
  return context.is_locked() && setting.locked && !context.state.settings.is_on(setting.unlocked_by);
}

bool is_shown(const Context& context, const Setting& setting) {
  return (setting.needs.empty() || context.model.has(setting.needs)) &&
         device::applies(setting, context.state.settings);
}

bool has_screen(const Setting& setting) {
  return setting.kind == SettingKind::choice || setting.kind == SettingKind::language || !setting.offers.empty();
}

Screen setting_screen(const Setting& setting) {
  return choice_screen(setting.id, [setting](const Context& context) { return choice_of(context, setting); });
}

void setting_row(RowList& list, const Context& context, const Setting& setting, char32_t icon) {
  if (!is_shown(context, setting)) return;
  if (is_stepped(setting)) return stepped_row(list, context, setting);
  const bool locked = is_locked(context, setting), on = value_of(context, setting) == "on";
  const bool switches = setting.kind == SettingKind::on_off;
  if (!list.row({.id = setting.id,
                 .text = context.text(setting.text),
                 .value = switches ? "" : setting_words(context, setting),
                 .icon = icon,
                 .end = switches ? Row::End::on_off : Row::End::chevron,
                 .on = switches && on,
                 .locked = locked})) {
    return;
  }
  if (switches) return set(context, setting, on ? "off" : "on");
  when_unlocked(context, locked, [setting](const Context& now) {
    has_screen(setting) ? now.stage.go(setting_screen(setting)) : open_entry(now, setting);
  });
}

}  // namespace paneltwin::panel

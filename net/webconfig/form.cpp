#include "net/webconfig/form.hpp"

#include <algorithm>
#include <charconv>

#include "device/settings/limits.hpp"
#include "net/webconfig/menu.hpp"

namespace paneltwin::net::webconfig {

namespace {

using Kind = FormField::Kind;

bool is_number_within(const std::string& text, std::int64_t least, std::int64_t highest) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number >= least && number <= highest;
}

/// Lines of text, ended as browsers end them.
bool is_text(std::string_view text, std::size_t most) {
  std::string lines(text);
  std::erase_if(lines, [](char c) { return c == '\r' || c == '\n'; });
  return text.size() <= most && device::is_line(lines, most);
}

/// In words what is wrong with the field's value; empty when nothing is.
std::string problem_with(const FormField& field, const device::Catalogue& words) {
  switch (field.kind) {
    case Kind::number:
      if (is_number_within(field.value, field.least, field.highest)) return {};
      return words.text("webconfig.form.number",
                        {{"least", std::to_string(field.least)}, {"most", std::to_string(field.highest)}});
    case Kind::choice:
    case Kind::radio:
      if (std::ranges::find(field.choices, field.value, &FormChoice::value) != field.choices.end()) return {};
      return std::string(words.text("webconfig.form.choice"));
    case Kind::check:
      return field.value == "ON" || field.value == "OFF" ? "" : std::string(words.text("webconfig.form.choice"));
    case Kind::area:
      if (is_text(field.value, field.most)) return {};
      break;
    case Kind::file:
    case Kind::shown:
      return {};
    default:
      if (device::is_line(field.value, field.most)) return {};
  }
  return words.text("webconfig.form.text", {{"most", std::to_string(field.most)}});
}

/// Of a check box the last one counts: before it goes an OFF for when it is not ticked.
const std::string* posted(const http::Fields& form, const std::string& name) {
  const auto found =
      std::ranges::find_if(form.rbegin(), form.rend(), [&](const auto& one) { return one.first == name; });
  return found == form.rend() ? nullptr : &found->second;
}

pages::Data shown_choices(const FormField& field) {
  pages::Data list{pages::Data::type::list};
  for (const auto& choice : field.choices) {
    pages::Data shown;
    shown.set("value", choice.value);
    shown.set("name", choice.name);
    shown.set("field", field.name);
    shown.set("selected", choice.value == field.value);
    list.push_back(shown);
  }
  return list;
}

pages::Data shown_field(const FormField& field) {
  constexpr std::array kinds{"is_text",  "is_password", "is_number", "is_choice", "is_radio",
                             "is_check", "is_area",     "is_file",   "is_shown"};
  pages::Data shown;
  shown.set("field", field.name);
  shown.set("label", field.label);
  shown.set(kinds[static_cast<std::size_t>(field.kind)], true);
  shown.set("most", std::to_string(field.most));
  if (field.kind == Kind::password) {
    shown.set("is_kept", !field.value.empty());
  } else {
    shown.set("value", field.value);
  }
  shown.set("is_on", field.value == "ON");
  shown.set("choices", shown_choices(field));
  if (!field.help.empty()) shown.set("help", field.help);
  shown.set("wrong", !field.problem.empty());
  if (!field.problem.empty()) shown.set("problem_here", field.problem);
  if (!field.when.first.empty()) shown.set("when", field.when.first + "=" + field.when.second);
  return shown;
}

void answer_form(const Site& site, Visit visit, std::string_view id, const Form& form) {
  pages::Data data;
  put_form(data, form, id);
  site.answer(std::move(visit), "form_page", id, std::move(data));
}

}  // namespace

bool read_form(Form& form, const Visit& visit) {
  bool good = true;
  for (auto& group : form.groups) {
    for (auto& field : group.fields) {
      if (field.kind == Kind::shown) continue;
      // What a password field holds when nothing was typed is known to the machine alone.
      if (field.kind == Kind::password) field.value.clear();
      if (const auto* value = posted(visit.form, field.name)) field.value = *value;
      field.problem = problem_with(field, visit.words);
      good = good && field.problem.empty();
    }
  }
  if (!good) form.problem = visit.words.text("webconfig.form.problem");
  return good;
}

void mark(Form& form, const device::Failure& failure, const device::Catalogue& words) {
  form.problem = words.text(device::words_for(failure.kind).problem);
  const bool is_taken = failure.kind == device::FailureKind::already_used;
  if (failure.kind != device::FailureKind::invalid_value && !is_taken) return;
  for (auto& group : form.groups) {
    for (auto& field : group.fields) {
      if (field.device_name.empty() || field.device_name != failure.detail) continue;
      field.problem = is_taken || field.help.empty() ? std::string(words.text(device::words_for(failure.kind).problem))
                                                     : field.help;
      form.problem = words.text("webconfig.form.problem");
    }
  }
}

FormValues values_of(const Form& form) {
  FormValues values;
  for (const auto& group : form.groups) {
    for (const auto& field : group.fields) values[field.name] = field.value;
  }
  return values;
}

void put_form(pages::Data& data, const Form& form, std::string_view id) {
  pages::Data groups{pages::Data::type::list}, buttons{pages::Data::type::list};
  for (const auto& group : form.groups) {
    pages::Data fields{pages::Data::type::list};
    for (const auto& field : group.fields) fields.push_back(shown_field(field));
    pages::Data shown;
    shown.set("has_title", !group.title.empty());
    shown.set("title_of_group", group.title);
    shown.set("fields", fields);
    groups.push_back(shown);
  }
  for (const auto& button : form.buttons) {
    pages::Data shown;
    shown.set("button_id", button.id);
    shown.set("name", button.name);
    shown.set("action", address(id, button.verb));
    buttons.push_back(shown);
  }
  data.set("form_groups", groups);
  data.set("form_buttons", buttons);
  data.set("form_action", address(id, "SET"));
  data.set("has_files", form.has_files);
  if (!form.lead.empty()) data.set("lead", form.lead);
  if (!form.problem.empty()) data.set("problem", form.problem);
  if (!form.ok.empty()) data.set("ok_name", form.ok);
}

std::vector<FormChoice> choices_of(std::initializer_list<std::pair<std::string_view, std::string_view>> values_and_keys,
                                   const device::Catalogue& words) {
  std::vector<FormChoice> choices;
  for (const auto& [value, key] : values_and_keys)
    choices.push_back({std::string(value), std::string(words.text(key))});
  return choices;
}

void add_form_page(Site& site, FormPage form_page) {
  const auto page = std::make_shared<const FormPage>(std::move(form_page));
  site.show_to_administrator(page->id, "TOP", [&site, page](Visit visit) {
    const auto form = page->form(visit);
    answer_form(site, std::move(visit), page->id, form);
  });
  site.take_from_administrator(page->id, "SET", [&site, page](Visit visit) {
    auto form = std::make_shared<Form>(page->form(visit));
    if (!read_form(*form, visit)) return answer_form(site, std::move(visit), page->id, *form);
    const auto kept = std::make_shared<Visit>(std::move(visit));
    page->store(*kept, values_of(*form), [site = site.shared_from_this(), page, form, kept](const auto& answer) {
      if (answer) return site->answer_message(std::move(*kept), page->id, page->done, true);
      mark(*form, answer.error(), kept->words);
      answer_form(*site, std::move(*kept), page->id, *form);
    });
  });
}

}  // namespace paneltwin::net::webconfig

#include "net/webconfig/move_settings_pages.hpp"

#include "net/webconfig/form.hpp"
#include "net/webconfig/menu.hpp"

namespace paneltwin::net::webconfig {

namespace {

constexpr std::string_view export_page = "SYS_EXPORT", import_page = "SYS_IMPORT", restore_page = "SYS_RESTORE";
constexpr std::size_t largest_move_settings = 1 << 20, longest_password = 20;
using Answer = device::Result<std::int64_t>;
using Kind = FormField::Kind;

FormField password_field(const device::Catalogue& words, std::string_view help) {
  return {.name = "INPUTT_PASSWORD",
          .label = std::string(words.text("webconfig.password")),
          .kind = Kind::password,
          .most = longest_password,
          .help = std::string(words.text(help))};
}

void show_move_settings_form(const Site& site, Visit visit, std::string_view id, const Form& form) {
  pages::Data data;
  put_form(data, form, id);
  data.set("again", id == export_page);
  site.answer(std::move(visit), "form_page", id, std::move(data));
}

Form export_form(const device::Catalogue& words) {
  return {.lead = std::string(words.text("webconfig.export.lead")),
          .groups = {{.fields = {password_field(words, "webconfig.export.help")}}},
          .ok = std::string(words.text("webconfig.export"))};
}

/// The file is downloaded; the page stays.
void export_settings(Site& site, Visit visit) {
  const auto out = std::make_shared<std::string>();
  device::command::ExportSettings command{visit.field("INPUTT_PASSWORD"), out};
  site.device.post(
      std::move(command),
      [site = site.shared_from_this(), visit = std::move(visit), out](const Answer& answer) mutable {
        if (!answer) {
          return site->answer_message(std::move(visit), export_page, device::words_for(answer.error().kind).problem,
                                      false);
        }
        site->answer_file(std::move(visit), std::move(*out), "text/plain; charset=utf-8", "settings.txt");
      },
      device::Origin::web);
}

Form import_form(const device::Catalogue& words) {
  return {.lead = std::string(words.text("webconfig.import.lead")),
          .groups = {{.fields = {{.name = "FILE",
                                  .label = std::string(words.text("webconfig.import.file")),
                                  .kind = Kind::file},
                                 password_field(words, "webconfig.import.help")}}},
          .ok = std::string(words.text("webconfig.import")),
          .has_files = true};
}

/// "settings.txt:7: sleep-timer cannot be set so."
std::string why_not(const device::Failure& failure, const std::string& file, const device::Catalogue& words) {
  if (failure.kind != device::FailureKind::invalid_value)
    return std::string(words.text(device::words_for(failure.kind).problem));
  const auto space = failure.detail.find(' ');
  const auto line = failure.detail.substr(0, space);
  const auto name = space == std::string::npos ? "" : failure.detail.substr(space + 1);
  if (name.empty()) return words.text("webconfig.import.no_settings", {{"file", file}, {"line", line}});
  return words.text("webconfig.import.invalid", {{"file", file}, {"line", line}, {"name", name}});
}

void import_settings(Site& site, Visit visit) {
  const auto* file = visit.file("FILE");
  device::command::ImportSettings command{file ? file->content : "", visit.field("INPUTT_PASSWORD")};
  const auto name = file ? file->file_name->substr(0, 60) : std::string();
  site.device.post(
      std::move(command),
      [site = site.shared_from_this(), visit = std::move(visit), name](const Answer& answer) mutable {
        if (answer) return site->answer_message(std::move(visit), import_page, "webconfig.setup_complete", true);
        auto form = import_form(visit.words);
        form.problem = why_not(answer.error(), name, visit.words);
        show_move_settings_form(*site, std::move(visit), import_page, form);
      },
      device::Origin::web);
}

Form restore_form(const Site& site, const device::Catalogue& words) {
  FormField group{.name = "INPUTR_RESTORE",
                  .label = std::string(words.text("webconfig.restore.what")),
                  .kind = Kind::choice,
                  .value = "network"};
  auto groups = site.device.settings().groups();
  std::erase(groups, "all");
  groups.emplace_back("all");
  for (const auto& one : groups) {
    const auto key = "webconfig.restore." + one;
    group.choices.push_back({one, std::string(words.text(words.has(key) ? key : "setting.group." + one))});
  }
  return {.lead = std::string(words.text("webconfig.restore.lead")),
          .groups = {{.fields = {std::move(group)}}},
          .ok = std::string(words.text("webconfig.restore.execute"))};
}

}  // namespace

void add_move_settings_pages(Site& site) {
  site.show_to_administrator(export_page, "TOP", [&site](Visit visit) {
    const auto form = export_form(visit.words);
    show_move_settings_form(site, std::move(visit), export_page, form);
  });
  site.take_from_administrator(export_page, "SET", [&site](Visit visit) { export_settings(site, std::move(visit)); },
                               {.changes = false});
  site.show_to_administrator(import_page, "TOP", [&site](Visit visit) {
    const auto form = import_form(visit.words);
    show_move_settings_form(site, std::move(visit), import_page, form);
  });
  site.take_from_administrator(import_page, "SET", [&site](Visit visit) { import_settings(site, std::move(visit)); },
                               {.most = largest_move_settings, .files = true});
  add_form_page(site, {.id = restore_page,
                       .form = [&site](const Visit& visit) { return restore_form(site, visit.words); },
                       .store =
                           [&site](const Visit&, const FormValues& values, device::Reply reply) {
                             site.device.post(device::command::RestoreDefaults{values.at("INPUTR_RESTORE")},
                                              std::move(reply), device::Origin::web);
                           }});
}

}  // namespace paneltwin::net::webconfig

#include "net/webconfig/audit_log_page.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/chrono.h>

#include "device/security/audit_words.hpp"
#include "net/csv/csv.hpp"
#include "net/webconfig/form.hpp"
#include "net/webconfig/menu.hpp"

namespace paneltwin::net::webconfig {

namespace {

constexpr std::string_view audit_log_id = "ADMIN_AUDITLOG";
constexpr std::size_t on_a_page = 50;

const std::vector<device::AuditEntry>& entries_of(const device::State& state) {
  static const std::vector<device::AuditEntry> none;
  return state.audit ? *state.audit : none;
}

std::vector<std::string> audit_log_cells(const device::AuditEntry& entry, const Site& site,
                                         const device::Catalogue& words) {
  auto said = device::words_of(entry, site.device.settings(), words);
  return {std::to_string(entry.number),
          fmt::format("{:%Y-%m-%d %H:%M:%S}", std::chrono::floor<std::chrono::seconds>(entry.at)),
          std::move(said.user),
          std::move(said.place),
          std::move(said.event),
          std::move(said.result),
          std::move(said.detail)};
}

/// For programs: who, where and what as the machine keeps them.
std::vector<std::string> kept_cells(const device::AuditEntry& entry, const Site& site, const device::Catalogue& words) {
  auto cells = audit_log_cells(entry, site, words);
  cells[2] = entry.user;
  cells[3] = entry.place;
  cells.back() = entry.detail;
  return cells;
}

std::vector<std::string> heads(const device::Catalogue& words) {
  std::vector<std::string> names;
  for (const auto* key :
       {"audit.number", "audit.at", "audit.user", "audit.place", "audit.event", "audit.result", "audit.detail"}) {
    names.emplace_back(words.text(key));
  }
  return names;
}

pages::Data list_of(const std::vector<std::string>& cells) {
  pages::Data list{pages::Data::type::list};
  for (const auto& cell : cells) list.push_back(pages::Data("value", cell));
  return list;
}

std::size_t first_of(const Visit& visit, std::size_t count) {
  const auto asked = visit.request.query_value("from");
  std::size_t from = 0;
  std::from_chars(asked.data(), asked.data() + asked.size(), from);
  return from < count ? from : 0;
}

void show_audit_log(const Site& site, Visit visit) {
  const auto state = site.device.snapshot();
  const auto& entries = entries_of(*state);
  const auto from = first_of(visit, entries.size()), to = std::min(from + on_a_page, entries.size());
  pages::Data rows{pages::Data::type::list};
  for (auto i = from; i < to; ++i)
    rows.push_back(pages::Data("cells", list_of(audit_log_cells(entries[i], site, visit.words))));
  const Form form{.groups = {{.fields = {{.name = "INPUTR_AUDITLOG",
                                          .label = std::string(visit.words.text("setting.audit-log")),
                                          .kind = FormField::Kind::radio,
                                          .value = state->settings.is_on("audit-log") ? "ON" : "OFF",
                                          .choices = choices_of({{"ON", "value.enable"}, {"OFF", "value.disable"}},
                                                                visit.words)}}}}};
  pages::Data data;
  put_form(data, form, audit_log_id);
  data.set("heads", list_of(heads(visit.words)));
  data.set("rows", rows);
  if (from > 0) data.set("newer", fmt::format("{}?from={}", address(audit_log_id), from - std::min(from, on_a_page)));
  if (to < entries.size()) data.set("older", fmt::format("{}?from={}", address(audit_log_id), to));
  site.answer(std::move(visit), "audit_log", audit_log_id, std::move(data));
}

void set_audit_log(Site& site, Visit visit) {
  const auto value = visit.field("INPUTR_AUDITLOG") == "OFF" ? "off" : "on";
  site.device.post(
      device::command::SetSetting{"audit-log", value},
      [site = site.shared_from_this(), visit = std::move(visit)](const device::Result<std::int64_t>& set) mutable {
        site->answer_message(std::move(visit), audit_log_id,
                             set ? "webconfig.setup_complete" : device::words_for(set.error().kind).problem,
                             set.has_value());
      },
      device::Origin::web);
}

/// In English whatever the visitor speaks, for programs that read it.
void output_audit_log(Site& site, Visit visit) {
  const auto& words = site.texts.in("en");
  auto file = csv::line(heads(words));
  const auto state = site.device.snapshot();
  for (const auto& entry : entries_of(*state)) file += csv::line(kept_cells(entry, site, words));
  auto exported = device::command::RecordEvent{device::AuditEvent::log_exported, "", visit.request.peer};
  site.device.post(
      std::move(exported),
      [site = site.shared_from_this(), visit = std::move(visit),
       file = std::move(file)](const device::Result<std::int64_t>&) mutable {
        site->answer_file(std::move(visit), std::move(file), "text/csv; charset=utf-8", "audit_log.csv");
      },
      device::Origin::web);
}

}  // namespace

void add_audit_log_page(Site& site) {
  site.show_to_administrator(audit_log_id, "TOP", [&site](Visit visit) { show_audit_log(site, std::move(visit)); });
  site.take_from_administrator(audit_log_id, "SET", [&site](Visit visit) { set_audit_log(site, std::move(visit)); });
  site.take_from_administrator(audit_log_id, "OUTPUT.CSV",
                               [&site](Visit visit) { output_audit_log(site, std::move(visit)); }, {.changes = false});
}

}  // namespace paneltwin::net::webconfig

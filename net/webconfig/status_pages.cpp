#include "net/webconfig/status_pages.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/chrono.h>

#include "net/webconfig/language.hpp"
#include "net/webconfig/menu.hpp"

namespace paneltwin::net::webconfig {

namespace {

using Groups = std::vector<device::InfoGroup>;

void answer_sheet(const Site& site, Visit visit, std::string_view id, const Groups& groups) {
  pages::Data list{pages::Data::type::list};
  for (const auto& group : groups) {
    pages::Data rows{pages::Data::type::list};
    for (const auto& row : group.rows) {
      pages::Data shown;
      shown.set("row_id", row.id);
      shown.set("label", row.label);
      shown.set("value", row.value);
      rows.push_back(shown);
    }
    pages::Data shown;
    shown.set("rows", rows);
    shown.set("has_legend", !group.title.empty());
    shown.set("legend", group.title);
    list.push_back(shown);
  }
  pages::Data data;
  data.set("groups", list);
  data.set("here", address(id));
  site.answer(std::move(visit), "status", id, std::move(data));
}

/// "11-23-2026 AM 09:30 UTC+00:00", as the machine writes it.
std::string date_and_time(device::Instant now) {
  return fmt::format("{:%m-%d-%Y %p %I:%M} UTC+00:00", std::chrono::floor<std::chrono::seconds>(now));
}

std::string_view printer_status(const device::State& state) {
  if (!state.device_errors.empty()) return device::words_for(state.device_errors.front()).problem;
  if (!state.device_warnings.empty()) return device::words_for(state.device_warnings.front()).problem;
  return state.power == device::PowerState::asleep ? "webconfig.status.asleep" : "webconfig.status.available";
}

Groups product_groups(const Site& site, const device::InfoSheet& sheet, const device::Catalogue& words) {
  const auto state = site.device.snapshot();
  const auto row = [&](std::string id, std::string_view label, std::string value) {
    return device::InfoRow{std::move(id), std::string(words.text(label)), std::move(value)};
  };
  Groups groups{
      {.title = "",
       .rows = {row("printer-status", "webconfig.printer_status", std::string(words.text(printer_status(*state)))),
                row("date-and-time", "webconfig.date_and_time", date_and_time(site.clock.now()))}}};
  for (auto& group : sheet.show(*state, words)) groups.push_back(std::move(group));
  return groups;
}

void set_language(Site& site, Visit visit) {
  const auto asked = visit.field("SEL_LANGA");
  int number = 0;
  std::from_chars(asked.data(), asked.data() + asked.size(), number);
  const auto page = visit.field("INPUTT_PAGE");
  auto answer = http::Response::redirect(is_menu_page(page) ? address(page) : address("COMMON"));
  const auto offered = languages(site.texts);
  if (std::ranges::find(offered, number, &Language::number) != offered.end()) {
    answer.header("Set-Cookie", fmt::format("{}={}; Path=/; Secure; SameSite=Strict; Max-Age=31536000", language_cookie,
                                            language_cookie_value(number)));
  }
  visit.respond(std::move(answer));
}

}  // namespace

device::Result<StatusSheets> StatusSheets::load(const device::Assets& assets) {
  auto product = device::InfoSheet::load(assets, "device-information");
  auto network = device::InfoSheet::load(assets, "network-status");
  auto email = device::InfoSheet::load(assets, "email-server-status");
  auto supplies = device::InfoSheet::load(assets, "supply-status");
  auto usage = device::InfoSheet::load(assets, "usage-status");
  for (const auto* sheet : {&product, &network, &email, &supplies, &usage}) {
    if (!*sheet) return device::fail(device::FailureKind::not_found, sheet->error().str());
  }
  return StatusSheets{std::move(*product), std::move(*network), std::move(*email), std::move(*supplies),
                      std::move(*usage)};
}

void add_status_pages(Site& site, StatusSheets sheets) {
  const auto shared = std::make_shared<const StatusSheets>(std::move(sheets));
  const auto product = [&site, shared](Visit visit) {
    auto groups = product_groups(site, shared->product, visit.words);
    for (auto& group : shared->supplies.show(*site.device.snapshot(), visit.words)) groups.push_back(std::move(group));
    answer_sheet(site, std::move(visit), "INFO_PRTINFO", groups);
  };
  site.show(address("COMMON"), product);
  site.show(address("INFO_PRTINFO"), product);
  site.show(address("INFO_NWINFO"), [&site, shared](Visit visit) {
    const auto state = site.device.snapshot();
    auto groups = shared->network.show(*state, visit.words);
    for (auto& group : shared->email.show(*state, visit.words)) groups.push_back(std::move(group));
    answer_sheet(site, std::move(visit), "INFO_NWINFO", groups);
  });
  site.show(address("INFO_MENTINFO"), [&site, shared](Visit visit) {
    const auto groups = shared->usage.show(*site.device.snapshot(), visit.words);
    answer_sheet(site, std::move(visit), "INFO_MENTINFO", groups);
  });
  site.take(address("COMMON"), [&site](Visit visit) { set_language(site, std::move(visit)); });
}

}  // namespace paneltwin::net::webconfig

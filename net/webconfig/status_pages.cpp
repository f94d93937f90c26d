#include "net/webconfig/status_pages.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/chrono.h>

#include "device/date_time.hpp"
#include "net/webconfig/language.hpp"
#include "net/webconfig/menu.hpp"
#include "net/webconfig/supply_parts.hpp"

namespace paneltwin::net::webconfig {

namespace {

using Groups = std::vector<device::InfoGroup>;

/// The groups, for the template part "sheet".
void put_sheet(pages::Data& data, const Groups& groups) {
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
    shown.set("is_table", group.columns);
    shown.set("has_legend", !group.title.empty());
    shown.set("legend", group.title);
    list.push_back(shown);
  }
  data.set("groups", list);
}

void answer_sheet(const Site& site, Visit visit, std::string_view id, const Groups& groups) {
  pages::Data data;
  put_sheet(data, groups);
  data.set("here", address(id));
  site.answer(std::move(visit), "status", id, std::move(data));
}

/// "11-23-2026 AM 09:30 UTC+00:00", as the machine writes it.
std::string date_and_time(const device::State& state, device::Instant now) {
  return fmt::format("{:%m-%d-%Y %p %I:%M} {}",
                     std::chrono::floor<std::chrono::seconds>(device::local_time(state, now)),
                     device::time_difference_words(state));
}

/// The first of the errors that is, or is not, the scanner's; the scanner has no warnings.
std::string_view state_of(const device::State& state, bool of_scanner) {
  constexpr auto scanner = device::FailureKind::scanner_error;
  for (const auto kind : state.device_errors) {
    if ((kind == scanner) == of_scanner) return device::words_for(kind).problem;
  }
  if (!of_scanner && !state.device_warnings.empty()) {
    return device::words_for(state.device_warnings.front()).problem;
  }
  return state.power == device::PowerState::asleep ? "webconfig.status.asleep" : "webconfig.status.available";
}

/// What the machine's parts are at, one group each as on the real page, where programs count them.
pages::Data states_of(const device::State& state, const device::Catalogue& words) {
  pages::Data list{pages::Data::type::list};
  const auto add = [&](std::string_view id, std::string_view legend, std::string_view key) {
    pages::Data shown;
    shown.set("row_id", std::string(id));
    shown.set("legend", std::string(words.text(legend)));
    shown.set("value", std::string(words.text(key)));
    list.push_back(shown);
  };
  add("printer-status", "webconfig.printer_status", state_of(state, false));
  add("scanner-status", "webconfig.scanner_status", state_of(state, true));
  return list;
}

bool takes_cards(const device::State& state) {
  return state.product.has(device::user_function) && device::takes_cards(state.users.settings.method);
}

void show_product_status(const Site& site, Visit visit, const device::InfoSheet& sheet) {
  const auto state = site.device.snapshot();
  auto groups = sheet.show(*state, visit.words);
  groups.insert(groups.begin() + 2,
                {.rows = {{"date-and-time", std::string(visit.words.text("webconfig.date_and_time")),
                           date_and_time(*state, site.clock.now())}}});
  pages::Data data;
  data.set("states", states_of(*state, visit.words));
  put_supplies(data, state->conditions, visit.words);
  if (takes_cards(*state)) {
    data.set("card_reader", std::string(visit.words.text(state->users.card_lies ? "webconfig.card_reader.read"
                                                                                : "webconfig.card_reader.connected")));
  }
  put_sheet(data, groups);
  data.set("here", address("INFO_PRTINFO"));
  site.answer(std::move(visit), "product_status", "INFO_PRTINFO", std::move(data));
}

void show_hardware_status(const Site& site, Visit visit) {
  const bool scanner_works = !site.device.snapshot()->conditions.scanner_error;
  device::InfoGroup group;
  const auto add = [&](const char* id, std::string_view label, bool works) {
    group.rows.push_back(
        {id, std::string(visit.words.text(label)),
         std::string(visit.words.text(works ? "webconfig.hardware.normal" : "webconfig.hardware.error"))});
  };
  add("scanner", "webconfig.hardware.scanner", scanner_works);
  add("tpm", "webconfig.hardware.tpm", true);
  add("hdd", "webconfig.hardware.hdd", true);
  answer_sheet(site, std::move(visit), "INFO_BEHAVIORINFO", {group});
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

std::expected<StatusSheets, device::FileError> StatusSheets::load(const device::Assets& assets,
                                                                  const device::SettingTable& settings) {
  auto product = device::InfoSheet::load(assets, "web/product-status", settings);
  auto network = device::InfoSheet::load(assets, "network-status", settings);
  auto email = device::InfoSheet::load(assets, "email-server-status", settings);
  auto usage = device::InfoSheet::load(assets, "usage-status", settings);
  for (const auto* sheet : {&product, &network, &email, &usage}) {
    if (!*sheet) return std::unexpected(sheet->error());
  }
  return StatusSheets{std::move(*product), std::move(*network), std::move(*email), std::move(*usage)};
}

std::expected<void, device::FileError> StatusShelf::read() {
  auto sheets = StatusSheets::load(assets_, settings_);
  if (!sheets) return std::unexpected(sheets.error());
  sheets_ = std::move(*sheets);
  return {};
}

const StatusSheets* StatusShelf::get() {
  if (!sheets_) (void)read();  // what is wrong is told where files are watched
  return sheets_ ? &*sheets_ : nullptr;
}

void add_status_pages(Site& site, StatusShelf& shelf) {
  using Show = std::function<void(Visit, const StatusSheets&)>;
  const auto with_sheets = [&shelf](Show show) {
    return [&shelf, show = std::move(show)](Visit visit) {
      if (const auto* sheets = shelf.get()) return show(std::move(visit), *sheets);
      visit.respond(http::Response::text("The information files are broken\n", 500));
    };
  };
  const auto product = with_sheets([&site](Visit visit, const StatusSheets& sheets) {
    show_product_status(site, std::move(visit), sheets.product);
  });
  site.show(address("COMMON"), product);
  site.show(address("INFO_PRTINFO"), product);
  site.show(address("INFO_NWINFO"), with_sheets([&site](Visit visit, const StatusSheets& sheets) {
              const auto state = site.device.snapshot();
              auto groups = sheets.network.show(*state, visit.words);
              for (auto& group : sheets.email.show(*state, visit.words)) groups.push_back(std::move(group));
              answer_sheet(site, std::move(visit), "INFO_NWINFO", groups);
            }));
  site.show(address("INFO_MENTINFO"), with_sheets([&site](Visit visit, const StatusSheets& sheets) {
              const auto groups = sheets.usage.show(*site.device.snapshot(), visit.words);
              answer_sheet(site, std::move(visit), "INFO_MENTINFO", groups);
            }));
  site.show(address("INFO_BEHAVIORINFO"), [&site](Visit visit) { show_hardware_status(site, std::move(visit)); });
  site.show(address("LICENSE"), [&site](Visit visit) {
    pages::Data data;
    data.set("title", std::string(visit.words.text("webconfig.licenses")));
    site.answer(std::move(visit), "licenses", "INFO_PRTINFO", std::move(data));
  });
  site.take(address("COMMON"), [&site](Visit visit) { set_language(site, std::move(visit)); });
}

}  // namespace paneltwin::net::webconfig

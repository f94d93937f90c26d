#include <algorithm>

#include "device/names.hpp"
#include "device/network/wifi_pin.hpp"
#include "device/text/ascii.hpp"
#include "panel/automation/recorder.hpp"
#include "panel/bench/parts.hpp"
#include "panel/render/icons.hpp"
#include "panel/ui/box.hpp"

namespace paneltwin::panel::bench {

namespace fs = std::filesystem;
using device::OriginalPlace;
using namespace std::chrono_literals;

/// "2026-11-23 09:30"; UTC, as the machine keeps it.
static std::string time_words(device::Instant at) {
  auto words = device::to_iso8601(at).substr(0, 16);
  words[10] = ' ';
  return words;
}

std::optional<std::size_t> choice(Ui& ui, RowList& list, const std::vector<Button>& buttons) {
  const auto& theme = ui.theme();
  Rect line = inset(list.place(theme.touch + theme.gap), theme.margin, theme.gap / 2);
  const float width =
      (line.width - theme.gap * static_cast<float>(buttons.size() - 1)) / static_cast<float>(buttons.size());
  std::optional<std::size_t> tapped;
  for (std::size_t i = 0; i < buttons.size(); ++i) {
    if (button(ui, cut_left(line, width), buttons[i])) tapped = i;
    cut_left(line, theme.gap);
  }
  return tapped;
}

void WorldPage::clock(Ui& ui, RowList& list, const Bench& bench) {
  auto& time = bench.machine.clock();
  list.heading("clock", bench.text("bench.clock"));
  list.fact({"now", bench.text("bench.now"), time_words(time.now())});
  const double rate = time.rate();
  if (const auto tapped = choice(ui, list,
                                 {{.id = "stand", .text = bench.text("bench.stand"), .primary = rate == 0},
                                  {.id = "run", .text = bench.text("bench.run"), .primary = rate == 1},
                                  {.id = "run-fast", .text = "60×", .primary = rate == 60}})) {
    constexpr double rates[] = {0, 1, 60};
    time.run(rates[*tapped]);
    bench.machine.did("clock: {run: " + std::to_string(static_cast<int>(rates[*tapped])) + "}");
  }
  if (const auto tapped = choice(ui, list,
                                 {{.id = "jump-15m", .text = bench.text("bench.jump_15m")},
                                  {.id = "jump-1d", .text = bench.text("bench.jump_1d")},
                                  {.id = "jump-91d", .text = bench.text("bench.jump_91d")}})) {
    constexpr device::Duration jumps[] = {15min, 24h, 91 * 24h};
    time.advance(jumps[*tapped]);
    bench.machine.did("clock: {advance: " + std::to_string(jumps[*tapped].count()) + "ms}");
  }
}

void WorldPage::faults(Ui&, RowList& list, const Bench& bench) {
  list.heading("faults", bench.text("bench.faults"));
  const bool has_additional = bench.machine.device().snapshot()->additional_network.has_value();
  for (const auto& [name, on] : bench.machine.faults_by_name()) {
    const std::string id(name);
    if (id == "additional-network" && !has_additional) continue;
    if (list.row({.id = "fault-" + id, .text = bench.text("bench.fault." + id), .end = Row::End::on_off, .on = on})) {
      bench.machine.set_fault(id, !on);
      bench.machine.did("fault: {" + id + (on ? ": ok}" : ": fail}"));
    }
  }
}

/// The designer's own samples, else the built-in ones.
static fs::path sample_originals(const device::Assets& assets) {
  std::error_code ignored;
  for (const auto& folder : assets.folders()) {
    if (fs::is_directory(folder / "originals", ignored)) return folder / "originals";
  }
  return fs::current_path(ignored);
}

void WorldPage::originals(Ui& ui, RowList& list, const Bench& bench) {
  list.heading("originals", bench.text("bench.originals"));
  const std::pair<OriginalPlace, std::string> places[] = {{OriginalPlace::glass, "glass"},
                                                          {OriginalPlace::feeder, "feeder"}};
  for (const auto& [place, id] : places) {
    const auto laid = bench.machine.originals().at(place);
    const auto value = laid ? bench.text("bench.laid", {{"name", laid->name}, {"pages", std::to_string(laid->pages)}})
                            : bench.text("bench.empty");
    if (list.row({.id = "original-" + id, .text = bench.text("bench.place." + id), .value = value})) {
      choosing_ = place;
      open_folder(sample_originals(bench.machine.assets()));
    }
    if (laid &&
        list.row({.id = "take-away-" + id, .text = bench.text("bench.take_away." + id), .end = Row::End::remove})) {
      bench.machine.originals().take_away(place);
      bench.machine.did("original: {path: null, at: " + id + "}");
    }
  }
  std::string complaint;
  {
    const std::lock_guard lock(complaint_->mutex);
    complaint = complaint_->words;
  }
  const auto& theme = ui.theme();
  const auto hint = complaint.empty() ? bench.text("bench.drop_hint") : complaint;
  const float width = ui.mm(80);
  paragraph(ui, inset(list.place(paragraph_height(ui, hint, theme.small, width) + theme.gap), theme.margin, 0),
            "drop-hint", hint, {theme.small, complaint.empty() ? theme.secondary : theme.error});
}

static void lay_card(const Bench& bench, const std::string& card) {
  bench.machine.did(card_step(card));
  bench.machine.lay_card(card, {});
}

void WorldPage::cards(Ui&, RowList& list, const Bench& bench) {
  if (!bench.state.product.has(device::user_function)) return;
  const auto state = bench.machine.device().snapshot();
  const auto& users = state->users;
  list.heading("cards", bench.text("bench.card"));
  list.fact(
      {"card-reader", bench.text("bench.card"), bench.text(users.card_lies ? "bench.card.lies" : "bench.card.none")});
  if (users.card_lies &&
      list.row({.id = "take-card", .text = bench.text("bench.card.take"), .end = Row::End::remove})) {
    lay_card(bench, "");
  }
  constexpr std::size_t most_cards = 12;  // a bench is no card index
  std::size_t shown = 0;
  for (const auto& user : *users.list) {
    if (user.card.empty() || ++shown > most_cards) continue;
    const auto name = user.name.empty() ? user.id : user.name;
    if (list.row({.id = "card-" + user.id, .text = name, .value = user.card, .icon = icon::card})) {
      lay_card(bench, user.card);
    }
  }
  constexpr const char* nobodys_card = "04FFEE01";
  if (list.row({.id = "card-unregistered",
                .text = bench.text("bench.card.unregistered"),
                .value = nobodys_card,
                .icon = icon::card})) {
    lay_card(bench, nobodys_card);
  }
}

/// While PIN Code Setup waits: the access points, at each of which the PIN, or a wrong one, may be entered.
static void wifi_pin(RowList& list, const Bench& bench) {
  const auto& wifi = bench.state.wifi;
  if (wifi.pin.empty()) return;
  list.heading("wifi-pin", bench.text("bench.wifi_pin"));
  const auto enter = [&](const std::string& ssid, const std::string& pin) {
    bench.machine.did("wifi-pin: {ssid: " + yaml_text(ssid) + (pin.empty() ? "}" : ", pin: \"" + pin + "\"}"));
    bench.machine.device().post(device::command::EnterWifiPin{ssid, pin.empty() ? wifi.pin : pin}, {},
                                device::Origin::world);
  };
  for (const auto& point : wifi.found) {
    if (list.row({.id = "pin-at-" + point.ssid, .text = point.ssid, .value = wifi.pin})) enter(point.ssid, {});
  }
  if (wifi.found.empty()) return;
  const std::string wrong = device::with_check_digit(wifi.pin.starts_with('1') ? "2345678" : "1234567");
  if (list.row({.id = "wrong-pin", .text = bench.text("bench.wifi_pin.wrong"), .value = wrong})) {
    enter(wifi.found.front().ssid, wrong);
  }
}

void WorldPage::open_folder(const fs::path& folder) {
  folder_ = folder;
  folders_.clear();
  files_.clear();
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, fs::directory_options::skip_permission_denied, error)) {
    std::error_code gone;
    const auto kind = device::lower(entry.path().extension().string());
    if (entry.path().filename().string().starts_with('.')) continue;
    if (entry.is_directory(gone)) {
      folders_.push_back(entry.path());
    } else if (kind == ".png" || kind == ".jpg" || kind == ".jpeg" || kind == ".pdf") {
      files_.push_back(entry.path());
    }
  }
  std::ranges::sort(folders_);
  std::ranges::sort(files_);
}

void WorldPage::chooser(Ui& ui, const Bench& bench, Rect area) {
  const auto& theme = ui.theme();
  Rect head = cut_top(area, theme.row);
  if (icon_button(ui, cut_left(head, theme.row),
                  {.id = "chooser-back", .text = bench.text("bench.back"), .icon = icon::arrow_left, .leaves = true})) {
    choosing_.reset();
    return;
  }
  label(ui, head, "chooser-folder", folder_.string(), {theme.small, theme.secondary});
  RowList list(ui, "chooser-list", area, false);
  std::optional<fs::path> next;
  if (folder_.has_relative_path() && list.row({.id = "parent-folder", .text = "..", .icon = icon::folder}))
    next = folder_.parent_path();
  for (const auto& folder : folders_) {
    const auto name = folder.filename().string();
    if (list.row({.id = "folder-" + name, .text = name, .icon = icon::folder})) next = folder;
  }
  for (const auto& file : files_) {
    const auto name = file.filename().string();
    if (list.row({.id = "file-" + name, .text = name, .icon = icon::file, .end = Row::End::add})) {
      lay(bench, *choosing_, file);
      choosing_.reset();
      return;
    }
  }
  if (next) open_folder(*next);
}

static std::string laid_step(const fs::path& file, OriginalPlace place) {
  return "original: {path: " + yaml_text(file.string()) + ", at: " + std::string(device::name_of(place)) + "}";
}

void WorldPage::lay(const Bench& bench, OriginalPlace place, const fs::path& file) {
  bench.machine.loop().work(
      [&machine = bench.machine, complaint = complaint_, place, file] {
        const auto laid = machine.originals().lay(place, file);
        if (laid) machine.did(laid_step(file, place));
        const std::lock_guard lock(complaint->mutex);
        complaint->words = laid ? std::string() : laid.error().detail;
      },
      [wake = bench.desktop.wake] { wake(); });
}

void WorldPage::show(Ui& ui, const Bench& bench, Rect area) {
  if (choosing_) return chooser(ui, bench, area);
  RowList list(ui, "world-list", area, false);
  clock(ui, list, bench);
  faults(ui, list, bench);
  originals(ui, list, bench);
  show_conditions(ui, list, bench);
  wifi_pin(list, bench);
  cards(ui, list, bench);
}

}  // namespace paneltwin::panel::bench

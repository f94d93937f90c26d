#include "panel/bench/inspect_page.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "device/text/ascii.hpp"
#include "panel/render/icons.hpp"
#include "panel/ui/box.hpp"
#include "panel/ui/text_layout.hpp"

namespace paneltwin::panel::bench {

namespace {

constexpr double text_sizes[] = {0.85, 1, 1.15, 1.3};
constexpr double line_mm = 5.4;  // a line of the tree: for a mouse, not for a finger

/// Name, then the value between two arrows. Answers -1, 0 or 1: which arrow was tapped.
int turner(Ui& ui, RowList& list, const Bench& bench, const std::string& id, const std::string& name,
           const std::string& value) {
  const auto& theme = ui.theme();
  Rect line = list.place(theme.touch);
  cut_left(line, theme.margin);
  cut_right(line, theme.margin * 0.5f);
  label(ui, cut_left(line, ui.mm(24)), id + "-name", name, {theme.body, theme.secondary});
  int turned = 0;
  if (icon_button(ui, cut_right(line, theme.touch),
                  {.id = id + "-next", .text = bench.text("inspect.next"), .icon = icon::chevron_right})) {
    turned = 1;
  }
  if (icon_button(ui, cut_left(line, theme.touch),
                  {.id = id + "-previous", .text = bench.text("inspect.previous"), .icon = icon::chevron_left})) {
    turned = -1;
  }
  label(ui, line, id, value, {theme.body, theme.text, Align::centre});
  return turned;
}

/// The one `step` further in a ring.
template <class Value>
const Value& turned(const std::vector<Value>& ring, const Value& now, int step) {
  const auto at = std::ranges::find(ring, now);
  const auto size = static_cast<int>(ring.size());
  const int place = at == ring.end() ? 0 : static_cast<int>(at - ring.begin());
  return ring[static_cast<std::size_t>((place + step + size) % size)];
}

std::string px_and_mm(float pixels, double pixels_per_mm) {
  return fmt::format("{:.0f} px  {:.1f} mm", pixels, pixels / pixels_per_mm);
}

/// The file as short as it is still found: under its assets folder.
std::string short_place(const device::FilePlace& place, const device::Assets& assets) {
  auto name = place.file;
  for (const auto& folder : assets.folders()) {
    if (name.starts_with(folder.string() + "/")) name = name.substr(folder.string().size() + 1);
  }
  return place.line > 0 ? fmt::format("{}:{}", name, place.line) : name;
}

}  // namespace

void InspectPage::select(const NodeWay& way) { selected_ = path_of(way); }

void InspectPage::pick(const Panel& panel, float x, float y) {
  select(way_at(panel.tree(), x, y));
  picking_ = false;
}

void InspectPage::faults(Ui& ui, RowList& list, const Bench& bench) {
  auto faults = bench.panel.faults();
  if (faults.empty() && complaint_.empty()) return;
  list.heading("faults", bench.text("inspect.faults"));
  int number = 0;
  for (const auto& fault : faults) list.words("fault-" + std::to_string(number++), fault.str(), ui.theme().error);
  if (!complaint_.empty()) list.words("look-complaint", complaint_, ui.theme().error);
}

void InspectPage::looks(Ui& ui, RowList& list, const Bench& bench) {
  list.heading("look", bench.text("inspect.look"));
  auto languages = bench.machine.texts().tags();
  std::ranges::copy(device::Texts::pseudo_tags(), std::back_inserter(languages));
  const auto& language = bench.state.basic.language;
  const auto& words = bench.machine.texts().in(language);
  if (const int step = turner(ui, list, bench, "look-language", bench.text("inspect.language"),
                              std::string(words.text("language.name")))) {
    bench.machine.device().post(device::command::SetSetting{"language", turned(languages, language, step)}, {},
                                device::Origin::world);
  }
  const auto& assets = bench.machine.assets();
  auto options = bench.panel.options();
  bool changed = false;
  if (const int step = turner(ui, list, bench, "look-model", bench.text("inspect.model"), options.model.name)) {
    const auto model = load_model(assets, turned(model_ids(assets), options.model.id, step));
    complaint_ = model ? std::string() : model.error().str();
    if (model) options.model = *model;
    changed = model.has_value();
  }
  if (const int step = turner(ui, list, bench, "look-theme", bench.text("inspect.theme"), options.theme)) {
    options.theme = turned(theme_names(assets), options.theme, step);
    changed = true;
  }
  const auto size = fmt::format("{:.0f} %", options.text_size * 100);
  if (const int step = turner(ui, list, bench, "look-text-size", bench.text("inspect.text_size"), size)) {
    options.text_size = turned(std::vector(std::begin(text_sizes), std::end(text_sizes)), options.text_size, step);
    changed = true;
  }
  if (changed) wanted_ = std::move(options);
}

void InspectPage::prepare(Panel& panel, Machine& machine) {
  if (!wanted_) return;
  auto wanted = std::move(*std::exchange(wanted_, std::nullopt));
  if (wanted.model != panel.model() && !machine.become(wanted.model)) {
    complaint_ = machine.texts().in(machine.device().snapshot()->basic.language).text("inspect.model_is_busy");
    return;
  }
  const auto looked = panel.look(machine.assets(), std::move(wanted));
  complaint_ = looked ? std::string() : looked.error().str();
  if (looked) panel.frame();  // the window shows this glass in the frame that follows
}

void InspectPage::overlays(Ui&, RowList& list, const Bench& bench) {
  list.heading("over", bench.text("inspect.over"));
  const auto toggle = [&](const char* id, const char* key, bool& on) {
    if (list.row({.id = id, .text = bench.text(key), .end = Row::End::on_off, .on = on})) on = !on;
  };
  toggle("over-targets", "inspect.targets", targets_);
  toggle("over-grid", "inspect.grid", grid_);
}

void InspectPage::node(Ui& ui, RowList& list, const Bench& bench) {
  list.heading("node", bench.text("inspect.node"));
  const auto& theme = ui.theme();
  if (button(ui, inset(list.place(theme.touch + theme.gap), theme.margin, theme.gap / 2),
             {.id = "pick", .text = bench.text(picking_ ? "inspect.picking" : "inspect.pick"), .primary = picking_})) {
    picking_ = !picking_;
  }
  const auto way = way_to_path(bench.panel.tree(), selected_);
  if (way.empty()) return;
  const auto& node = *way.back();
  const double mm = bench.panel.model().pixels_per_mm();
  const auto fact = [&](const char* id, const char* key, const std::string& value) {
    if (!value.empty()) list.fact({id, bench.text(key), value});
  };
  fact("node-id", "inspect.id", node.id);
  fact("node-role", "inspect.role", node.role);
  fact("node-text", "inspect.text", node.text);
  fact("node-value", "inspect.value", node.value);
  fact("node-place", "inspect.place",
       fmt::format("{:.0f}, {:.0f} px  {:.1f}, {:.1f} mm", node.rect.x, node.rect.y, node.rect.x / mm,
                   node.rect.y / mm));
  fact("node-width", "inspect.width", px_and_mm(node.rect.width, mm));
  fact("node-height", "inspect.height", px_and_mm(node.rect.height, mm));
  if (way.size() > 1) {
    const auto& outer = way[way.size() - 2]->rect;
    fact("node-inside", "inspect.inside",
         fmt::format("{:.1f}  {:.1f}  {:.1f}  {:.1f} mm", (node.rect.y - outer.y) / mm,
                     (outer.x + outer.width - node.rect.x - node.rect.width) / mm,
                     (outer.y + outer.height - node.rect.y - node.rect.height) / mm, (node.rect.x - outer.x) / mm));
  }
  std::string states;
  const auto state = [&](bool is, const char* key) {
    if (is) states += (states.empty() ? "" : ", ") + bench.text(key);
  };
  state(node.pressable, "inspect.pressable");
  state(!node.enabled, "inspect.disabled");
  state(node.selected, "inspect.selected");
  state(node.focused, "inspect.focused");
  state(node.shortened, "inspect.shortened");
  fact("node-state", "inspect.state", states);
  sources(ui, list, bench, way);
}

void InspectPage::sources(Ui& ui, RowList& list, const Bench& bench, const NodeWay& way) {
  const auto& node = *way.back();
  const auto& parts = bench.panel.parts();
  const auto theme = bench.panel.options().theme + (parts.strokes().empty() ? "" : "+");
  if (found_.path != selected_ || found_.text != node.text || found_.value != node.value || found_.theme != theme ||
      found_.readings != bench.panel.readings()) {
    found_ = {selected_,
              node.text,
              node.value,
              theme,
              bench.panel.readings(),
              sources_of(way, parts, bench.machine.assets(), bench.machine.texts().in("en"))};
  }
  int number = 0;
  for (const auto& source : found_.sources) {
    constexpr const char* kinds[] = {"inspect.from_menu", "inspect.from_info", "inspect.from_dialog",
                                     "inspect.from_text", "inspect.from_token"};
    Rect line = list.place(ui.mm(line_mm * 1.6));
    const auto id = "source-" + std::to_string(number++);
    const auto place = short_place(source.place, bench.machine.assets());
    const auto reaction = ui.add({.role = "row",
                                  .id = id,
                                  .text = bench.text(kinds[static_cast<int>(source.kind)]) + " " + source.name,
                                  .value = place,
                                  .rect = line,
                                  .pressable = true});
    if (reaction.tapped) bench.desktop.copy(source.place.file + ":" + std::to_string(source.place.line));
    ui.face(line, ui.theme().page, ui.theme().pressed, 0, reaction);
    line = inset(line, ui.theme().margin, ui.mm(0.4));
    const auto style = ui.theme().small;
    auto& glyphs = ui.canvas().glyphs();
    const Rect top = cut_top(line, line.height / 2);
    const auto name = bench.text(kinds[static_cast<int>(source.kind)]) + "  " + source.name;
    ui.canvas().words(top, style, ui.theme().text, shorten(glyphs, style, name, top.width).lines.front());
    ui.canvas().words(line, style, ui.theme().hint, shorten(glyphs, style, place, line.width).lines.front());
  }
}

void InspectPage::search(Ui& ui, RowList& list, const Bench& bench) {
  list.heading("tree", bench.text("inspect.tree"));
  const auto& theme = ui.theme();
  const Rect place = inset(list.place(theme.touch + theme.gap), theme.margin, theme.gap / 2);
  if (searching_) {
    ui.edits_text();
    search_ += ui.hands().typed();
    for (const auto& key : ui.hands().keys()) {
      if (key.key == "Escape") search_.clear();
      if (key.key == "Escape" || key.key == "Enter") searching_ = false;
      if (key.key != "Backspace") continue;
      while (!search_.empty() && (search_.back() & 0xC0) == 0x80) search_.pop_back();  // a letter's later bytes
      if (!search_.empty()) search_.pop_back();
    }
  }
  const auto shown = searching_ ? search_ + "▏" : search_;
  if (field(ui, place,
            {.id = "tree-search",
             .text = bench.text("inspect.search"),
             .value = shown,
             .hint = bench.text("inspect.search")})) {
    searching_ = !searching_;
  }
}

void InspectPage::tree(Ui& ui, RowList& list, const Bench& bench) {
  const auto& theme = ui.theme();
  auto& canvas = ui.canvas();
  using device::lower;
  const auto wanted = lower(search_);
  int number = 0;
  for (const auto& way : all_ways(bench.panel.tree())) {
    const auto& node = *way.back();
    const auto words = fmt::format("{}  {}  {}", node.role, node.id, node.text.empty() ? node.value : node.text);
    if (!wanted.empty() && !lower(words).contains(wanted)) continue;
    const auto path = path_of(way);
    Rect line = list.place(ui.mm(line_mm));
    const bool on = path == selected_;
    const auto reaction = ui.add({.role = "row",
                                  .id = "tree-" + std::to_string(number++),
                                  .text = words,
                                  .rect = line,
                                  .selected = on,
                                  .pressable = true});
    if (reaction.tapped) select(way);
    if (!ui.is_in_sight(line)) continue;
    ui.face(line, on ? theme.pressed : theme.page, theme.pressed, 0, reaction);
    cut_left(line, theme.margin + ui.mm(2.2) * static_cast<float>(wanted.empty() ? way.size() - 1 : 0));
    const float role = canvas.glyphs().width(theme.small, node.role) + ui.mm(1.5);
    canvas.words(cut_left(line, role), theme.small, node.pressable ? theme.good : theme.secondary, node.role);
    const auto rest = node.id + "  " + (node.text.empty() ? node.value : node.text);
    canvas.words(line, theme.small, on ? theme.focus : theme.text,
                 shorten(canvas.glyphs(), theme.small, rest, line.width - theme.gap).lines.front());
  }
}

void InspectPage::show(Ui& ui, const Bench& bench, Rect area) {
  RowList list(ui, "inspect-list", area, false);
  faults(ui, list, bench);
  looks(ui, list, bench);
  overlays(ui, list, bench);
  node(ui, list, bench);
  search(ui, list, bench);
  tree(ui, list, bench);
}

}  // namespace paneltwin::panel::bench

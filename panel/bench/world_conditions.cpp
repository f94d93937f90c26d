// World > Conditions: what the operator does to ink, paper, covers and the rest of the machine's inside.
#include "device/names.hpp"
#include "panel/bench/parts.hpp"

namespace paneltwin::panel::bench {

namespace {

struct Level {
  const char* id;
  const char* text;
  int share;  // of a full one, in percent
};
constexpr Level levels[] = {{"full", "bench.full", 100}, {"low", "bench.low", 5}, {"none", "bench.none", 0}};

/// `step` is how a flow does the same.
void change(const Bench& bench, device::ConditionChange change, const std::string& step) {
  bench.machine.did("condition: {" + step + "}");
  bench.machine.device().post(device::command::ChangeConditions{std::move(change)}, {}, device::Origin::world);
}

/// A supply or a paper source: how much there is, and three keys.
std::optional<int> level_keys(Ui& ui, RowList& list, const Bench& bench, const std::string& id, const std::string& name,
                              const std::string& left) {
  list.fact({id, name, left});
  std::vector<Button> keys;
  for (const auto& level : levels) keys.push_back({.id = id + "-" + level.id, .text = bench.text(level.text)});
  const auto tapped = choice(ui, list, keys);
  return tapped ? std::optional(levels[*tapped].share) : std::nullopt;
}

void troubles(RowList& list, const Bench& bench) {
  const auto& now = bench.state.conditions;
  const auto one = [&](const char* name, bool on, std::optional<bool> device::ConditionChange::* member) {
    const std::string id = std::string("condition-") + name;
    if (!list.row({.id = id,
                   .text = bench.text(std::string("bench.condition.") + name),
                   .end = Row::End::on_off,
                   .on = on})) {
      return;
    }
    device::ConditionChange changed;
    changed.*member = !on;
    change(bench, changed, std::string(name) + (on ? ": false" : ": true"));
  };
  one("cover-open", now.cover_open, &device::ConditionChange::cover_open);
  one("paper-jam", now.paper_jam, &device::ConditionChange::paper_jam);
  one("printer-error", now.printer_error, &device::ConditionChange::printer_error);
  one("scanner-error", now.scanner_error, &device::ConditionChange::scanner_error);
}

}  // namespace

/// A folder of the machine's state stands for it; any other one can be plugged in over the control port.
static void memory_device(RowList& list, const Bench& bench) {
  const auto& plugged = bench.state.memory_device;
  if (!list.row({.id = "memory-device",
                 .text = bench.text("bench.memory_device"),
                 .detail = bench.text("bench.memory_device_folder"),
                 .end = Row::End::on_off,
                 .on = plugged.has_value()})) {
    return;
  }
  if (plugged) return bench.machine.stick().pull();
  const auto folder = bench.machine.options().state / "memory-device";
  std::error_code ignored;
  std::filesystem::create_directories(folder, ignored);
  (void)bench.machine.stick().plug(folder);
}

void show_conditions(Ui& ui, RowList& list, const Bench& bench) {
  if (bench.state.product.has("memory-device")) memory_device(list, bench);
  list.fact({"shares", bench.text("bench.shares"), bench.machine.shares().root().string()});
  list.heading("conditions", bench.text("bench.condition"));
  troubles(list, bench);
  for (const auto& supply : bench.state.conditions.supplies) {
    const std::string name(device::name_of(supply.supply));
    const auto left = bench.text("supply.percent", {{"count", std::to_string(supply.percent())}});
    if (const auto share = level_keys(ui, list, bench, "supply-" + name, bench.text("supply." + name), left)) {
      change(bench, {.supplies = {{supply.supply, *share}}}, name + ": " + std::to_string(*share));
    }
  }
  for (const auto& source : bench.state.conditions.paper) {
    const auto left = bench.words.counted("paper.sheets", static_cast<std::uint64_t>(source.sheets));
    if (const auto share =
            level_keys(ui, list, bench, "paper-" + source.id, bench.text("paper.source." + source.id), left)) {
      const int sheets = source.capacity * *share / 100;
      change(bench, {.sheets = {{source.id, sheets}}}, source.id + ": " + std::to_string(sheets));
    }
  }
}

}  // namespace paneltwin::panel::bench

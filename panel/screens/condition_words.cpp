#include "panel/screens/condition_words.hpp"

#include <fmt/format.h>

#include "device/names.hpp"
#include "device/paper/paper_sizes.hpp"

namespace paneltwin::panel {

namespace {

constexpr double mm_per_inch = 25.4;

void append(std::string& list, const std::string& word) {
  if (!list.empty()) list += ", ";
  list += word;
}

bool is_about(device::FailureKind kind, const device::SupplyLevel& supply) {
  if (supply.supply == device::Supply::maintenance_box) return false;  // its message names it
  if (kind == device::FailureKind::ink_out) return supply.is_out();
  return kind == device::FailureKind::ink_low && supply.is_low() && !supply.is_out();
}

}  // namespace

std::string source_name(const Context& context, const std::string& id) {
  return context.text("paper.source." + (id.empty() ? "automatic" : id));
}

std::string size_name(const Context& context, device::PaperSize size) {
  return context.text("paper.size." + std::string(device::name_of(size)));
}

std::string length_words(const Context& context, double mm) {
  if (context.state.settings.text("length-unit") != "inch")
    return context.text("value.mm", {{"count", fmt::format("{:g}", mm)}});
  return context.text("value.inch", {{"count", fmt::format("{:.3g}", mm / mm_per_inch)}});
}

std::string measured_size(const Context& context, device::PaperSize size) {
  const auto mm = device::size_in_mm(size);
  const bool inches = context.state.settings.text("length-unit") == "inch";
  const auto number = [&](double length) {
    return inches ? fmt::format("{:.3g}", length / mm_per_inch) : fmt::format("{:g}", length);
  };
  return context.text(inches ? "paper.size_in_inches" : "paper.size_in_mm",
                      {{"name", size_name(context, size)}, {"width", number(mm.width)}, {"height", number(mm.height)}});
}

std::string type_name(const Context& context, device::PaperType type) {
  return context.text("paper.type." + std::string(device::name_of(type)));
}

std::string concerned(const Context& context, device::FailureKind kind) {
  std::string list;
  for (const auto& supply : context.state.conditions.supplies) {
    if (is_about(kind, supply))
      append(list, context.text("supply.short." + std::string(device::name_of(supply.supply))));
  }
  if (kind != device::FailureKind::paper_out) return list;
  for (const auto& source : context.state.conditions.paper) {
    if (source.sheets == 0) append(list, source_name(context, source.id));
  }
  return list;
}

}  // namespace paneltwin::panel

#include "net/webconfig/supply_parts.hpp"

#include <array>

#include <fmt/format.h>

#include "device/names.hpp"

namespace paneltwin::net::webconfig {

namespace {

struct Tank {
  device::Supply supply;
  std::string_view name, color;
};
// Order, letters and colours are the real page's; the maintenance box has no letters.
constexpr std::array tanks{Tank{device::Supply::black, "BK", "#000000"}, Tank{device::Supply::yellow, "Y", "#FFF200"},
                           Tank{device::Supply::magenta, "M", "#ED008C"}, Tank{device::Supply::cyan, "C", "#00AEEF"},
                           Tank{device::Supply::maintenance_box, "", "#636311"}};

/// "Full", "High", "Middle", "Low", "Empty": the words that the machine has for what lies in a cassette.
std::string_view remaining(const device::PaperSource& source) {
  if (source.sheets <= 0) return "webconfig.paper.empty";
  const int quarters = source.capacity > 0 ? (4 * source.sheets + source.capacity - 1) / source.capacity : 4;
  constexpr std::array words{"webconfig.paper.low", "webconfig.paper.middle", "webconfig.paper.high",
                             "webconfig.paper.full"};
  return words[static_cast<std::size_t>(std::clamp(quarters, 1, 4) - 1)];
}

}  // namespace

void put_supplies(pages::Data& data, const device::Conditions& conditions, const device::Catalogue& words) {
  pages::Data shown_tanks{pages::Data::type::list}, sources{pages::Data::type::list};
  for (const auto& tank : tanks) {
    const auto& level = conditions.supply(tank.supply);
    pages::Data shown;
    shown.set("color", std::string(tank.color));
    shown.set("level", std::to_string(level.percent()));
    shown.set("name", std::string(tank.name));
    shown.set("label", std::string(words.text(fmt::format("supply.{}", device::name_of(tank.supply)))));
    shown.set("is_box", tank.name.empty());
    shown.set("is_out", level.is_out());
    shown.set("is_low", level.is_low() && !level.is_out());
    shown_tanks.push_back(shown);
  }
  for (const auto& source : conditions.paper) {
    pages::Data shown;
    shown.set("legend", std::string(words.text("paper.source." + source.id)));
    shown.set("size", std::string(words.text(fmt::format("paper.size.{}", device::name_of(source.size)))));
    shown.set("type", std::string(words.text(fmt::format("paper.type.{}", device::name_of(source.type)))));
    shown.set("remaining", std::string(words.text(remaining(source))));
    sources.push_back(shown);
  }
  data.set("tanks", shown_tanks);
  data.set("sources", sources);
}

}  // namespace paneltwin::net::webconfig

#include "device/condition/condition_json.hpp"

#include "device/names.hpp"

namespace paneltwin::device {

namespace json = boost::json;

namespace {

template <class Enum, class Counts>
json::object by_name(const Counts& counts) {
  json::object all;
  for (std::size_t i = 0; i < counts.size(); ++i) all[names<Enum>[i]] = counts[i];
  return all;
}

/// The real machine counts what computers print by the network that it came in on, whether or not it has two.
json::object by_interface(const Counters& counters) {
  const auto computers = counters.printed[static_cast<std::size_t>(PrintFunction::computer)];
  return {{"standard", computers}, {"additional", 0}, {"other", counters.total() - computers}};
}

}  // namespace

json::object json_of(const Conditions& conditions) {
  json::object supplies, paper;
  for (const auto& supply : conditions.supplies) supplies[name_of(supply.supply)] = supply.percent();
  for (const auto& source : conditions.paper) {
    paper[source.id] = {{"size", name_of(source.size)},
                        {"type", name_of(source.type)},
                        {"sheets", source.sheets},
                        {"capacity", source.capacity}};
  }
  json::object clogged;
  for (std::size_t ink = 0; ink < ink_count; ++ink) clogged[names<Supply>[ink]] = conditions.clogged[ink];
  const auto& counters = conditions.counters;
  return {{"supplies", std::move(supplies)},
          {"paper", std::move(paper)},
          {"clogged", std::move(clogged)},
          {"cover_open", conditions.cover_open},
          {"paper_jam", conditions.paper_jam},
          {"printer_error", conditions.printer_error},
          {"scanner_error", conditions.scanner_error},
          {"counters",
           {{"total", counters.total()},
            {"color", counters.color},
            {"black_and_white", counters.total() - counters.color},
            {"two_sided", counters.two_sided},
            {"one_sided", counters.total() - counters.two_sided},
            {"first_printed", counters.first_printed ? to_iso8601(*counters.first_printed).substr(0, 10) : ""},
            {"by_interface", by_interface(counters)},
            {"printed", by_name<PrintFunction>(counters.printed)},
            {"by_size", by_name<PaperSize>(counters.by_size)},
            {"scanned", by_name<ScanFunction>(counters.scanned)}}}};
}

}  // namespace paneltwin::device

// Rows that Copy, Scan and Memory Device share.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "device/jobs/scan_request.hpp"
#include "device/names.hpp"
#include "panel/screens/form_rows.hpp"

namespace paneltwin::panel {

/// One of `ids`, which are names of `Enum`'s values; their words are the texts `prefix` + name.
template <class Enum>
void enum_row(RowList& list, const Context& context, const char* id, const char* title, const char* prefix,
              const std::vector<std::string>& ids, Enum on, std::function<void(Enum)> take) {
  choice_row(list, context,
             {id, title, ids, std::string(device::name_of(on)),
              [prefix](const Context& now, const std::string& name) { return now.text(prefix + name); },
              [take = std::move(take)](const std::string& name) { take(device::named<Enum>(name).value_or(Enum{})); }});
}

/// One of all of the enumeration's values.
template <class Enum>
void enum_row(RowList& list, const Context& context, const char* id, const char* title, const char* prefix, Enum on,
              std::function<void(Enum)> take) {
  const std::vector<std::string> ids(device::names<Enum>.begin(), device::names<Enum>.end());
  enum_row<Enum>(list, context, id, title, prefix, ids, on, std::move(take));
}

/// Automatic, colour or black and white.
void print_color_row(RowList& list, const Context& context, device::ColorMode color,
                     std::function<void(device::ColorMode)> take);
/// -4 to +4.
void density_row(RowList& list, const Context& context, int density, std::function<void(int)> take);
/// Automatic, or one of the machine's paper sources.
void source_row(RowList& list, const Context& context, const std::string& source,
                std::function<void(const std::string&)> take);
/// On or off, set at once.
void switch_row(RowList& list, const Context& context, const char* id, const char* title, bool& on);

}  // namespace paneltwin::panel

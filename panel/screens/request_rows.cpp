#include "panel/screens/request_rows.hpp"

#include "panel/screens/condition_words.hpp"

namespace paneltwin::panel {

static std::string signed_words(const std::string& id) { return id == "0" || id.starts_with('-') ? id : "+" + id; }

void print_color_row(RowList& list, const Context& context, device::ColorMode color,
                     std::function<void(device::ColorMode)> take) {
  static const std::vector<std::string> ids{"automatic", "color", "black_and_white"};
  enum_row(list, context, "color-mode", "scan.color_mode", "copy.color.", ids, color, std::move(take));
}

void density_row(RowList& list, const Context& context, int density, std::function<void(int)> take) {
  std::vector<std::string> ids;
  for (int step = -device::strongest_density; step <= device::strongest_density; ++step) {
    ids.push_back(std::to_string(step));
  }
  choice_row(list, context,
             {"density", "scan.density", ids, std::to_string(density),
              [](const Context&, const std::string& id) { return signed_words(id); },
              [take = std::move(take)](const std::string& id) { take(std::stoi(id)); }});
}

void source_row(RowList& list, const Context& context, const std::string& source,
                std::function<void(const std::string&)> take) {
  std::vector<std::string> ids{"automatic"};
  for (const auto& one : context.state.conditions.paper) ids.push_back(one.id);
  const auto words = [](const Context& now, const std::string& id) {
    const auto* one = now.state.conditions.source(id);
    return source_name(now, id == "automatic" ? "" : id) + (one ? "  " + size_name(now, one->size) : "");
  };
  choice_row(list, context,
             {"paper-source", "copy.paper_source", ids, source.empty() ? "automatic" : source, words,
              [take = std::move(take)](const std::string& id) { take(id == "automatic" ? "" : id); }});
}

void switch_row(RowList& list, const Context& context, const char* id, const char* title, bool& on) {
  if (list.row({.id = id, .text = context.text(title), .end = Row::End::on_off, .on = on})) on = !on;
}

}  // namespace paneltwin::panel

#include "panel/bench/inspect_sources.hpp"

#include <algorithm>
#include <ranges>

namespace paneltwin::panel::bench {

bool says(std::string_view pattern, std::string_view text) {
  std::size_t letters = 0;  // of the pattern itself: "{value}" alone says everything and nothing
  bool first = true;
  while (!pattern.empty()) {
    const auto open = std::min(pattern.find('{'), pattern.size());
    const auto piece = pattern.substr(0, open);
    const auto at = text.find(piece);
    if (at == text.npos || (first && at != 0)) return false;
    letters += piece.size();
    text.remove_prefix(at + piece.size());
    if (open == pattern.size()) return text.empty() && letters > 1;
    const auto close = pattern.find('}', open);
    if (close == pattern.npos) return false;
    pattern.remove_prefix(close + 1);
    first = false;
  }
  return !first && letters > 1;
}

namespace {

class SourceFinder {
 public:
  SourceFinder(const NodeWay& way, const OperationPanel& panel, const device::Assets& assets)
      : way_(way), panel_(panel), assets_(assets) {}

  void find_items() {
    for (const auto* ancestor : way_ | std::views::reverse) {
      constexpr std::string_view end = "-screen";
      const auto& dialogs = panel_.all_screens().dialogs();
      if (const auto dialog = dialogs.find(ancestor->id); ancestor->role == "dialog" && dialog != dialogs.end()) {
        return add(Source::Kind::dialog, dialog->first, dialog->second.place);
      }
      if (ancestor->role != "screen" || !ancestor->id.ends_with(end)) continue;
      const auto screen = ancestor->id.substr(0, ancestor->id.size() - end.size());
      find_menu_item(screen);
      find_info_row(screen);
      return;
    }
  }

  void find_texts(const device::Catalogue& english) {
    const auto& node = *way_.back();
    for (const auto& shown : {node.text, node.value}) {
      if (shown.empty()) continue;
      if (!find_text(panel_.words(), shown) && &english != &panel_.words()) find_text(english, shown);
    }
  }

  void find_tokens() {
    const auto& theme = panel_.options().theme;
    const auto file = assets_.find("themes/" + theme + ".yaml").value_or(theme);
    const auto& rect = way_.back()->rect;
    for (const auto& token : theme_tokens(assets_, theme, panel_.theme())) {
      const bool drawn = std::ranges::any_of(panel_.strokes(), [&](const Stroke& stroke) {
        const float x = stroke.rect.x + stroke.rect.width / 2, y = stroke.rect.y + stroke.rect.height / 2;
        const bool inside = rect.contains(x, y) && stroke.rect.width <= rect.width + 2;
        return inside && ((token.colour && stroke.colour == *token.colour) ||
                          (token.letters && stroke.letters && *stroke.letters == *token.letters));
      });
      if (drawn) add(Source::Kind::token, token.name, {file, token.line});
    }
  }

  std::vector<Source> take() { return std::move(sources_); }

 private:
  void add(Source::Kind kind, std::string name, device::FilePlace place) {
    sources_.push_back({kind, std::move(name), std::move(place)});
  }

  [[nodiscard]] bool is_on_way(const std::string& id) const {
    return std::ranges::any_of(way_, [&](const Node* node) { return node->id == id; });
  }

  void find_menu_item(const std::string& screen) {
    const auto& menus = panel_.all_screens().menus();
    const auto menu = menus.find(screen);
    if (menu == menus.end()) return;
    for (const auto& item : menu->second.items) {
      if (is_on_way(item.id)) return add(Source::Kind::menu, item.id, item.place);
    }
    add(Source::Kind::menu, screen, menu->second.place);
  }

  void find_info_row(const std::string& screen) {
    const auto* sheet = panel_.all_screens().sheet(screen);
    if (!sheet) return;
    for (const auto& group : sheet->groups()) {
      for (const auto& row : group.rows) {
        if (is_on_way(row.id)) add(Source::Kind::info, row.id, row.place);
      }
    }
  }

  bool find_text(const device::Catalogue& words, const std::string& shown) {
    constexpr int most = 3;
    int found = 0;
    const auto texts = words.own_kept();
    const auto look = [&](auto is_it) {
      for (const auto& [key, text] : *texts) {
        if (found == most) return;
        if (!std::ranges::any_of(text.forms, is_it)) continue;
        add(Source::Kind::text, key, text.place);
        ++found;
      }
    };
    look([&](std::string_view form) { return form == shown; });
    if (found == 0) look([&](std::string_view form) { return form.contains('{') && says(form, shown); });
    return found > 0;
  }

  const NodeWay& way_;
  const OperationPanel& panel_;
  const device::Assets& assets_;
  std::vector<Source> sources_;
};

}  // namespace

std::vector<Source> sources_of(const NodeWay& way, const OperationPanel& panel, const device::Assets& assets,
                               const device::Catalogue& english) {
  if (way.empty()) return {};
  SourceFinder finder(way, panel, assets);
  finder.find_items();
  finder.find_texts(english);
  finder.find_tokens();
  return finder.take();
}

}  // namespace paneltwin::panel::bench

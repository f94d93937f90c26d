// The inspector: every node on the glass, where it comes from, and how it looks in another language, model, theme or
// text size.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "panel/bench/inspect_sources.hpp"
#include "panel/bench/parts.hpp"

namespace paneltwin::panel::bench {

class InspectPage {
 public:
  void show(Ui& ui, const Bench& bench, Rect area);

  /// Before a frame: the look that was asked for in the last one. The glass it is shown on is drawn already then.
  void prepare(Panel& panel, Machine& machine);
  /// The next touch of the glass picks a node instead of tapping it.
  [[nodiscard]] bool picks() const { return picking_; }
  void pick(const Panel& panel, float x, float y);
  /// The keyboard types into the search.
  [[nodiscard]] bool takes_keys() const { return searching_; }
  /// What lies over the glass, which the window shows at `glass`.
  void show_over(Ui& ui, const Panel& panel, const Rect& glass) const;

 private:
  void faults(Ui& ui, RowList& list, const Bench& bench);
  void looks(Ui& ui, RowList& list, const Bench& bench);
  void overlays(Ui& ui, RowList& list, const Bench& bench);
  void node(Ui& ui, RowList& list, const Bench& bench);
  void sources(Ui& ui, RowList& list, const Bench& bench, const NodeWay& way);
  void search(Ui& ui, RowList& list, const Bench& bench);
  void tree(Ui& ui, RowList& list, const Bench& bench);
  void select(const NodeWay& way);

  std::string selected_;  // path
  std::string search_, complaint_;
  std::optional<PanelOptions> wanted_;
  bool picking_ = false, searching_ = false, targets_ = false, grid_ = false;

  // Found once for what is selected and shown, not each frame.
  struct Found {
    std::string path, text, value, theme;
    std::uint64_t readings = 0;
    std::vector<Source> sources;
    bool operator==(const Found&) const = delete;
  };
  Found found_;
};

}  // namespace paneltwin::panel::bench

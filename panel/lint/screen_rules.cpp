#include "panel/lint/screen_rules.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace paneltwin::panel {

namespace {

constexpr double smallest_target = 9;  // millimetres: the least that a fingertip hits safely
constexpr float tolerance = 1;         // pixels that rounding to whole ones may cost

Rect common(const Rect& a, const Rect& b) {
  const float x = std::max(a.x, b.x), y = std::max(a.y, b.y);
  return {x, y, std::min(a.x + a.width, b.x + b.width) - x, std::min(a.y + a.height, b.y + b.height) - y};
}

bool is_something(const Rect& rect) { return rect.width > tolerance && rect.height > tolerance; }

class ScreenCheck {
 public:
  ScreenCheck(const Node& root, const Sight& sight) : glass_(root.rect), sight_(sight) { visit(root); }
  Findings take() { return std::move(findings_); }

 private:
  void add(const char* rule, const Node& node, std::string message) {
    findings_.push_back(
        {rule, std::move(message), sight_.screen, node.id, sight_.model, sight_.language, sight_.theme});
  }

  void visit(const Node& node) {
    check_words(node);
    if (node.pressable) check_target(node);
    std::set<std::string_view> ids;
    for (const auto& child : node.children) {
      if (child.pressable && !child.id.empty() && !ids.insert(child.id).second) {
        add("twin-id", child, fmt::format("two things side by side are called '{}'", child.id));
      }
      visit(child);
    }
    check_overlaps(node);
  }

  void check_words(const Node& node) {
    if (node.shortened) add("clipped-text", node, fmt::format("\"{}\" does not fit", words_of(node)));
    const bool shows_words = !node.text.empty() || !node.value.empty();
    const Rect seen = common(node.rect, node.clip), on_glass = common(seen, glass_);
    if (shows_words && is_something(seen) &&
        (on_glass.width < seen.width - tolerance || on_glass.height < seen.height - tolerance)) {
      add("outside-glass", node, fmt::format("\"{}\" reaches over the edge of the glass", words_of(node)));
    }
  }

  void check_target(const Node& node) {
    if (node.id.empty()) add("no-id", node, fmt::format("a {} without id (\"{}\")", node.role, node.text));
    if (node.text.empty()) add("no-text", node, fmt::format("{} '{}' has no text", node.role, node.id));
    if (is_large_enough(node, sight_.pixels_per_mm)) return;
    add("small-target", node,
        fmt::format("{} '{}' is {:.1f} x {:.1f} mm; a finger needs {} mm", node.role, node.id,
                    node.rect.width / sight_.pixels_per_mm, node.rect.height / sight_.pixels_per_mm, smallest_target));
  }

  /// Siblings only: what a dialog covers is meant to be covered.
  void check_overlaps(const Node& parent) {
    const auto counts = [](const Node& node) { return node.pressable || node.role == "text"; };
    for (auto a = parent.children.begin(); a != parent.children.end(); ++a) {
      if (!counts(*a)) continue;
      for (auto b = std::next(a); b != parent.children.end(); ++b) {
        if (!counts(*b) || !is_something(common(common(a->rect, a->clip), common(b->rect, b->clip)))) continue;
        add("overlap", *b, fmt::format("'{}' lies over '{}'", b->id, a->id));
      }
    }
  }

  static std::string words_of(const Node& node) { return node.text.empty() ? node.value : node.text; }

  Rect glass_;
  const Sight& sight_;
  Findings findings_;
};

}  // namespace

bool is_large_enough(const Node& node, double pixels_per_mm) {
  return (std::min(node.rect.width, node.rect.height) + tolerance) / pixels_per_mm >= smallest_target;
}

Findings check_screen(const Node& root, const Sight& sight) { return ScreenCheck(root, sight).take(); }

}  // namespace paneltwin::panel

#include "panel/ui/ui.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "panel/ui/box.hpp"

namespace paneltwin::panel {

static constexpr Milliseconds ripple_time{300};

void Ui::begin(const Rect& glass, const std::deque<InputEvent>& events, Milliseconds now, bool animate) {
  glass_ = glass;
  now_ = now;
  animate_ = animate;
  due_.reset();
  hands_.drag_from(theme_.drag);
  hands_.take(events, spots_, now, animate, std::exchange(editing_, false));
  next_spots_.clear();
  tree_ = Node{.role = "panel", .id = "panel", .rect = glass, .clip = glass};
  open_nodes_ = {&tree_};
  path_.clear();
  path_lengths_.clear();
  clips_ = {glass};
  open_list_.clear();
}

void Ui::end() {
  std::swap(spots_, next_spots_);
  if (const auto wait = hands_.due(now_)) again_in(*wait);
}

std::string Ui::path_of(std::string_view id) const { return path_ + "/" + std::string(id); }

Reaction Ui::reaction_of(const Widget& widget, const std::string& path) {
  if (!widget.pressable) return {.path = path};
  next_spots_.add({.path = path,
                   .list = open_list_,
                   .whole = widget.rect,
                   .visible = common(widget.rect, clips_.back()),
                   .enabled = widget.enabled,
                   .pressable = true,
                   .leaves = widget.leaves,
                   .is_default = widget.is_default,
                   .repeats = widget.repeats});
  return {.tapped = widget.enabled && hands_.is_tapped(path),
          .pressed = hands_.is_pressed(path),
          .focused = hands_.focus().is_on(path),
          .path = path};
}

Node& Ui::place(const Widget& widget, const Reaction& reaction) {
  auto& children = open_nodes_.back()->children;
  children.push_back({.role = widget.role,
                      .id = widget.id,
                      .text = widget.text,
                      .value = widget.value,
                      .rect = widget.rect,
                      .clip = clips_.back(),
                      .enabled = widget.enabled,
                      .selected = widget.selected,
                      .focused = reaction.focused,
                      .pressable = widget.pressable,
                      .shortened = widget.shortened,
                      .children = {}});
  return children.back();
}

Reaction Ui::add(const Widget& widget) {
  auto reaction = reaction_of(widget, path_of(widget.id));
  place(widget, reaction);
  return reaction;
}

Reaction Ui::open(const Widget& widget) {
  auto reaction = reaction_of(widget, path_of(widget.id));
  open_nodes_.push_back(&place(widget, reaction));
  path_lengths_.push_back(path_.size());
  path_ = reaction.path;
  return reaction;
}

void Ui::close() {
  open_nodes_.pop_back();
  path_.resize(path_lengths_.back());
  path_lengths_.pop_back();
}

static void put_out_of_reach(Node& node) {
  node.pressable = false;
  for (auto& child : node.children) put_out_of_reach(child);
}

void Ui::cover() {
  next_spots_.cover();
  put_out_of_reach(tree_);
}

Rect Ui::open_list(const std::string& id, const Rect& view) {
  const auto path = open({.role = "list", .id = id, .rect = view}).path;
  next_spots_.add({.path = path, .whole = view, .visible = common(view, clips_.back()), .is_list = true});
  open_list_ = path;
  list_view_ = view;
  push_clip(view);
  const float offset = std::round(hands_.scroll(path).offset());
  return {view.x, view.y - offset, view.width, 1e6f};
}

void Ui::close_list(float content_height) {
  pop_clip();
  auto& scroll = hands_.scroll(open_list_);
  const float before = scroll.offset();
  scroll.measure(content_height, list_view_.height);
  if (scroll.offset() != before) again_in(Milliseconds{0});
  if (scroll.range() > 0) {
    const float thumb = std::max(mm(6), list_view_.height * list_view_.height / content_height);
    const float way = (list_view_.height - thumb) * scroll.offset() / scroll.range();
    const Rect bar{list_view_.x + list_view_.width - mm(0.9), list_view_.y + way, mm(0.6), thumb};
    canvas_.fill(bar, theme_.secondary.faded(0.5f), mm(0.3));
  }
  open_list_.clear();
  close();
}

void Ui::push_clip(const Rect& rect) {
  clips_.push_back(common(rect, clips_.back()));
  canvas_.push_clip(rect);
}

void Ui::pop_clip() {
  clips_.pop_back();
  canvas_.pop_clip();
}

bool Ui::is_in_sight(const Rect& rect) const {
  const Rect seen = common(rect, clips_.back());
  return seen.width > 0 && seen.height > 0;
}

void Ui::face(const Rect& rect, Colour colour, Colour pressed, float radius, const Reaction& reaction) {
  canvas_.fill(rect, reaction.pressed ? pressed : colour, radius);
  const auto& press = hands_.last_press();
  const double age = (now_ - press.since) / ripple_time;
  if (animate_ && press.path == reaction.path && age < 1) {
    const float reach = std::hypot(rect.width, rect.height);
    canvas_.push_clip(rect);
    canvas_.circle(press.x, press.y, reach * static_cast<float>(0.2 + 0.8 * age),
                   theme_.accent.faded(static_cast<float>(0.18 * (1 - age))));
    canvas_.pop_clip();
    again_in(Milliseconds{0});
  }
  if (reaction.focused) canvas_.outline(rect, theme_.focus, radius, std::max(2.0f, mm(0.5)));
}

void Ui::again_in(Milliseconds wait) { due_ = due_ ? std::min(*due_, wait) : wait; }

}  // namespace paneltwin::panel

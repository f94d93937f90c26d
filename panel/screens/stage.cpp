#include "panel/screens/stage.hpp"

#include <algorithm>
#include <utility>

#include "panel/screens/dialog.hpp"

namespace paneltwin::panel {

void Stage::go(std::string id) {
  later([this, id = std::move(id)] {
    auto screen = make_(id);
    if (!screen.show) return;
    pages_.push_back(std::move(screen));
    travelled_ = 1;
  });
}

void Stage::go(Screen screen) {
  later([this, screen = std::move(screen)]() mutable {
    pages_.push_back(std::move(screen));
    travelled_ = 1;
  });
}

void Stage::back() {
  later([this] {
    if (pages_.size() < 2) return;
    pages_.pop_back();
    travelled_ = -1;
  });
}

void Stage::renew() {
  later([this] {
    if (auto page = make_(pages_.back().id); page.show) pages_.back() = std::move(page);
  });
}

void Stage::home() {
  later([this] {
    sheets_.clear();
    if (pages_.size() < 2) return;
    pages_.resize(1);
    travelled_ = -1;
  });
}

void Stage::open_sheet(Screen sheet) {
  later([this, sheet = std::move(sheet)]() mutable {
    std::erase_if(sheets_, [&](const Screen& open) { return open.id == sheet.id; });
    sheets_.push_back(std::move(sheet));
  });
}

void Stage::close_sheet(std::string id) {
  later([this, id = std::move(id)] { std::erase_if(sheets_, [&](const Screen& sheet) { return sheet.id == id; }); });
}

void Stage::ask(Question question) { open_sheet(dialog(std::move(question))); }

void Stage::say(std::string passing_words) {
  later([this, words = std::move(passing_words)] { passing_words_ = words; });
}

bool Stage::settle() {
  travelled_ = 0;
  const bool changed = !changes_.empty();
  for (auto& change : std::exchange(changes_, {})) change();
  return changed;
}

bool Stage::leave(const std::function<bool(const std::string&)>& is_gone) {
  const auto lost =
      std::remove_if(std::next(pages_.begin()), pages_.end(), [&](const Screen& page) { return is_gone(page.id); });
  const bool any = lost != pages_.end();
  pages_.erase(lost, pages_.end());
  if (any) sheets_.clear();  // they belonged to the page under them
  return any;
}

void Stage::remake(const std::function<Screen(const std::string&)>& make) {
  for (auto& page : pages_) {
    if (auto other = make(page.id); other.show) page = std::move(other);
  }
}

void Stage::reset(std::vector<Screen> pages) {
  changes_.clear();
  sheets_.clear();
  passing_words_.clear();
  pages_ = std::move(pages);
}

bool Stage::has_sheet(std::string_view id) const {
  return std::ranges::find(sheets_, id, &Screen::id) != sheets_.end();
}

}  // namespace paneltwin::panel

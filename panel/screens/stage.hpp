// What is on the glass: the pages that were gone through, and the sheets (dialogs, keyboard) over the top one.
// Screens ask for changes while they draw; they come true when the frame is done.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "panel/screens/dialog_file.hpp"
#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

/// A message with one or two buttons over the dimmed page.
struct Question {
  struct Choice {
    std::string id, text;
    std::function<void(const Context&)> act;  // may be empty: it just closes
    bool primary = false;
    bool leaves = false;  // Escape means this one
  };
  enum class Sign { none, information, error };
  std::string id, title, text;
  Sign sign = Sign::none;
  std::vector<Choice> choices;
};

class Stage {
 public:
  /// Makes a screen by its id; an empty `show` says that there is none.
  explicit Stage(std::function<Screen(std::string_view)> make) : make_(std::move(make)) {}

  // Asked for by screens; done by settle().
  void go(std::string id);
  void go(Screen screen);
  void back();
  void home();
  /// The page on top as if it had just been opened.
  void renew();
  void open_sheet(Screen sheet);
  void close_sheet(std::string id);
  void ask(Question question);
  void say(std::string passing_words);  // a toast

  /// Does what was asked for. True when something changed.
  bool settle();
  /// Takes away pages that are gone; the first page stays. True when there was one.
  bool leave(const std::function<bool(const std::string&)>& is_gone);
  /// Pages for which `make` has another now show that one.
  void remake(const std::function<Screen(const std::string&)>& make);
  /// At once, for open_screen().
  void reset(std::vector<Screen> pages);

  [[nodiscard]] Screen& page() { return pages_.back(); }
  [[nodiscard]] const Screen& page() const { return pages_.back(); }
  [[nodiscard]] const Screen& top() const { return sheets_.empty() ? pages_.back() : sheets_.back(); }
  [[nodiscard]] std::size_t depth() const { return pages_.size(); }
  [[nodiscard]] std::vector<Screen>& sheets() { return sheets_; }
  [[nodiscard]] bool has_sheet(std::string_view id) const;
  [[nodiscard]] const std::string& passing_words() const { return passing_words_; }
  /// How dialogs look and read; null: as the program says.
  void use(const Dialogs* dialogs) { dialogs_ = dialogs; }
  [[nodiscard]] const Dialogs* dialogs() const { return dialogs_; }
  void clear_passing_words() { passing_words_.clear(); }

  /// How the last settle() travelled: 1 deeper, -1 back, 0 stayed.
  [[nodiscard]] int travelled() const { return travelled_; }

 private:
  void later(std::function<void()> change) { changes_.push_back(std::move(change)); }
  std::function<Screen(std::string_view)> make_;
  std::vector<Screen> pages_, sheets_;
  std::vector<std::function<void()>> changes_;
  std::string passing_words_;
  const Dialogs* dialogs_ = nullptr;
  int travelled_ = 0;
};

}  // namespace paneltwin::panel

// A person's browser for one flow: tabs with cookies of their own, acted on by the words on the page. The flow's
// thread.
#pragma once

#include <memory>
#include <string>

#include "device/assets.hpp"
#include "panel/automation/browser_step.hpp"
#include "panel/automation/chromium.hpp"

namespace paneltwin::panel {

class Browser {
 public:
  /// `chromium` must live longer. Pages are asked for in `language`. Failure: communication.
  static device::Result<std::unique_ptr<Browser>> open(Chromium& chromium, const device::Assets& assets,
                                                       std::string language);
  ~Browser();

  // Each answers once; whoever calls again while it fails with not_found waits for the page to come there.
  /// Brings the tab of that name to the front: one that was opened by a page and has no name yet, else a new one.
  /// Empty: the one that is in front.
  device::Result<void> tab(const std::string& name);
  /// Failures: communication, not_found (while another page is coming).
  device::Result<void> go(const std::string& address);
  /// A left click in its middle. Failures: not_found (`detail` says what is there), not_allowed (disabled).
  device::Result<void> click(const std::string& on);
  device::Result<void> fill(const std::string& field, const std::string& text);
  device::Result<void> choose(const std::string& list, const std::string& option);
  device::Result<void> check(const std::string& box, bool on);
  device::Result<void> press(const std::string& key);
  /// The words of what is called so: a field's value, an element's text.
  device::Result<std::string> words_of(const std::string& where);
  struct Page {
    std::string address, title, words;
  };
  device::Result<Page> page();
  device::Result<std::string> screenshot();  // PNG

 private:
  struct Impl;
  explicit Browser(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace paneltwin::panel

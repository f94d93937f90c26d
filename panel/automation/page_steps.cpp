// A flow's browser steps: each waits until the page has come to what it names.
#include "panel/automation/step_player.hpp"

namespace paneltwin::panel {

using device::FailureKind;
using device::Result;
using Done = StepPlayer::Done;

// Pages live in real time, and a page may take its time on a machine that does much else.
static constexpr std::chrono::seconds page_time{30};
static constexpr device::Duration page_within{30'000};

Done StepPlayer::act(const step::Browser& step) {
  if (!browser_) {
    auto chromium = host_.chromium();
    if (!chromium) return std::unexpected(chromium.error().detail);
    auto& machine = host_.machine();
    auto browser = Browser::open(**chromium, machine.assets(), machine.device().snapshot()->basic.language);
    if (!browser) return std::unexpected(browser.error().detail);
    browser_ = std::move(*browser);
  }
  if (auto tab = browser_->tab(step.tab); !tab) return std::unexpected(tab.error().detail);
  return std::visit([this](const auto& act) { return on_page(act); }, step.act);
}

/// Again and again while it is not there yet.
Done StepPlayer::page(const std::function<Result<void>(Browser&)>& act) {
  Result<void> last;
  wait_until(page_within, page_time, [&] {
    last = act(*browser_);
    return last || (last.error().kind != FailureKind::not_found && last.error().kind != FailureKind::not_allowed);
  });
  if (!last) return std::unexpected(last.error().detail);
  return see_what_came();
}

Done StepPlayer::on_page(const step::Browser::Open& open) {
  auto& machine = host_.machine();
  std::string address = open.address;
  if (address == "web-config") address = machine.web_config_url();
  if (address == "cloud") address = machine.cloud().base_url();
  if (address.starts_with('/')) {
    const auto page = browser_->page();
    const auto host = page ? page->address.find("://") : std::string::npos;
    if (host == std::string::npos) return std::unexpected("no site is open yet that " + address + " could be of");
    address = page->address.substr(0, page->address.find('/', host + 3)) + address;
  }
  if (address.find("://") == std::string::npos) {
    return std::unexpected("'" + address + "' is no address: expected web-config, cloud, https://… or /a/path");
  }
  return page([&](Browser& browser) { return browser.go(address); });
}

Done StepPlayer::on_page(const step::Browser::Click& click) {
  return page([&](Browser& browser) { return browser.click(click.on); });
}

Done StepPlayer::on_page(const step::Browser::Fill& fill) {
  for (const auto& [field, text] : fill.fields) {
    if (auto filled = page([&](Browser& browser) { return browser.fill(field, text); }); !filled) return filled;
  }
  return {};
}

Done StepPlayer::on_page(const step::Browser::Choose& choose) {
  for (const auto& [list, option] : choose.fields) {
    if (auto chosen = page([&](Browser& browser) { return browser.choose(list, option); }); !chosen) return chosen;
  }
  return {};
}

Done StepPlayer::on_page(const step::Browser::Check& check) {
  for (const auto& box : check.boxes) {
    if (auto checked = page([&](Browser& browser) { return browser.check(box, check.on); }); !checked) return checked;
  }
  return {};
}

Done StepPlayer::on_page(const step::Browser::Press& press) {
  return page([&](Browser& browser) { return browser.press(press.key); });
}

Done StepPlayer::on_page(const step::Browser::Expect& expected) {
  Browser::Page last;
  const auto has = [](const std::string& whole, const std::optional<std::string>& part) {
    return !part || whole.find(*part) != std::string::npos;
  };
  const bool came = wait_until(expected.within, page_time, [&] {
    auto page = browser_->page();
    if (!page) return false;
    last = std::move(*page);
    const bool there =
        has(last.words, expected.text) && has(last.title, expected.title) && has(last.address, expected.address);
    return there != expected.absent;
  });
  if (came) return see_what_came();
  constexpr std::size_t enough = 600;
  return std::unexpected("not within the time; on the page (" + last.address + "): " + last.words.substr(0, enough));
}

Done StepPlayer::on_page(const step::Browser::Remember& remember) {
  for (const auto& [name, where] : remember.names) {
    auto kept = page([&](Browser& browser) -> Result<void> {
      auto words = browser.words_of(where);
      if (!words) return std::unexpected(words.error());
      if (words->empty()) return device::fail(FailureKind::not_found, "'" + where + "' has no words");
      words_.remember(name, std::move(*words));
      return {};
    });
    if (!kept) return kept;
  }
  return {};
}

Done StepPlayer::on_page(const step::Browser::Screenshot& shot) {
  std::string png;
  auto taken = page([&png](Browser& browser) -> Result<void> {
    auto picture = browser.screenshot();
    if (!picture) return std::unexpected(picture.error());
    png = std::move(*picture);
    return {};
  });
  if (taken && watch_.picture) watch_.picture(shot.name, png);
  return taken;
}

}  // namespace paneltwin::panel

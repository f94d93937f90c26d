#include "panel/automation/browser.hpp"

#include <algorithm>

#include <boost/json.hpp>

#include "device/text/spelling.hpp"
#include "net/base64.hpp"

namespace paneltwin::panel {

namespace json = boost::json;
using device::FailureKind;
using device::Result;
using namespace std::chrono_literals;
using device::did_you_mean;

namespace {

struct Tab {
  std::string name, target, session;
  bool loading = false;
};

std::string text_of(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

}  // namespace

struct Browser::Impl {
  Chromium& chromium;
  std::string finder, language, context;
  std::vector<Tab> tabs;
  std::size_t front = 0;

  Impl(Chromium& browser, std::string source, std::string tag)
      : chromium(browser), finder(std::move(source)), language(std::move(tag)) {}

  void take(const std::string& session, std::string_view method, const json::object& parameters);
  Result<void> make_ready(Tab& tab);
  Result<json::object> ask(std::string_view method, json::object parameters = {});
  Result<json::value> evaluate(const std::string& script);
  Result<json::object> find(const std::string& label, std::string_view kind);
  Result<json::object> press_at(const json::object& place);
  void wait_for_page();
};

void Browser::Impl::take(const std::string& session, std::string_view method, const json::object& parameters) {
  if (method == "Target.attachedToTarget") {
    const auto& target = parameters.at("targetInfo").as_object();
    if (text_of(target, "type") != "page" || text_of(target, "browserContextId") != context) return;
    const auto id = text_of(target, "targetId");
    if (std::ranges::find(tabs, id, &Tab::target) == tabs.end())
      tabs.push_back({"", id, text_of(parameters, "sessionId")});
    return;
  }
  const auto tab = std::ranges::find(tabs, session, &Tab::session);
  if (tab == tabs.end()) return;
  if (method == "Page.frameStartedLoading" || method == "Page.frameRequestedNavigation") tab->loading = true;
  if (method == "Page.frameStoppedLoading") tab->loading = false;
}

/// Failure also: not_found, while one page goes and another comes in its place.
Result<json::object> Browser::Impl::ask(std::string_view method, json::object parameters) {
  auto answer = chromium.call(method, std::move(parameters), tabs.at(front).session);
  if (!answer && answer.error().detail.find("Not attached to an active page") != std::string::npos) {
    answer.error().kind = FailureKind::not_found;
  }
  return answer;
}

Result<void> Browser::Impl::make_ready(Tab& tab) {
  const auto session = tab.session;
  for (const auto& [method, parameters] : std::vector<std::pair<std::string_view, json::object>>{
           {"Page.enable", {}},
           {"Network.enable", {}},
           {"Network.setExtraHTTPHeaders", {{"headers", {{"Accept-Language", language}}}}},
           // The certificate is the machine's own, as a user takes it who clicks the warning away.
           {"Security.setIgnoreCertificateErrors", {{"ignore", true}}},
           {"Emulation.setFocusEmulationEnabled", {{"enabled", true}}}}) {
    if (auto made = chromium.call(method, parameters, session); !made) return std::unexpected(made.error());
  }
  return {};
}

Result<std::unique_ptr<Browser>> Browser::open(Chromium& chromium, const device::Assets& assets, std::string language) {
  const auto file = assets.find("pages/panel/by-label.js");
  auto source = file ? device::read_file(*file) : std::nullopt;
  if (!source) return device::fail(FailureKind::not_found, "assets/pages/panel/by-label.js is missing");
  auto impl = std::make_unique<Impl>(chromium, source->substr(source->find("(label")), std::move(language));
  while (!impl->finder.empty() && std::isspace(static_cast<unsigned char>(impl->finder.back())))
    impl->finder.pop_back();
  chromium.on_event([&self = *impl](const std::string& session, std::string_view method, const json::object& said) {
    self.take(session, method, said);
  });
  auto context = chromium.call("Target.createBrowserContext", {{"disposeOnDetach", true}});
  if (!context) return std::unexpected(context.error());
  impl->context = text_of(*context, "browserContextId");
  const auto attach = chromium.call("Target.setAutoAttach",
                                    {{"autoAttach", true}, {"waitForDebuggerOnStart", false}, {"flatten", true}});
  if (!attach) return std::unexpected(attach.error());
  return std::unique_ptr<Browser>(new Browser(std::move(impl)));
}

Browser::Browser(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Browser::~Browser() {
  impl_->chromium.on_event({});
  static_cast<void>(impl_->chromium.call("Target.disposeBrowserContext", {{"browserContextId", impl_->context}}));
}

Result<void> Browser::tab(const std::string& name) {
  auto& tabs = impl_->tabs;
  if (name.empty() && !tabs.empty()) return {};
  auto known = std::ranges::find(tabs, name, &Tab::name);
  if (known == tabs.end()) {
    impl_->chromium.listen(0ms);
    known = std::ranges::find(tabs, std::string(), &Tab::name);
    if (known == tabs.end() || tabs.size() < 2) {
      const auto made =
          impl_->chromium.call("Target.createTarget", {{"url", "about:blank"}, {"browserContextId", impl_->context}});
      if (!made) return std::unexpected(made.error());
      const auto target = text_of(*made, "targetId");
      const auto is_it = [&] { return std::ranges::find(tabs, target, &Tab::target); };
      const auto until = std::chrono::steady_clock::now() + 30s;
      while (is_it() == tabs.end() && std::chrono::steady_clock::now() < until) impl_->chromium.listen(50ms);
      known = is_it();
      if (known == tabs.end()) return device::fail(FailureKind::communication, "Chromium opens no tab");
    }
    known->name = name.empty() ? "first" : name;
    const auto at = static_cast<std::size_t>(known - tabs.begin());
    if (auto ready = impl_->make_ready(tabs[at]); !ready) return ready;
    known = tabs.begin() + static_cast<std::ptrdiff_t>(at);
  }
  impl_->front = static_cast<std::size_t>(known - tabs.begin());
  static_cast<void>(impl_->ask("Page.bringToFront"));
  return {};
}

/// Until the page that is on its way is there, half a minute at most.
void Browser::Impl::wait_for_page() {
  const auto until = std::chrono::steady_clock::now() + 30s;
  // A click's navigation begins a task or two after the click, by the page's own time; it is announced before this
  // answer.
  static_cast<void>(evaluate("new Promise((done) => setTimeout(done, 20))"));
  while (tabs.at(front).loading && std::chrono::steady_clock::now() < until) chromium.listen(100ms);
}

Result<void> Browser::go(const std::string& address) {
  auto gone = impl_->ask("Page.navigate", {{"url", address}});
  if (!gone) return std::unexpected(gone.error());
  if (const auto why = text_of(*gone, "errorText"); !why.empty() && why != "net::ERR_ABORTED") {
    return device::fail(FailureKind::communication, address + ": " + why);
  }
  impl_->wait_for_page();
  return {};
}

Result<json::value> Browser::Impl::evaluate(const std::string& script) {
  auto said = ask("Runtime.evaluate", {{"expression", script}, {"returnByValue", true}, {"awaitPromise", true}});
  if (!said) return device::fail(FailureKind::not_found, said.error().detail);  // the page is just going
  if (const auto* wrong = said->if_contains("exceptionDetails")) {
    const auto* thrown = wrong->as_object().if_contains("exception");
    return device::fail(FailureKind::invalid_value, thrown ? text_of(thrown->as_object(), "description") : "script");
  }
  const auto* value = said->at("result").as_object().if_contains("value");
  return value ? *value : json::value();
}

Result<json::object> Browser::Impl::find(const std::string& label, std::string_view kind) {
  auto found = evaluate("(" + finder + ")(" + json::serialize(json::value(label)) + ", '" + std::string(kind) + "')");
  if (!found) return std::unexpected(found.error());
  if (!found->is_object()) return device::fail(FailureKind::not_found, "the page does not answer");
  auto& place = found->get_object();
  if (place.contains("missing")) {
    std::vector<std::string> names;
    for (const auto& one : place.at("near").as_array()) names.emplace_back(one.as_string());
    std::string detail = "nothing on the page is called '" + label + "'" + did_you_mean(names, label);
    if (place.contains("covered")) detail = "'" + label + "' is covered by something else on the page";
    if (place.contains("loading")) detail = "the page is still being loaded";
    return device::fail(FailureKind::not_found, detail);
  }
  if (place.at("disabled").as_bool()) return device::fail(FailureKind::not_allowed, "'" + label + "' is disabled");
  return std::move(place);
}

Result<json::object> Browser::Impl::press_at(const json::object& place) {
  Result<json::object> pressed;
  for (const auto* type : {"mousePressed", "mouseReleased"}) {
    pressed = ask("Input.dispatchMouseEvent",
                  {{"type", type}, {"x", place.at("x")}, {"y", place.at("y")}, {"button", "left"}, {"clickCount", 1}});
    if (!pressed) return pressed;
  }
  wait_for_page();
  return pressed;
}

static Result<void> done(const Result<json::object>& result) {
  return result ? Result<void>() : std::unexpected(result.error());
}

Result<void> Browser::click(const std::string& on) {
  const auto place = impl_->find(on, "press");
  return place ? done(impl_->press_at(*place)) : done(place);
}

Result<void> Browser::fill(const std::string& field, const std::string& text) {
  const auto place = impl_->find(field, "field");
  if (!place) return done(place);
  if (auto pressed = impl_->press_at(*place); !pressed) return done(pressed);
  const auto chosen = impl_->evaluate("panelTwinFound.focus(), panelTwinFound.select?.(), true");
  if (!chosen) return std::unexpected(chosen.error());
  return done(impl_->ask("Input.insertText", {{"text", text}}));
}

Result<void> Browser::choose(const std::string& list, const std::string& option) {
  const auto place = impl_->find(list, "field");
  if (!place) return done(place);
  // The list itself is drawn by the browser outside of the page, where no click of ours comes to.
  const auto chosen = impl_->evaluate(
      "(() => { const option = [...panelTwinFound.options ?? []].find((one) => one.textContent.replace(/\\s+/g, ' "
      "').trim() === " +
      json::serialize(json::value(option)) +
      "); if (!option) return false; panelTwinFound.value = option.value; for (const type of ['input', 'change']) "
      "panelTwinFound.dispatchEvent(new Event(type, { bubbles: true })); return true; })()");
  if (!chosen) return std::unexpected(chosen.error());
  if (chosen->is_bool() && chosen->get_bool()) return {};
  std::vector<std::string> options;
  for (const auto& one : place->at("options").as_array()) options.emplace_back(one.as_string());
  return device::fail(FailureKind::not_found, "'" + list + "' has no '" + option + "'" + did_you_mean(options, option));
}

Result<void> Browser::check(const std::string& box, bool on) {
  const auto place = impl_->find(box, "box");
  if (!place) return done(place);
  return place->at("checked").as_bool() == on ? Result<void>() : done(impl_->press_at(*place));
}

Result<void> Browser::press(const std::string& key) {
  const bool enter = key == "Enter";
  for (const auto* type : {"keyDown", "keyUp"}) {
    json::object said{{"type", type}, {"key", key}, {"code", key}};
    if (enter) said["windowsVirtualKeyCode"] = 13;
    if (key == "Tab") said["windowsVirtualKeyCode"] = 9;
    if (key == "Escape") said["windowsVirtualKeyCode"] = 27;
    if (enter) said["text"] = "\r";
    if (auto pressed = impl_->ask("Input.dispatchKeyEvent", std::move(said)); !pressed) return done(pressed);
  }
  impl_->wait_for_page();
  return {};
}

Result<std::string> Browser::words_of(const std::string& where) {
  const auto place = impl_->find(where, "words");
  if (!place) return std::unexpected(place.error());
  const auto address = text_of(*place, "address");
  return address.empty() ? text_of(*place, "words") : address;
}

Result<Browser::Page> Browser::page() {
  const auto said = impl_->evaluate(
      "({ address: location.href, title: document.title, words: (document.body?.innerText ?? '').replace(/[ \\t]+/g, ' "
      "') })");
  if (!said) return std::unexpected(said.error());
  const auto& page = said->as_object();
  return Page{text_of(page, "address"), text_of(page, "title"), text_of(page, "words")};
}

Result<std::string> Browser::screenshot() {
  const auto taken = impl_->ask("Page.captureScreenshot", {{"format", "png"}});
  if (!taken) return std::unexpected(taken.error());
  return net::from_base64(text_of(*taken, "data")).value_or("");
}

}  // namespace paneltwin::panel

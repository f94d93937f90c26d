#include "panel/panel.hpp"

#include <atomic>
#include <mutex>

#include "panel/operation_panel.hpp"

namespace paneltwin::panel {

namespace {
/// What other threads leave for the panel's own: it may outlive the panel, who answers late answers here.
struct Mailbox {
  std::mutex mutex;
  std::function<void()> wake;
  std::vector<std::function<void(const Context&)>> answers;
  std::atomic<bool> is_new{false};

  void ring() {
    is_new = true;
    std::function<void()> call;
    {
      const std::lock_guard lock(mutex);
      call = wake;
    }
    if (call) call();
  }
};

Milliseconds real_now() { return std::chrono::steady_clock::now().time_since_epoch(); }

Door door_to(device::Device& device, device::Clock& clock, const std::shared_ptr<Mailbox>& mailbox) {
  const auto post = [&device, mailbox](device::Command command, Door::Answer answer) {
    if (!answer) return device.post(std::move(command), {}, device::Origin::panel);
    device.post(
        std::move(command),
        [mailbox, answer = std::move(answer)](device::Result<std::int64_t> result) {
          {
            const std::lock_guard lock(mailbox->mutex);
            mailbox->answers.push_back([answer, result](const Context& context) { answer(context, result); });
          }
          mailbox->ring();
        },
        device::Origin::panel);
  };
  return {[&device] { return device.snapshot(); }, [&clock] { return clock.now(); }, post};
}
}  // namespace

struct Panel::Impl {
  std::shared_ptr<Mailbox> mailbox;
  std::unique_ptr<OperationPanel> panel;
  device::Device::Subscription subscription;
  std::function<void(const InputEvent&)> seen;

  void take_mail() {
    if (!mailbox->is_new.exchange(false)) return;
    std::vector<std::function<void(const Context&)>> answers;
    {
      const std::lock_guard lock(mailbox->mutex);
      answers.swap(mailbox->answers);
    }
    for (auto& answer : answers) panel->answer(std::move(answer));
    panel->touch();
  }
};

Panel::Panel(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Panel::~Panel() { on_wake({}); }

std::expected<std::unique_ptr<Panel>, device::FileError> Panel::open(device::Device& device, device::Clock& clock,
                                                                     const device::Texts& texts,
                                                                     const device::Assets& assets,
                                                                     PanelOptions options) {
  auto impl = std::make_unique<Impl>();
  impl->mailbox = std::make_shared<Mailbox>();
  auto panel = OperationPanel::open(door_to(device, clock, impl->mailbox), texts, assets, std::move(options));
  if (!panel) return std::unexpected(panel.error());
  impl->panel = std::move(*panel);
  impl->subscription = device.subscribe([mailbox = impl->mailbox](const device::Snapshot&) { mailbox->ring(); });
  return std::unique_ptr<Panel>(new Panel(std::move(impl)));
}

void Panel::on_wake(std::function<void()> wake) {
  const std::lock_guard lock(impl_->mailbox->mutex);
  impl_->mailbox->wake = std::move(wake);
}

void Panel::input(InputEvent event) {
  if (impl_->seen) impl_->seen(event);
  impl_->panel->input(std::move(event));
}

void Panel::on_input(std::function<void(const InputEvent&)> seen) { impl_->seen = std::move(seen); }

bool Panel::wants_frame() const { return impl_->mailbox->is_new || impl_->panel->wants_frame(real_now()); }

std::optional<std::chrono::milliseconds> Panel::next_frame_in() const {
  if (impl_->mailbox->is_new) return std::chrono::milliseconds(0);
  const auto wait = impl_->panel->next_frame_in(real_now());
  return wait ? std::optional(std::chrono::ceil<std::chrono::milliseconds>(*wait)) : std::nullopt;
}

void Panel::frame() {
  impl_->take_mail();
  impl_->panel->frame(real_now());
}

void Panel::settle() {
  impl_->take_mail();
  impl_->panel->settle(real_now());
}

const Node& Panel::tree() const { return impl_->panel->tree(); }
Picture Panel::picture() const { return impl_->panel->picture(); }
unsigned Panel::texture() const { return impl_->panel->glass().texture(); }
const Model& Panel::model() const { return impl_->panel->model(); }
std::string Panel::screen() const { return impl_->panel->screen(); }
std::vector<std::string> Panel::screens() const { return impl_->panel->screens(); }
bool Panel::open_screen(std::string_view id) { return impl_->panel->open_screen(id); }
void Panel::go_home() { impl_->panel->go_home(); }
void Panel::reload(const device::Assets& assets, const std::set<std::filesystem::path>& changed) {
  impl_->panel->reload(assets, changed);
}
void Panel::note(const std::string& what, const std::expected<void, device::FileError>& read) {
  impl_->panel->note(what, read);
}
std::vector<device::FileError> Panel::faults() const { return impl_->panel->faults(); }
std::uint64_t Panel::readings() const { return impl_->panel->readings(); }
std::expected<void, device::FileError> Panel::look(const device::Assets& assets, PanelOptions options) {
  return impl_->panel->look(assets, std::move(options));
}
const PanelOptions& Panel::options() const { return impl_->panel->options(); }
const OperationPanel& Panel::parts() const { return *impl_->panel; }
OperationPanel& Panel::parts() { return *impl_->panel; }
void Panel::on_sound(std::function<void(const Sound&)> sound) { impl_->panel->on_sound(std::move(sound)); }
const std::deque<HeardSound>& Panel::sounds() const { return impl_->panel->sounds(); }

}  // namespace paneltwin::panel

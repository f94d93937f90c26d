#include "device/device.hpp"

#include "device/impl.hpp"

namespace paneltwin::device {

Result<std::unique_ptr<Device>> Device::open(Loop& loop, Ports ports, const Texts& texts, const Assets& assets,
                                             DeviceOptions options) {
  auto impl = Impl::open(loop, ports, texts, assets, std::move(options));
  if (!impl) return std::unexpected(impl.error());
  return std::unique_ptr<Device>(new Device(std::move(*impl)));
}

Device::Device(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}

Device::~Device() {
  impl_->core.loop.sync([this] {
    impl_->core.shut_down();
    impl_.reset();
  });
}

Snapshot Device::snapshot() const { return impl_->core.snapshots.newest(); }

void Device::post(Command command, Reply reply, Origin origin) {
  impl_->core.loop.post(
      [weak = std::weak_ptr(impl_), command = std::move(command), reply = std::move(reply), origin]() mutable {
        if (!reply) reply = [](const Result<std::int64_t>&) {};
        if (const auto impl = weak.lock()) impl->carry_out(std::move(command), std::move(reply), origin);
      });
}

Device::Subscription Device::subscribe(std::function<void(Snapshot)> seen) {
  return impl_->core.snapshots.subscribe(std::move(seen));
}

const Label& Device::label() const { return impl_->label; }

std::expected<void, FileError> Device::read_sheets() {
  auto& core = impl_->core;
  return core.sheets.read(core.assets, core.settings);
}

std::expected<void, FileError> Device::read_settings() { return impl_->read_settings(); }

const SettingTable& Device::settings() const { return impl_->core.settings; }

}  // namespace paneltwin::device

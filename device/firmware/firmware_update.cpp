#include "device/firmware/firmware_update.hpp"

#include "device/firmware/firmware_file.hpp"

namespace paneltwin::device {

namespace {

using namespace std::chrono_literals;

// How long it takes, on the clock (inferred).
constexpr Duration verify_time = 2s, write_step = 1s, restart_time = 20s;
constexpr int write_steps = 20;

}  // namespace

bool FirmwareUpdate::is_under_way() const {
  const auto phase = core_.state.firmware.phase;
  return phase != FirmwarePhase::idle && phase != FirmwarePhase::checking;
}

Result<void> FirmwareUpdate::may_begin() const {
  if (core_.state.firmware.phase != FirmwarePhase::idle || !core_.state.active.empty()) return fail(FailureKind::busy);
  return {};
}

Result<void> FirmwareUpdate::look(std::move_only_function<void(bool newer)> found) {
  if (auto good = may_begin(); !good) return good;
  if (!core_.ports.firmware) return fail(FailureKind::not_found);
  core_.state.firmware.failure.reset();
  show(FirmwarePhase::checking);
  find_newest(std::move(found));
  return {};
}

Result<void> FirmwareUpdate::update() {
  if (auto good = may_begin(); !good) return good;
  if (!core_.ports.firmware) return fail(FailureKind::not_found);
  core_.state.firmware.failure.reset();
  show(FirmwarePhase::downloading);
  fetch_and_write();
  return {};
}

Result<void> FirmwareUpdate::update_from(const std::string& content) {
  if (auto good = may_begin(); !good) return good;
  auto version = version_in(content);
  if (!version) return std::unexpected(version.error());
  core_.state.firmware.failure.reset();
  show(FirmwarePhase::verifying);
  write(std::move(*version));
  return {};
}

Flow FirmwareUpdate::find_newest(std::move_only_function<void(bool newer)> found) {
  auto newest = co_await Answer<Result<std::string>>(core_, [&](auto done) {
    core_.ports.firmware->newest(core_.state.product.model_id, stop_.get_token(), std::move(done));
  });
  if (!newest) {
    failed(newest.error());
    co_return;
  }
  core_.state.firmware.newest = *newest;
  show(FirmwarePhase::idle);
  if (found) found(is_newer_firmware(*newest, core_.state.product.firmware));
}

Flow FirmwareUpdate::fetch_and_write() {
  auto& source = *core_.ports.firmware;
  const auto model = core_.state.product.model_id;
  auto newest = co_await Answer<Result<std::string>>(
      core_, [&](auto done) { source.newest(model, stop_.get_token(), std::move(done)); });
  if (!newest) {
    failed(newest.error());
    co_return;
  }
  core_.state.firmware.newest = *newest;
  if (!is_newer_firmware(*newest, core_.state.product.firmware)) {
    failed({FailureKind::firmware_not_newer, *newest});
    co_return;
  }
  auto progress = core_.while_alive([this](int percent) { show(FirmwarePhase::downloading, percent); });
  auto file = co_await Answer<Result<std::string>>(core_, [&](auto done) {
    source.download(model, *newest, std::move(progress), stop_.get_token(), std::move(done));
  });
  if (!file) {
    failed(file.error());
    co_return;
  }
  auto version = version_in(*file);
  if (!version) {
    failed(version.error());
    co_return;
  }
  show(FirmwarePhase::verifying);
  write(std::move(*version));
}

Result<std::string> FirmwareUpdate::version_in(const std::string& content) const {
  const auto& product = core_.state.product;
  const auto file = read_firmware_file(content);
  if (!file) return std::unexpected(file.error());
  if (file->model != product.model_id) return fail(FailureKind::firmware_other_model, file->model);
  if (!is_newer_firmware(file->version, product.firmware)) return fail(FailureKind::firmware_not_newer, file->version);
  return file->version;
}

Flow FirmwareUpdate::write(std::string version) {
  const auto stop = stop_.get_token();
  co_await pause(core_, verify_time, stop);
  for (int step = 0; step < write_steps; ++step) {
    show(FirmwarePhase::writing, step * 100 / write_steps);
    co_await pause(core_, write_step, stop);
  }
  if (auto brought = roots_.came_with_firmware(); !brought) {
    failed(brought.error());
    co_return;
  }
  // Up to here a power failure leaves the old one.
  const auto kept = core_.keep({{"firmware." + core_.state.product.model_id, version}});
  if (!kept) {
    failed(kept.error());
    co_return;
  }
  written_();
  show(FirmwarePhase::restarting);
  sign_ins_.forget_all();
  power_.restart();
  co_await pause(core_, restart_time, stop);
  core_.state.product.firmware = std::move(version);
  core_.state.firmware.phase = FirmwarePhase::idle;
  power_.on();
}

void FirmwareUpdate::show(FirmwarePhase phase, int percent) {
  core_.state.firmware.phase = phase;
  core_.state.firmware.percent = percent;
  core_.publish();
}

void FirmwareUpdate::failed(Failure failure) {
  core_.state.firmware.failure = std::move(failure);
  show(FirmwarePhase::idle);
}

}  // namespace paneltwin::device

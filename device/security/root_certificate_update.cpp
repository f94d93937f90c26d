#include "device/security/root_certificate_update.hpp"

#include "device/firmware/firmware_file.hpp"

namespace paneltwin::device {

namespace {
// Each model is a unit of its own in one store, as with firmware.
std::string kept_name(const Product& product) { return "root_certificates." + product.model_id; }
}  // namespace

std::string RootCertificateUpdate::remembered(const SettingValues& settings, const DeviceOptions& options) {
  const auto kept = settings.find(kept_name(options.product));
  return kept == settings.end() ? options.root_certificates : std::max(kept->second, options.root_certificates);
}

Result<void> RootCertificateUpdate::begin() {
  auto& now = core_.state.root_certificates;
  if (now.updating) return fail(FailureKind::busy);
  if (!core_.ports.firmware) return fail(FailureKind::not_found);
  now.updating = true;
  now.up_to_date = false;
  now.failure.reset();
  core_.publish();
  fetch_and_keep();
  return {};
}

Result<void> RootCertificateUpdate::came_with_firmware() {
  const std::string brought(todays_root_certificates);
  if (brought <= core_.state.root_certificates.version) return {};
  return keep(brought);
}

Flow RootCertificateUpdate::fetch_and_keep() {
  auto& source = *core_.ports.firmware;
  const std::string item(root_certificates_item);
  const auto newest = co_await Answer<Result<std::string>>(
      core_, [&](auto done) { source.newest(item, stop_.get_token(), std::move(done)); });
  if (!newest) {
    ended(newest.error());
    co_return;
  }
  if (*newest <= core_.state.root_certificates.version) {
    core_.state.root_certificates.up_to_date = true;
    ended({});
    co_return;
  }
  const auto content = co_await Answer<Result<std::string>>(
      core_, [&](auto done) { source.download(item, *newest, [](int) {}, stop_.get_token(), std::move(done)); });
  if (!content) {
    ended(content.error());
    co_return;
  }
  const auto file = read_firmware_file(*content);
  if (!file || file->model != item) {
    ended(file ? Failure{FailureKind::firmware_other_model, file->model} : file.error());
    co_return;
  }
  const auto kept = keep(file->version);
  ended(kept ? std::nullopt : std::optional(kept.error()));
}

Result<void> RootCertificateUpdate::keep(const std::string& version) {
  if (auto done = core_.keep({{kept_name(core_.state.product), version}}); !done) return done;
  core_.state.root_certificates.version = version;
  return {};
}

void RootCertificateUpdate::ended(std::optional<Failure> failure) {
  core_.state.root_certificates.updating = false;
  core_.state.root_certificates.failure = std::move(failure);
  core_.publish();
}

}  // namespace paneltwin::device

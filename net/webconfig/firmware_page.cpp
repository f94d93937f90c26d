#include "net/webconfig/firmware_page.hpp"

#include <fmt/format.h>

#include "device/firmware/firmware_file.hpp"
#include "device/names.hpp"
#include "net/webconfig/menu.hpp"

namespace paneltwin::net::webconfig {

namespace {

constexpr std::string_view firmware_id = "ADMIN_FIRMWARE";
constexpr std::string_view firmware_field = "INPUTF_FIRMWARE";
constexpr std::size_t form_around_it = 4 << 10;  // bytes beside the file
using device::FirmwarePhase;

/// "Downloading… 40 %"
std::string progress_words(const device::Firmware& firmware, const device::Catalogue& words) {
  return words.text(fmt::format("firmware.phase.{}", device::name_of(firmware.phase)),
                    {{"percent", std::to_string(firmware.percent)}});
}

void show_firmware(const Site& site, Visit visit, const device::Failure* refused) {
  const auto state = site.device.snapshot();
  const auto& firmware = state->firmware;
  const auto& current = state->product.firmware;
  pages::Data data;
  data.set("current", current);
  if (firmware.phase != FirmwarePhase::idle) {
    data.set("progress", progress_words(firmware, visit.words));
    data.set("percent", std::to_string(firmware.percent));
    data.set("refresh", "1");
  } else {
    data.set("idle", true);
    const auto* failure = refused ? refused : firmware.failure ? &*firmware.failure : nullptr;
    if (failure) {
      const auto& told = device::words_for(failure->kind);
      data.set("problem", std::string(visit.words.text(told.problem)));
      if (!told.remedy.empty()) data.set("remedy", std::string(visit.words.text(told.remedy)));
    }
    if (device::is_newer_firmware(firmware.newest, current)) {
      data.set("newest", firmware.newest);
    } else if (!firmware.newest.empty()) {
      data.set("up_to_date", true);
    }
  }
  site.answer(std::move(visit), "firmware", firmware_id, std::move(data));
}

void ask_firmware(Site& site, Visit visit, device::Command command) {
  site.device.post(
      std::move(command),
      [site = site.shared_from_this(), visit = std::move(visit)](const device::Result<std::int64_t>& answer) mutable {
        if (!answer) return show_firmware(*site, std::move(visit), &answer.error());
        site->redirect(std::move(visit), address(firmware_id));
      },
      device::Origin::web);
}

void take_file_firmware(Site& site, Visit visit) {
  const auto* file = visit.file(firmware_field);
  if (!file) {
    const device::Failure none{device::FailureKind::firmware_file, "no file"};
    return show_firmware(site, std::move(visit), &none);
  }
  device::command::UpdateFirmwareFrom command{file->content};
  ask_firmware(site, std::move(visit), std::move(command));
}

}  // namespace

void add_firmware_page(Site& site) {
  site.show_to_administrator(firmware_id, "TOP",
                             [&site](Visit visit) { show_firmware(site, std::move(visit), nullptr); });
  site.take_from_administrator(firmware_id, "CHECK", [&site](Visit visit) {
    ask_firmware(site, std::move(visit), device::command::LookForFirmware{});
  });
  site.take_from_administrator(firmware_id, "UPDATE", [&site](Visit visit) {
    ask_firmware(site, std::move(visit), device::command::UpdateFirmware{});
  });
  site.take_from_administrator(firmware_id, "FILE",
                               [&site](Visit visit) { take_file_firmware(site, std::move(visit)); },
                               {.most = device::largest_firmware_file + form_around_it, .files = true});
}

}  // namespace paneltwin::net::webconfig

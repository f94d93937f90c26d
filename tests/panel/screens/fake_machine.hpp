// A machine for panel tests: a state made by hand, and a record of what was posted.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "device/settings/setting_table.hpp"
#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

struct FakeMachine {
  device::State state;
  std::vector<device::Command> posted;
  std::vector<Door::Answer> answers;  // of the commands that asked for one

  FakeMachine() {
    static const auto settings =
        device::SettingTable::load(device::Assets({std::filesystem::path(PANELTWIN_SOURCE_DIR) / "assets"})).value();
    state.settings = settings.initial();
    state.settings.values["language"] = state.basic.language;
    state.product = {"large", "PT-C6000 Series", "X3B8153559", "07.84.GW19Q3", "02:00:5E:10:20:30"};
    state.conditions.paper = {{.id = "cassette-1", .sheets = 250, .capacity = 500},
                              {.id = "paper-tray", .type = device::PaperType::thick, .capacity = 150}};
    state.network.ip_address = "192.0.2.15";
    state.network.web_config = "https://192.0.2.15:8443/";
    publish();
  }
  /// A machine in use: signed in, with jobs, recipients and an original.
  void use() {
    const auto at = device::from_iso8601("2026-11-23T09:12:00Z").value();
    state.email.stored.method = device::EmailMethod::oauth2;
    state.email.sign_in = {device::EmailService::exchange_online, "printer@contoso.example", at};
    state.email.effective_host = "smtp.office365.com";
    state.email.effective_port = 587;
    state.email.effective_security = device::Security::starttls;
    state.email.effective_sender = "printer@contoso.example";
    state.recent_recipients = {"alex.wilber@contoso.example", "megan.bowen@contoso.example"};
    state.feeder = device::OriginalInfo{"letter.pdf", 3};
    state.active = {{.receipt = 14,
                     .phase = device::JobPhase::sending,
                     .started = at,
                     .from = "printer@contoso.example",
                     .destinations = {"alex.wilber@contoso.example", "megan.bowen@contoso.example"},
                     .subject = "Attached Scan Data",
                     .file_name = "SCAN20261123091200.pdf",
                     .pages_done = 3,
                     .pages_total = 3}};
    auto failed = state.active.front();
    failed.receipt = 13;
    failed.phase = device::JobPhase::ended;
    failed.result = device::JobResult::failed;
    failed.failure = device::Failure{device::FailureKind::sign_in_expired, {}};
    failed.ended = at;
    auto sheet = failed;
    sheet.receipt = 12;
    sheet.type = device::JobType::status_sheet;
    sheet.result = device::JobResult::completed;
    sheet.failure.reset();
    sheet.destinations.clear();
    state.log = {failed, sheet};
    state.memory_device = device::MemoryDeviceInfo{"STICK", {"letter.pdf", "photo.jpg"}, false};
    state.contacts = {{.number = 1, .name = "Alex Wilber", .frequent = true, .address = "alex.wilber@contoso.example"},
                      {.number = 2,
                       .type = device::ContactType::folder,
                       .name = "Scans",
                       .address = "\\\\fileserver\\scans",
                       .user = "scanner",
                       .password_set = true},
                      {.number = 3, .name = "Everybody", .members = {1}, .is_group = true},
                      {.number = 4, .type = device::ContactType::fax, .name = "Branch", .address = "0312345678"}};
    state.presets = {{.number = 1, .name = "Two copies", .copy = device::CopyRequest{.copies = 2}},
                     {.number = 2, .name = "To Alex", .scan = device::ScanRequest{.contacts = {1}}}};
    publish();
  }
  void publish() { snapshot = std::make_shared<const device::State>(state); }

  Door door() {
    return {[this] { return snapshot; }, [] { return device::from_iso8601("2026-11-23T09:30:00Z").value(); },
            [this](device::Command command, Door::Answer answer) {
              if (!std::holds_alternative<device::command::Touched>(command)) posted.push_back(std::move(command));
              if (answer) answers.push_back(std::move(answer));
            }};
  }

  template <class C>
  [[nodiscard]] const C* last() const {
    for (auto command = posted.rbegin(); command != posted.rend(); ++command) {
      if (const auto* found = std::get_if<C>(&*command)) return found;
    }
    return nullptr;
  }

  device::Snapshot snapshot;
};

}  // namespace paneltwin::panel

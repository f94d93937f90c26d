// The half-filled form of Scan: the screen's own, until Send.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "device/jobs/scan_request.hpp"
#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

struct ScanForm {
  device::ScanRequest scan;
  device::FolderTarget folder;  // typed, but no whole location yet
  std::size_t tab = 0;
  bool begun = false;    // with what User Settings say
  bool sending = false;  // Send was tapped, its answer has not come
  /// What the contacts are searched for.
  std::shared_ptr<std::string> search = std::make_shared<std::string>();

  /// Addresses, contacts and groups, and the typed folder.
  [[nodiscard]] std::size_t destinations() const {
    return scan.recipients.size() + scan.contacts.size() + (scan.folder ? 1 : 0);
  }
  [[nodiscard]] bool is_full() const { return destinations() >= device::maximum_recipients; }
};

using ScanFormPtr = std::shared_ptr<ScanForm>;

/// The keyboard over the page, for another recipient or the subject.
void type_address(const Context& context, const ScanFormPtr& form);
void type_subject(const Context& context, const ScanFormPtr& form);

/// The two tabs' contents.
void show_recipients(Ui& ui, const Context& context, const Rect& area, const ScanFormPtr& form);
void show_folders(Ui& ui, const Context& context, const Rect& area, const ScanFormPtr& form);
void show_scan_settings(Ui& ui, const Context& context, const Rect& area, const ScanFormPtr& form);

}  // namespace paneltwin::panel

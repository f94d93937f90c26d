// The bench's pages, one tab each. They read the machine and act on the world; their words are in bench.*.po.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "panel/automation/control_port.hpp"
#include "panel/bench/bench.hpp"
#include "panel/machine.hpp"
#include "panel/ui/row_list.hpp"

namespace paneltwin::panel::bench {

/// What a page has at hand for one frame.
struct Bench {
  Machine& machine;
  Panel& panel;
  const ControlPort& control;
  const Desktop& desktop;
  const device::State& state;
  const device::Catalogue& words;

  [[nodiscard]] std::string text(std::string_view key) const { return std::string(words.text(key)); }
  [[nodiscard]] std::string text(std::string_view key, device::Arguments arguments) const {
    return words.text(key, arguments);
  }
};

/// Addresses with copy and QR, and the demo tenant's accounts.
class BeginPage {
 public:
  void show(Ui& ui, const Bench& bench, Rect area);

 private:
  void address(Ui& ui, RowList& list, const Bench& bench, const std::string& id, const std::string& address);
  std::string coded_;  // the address whose QR code is open
};

/// Clock, faults, and the original on the glass and in the feeder.
class WorldPage {
 public:
  void show(Ui& ui, const Bench& bench, Rect area);
  /// Any thread; the complaint shows on the page.
  void lay(const Bench& bench, device::OriginalPlace place, const std::filesystem::path& file);

 private:
  void clock(Ui& ui, RowList& list, const Bench& bench);
  void faults(Ui& ui, RowList& list, const Bench& bench);
  void originals(Ui& ui, RowList& list, const Bench& bench);
  void cards(Ui& ui, RowList& list, const Bench& bench);
  void chooser(Ui& ui, const Bench& bench, Rect area);
  void open_folder(const std::filesystem::path& folder);

  std::optional<device::OriginalPlace> choosing_;
  std::filesystem::path folder_;
  std::vector<std::filesystem::path> folders_, files_;
  struct Complaint {
    std::mutex mutex;
    std::string words;
  };
  std::shared_ptr<Complaint> complaint_ = std::make_shared<Complaint>();
};

/// The mailboxes and the output tray.
class OutputPage {
 public:
  explicit OutputPage(Machine& machine, std::function<void()> wake);
  ~OutputPage();
  OutputPage(const OutputPage&) = delete;
  OutputPage& operator=(const OutputPage&) = delete;
  void show(Ui& ui, const Bench& bench, Rect area);

 private:
  struct Mails {
    std::mutex mutex;
    std::vector<net::cloud::MailSummary> list;
  };
  void open_mail(const Bench& bench, const net::cloud::MailSummary& mail);
  Machine& machine_;
  std::shared_ptr<Mails> mails_ = std::make_shared<Mails>();
};

/// Buttons beside each other, as wide as the line allows; the index of the one that was tapped.
std::optional<std::size_t> choice(Ui& ui, RowList& list, const std::vector<Button>& buttons);
/// World > Conditions.
void show_conditions(Ui& ui, RowList& list, const Bench& bench);
/// What hands do, written down as a flow, and flows played on the panel in the window.
class FlowPage {
 public:
  explicit FlowPage(FlowDesk& flows) : flows_(flows) {}
  void show(Ui& ui, const Bench& bench, Rect area);
  /// The window goes: nobody is woken any more.
  void let_go() { flows_.on_change({}); }

 private:
  void recording(Ui& ui, RowList& list, const Bench& bench);
  void playing(Ui& ui, RowList& list, const Bench& bench, const FlowDesk::Progress& progress);
  void chooser(Ui& ui, const Bench& bench, Rect area);
  void say(const device::Failure& failure) { words_ = failure.detail; }
  void look_for_flows(const Bench& bench);

  FlowDesk& flows_;
  std::string words_;  // what was said last
  bool chooses_ = false;
  std::vector<std::filesystem::path> files_;
};

/// Every job, newest first, with when and how it went.
void show_jobs(Ui& ui, const Bench& bench, Rect area);

}  // namespace paneltwin::panel::bench

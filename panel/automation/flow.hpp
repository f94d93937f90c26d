// A flow file: what a tester's hands do on the machine and in the world around it, and what must come of it.
//
//   flow: Check the e-mail server status
//   scenario: signed-in              # also: model, language, theme
//   steps:
//     - tap: settings                # an id; or the words on the screen, in the flow's language
//     - type: "1234"
//     - key: Enter                   # a key by its W3C name, or the machine's Home and Power
//     - swipe: left                  # or {direction: up, on: list}
//     - expect: {text: Signed in}    # also id, value, enabled, selected, absent, job, mail, printed, within
//     - wait: 5s                     # of the machine's clock; or until: {…} as expect
//     - screenshot: status
//     - clock: {advance: 91d}        # also run, stand, set
//     - fault: {dns: fail}           # {} clears all
//     - original: {path: page.pdf, at: feeder}
//     - scenario: expired
//     - language: zh-CN
#pragma once

#include <expected>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "device/assets.hpp"
#include "device/clock.hpp"
#include "device/jobs/scan_request.hpp"
#include "panel/automation/clock_step.hpp"
#include "panel/automation/finger.hpp"

namespace paneltwin::panel {

struct Expectation {
  struct Job {
    std::optional<int> receipt, code;
    std::optional<std::string> type, result;
  };
  struct Mail {
    std::optional<std::string> subject, from, to, attachment;
  };
  std::optional<std::string> id, text, value;  // on the glass
  std::optional<bool> enabled, selected;
  bool absent = false;
  std::optional<Job> job;              // in the log, or active
  std::optional<Mail> mail;            // in a mailbox of the built-in cloud
  std::optional<std::string> printed;  // words of a sheet's file name in the tray
  device::Duration within{30'000};     // of the machine's clock
};

namespace step {
struct Tap {
  std::string on;
};
struct Type {
  std::string text;
};
struct Key {
  std::string key;
};
struct Swipe {
  Direction direction{};
  std::string on;
};
struct Pause {
  device::Duration time{};
};
struct Screenshot {
  std::string name;
};
struct Fault {
  std::map<std::string, bool> faults;  // empty: all are cleared
};
struct Original {
  std::filesystem::path path;  // empty: taken away
  device::OriginalPlace at{};
};
struct Scenario {
  std::string name;
};
struct Language {
  std::string tag;
};
}  // namespace step

struct FlowStep {
  int line = 0;      // in the file
  std::string text;  // as written, for reports
  std::variant<step::Tap, step::Type, step::Key, step::Swipe, step::Pause, step::Screenshot, step::Fault,
               step::Original, step::Scenario, step::Language, ClockStep, Expectation>
      act;
};

struct Flow {
  std::filesystem::path file;
  std::string name, scenario, model, language, theme;  // empty: as the command line says
  std::vector<FlowStep> steps;
};

/// Errors name file, line and column. Paths of originals are beside the flow file.
std::expected<Flow, device::FileError> load_flow(const std::filesystem::path& file);

}  // namespace paneltwin::panel

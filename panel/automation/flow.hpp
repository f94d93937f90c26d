// A flow file: what a tester's hands do on the machine and in the world around it, and what must come of it.
//
//   flow: Check the e-mail server status, ${language}
//   scenario: signed-in              # also: model, language, theme; they may hold variables
//   tags: [status, guide]
//   variables: {to: maria.santos@contoso.example}
//   data: [{language: en}, {language: zh-CN}]      # or rows.csv, beside the flow; played once for each row
//   steps:
//     - tap: settings                # an id; or the words on the screen, in the flow's language
//     - long-press: key-backspace    # or {on: …, for: 2s}
//     - type: "1234"
//     - key: Enter                   # a key by its W3C name, or the machine's Home and Power
//     - swipe: left                  # or {direction: up, on: list}
//     - expect: {text: Signed in}    # also id, role, value, state, count, enabled, selected, absent, job, mail,
//     printed, within
//     - wait: 5s                     # of the machine's clock; or until: {…} as expect
//     - screenshot: status           # or {name: status, golden: true}: as goldens/FLOW/status.png beside the flow has
//     it
//     - clock: {advance: 91d}        # also run, stand, set
//     - fault: {dns: fail}           # {} clears all
//     - original: {path: page.pdf, at: feeder}       # or asset: originals/letter.jpg
//     - memory-device: {files: [page.pdf]}    # an empty one with these on it; {} pulls it out
//     - condition: {paper-jam: true, black: 5, cassette-1: 0}    # percent of ink, sheets of paper
//     - card: 04A2B6C1               # laid on the reader; null takes it away
//     - wifi-pin: Contoso-Office     # the PIN on the panel is entered at that access point; or {ssid: …, pin:
//     "12345670"}
//     - scenario: expired
//     - language: zh-CN
//     - model: compact
//     - run: {flow: send.yaml, with: {to: "${to}"}}
//     - repeat: {times: 3, steps: […]}               # or until: {…}, most: 20
//     - when: {if: {id: notice}, then: […], else: […]}
//     - browser: {open: web-config}                  # see panel/automation/browser_step.hpp
//
// ${name} stands for a variable, an argument or a column; ${machine.admin-password}, ${password.USER}, ${text.KEY} (the
// catalogue's words in the panel's language), ${state./a/b} and what a browser step remembers are filled in when
// played.
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
#include "device/condition/condition_change.hpp"
#include "device/jobs/scan_request.hpp"
#include "panel/automation/browser_step.hpp"
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
  struct Printed {
    std::optional<std::string> name, text;  // part of the file's name; words printed on it
    std::optional<int> pages;
  };
  std::optional<std::string> id, role, text, value;  // on the glass
  std::optional<bool> enabled, selected;
  std::optional<int> count;                  // so many nodes are like this
  std::map<std::string, std::string> state;  // values of the snapshot by JSON pointer
  bool absent = false;
  std::optional<Job> job;           // in the log, or active
  std::optional<Mail> mail;         // in a mailbox of the built-in cloud
  std::optional<Printed> printed;   // a sheet in the tray
  device::Duration within{30'000};  // of the machine's clock
};

struct FlowStep;

namespace step {
struct Tap {
  std::string on;
};
struct LongPress {
  std::string on;
  device::Duration held{1'000};
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
  std::filesystem::path golden;  // what it must be like, to the pixel; empty: only taken
};
struct Fault {
  std::map<std::string, bool> faults;  // empty: all are cleared
};
struct Original {
  std::filesystem::path path;  // of the host; empty with an empty asset: taken away
  std::string asset;
  device::OriginalPlace at{};
};
struct MemoryDevice {
  std::optional<std::vector<std::filesystem::path>> files;  // nothing: pulled out
};
struct Condition {
  device::ConditionChange change;
};
struct Card {
  std::string card;  // empty: taken away
};
struct WifiPin {
  std::string ssid;
  std::optional<std::string> pin;  // nothing: the one that the panel shows
};
struct Scenario {
  std::string name;
};
struct Language {
  std::string tag;
};
struct Model {
  std::string id;
};
struct Run {
  std::string name;  // of the flow
  std::vector<FlowStep> steps;
};
struct Repeat {
  int most = 1;
  std::optional<Expectation> until;  // nothing: `most` times
  std::vector<FlowStep> steps;
};
struct When {
  Expectation is;
  std::vector<FlowStep> then, otherwise;
};
}  // namespace step

using Act = std::variant<step::Tap, step::LongPress, step::Type, step::Key, step::Swipe, step::Pause, step::Screenshot,
                         step::Fault, step::Original, step::Condition, step::MemoryDevice, step::Card, step::WifiPin,
                         step::Scenario, step::Language, step::Model, step::Run, step::Repeat, step::When,
                         step::Browser, ClockStep, Expectation>;

struct FlowStep {
  std::filesystem::path file;
  int line = 0;      // in the file
  std::string text;  // as written, for reports
  Act act;
};

struct Flow {
  std::filesystem::path file;
  int row = 0;                                         // of the data, from 1; 0: the flow has none
  std::string name, scenario, model, language, theme;  // empty: as the command line says
  std::vector<std::string> tags;
  std::vector<FlowStep> steps;
  std::string evidence;  // the folder its evidence goes to; empty: short_name()
  /// The file's name, with the row's number.
  [[nodiscard]] std::string short_name() const {
    return file.stem().string() + (row ? "-" + std::to_string(row) : std::string());
  }
};

/// Gives each flow of a run a folder of its own: the short name; before it the folders that tell two of a name apart;
/// ".2" behind it when the same flow is played again. It does not depend on what else is chosen or on the order.
void name_evidence(std::vector<Flow>& flows);

/// Whether a step among them, or within one of them, wants a golden picture.
bool compares_pictures(const std::vector<FlowStep>& steps);

/// The flow once for each row of its data. Errors name file, line and column; files named in it are beside it.
std::expected<std::vector<Flow>, device::FileError> load_flows(const std::filesystem::path& file);

}  // namespace paneltwin::panel

// One setting as assets/settings/*.yaml declares it: its kind, what it may hold, and who may change it.
//
//   settings:
//     - id: sleep-timer                 # stable name: of the value in the state, of the row on the panel
//       text: screen.sleep-timer        # catalogue key
//       kind: number                    # on_off, choice, language, number, text, address (IPv4)
//       initial: 15
//       least: 1                        # of a number; `step` too
//       most: 240
//       offers: [1, 5, 15, 60]          # of a number: shown as a choice of these; programs may set others
//       unit: minutes                   # of a number: minutes, seconds, utc (minutes from it), or a key with {count}
//       zero: value.off                 # of a number: 0 is allowed too, and called so
//       choices: {a4: paper.a4}         # of a choice: the values and their catalogue keys
//       limit: 53                       # of a text: bytes
//       letters: name                   # of a text: line, ascii, name, host, digits, email
//       may_be_empty: false             # of a text or address
//       restores: network               # group of Restore Default Settings; `all` goes back with everything alone
//       locked: false                   # Lock Setting does not cover it
//       unlocked_by: access-to-language # an on_off setting that takes it out of Lock Setting
//       needs: fax                      # a function of the model
//       brings: {us: {date-format: mdy}}    # of a choice: other choices that go with a value, unless people set them
//       when: {obtain-ip-address: manual}   # it counts, and is shown, only while other settings are so
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace paneltwin::device {

struct SettingChoice {
  std::string id, text;  // the value, its catalogue key
  bool operator==(const SettingChoice&) const = default;
};

/// What a value brings along: another setting that is a choice, too.
struct BroughtSetting {
  std::string id, value;         // what it becomes
  std::string text, value_text;  // the catalogue keys of both
  std::string initial;
  bool operator==(const BroughtSetting&) const = default;
};

enum class SettingKind { on_off, choice, language, number, text, address };

struct Setting {
  std::string id, text;
  SettingKind kind = SettingKind::on_off;
  std::string initial;
  std::vector<SettingChoice> choices;
  int least = 0, most = 0, step = 1;
  std::vector<int> offers;
  std::string unit, zero;
  std::size_t limit = 255;  // bytes
  std::string letters;
  bool may_be_empty = true;
  std::string restores = "all";
  bool locked = true;
  std::string unlocked_by, needs;
  std::vector<std::pair<std::string, std::vector<std::string>>> when;  // setting, its values
  std::map<std::string, std::vector<BroughtSetting>> brings;           // by its own value
  bool operator==(const Setting&) const = default;
};

}  // namespace paneltwin::device

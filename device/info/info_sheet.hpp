// Information as rows of label and value: one definition (assets/info/*.yaml) serves the panel, Web Config and the
// printed sheet.
//
//   id: network-status
//   groups:
//     - title: info.group.general            # catalogue key; may be left out
//       when: {/email/stored/method: [smtp_auth, oauth2]}   # may be left out; each pointer has one of these values
//       columns: true                        # a table on wide pages, with the rows as its columns; may be left out
//       rows:
//         - {id: ip-address, label: info.ip_address, value: /network/ip_address}
//         - {id: obtain-ip, label: info.obtain_ip, value: /network/dhcp, words: {"true": value.auto, "false":
//         value.manual}}
//         - {id: ink, label: supply.black, value: /conditions/supplies/black, text: info.percent}   # "{value} %"
//         - {id: account, label: info.account, value: /email/sign_in/account, when: {/email/stored/method: oauth2}}
//
//     - {like: email-server-status, title: info.group.fax_email_server, at: {/email: /fax_server/email}}
//       # another sheet's groups (which are like no others), with what is read at one place read at another
//
// `value` is a JSON pointer into to_json(State); `words` turns a value into a catalogue key; an empty value shows
// info.empty ("-"). A row with `says` shows that key's words whatever the state, one without either is a line of words
// alone. Rows have `when` too; the value `any` is whatever is there.
#pragma once

#include <expected>
#include <map>
#include <string>
#include <vector>

#include "device/assets.hpp"
#include "device/settings/setting_table.hpp"
#include "device/state.hpp"
#include "device/text/catalogue.hpp"

namespace paneltwin::device {

struct InfoRow {
  std::string id, label, value;
};  // in words, for people
struct InfoGroup {
  std::string title;
  std::vector<InfoRow> rows;
  bool columns = false;  // where there is room for a table, the rows are its columns
};

class InfoSheet {
 public:
  /// assets/info/<id>.yaml; rows may show any of `settings`. Errors name file and line. `likes`: how many sheets lean
  /// on this one already.
  static std::expected<InfoSheet, FileError> load(const Assets& assets, std::string_view id,
                                                  const SettingTable& settings, int likes = 0);
  /// The rows that apply, in `words`'s language. Any thread.
  [[nodiscard]] std::vector<InfoGroup> show(const State& state, const Catalogue& words) const;

  /// JSON pointer to the values that are asked for.
  using Conditions = std::vector<std::pair<std::string, std::vector<std::string>>>;
  struct Row {
    std::string id, label, value, says;
    std::map<std::string, std::string> words;
    std::string text;  // catalogue key that the value is put into, as {value}; may be empty
    Conditions when;
    FilePlace place;
  };
  struct Group {
    std::string title;
    Conditions when;
    std::vector<Row> rows;
    bool columns = false;
  };
  /// As the file has them.
  [[nodiscard]] const std::vector<Group>& groups() const { return groups_; }

 private:
  std::vector<Group> groups_;
};

}  // namespace paneltwin::device

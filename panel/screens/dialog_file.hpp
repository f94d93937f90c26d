// How dialogs look and read, from assets/dialogs/*.yaml. What their buttons do is the program's; a dialog without a
// file reads as the program says.
//
//   dialog: power-off
//   sign: information            # none, information or error
//   title: power.title           # catalogue keys; what is left out stays as it is
//   text: power.ask_off
//   choices:                     # in the order they stand; one that is not named stands after them
//     - {id: "no", text: button.no}
//     - {id: "yes", text: button.yes, primary: true}
#pragma once

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "device/assets.hpp"
#include "device/text/catalogue.hpp"

namespace paneltwin::panel {

struct Question;

struct DialogFile {
  struct Choice {
    std::string id, text;
    std::optional<bool> primary;
  };
  std::string title, text;
  std::optional<std::string> sign;
  std::vector<Choice> choices;
  device::FilePlace place;
};

using Dialogs = std::map<std::string, DialogFile, std::less<>>;

std::expected<Dialogs, device::FileError> load_dialogs(const device::Assets& assets, const device::Catalogue& words);

/// The question as its file has it, in the language of `words`.
Question arranged(Question question, const Dialogs& dialogs, const device::Catalogue& words);

}  // namespace paneltwin::panel

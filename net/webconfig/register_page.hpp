// A register that people search, page through, add to and delete from (users, contacts), and its file: imported with
// what was wrong with which row, and exported.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "device/file_import.hpp"
#include "net/webconfig/form.hpp"

namespace paneltwin::net::webconfig {

struct RegisterRow {
  std::string number;                      // of the box that chooses it, and of its form
  std::string name;                        // leads to its form
  std::vector<std::string> before, after;  // the cells on both sides of the name
};

struct Register {
  std::string_view id;        // of the page in the menu
  std::string_view words;     // family of its texts: "web.users."
  std::string_view box;       // field of the boxes: "INPUTC_USER"
  std::string_view asked_by;  // what the form's address calls the number: "user"
  std::size_t in_all = 0;
  std::vector<std::string> heads;  // in words: of `before`, the name, `after`
  std::vector<RegisterRow> found;  // what was searched for, in order
  struct Add {
    std::string id, address, name;  // of the button, in words
  };
  std::vector<Add> adds;  // the main one first
};

/// What was searched for, in small letters.
std::string sought_in(const Visit& visit);
/// True when one of `texts` has it in it.
bool has_in_it(std::initializer_list<std::string_view> texts, std::string_view sought);

void show_register(const Site& site, Visit visit, const Register& shown);
/// The form of one, under a title of its own; `hidden` fields go with it.
void show_record(const Site& site, Visit visit, std::string_view id, std::string_view title, const Form& form,
                 const std::vector<std::pair<std::string, std::string>>& hidden);
/// The numbers of the boxes that were ticked.
std::vector<std::int64_t> ticked(const Visit& visit, std::string_view box);
/// Posts `command`; then says how it went.
void post_and_tell(Site& site, Visit visit, std::string_view id, device::Command command);

/// Import and Export of a register.
struct RegisterFile {
  std::string_view id, words;  // as of the register
  std::string_view field;      // of the form: "INPUTF_USERFILE"
  std::string_view name;       // of the exported file: "users.csv"
  /// What a failure's detail calls a member: its label.
  std::function<std::string(std::string_view detail, const device::Catalogue& words)> label;
  /// The command that takes the file; nothing when it names no columns.
  std::function<std::optional<device::Command>(std::string_view content, const device::State& state)> read;
  std::function<std::string(const device::State& state)> write;
  std::function<const std::optional<device::FileImport>&(const device::State& state)> last;
};
void add_register_file(Site& site, RegisterFile file);

}  // namespace paneltwin::net::webconfig

// A settings form as plain values: its fields, what each may hold, and what came back. Pages say what they ask for;
// how a field looks, is read and is complained about is one thing for all of them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "device/failure.hpp"
#include "net/webconfig/site.hpp"

namespace paneltwin::net::webconfig {

struct FormChoice {
  std::string value, name;  // as it is posted ("ENABLE"), in words
};

struct FormField {
  enum class Kind { text, password, number, choice, radio, check, area, file, shown };

  std::string name;   // as it is posted ("INPUTT_ADMINNAME"); also its id in the page
  std::string label;  // in words
  Kind kind = Kind::text;
  std::string value;                         // check: "ON" or "OFF"; a password is never shown
  std::size_t most = 255;                    // bytes of a text
  std::int64_t least = 0, highest = 0;       // of a number
  std::vector<FormChoice> choices;           // choice, radio
  std::string help;                          // in words, below it
  std::string device_name;                   // what a failure's detail calls it
  std::pair<std::string, std::string> when;  // only while the radio or choice of this name has this value
  std::string problem;                       // in words: why it was not taken
};

struct FormGroup {
  std::string title;  // in words; may be empty
  std::vector<FormField> fields;
};

struct FormButton {
  std::string id, name, verb;  // posts the form to the page's `verb`
};

struct Form {
  std::string lead;     // in words
  std::string problem;  // in words: why the whole was not taken
  std::vector<FormGroup> groups;
  std::string ok;                   // in words; empty: "OK"
  std::vector<FormButton> buttons;  // beside OK
  bool has_files = false;
};

using FormValues = std::map<std::string, std::string, std::less<>>;  // by the field's name

/// Takes what was posted into the fields and marks those that cannot be so. A field that did not come keeps its value.
/// True when all are good.
bool read_form(Form& form, const Visit& visit);
/// Marks the field that the failure names, or the form as a whole.
void mark(Form& form, const device::Failure& failure, const device::Catalogue& words);
FormValues values_of(const Form& form);
/// Puts the form into `data`, for the template part "form"; it posts to page `id`.
void put_form(pages::Data& data, const Form& form, std::string_view id);

/// Off and on, or any two or more values with catalogue keys.
std::vector<FormChoice> choices_of(std::initializer_list<std::pair<std::string_view, std::string_view>> values_and_keys,
                                   const device::Catalogue& words);

/// A page that is one form: TOP shows it, SET takes it.
struct FormPage {
  std::string_view id;
  std::function<Form(const Visit& visit)> form;  // as things stand, in the visitor's words
  /// Every value is within its field's limits. `reply` as a command's: invalid_value with a field's `device_name` marks
  /// that field.
  std::function<void(const Visit& visit, const FormValues& values, device::Reply reply)> store;
  std::string_view done = "webconfig.setup_complete";  // catalogue key
};
void add_form_page(Site& site, FormPage page);

}  // namespace paneltwin::net::webconfig

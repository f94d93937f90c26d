// What a person does in a browser: Web Config's and the cloud's pages, by the words on them.
//
//   - browser: {open: web-config}                  # or cloud, or an address; a path is of the site that is open
//   - browser: {click: Sign in}                    # a button, link or field by its label; also a name, an #id or CSS
//   - browser: {fill: {Password: "${machine.admin-password}"}}
//   - browser: {choose: {Email Service: Outlook.com}}
//   - browser: {check: [Consent on behalf of your organization]}       # and uncheck
//   - browser: {press: Enter}
//   - browser: {expect: Signed in}                 # words on the page; also {text, absent, title, address, within}
//   - browser: {remember: {code: "#code"}}         # its words, as ${code} from here on
//   - browser: {screenshot: signed-in}
//   - browser: {tab: cloud, open: "${address}"}    # any of these in a tab of that name; it stays in front
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "device/clock.hpp"

namespace paneltwin::panel::step {

struct Browser {
  struct Open {
    std::string address;
  };
  struct Click {
    std::string on;
  };
  struct Fill {
    std::vector<std::pair<std::string, std::string>> fields;  // label, text
  };
  struct Choose {
    std::vector<std::pair<std::string, std::string>> fields;  // label, the option's words
  };
  struct Check {
    std::vector<std::string> boxes;
    bool on = true;
  };
  struct Press {
    std::string key;
  };
  struct Expect {
    std::optional<std::string> text, title, address;
    bool absent = false;
    device::Duration within{30'000};
  };
  struct Remember {
    std::vector<std::pair<std::string, std::string>> names;  // name, where
  };
  struct Screenshot {
    std::string name;
  };
  std::string tab;  // empty: the one in front
  std::variant<Open, Click, Fill, Choose, Check, Press, Expect, Remember, Screenshot> act;
};

}  // namespace paneltwin::panel::step

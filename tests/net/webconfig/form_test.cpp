#include "net/webconfig/form.hpp"

#include <gmock/gmock.h>

#include "net/tls/authority.hpp"
#include "net/webconfig/menu.hpp"
#include "tests/net/webconfig/web_fixture.hpp"

namespace paneltwin::net::webconfig {

using testing::HasSubstr;
using testing::Not;

namespace {
using Kind = FormField::Kind;

Form sample() {
  return {.groups = {
              {.fields = {{.name = "T", .value = "old", .most = 5, .device_name = "text"},
                          {.name = "N", .kind = Kind::number, .value = "7", .least = 1, .highest = 9},
                          {.name = "R", .kind = Kind::radio, .value = "ON", .choices = {{"ON", "On"}, {"OFF", "Off"}}},
                          {.name = "C", .kind = Kind::check, .value = "ON"},
                          {.name = "A", .kind = Kind::area, .most = 10},
                          {.name = "P", .kind = Kind::password, .value = "kept", .most = 8},
                          {.name = "S", .kind = Kind::shown, .value = "fixed"}}}}};
}
}  // namespace

class Forms : public WebFixture {
 protected:
  bool read(http::Fields posted) {
    form = sample();
    return read_form(form, Visit{{}, nullptr, texts.in("en"), std::move(posted), {}, {}});
  }
  std::string value(const std::string& name) { return values_of(form).at(name); }
  Form form;
};

TEST_F(Forms, a_field_that_does_not_come_keeps_its_value) {
  EXPECT_TRUE(read({}));
  EXPECT_EQ(value("T"), "old");
  EXPECT_EQ(value("C"), "ON");
  EXPECT_EQ(value("P"), "");
}

TEST_F(Forms, of_a_check_box_the_last_value_counts) {
  EXPECT_TRUE(read({{"C", "OFF"}}));
  EXPECT_EQ(value("C"), "OFF");
  EXPECT_TRUE(read({{"C", "OFF"}, {"C", "ON"}}));
  EXPECT_EQ(value("C"), "ON");
}

TEST_F(Forms, what_is_only_shown_cannot_be_posted) {
  EXPECT_TRUE(read({{"S", "other"}}));
  EXPECT_EQ(value("S"), "fixed");
}

TEST_F(Forms, what_a_field_cannot_hold_is_refused) {
  const http::Fields bad{{"T", "123456"},
                         {"T", "a\nb"},
                         {"N", "0"},
                         {"N", "10"},
                         {"N", "1x"},
                         {"N", ""},
                         {"R", "<b>"},
                         {"C", "x"},
                         {"T", "\xff"},
                         {"A",
                          "a\x01"
                          "b"},
                         {"N", "99999999999999999999"},
                         {"P", "123456789"}};
  for (const auto& one : bad) EXPECT_FALSE(read({one})) << one.first << "=" << one.second;
  EXPECT_TRUE(read({{"A", "a\r\nb"}}));
}

TEST_F(Forms, a_failure_marks_the_field_that_it_names) {
  read({});
  mark(form, {device::FailureKind::invalid_value, "text"}, texts.in("en"));
  EXPECT_FALSE(form.groups[0].fields[0].problem.empty());
  EXPECT_TRUE(form.groups[0].fields[1].problem.empty());
}

class Frame : public WebFixture {
 protected:
  Frame() { web->serve_by({&served, {}}); }
  std::unique_ptr<tls::Authority> authority =
      std::move(*tls::Authority::open(folder.path(), {"printer.test"}, clock.now()));
  tls::ServerCertificate served{folder.path(), *authority};
};

TEST_F(Frame, every_page_of_the_menu_is_there_and_says_who_it_is) {
  log_in(password);
  for (const auto& tab : whole_menu()) {
    for (const auto& item : tab.items) {
      if (!is_on_model(item.id, machine->snapshot()->product)) continue;
      const auto page = get(address(item.id));
      if (page.status == 404) continue;  // settings that nobody declared
      EXPECT_EQ(page.status, 200) << item.id;
      EXPECT_THAT(page.body, HasSubstr("aria-current=\"page\"")) << item.id;
      EXPECT_THAT(page.body, HasSubstr(http::escape(texts.in("en").text(item.words)))) << item.id;
    }
  }
}

TEST_F(Frame, before_the_log_in_only_status_pages_are_shown) {
  const auto page = get(address("INFO_PRTINFO")).body;
  EXPECT_THAT(page, HasSubstr("/PRESENTATION/ADVANCED/INFO_NWINFO/TOP"));
  for (const auto& tab : whole_menu()) {
    for (const auto& item : tab.items) {
      if (item.for_everyone) continue;
      EXPECT_THAT(page, Not(HasSubstr(address(item.id)))) << item.id;
      if (!is_on_model(item.id, machine->snapshot()->product) || get(address(item.id)).status == 404) continue;
      EXPECT_THAT(location(get(address(item.id))), HasSubstr("PASSWORD/TOP")) << item.id;
    }
  }
}

/// Everything: pages of a function that a model lacks have fields too.
class EveryField : public WebFixture {
 protected:
  EveryField()
      : WebFixture({"scan-to-email", "scan-to-folder", "fax", "fax-server", "additional-network", "epa-serverless",
                    "memory-device", "copy"}) {
    log_in(password);
  }
  static std::vector<std::string> all_in(const std::string& page, const char* pattern) {
    const std::regex wanted(pattern);
    std::vector<std::string> found;
    for (std::sregex_iterator at(page.begin(), page.end(), wanted), end; at != end; ++at) found.push_back((*at)[1]);
    return found;
  }
  std::vector<std::string> forms() {
    std::vector<std::string> pages{address("SEC_EPA_USERS", "EDIT"), address("SCAN_CONTACTS", "EDIT"),
                                   address("SCAN_CONTACTS", "EDIT") + "?group=ON"};
    for (const auto& tab : whole_menu()) {
      for (const auto& item : tab.items) pages.push_back(address(item.id));
    }
    return pages;
  }
};

TEST_F(EveryField, refuses_a_line_break_that_would_begin_a_header) {
  int fields = 0;
  for (const auto& at : forms()) {
    const auto page = get(at);
    if (page.status != 200) continue;
    const auto action = all_in(page.body, R"re(<form method="post" action="([^"]+)" id="input_form")re");
    if (action.empty()) continue;
    for (const auto& name : all_in(page.body, R"re(<input id="[^"]+" name="([^"]+)" (?:value="|type="password"))re")) {
      const auto answer = submit(at, action[0], {{name, "x\r\nBcc: thief@evil.example"}});
      EXPECT_THAT(answer.body, Not(HasSubstr("Setup complete"))) << at << " " << name;
      EXPECT_THAT(device::to_json(*machine->snapshot()), Not(HasSubstr("thief"))) << at << " " << name;
      ++fields;
    }
  }
  EXPECT_GT(fields, 30) << "they are found by how they are written";
}

TEST_F(Frame, values_stand_as_on_the_real_pages) {
  EXPECT_THAT(get(address("INFO_PRTINFO")).body,
              HasSubstr("<dt class=\"key\"><span class=\"key\">Firmware&nbsp;:</span></dt><dd class=\"value clearfix\">"
                        "<div class=\"preserve-white-space\" id=\"firmware\">07.84.GW19Q3</div></dd>"));
}

}  // namespace paneltwin::net::webconfig

#include <gmock/gmock.h>

#include "tests/net/webconfig/web_fixture.hpp"

namespace paneltwin::net::webconfig {

using testing::HasSubstr;

class AdministratorPages : public WebFixture {
 protected:
  std::string change_password(const std::string& current, const std::string& next, const std::string& confirm) {
    const std::string page = "/PRESENTATION/ADVANCED/ADMIN_PASSWORDSET_CHANGE/";
    return submit(
               page + "TOP", page + "SET",
               {{"INPUTT_CURRENTPASSWORD", current}, {"INPUTT_NEWPASSWORD", next}, {"INPUTT_CONFIRMPASSWORD", confirm}})
        .body;
  }
  std::string set_contact(const std::string& name) {
    const std::string page = "/PRESENTATION/ADVANCED/ADMIN_CTINFO/";
    return submit(page + "TOP", page + "SET", {{"INPUTT_ADMINNAME", name}}).body;
  }
};

TEST_F(AdministratorPages, a_new_password_ends_every_other_log_in) {
  log_in(password);
  const auto elsewhere = std::exchange(cookies, {});
  log_in(password);
  EXPECT_THAT(change_password(password, "Another1", "Another1"), HasSubstr("Setup complete"));
  EXPECT_THAT(get("/PRESENTATION/ADVANCED/COMMON/TOP").body, HasSubstr("id=\"log-out\""));
  cookies = elsewhere;
  EXPECT_THAT(get("/PRESENTATION/ADVANCED/COMMON/TOP").body, HasSubstr("id=\"log-in\""));
  EXPECT_THAT(log_in(password).body, HasSubstr("Incorrect user name or password"));
  EXPECT_THAT(log_in("Another1").body, HasSubstr("Logged in"));
}

TEST_F(AdministratorPages, a_password_that_cannot_be_is_told_why) {
  log_in(password);
  EXPECT_THAT(change_password(password, "Another1", "Another2"), HasSubstr("The new passwords do not match."));
  EXPECT_THAT(change_password("wrong", "Another1", "Another1"), HasSubstr("The password is incorrect."));
  EXPECT_THAT(change_password(password, "short", "short"), HasSubstr("id=\"problem\">Enter between 8 and 20"));
  cookies.clear();
  EXPECT_THAT(log_in(password).body, HasSubstr("Logged in"));
}

TEST_F(AdministratorPages, the_contact_is_kept_and_shown_on_product_status) {
  log_in(password);
  EXPECT_THAT(set_contact("Kim <Room 4>, 内线 12"), HasSubstr("Setup complete"));
  EXPECT_EQ(machine->snapshot()->admin.contact_name, "Kim <Room 4>, 内线 12");
  EXPECT_THAT(get("/PRESENTATION/ADVANCED/COMMON/TOP").body, HasSubstr("Kim &lt;Room 4&gt;, 内线 12"));
}

TEST_F(AdministratorPages, a_contact_of_two_lines_is_refused) {
  log_in(password);
  EXPECT_THAT(set_contact("Kim\r\nX-Header: 1"), HasSubstr("Enter up to 255 characters on one line."));
  EXPECT_EQ(machine->snapshot()->admin.contact_name, "");
}

}  // namespace paneltwin::net::webconfig

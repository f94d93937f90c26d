#include <gmock/gmock.h>

#include "tests/net/webconfig/web_fixture.hpp"

namespace paneltwin::net::webconfig {

namespace {

using testing::HasSubstr;
using testing::Not;

const std::string list = "/PRESENTATION/ADVANCED/SEC_EPA_USERS/TOP", edit = "/PRESENTATION/ADVANCED/SEC_EPA_USERS/EDIT",
                  put = "/PRESENTATION/ADVANCED/SEC_EPA_USERS/SET",
                  remove = "/PRESENTATION/ADVANCED/SEC_EPA_USERS/DELETE",
                  import = "/PRESENTATION/ADVANCED/SEC_EPA_IMPORT/TOP",
                  take = "/PRESENTATION/ADVANCED/SEC_EPA_IMPORT/SET";

}  // namespace

class UsersPage : public WebFixture {
 protected:
  UsersPage() : WebFixture({"scan-to-email", "epa-serverless"}) { log_in(password); }

  http::Response add(const std::string& id, Fields more = {}) {
    Fields fields{{"INPUTT_USERNUMBER", "0"}, {"INPUTT_USERID", id}, {"INPUTT_USERPASSWORD", "secret"}};
    fields.insert(fields.end(), more.begin(), more.end());
    return submit(edit, put, fields);
  }
  http::Response import_file(const std::string& file) { return upload(import, take, {}, {{"INPUTF_USERFILE", file}}); }
  [[nodiscard]] device::UserAccess users() const { return machine->snapshot()->users; }
};

TEST_F(UsersPage, a_user_is_added_found_changed_and_deleted) {
  EXPECT_THAT(add("wei", {{"INPUTT_NAME", "<b>林薇</b>"}, {"INPUTC_RIGHT_SETTINGS", "ON"}}).body,
              HasSubstr("Setup complete"));
  ASSERT_EQ(users().list->size(), 1U);
  const auto& wei = users().list->front();
  EXPECT_TRUE(wei.password_set && wei.rights.has(device::Right::settings));
  EXPECT_THAT(get(list).body, HasSubstr("&lt;b&gt;林薇"));
  EXPECT_THAT(get(list + "?search=WEI").body, HasSubstr(">wei<"));
  EXPECT_THAT(get(list + "?search=maria").body, Not(HasSubstr(">wei<")));
  const auto number = std::to_string(wei.number);
  const auto form = get(edit + "?user=" + number);
  EXPECT_THAT(form.body, Not(HasSubstr("secret")));
  const Fields changed{{"INPUTT_USERNUMBER", number}, {"INPUTT_USERID", "wei"}, {"INPUTT_DEPARTMENT", "Sales"}};
  submit(edit + "?user=" + number, put, changed);
  EXPECT_EQ(users().list->front().department, "Sales");
  EXPECT_TRUE(users().list->front().password_set);
  submit(list, remove, {{"INPUTC_USER", number}});
  EXPECT_TRUE(users().list->empty());
}

TEST_F(UsersPage, what_cannot_be_is_said_at_its_field_and_what_was_typed_stays) {
  const auto page = add("no spaces", {{"INPUTT_NAME", "Wei"}});
  EXPECT_THAT(page.body, HasSubstr("INPUTT_USERID-problem"));
  EXPECT_THAT(page.body, HasSubstr("value=\"Wei\""));
  add("wei", {{"INPUTT_CARDID", "04A1B2C3"}});
  EXPECT_THAT(add("maria", {{"INPUTT_CARDID", "04a1b2c3"}}).body, HasSubstr("INPUTT_CARDID-problem"));
  EXPECT_EQ(users().list->size(), 1U);
}

TEST_F(UsersPage, a_file_names_each_bad_row_and_keeps_the_others) {
  std::string file = "\xEF\xBB\xBFUser ID,Name,Card ID\r\n";
  for (int i = 0; i < 1000; ++i) {
    const bool bad = i % 100 == 50;
    file += "user" + std::to_string(i) + ",\"Name, " + std::to_string(i) + "\"," +
            (bad ? "?" : "04" + std::to_string(10000 + i)) + "\r\n";
  }
  EXPECT_EQ(location(import_file(file)), import);
  await([](const device::State& state) { return state.users.import && state.users.import->ended; });
  EXPECT_EQ(users().list->size(), 990U);
  const auto page = get(import).body;
  EXPECT_THAT(page, HasSubstr("990 of 1000 users were imported."));
  for (int i = 50; i < 1000; i += 100) EXPECT_THAT(page, HasSubstr("Line " + std::to_string(i + 2) + ":"));
  EXPECT_THAT(get(list + "?page=40").body, HasSubstr("Page 40 of 40"));
}

TEST_F(UsersPage, a_file_that_is_too_large_or_none_is_refused_in_words) {
  EXPECT_THAT(import_file(std::string(50 << 20, 'x')).body, HasSubstr("larger than 2 MB"));
  EXPECT_THAT(import_file("no columns\r\n").body, HasSubstr("does not name the columns"));
  EXPECT_TRUE(users().list->empty());
}

TEST_F(UsersPage, the_file_that_comes_out_goes_in_again) {
  add("wei", {{"INPUTT_NAME", "=1+1"}});
  const auto file = submit(import, "/PRESENTATION/ADVANCED/SEC_EPA_IMPORT/EXPORT.CSV", {}).body;
  EXPECT_THAT(file, HasSubstr("\"wei\",\"'=1+1\",\"\""));
  import_file(file);
  await([](const device::State& state) { return state.users.import && state.users.import->ended; });
  EXPECT_EQ(users().import->kept, 1U);
  EXPECT_EQ(users().list->front().name, "=1+1");
}

TEST_F(UsersPage, authentication_settings_are_kept) {
  const std::string page = "/PRESENTATION/ADVANCED/SEC_EPA_BASIC/TOP", set = "/PRESENTATION/ADVANCED/SEC_EPA_BASIC/SET";
  submit(page, set,
         {{"INPUTR_USERAUTH", "ON"},
          {"INPUTD_LOGINMETHOD", "CARD_OR_ID_NUMBER"},
          {"INPUTT_LOGOUTTIME", "90"},
          {"INPUTC_ACCEPTUNKNOWN", "ON"},
          {"INPUTR_MYEMAILSENDER", "USER"}});
  const auto settings = users().settings;
  EXPECT_TRUE(settings.on && settings.sender_is_user && settings.accept_unknown_jobs);
  EXPECT_EQ(settings.method, device::LogInMethod::card_or_id_number);
  EXPECT_EQ(settings.automatic_log_out.count(), 90);
  EXPECT_THAT(submit(page, set, {{"INPUTT_LOGOUTTIME", "5"}}).body, HasSubstr("INPUTT_LOGOUTTIME-problem"));
}

TEST_F(UsersPage, strangers_see_nothing_of_it) {
  cookies.clear();
  EXPECT_THAT(location(get(list)), HasSubstr("PASSWORD"));
  EXPECT_THAT(location(post("/PRESENTATION/ADVANCED/SEC_EPA_IMPORT/EXPORT.CSV", {})), HasSubstr("PASSWORD"));
}

}  // namespace paneltwin::net::webconfig

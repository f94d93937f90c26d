// Scan/Copy > Contacts.
#include <gmock/gmock.h>

#include "net/webconfig/menu.hpp"
#include "tests/net/webconfig/web_fixture.hpp"

namespace paneltwin::net::webconfig {

using device::ContactType;
using testing::HasSubstr;
using testing::Not;

class ContactsPage : public WebFixture {
 protected:
  ContactsPage() : WebFixture({"scan-to-email", "scan-to-folder", "fax", "fax-server"}) { log_in(password); }

  http::Response put(const std::string& type, const std::string& name, Fields more) {
    Fields fields{{"INPUTT_CONTACTNUMBER", "0"}, {"INPUTR_CONTACTTYPE", type}, {"INPUTT_CONTACTNAME", name}};
    fields.insert(fields.end(), more.begin(), more.end());
    return submit(edit, set, fields);
  }
  http::Response import_file(const std::string& content) {
    return upload(file, address("SCAN_CONTACTS_FILE", "SET"), {}, {{"INPUTF_CONTACTFILE", content}});
  }
  [[nodiscard]] std::vector<device::Contact> contacts() const { return machine->snapshot()->contacts; }

  const std::string list = address("SCAN_CONTACTS"), edit = address("SCAN_CONTACTS", "EDIT"),
                    set = address("SCAN_CONTACTS", "SET"), remove = address("SCAN_CONTACTS", "DELETE"),
                    file = address("SCAN_CONTACTS_FILE");
};

TEST_F(ContactsPage, one_of_each_type_is_added_found_changed_and_deleted) {
  EXPECT_THAT(put("EMAIL", "<b>Maria</b>", {{"INPUTT_EMAIL", "maria@contoso.example"}, {"INPUTC_FREQUENT", "ON"}}).body,
              HasSubstr("Setup complete"));
  put("FAX", "Head Office", {{"INPUTT_FAXNUMBER", "0123456"}});
  put("FOLDER", "Scans",
      {{"INPUTT_LOCATION", "\\\\files\\scans"}, {"INPUTT_FOLDERUSER", "scan"}, {"INPUTT_FOLDERPASSWORD", "secret"}});
  ASSERT_EQ(contacts().size(), 3U);
  EXPECT_TRUE(contacts()[0].frequent);
  EXPECT_EQ(contacts()[1].type, ContactType::fax);
  EXPECT_TRUE(contacts()[2].password_set);
  EXPECT_THAT(get(list).body, HasSubstr("&lt;b&gt;Maria"));
  EXPECT_THAT(get(list + "?search=OFFICE").body, HasSubstr(">Head Office<"));
  EXPECT_THAT(get(list + "?search=office").body, Not(HasSubstr("Scans")));

  const auto form = get(edit + "?contact=3").body;
  EXPECT_THAT(form, Not(HasSubstr("secret")));
  EXPECT_THAT(form, Not(HasSubstr("INPUTT_EMAIL"))) << "a contact stays of its type";
  submit(edit + "?contact=3", set, {{"INPUTT_CONTACTNUMBER", "3"}, {"INPUTT_LOCATION", "\\\\files\\other"}});
  EXPECT_EQ(contacts()[2].address, "\\\\files\\other");
  EXPECT_EQ(contacts()[2].user, "scan");
  EXPECT_TRUE(contacts()[2].password_set);
  submit(edit + "?contact=3", set, {{"INPUTT_CONTACTNUMBER", "3"}, {"INPUTC_NOPASSWORD", "ON"}});
  EXPECT_FALSE(contacts()[2].password_set);

  submit(list, remove, {{"INPUTC_CONTACT", "1"}, {"INPUTC_CONTACT", "3"}});
  ASSERT_EQ(contacts().size(), 1U);
  EXPECT_EQ(contacts()[0].name, "Head Office");
  EXPECT_THAT(get(edit + "?contact=1").body, HasSubstr("notice bad"));
}

TEST_F(ContactsPage, a_group_has_members_of_its_type) {
  put("EMAIL", "Maria", {{"INPUTT_EMAIL", "maria@contoso.example"}});
  put("FAX", "Head Office", {{"INPUTT_FAXNUMBER", "0123456"}});
  const auto page = get(edit + "?group=ON").body;
  EXPECT_THAT(page, HasSubstr("data-when=\"INPUTR_CONTACTTYPE=FAX\""));
  const Fields group{{"INPUTT_CONTACTGROUP", "ON"}};
  EXPECT_THAT(put("EMAIL", "All", group).body, HasSubstr("Choose at least one member"));
  EXPECT_THAT(put("EMAIL", "All", {group[0], {"INPUTC_MEMBER_2", "ON"}}).body, HasSubstr("Choose at least one member"));
  EXPECT_THAT(put("EMAIL", "All", {group[0], {"INPUTC_MEMBER_1", "ON"}}).body, HasSubstr("Setup complete"));
  EXPECT_EQ(contacts()[2].members, std::vector<int>{1});
  EXPECT_THAT(get(list).body, HasSubstr("1 member"));
  EXPECT_THAT(get(edit + "?contact=3").body, Not(HasSubstr("INPUTC_MEMBER_2")));
}

TEST_F(ContactsPage, what_cannot_be_is_said_at_its_field_and_what_was_typed_stays) {
  const auto page = put("EMAIL", "Maria", {{"INPUTT_EMAIL", "maria"}}).body;
  EXPECT_THAT(page, HasSubstr("INPUTT_EMAIL-problem"));
  EXPECT_THAT(page, HasSubstr("value=\"Maria\""));
  EXPECT_THAT(put("EMAIL", "", {{"INPUTT_EMAIL", "maria@contoso.example"}}).body,
              HasSubstr("INPUTT_CONTACTNAME-problem"));
  EXPECT_THAT(put("EMAIL", "x", {{"INPUTT_EMAIL", "m@contoso.example\r\nBcc: a@b.example"}}).body,
              HasSubstr("INPUTT_EMAIL-problem"));
  EXPECT_THAT(put("EMAIL", "x\r\nBcc: a@b.example", {{"INPUTT_EMAIL", "m@contoso.example"}}).body,
              HasSubstr("INPUTT_CONTACTNAME-problem"));
  EXPECT_TRUE(contacts().empty());
}

TEST_F(ContactsPage, a_file_names_each_bad_row_and_keeps_the_others) {
  std::string rows = "No.,Type,Name,Address\r\n";
  for (int i = 1; i <= 500; ++i) {
    const bool bad = i % 100 == 50;
    rows += std::to_string(i) + ",email,\"Name, " + std::to_string(i) + "\"," + (bad ? "nobody" : "a@contoso.example") +
            "\r\n";
  }
  EXPECT_EQ(location(import_file(rows)), file);
  const auto page = get(file).body;
  EXPECT_THAT(page, HasSubstr("495 of 500 contacts were imported."));
  for (int i = 50; i < 500; i += 100) EXPECT_THAT(page, HasSubstr("Line " + std::to_string(i + 1) + ": Address:"));
  EXPECT_EQ(contacts().size(), 495U);
  EXPECT_EQ(machine->snapshot()->audit->front().event, device::AuditEvent::contacts_imported);
}

TEST_F(ContactsPage, the_file_that_comes_out_goes_in_again) {
  put("EMAIL", "=1+1", {{"INPUTT_EMAIL", "maria@contoso.example"}});
  put("FOLDER", "Scans", {{"INPUTT_LOCATION", "\\\\files\\scans"}, {"INPUTT_FOLDERPASSWORD", "secret"}});
  put("EMAIL", "All", {{"INPUTT_CONTACTGROUP", "ON"}, {"INPUTC_MEMBER_1", "ON"}});
  const auto before = contacts();
  const auto out = submit(file, address("SCAN_CONTACTS_FILE", "EXPORT.CSV"), {});
  EXPECT_THAT(http::value_of(out.headers, "Content-Disposition").value_or(""), HasSubstr("contacts.csv"));
  EXPECT_THAT(out.body, Not(HasSubstr("secret")));
  import_file(out.body);
  EXPECT_EQ(machine->snapshot()->contact_import->kept, 3U);
  EXPECT_EQ(contacts(), before) << "passwords too";
  submit(list, remove, {{"INPUTC_CONTACT", "1"}, {"INPUTC_CONTACT", "2"}});
  ASSERT_TRUE(contacts().empty());
  import_file(out.body);
  EXPECT_EQ(contacts().size(), 3U);
  EXPECT_EQ(contacts()[0].name, "=1+1");
  EXPECT_EQ(contacts()[2].members, std::vector<int>{1});
}

TEST_F(ContactsPage, a_file_that_is_too_large_or_none_is_refused_in_words) {
  EXPECT_THAT(import_file(std::string(50 << 20, 'x')).body, HasSubstr("larger than 2 MB"));
  EXPECT_THAT(import_file("no columns\r\n").body, HasSubstr("does not name the columns"));
  EXPECT_TRUE(contacts().empty());
}

TEST_F(ContactsPage, strangers_see_nothing_of_it) {
  cookies.clear();
  EXPECT_THAT(location(get(list)), HasSubstr("PASSWORD"));
  EXPECT_THAT(location(post(address("SCAN_CONTACTS_FILE", "EXPORT.CSV"), {})), HasSubstr("PASSWORD"));
}

}  // namespace paneltwin::net::webconfig

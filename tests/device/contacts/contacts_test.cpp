// The address book.
#include <gmock/gmock.h>

#include "tests/device/machine_fixture.hpp"

namespace paneltwin::device {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class ContactsTest : public MachineTest {
 protected:
  int add(const Contact& contact) {
    const auto number = ask(command::StoreContact{contact, {}});
    EXPECT_TRUE(number) << number.error().detail;
    return static_cast<int>(number.value_or(0));
  }
};

TEST_F(ContactsTest, numbers_are_given_kept_and_filled_again) {
  EXPECT_EQ(add({.name = "Alex", .address = "alex@contoso.example"}), 1);
  EXPECT_EQ(add({.name = "Megan", .address = "megan@contoso.example"}), 2);
  ASSERT_TRUE(ask(command::DeleteContacts{{1}}));
  power_cut();
  ASSERT_THAT(state().contacts, SizeIs(1));
  EXPECT_EQ(state().contacts[0].name, "Megan");
  EXPECT_EQ(add({.name = "Adele", .address = "adele@contoso.example"}), 1);
}

TEST_F(ContactsTest, a_group_sends_to_all_its_members) {
  set_up_mail();
  const int alex = add({.name = "Alex", .address = "alex@contoso.example"});
  const int megan = add({.name = "Megan", .address = "megan@contoso.example"});
  const int all = add({.name = "All", .members = {alex, megan}, .is_group = true});
  auto request = scan_to("office@contoso.example");
  request.contacts = {all, alex};
  EXPECT_EQ(scan(request).result, JobResult::completed);
  EXPECT_THAT(mail.sent.back().message.to,
              ElementsAre("office@contoso.example", "alex@contoso.example", "megan@contoso.example"));
}

TEST_F(ContactsTest, a_group_without_members_goes_with_the_last_one) {
  const int alex = add({.name = "Alex", .address = "alex@contoso.example"});
  add({.name = "All", .members = {alex}, .is_group = true});
  ASSERT_TRUE(ask(command::DeleteContacts{{alex}}));
  EXPECT_THAT(state().contacts, IsEmpty());
}

TEST_F(ContactsTest, what_is_no_contact_is_refused) {
  for (const Contact& wrong :
       {Contact{.name = "", .address = "alex@contoso.example"}, Contact{.name = "Alex", .address = "alex"},
        Contact{.type = ContactType::fax, .name = "Alex", .address = "call me"},
        Contact{.name = "All", .members = {7}, .is_group = true}, Contact{.name = "All", .is_group = true}}) {
    EXPECT_EQ(ask(command::StoreContact{wrong, {}}).error().kind, FailureKind::invalid_value) << wrong.name;
  }
}

TEST_F(ContactsTest, a_file_keeps_its_good_rows_and_names_the_others) {
  const int alex = add({.name = "Alex", .address = "alex@contoso.example"});
  const auto row = [](int line, Contact contact, std::optional<std::string> password = {}) {
    return ContactRow{line, ContactChange{std::move(contact), std::move(password)}};
  };
  ASSERT_TRUE(
      ask(command::ImportContacts{{
              row(2, {.number = 9, .name = "All", .members = {alex, 7}, .is_group = true}),
              row(3, {.name = "Adele", .address = "adele@contoso.example"}),
              row(4, {.number = alex, .name = "Alex B", .address = "alex.b@contoso.example"}),
              row(5, {.number = alex, .name = "Once more", .address = "more@contoso.example"}),
              row(6, {.number = 7, .name = "Megan", .address = "megan@contoso.example"}),
              row(7, {.number = 8, .type = ContactType::folder, .name = "Share", .address = "//files/scans"}, "secret"),
              row(8, {.name = "", .address = "nobody@contoso.example"}),
              row(9, {.number = 7, .type = ContactType::fax, .name = "Megan", .address = "123"}),
              {10, fail(FailureKind::invalid_value, "row")},
          }},
          Origin::web));
  const auto import = *state().contact_import;
  EXPECT_TRUE(import.ended);
  EXPECT_EQ(import.rows, 9U);
  EXPECT_EQ(import.kept, 5U);
  std::vector<std::pair<int, std::string>> bad;
  for (const auto& [line, failure] : import.bad) bad.emplace_back(line, failure.detail);
  using Bad = std::pair<int, std::string>;
  EXPECT_THAT(bad, ElementsAre(Bad{5, "number"}, Bad{8, "name"}, Bad{9, "number"}, Bad{10, "row"}));
  EXPECT_EQ(state().audit->front().event, AuditEvent::contacts_imported);
  power_cut();
  std::vector<std::string> names;
  for (const auto& contact : state().contacts) names.push_back(contact.name);
  EXPECT_THAT(names, ElementsAre("Alex B", "Adele", "Megan", "Share", "All")) << "by number: 1, 2, 7, 8, 9";
  EXPECT_TRUE(state().contacts[3].password_set);
  EXPECT_EQ(to_json(state()).find("secret"), std::string::npos);
}

TEST_F(ContactsTest, a_contact_stays_of_its_type_and_none_fits_after_the_last) {
  const int alex = add({.name = "Alex", .address = "alex@contoso.example"});
  const Contact fax{.number = alex, .type = ContactType::fax, .name = "Alex", .address = "123"};
  EXPECT_EQ(ask(command::StoreContact{fax, {}}).error().detail, "type");
  std::vector<ContactRow> rows;
  for (int i = 0; i < most_contacts; ++i) {
    rows.push_back({i + 2, ContactChange{{.name = "Somebody", .address = "a@contoso.example"}, {}}});
  }
  ASSERT_TRUE(ask(command::ImportContacts{rows}));
  EXPECT_THAT(state().contacts, SizeIs(most_contacts));
  ASSERT_THAT(state().contact_import->bad, SizeIs(1));
  EXPECT_EQ(state().contact_import->bad[0].failure.kind, FailureKind::list_full);
}

TEST_F(ContactsTest, several_go_at_once_or_none) {
  const int alex = add({.name = "Alex", .address = "alex@contoso.example"});
  const int megan = add({.name = "Megan", .address = "megan@contoso.example"});
  add({.name = "All", .members = {alex, megan}, .is_group = true});
  EXPECT_EQ(ask(command::DeleteContacts{{alex, 77}}).error().kind, FailureKind::not_found);
  EXPECT_THAT(state().contacts, SizeIs(3));
  ASSERT_TRUE(ask(command::DeleteContacts{{alex, megan}}, Origin::web));
  EXPECT_THAT(state().contacts, IsEmpty());
  EXPECT_EQ(state().audit->front().detail, "Alex, Megan");
}

TEST_F(ContactsTest, no_more_than_ten_addresses_and_groups) {
  set_up_mail();
  auto request = scan_to();
  for (int i = 0; i < 10; ++i) request.contacts.push_back(1);
  EXPECT_EQ(ask(command::StartScan{request}).error().kind, FailureKind::invalid_value);
}

}  // namespace paneltwin::device

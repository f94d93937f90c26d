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
  ASSERT_TRUE(ask(command::DeleteContact{1}));
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
  ASSERT_TRUE(ask(command::DeleteContact{alex}));
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

TEST_F(ContactsTest, no_more_than_ten_addresses_and_groups) {
  set_up_mail();
  auto request = scan_to();
  for (int i = 0; i < 10; ++i) request.contacts.push_back(1);
  EXPECT_EQ(ask(command::StartScan{request}).error().kind, FailureKind::invalid_value);
}

}  // namespace paneltwin::device

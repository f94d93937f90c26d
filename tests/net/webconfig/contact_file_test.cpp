#include "net/webconfig/contact_file.hpp"

#include <gtest/gtest.h>

namespace paneltwin::net::webconfig {

using device::Contact;
using device::ContactType;

TEST(ContactFile, what_was_written_is_read_again_and_holds_no_secret) {
  Contact folder{.number = 3, .type = ContactType::folder, .name = "=林, \"薇\"", .index_word = "lin"};
  folder.address = "\\\\files\\scans";
  folder.mode = device::FolderMode::ftp;
  folder.user = "scan";
  folder.password_set = true;
  const Contact group{
      .number = 4, .type = ContactType::folder, .name = "All", .frequent = true, .members = {3}, .is_group = true};
  const auto rows = read_contacts(write_contacts({folder, group}), {}).value();
  ASSERT_EQ(rows.size(), 2U);
  auto read = rows[0].change.value().contact;
  EXPECT_FALSE(rows[0].change->password);
  read.password_set = true;
  EXPECT_EQ(read, folder);
  EXPECT_EQ(rows[1].change->contact, group);
}

TEST(ContactFile, a_column_that_is_left_out_leaves_a_known_contact_as_it_was) {
  const Contact fax{.number = 7, .type = ContactType::fax, .name = "Office", .address = "0123"};
  const auto rows = read_contacts("Name,No.\nHead Office,7\nSomebody,\n", {fax}).value();
  const auto& change = rows.at(0).change.value();
  EXPECT_EQ(change.contact.type, ContactType::fax);
  EXPECT_EQ(change.contact.address, "0123");
  EXPECT_EQ(change.contact.name, "Head Office");
  EXPECT_EQ(rows.at(1).change->contact.number, 0);
}

TEST(ContactFile, bad_cells_are_named_by_line_and_field) {
  const auto rows =
      read_contacts("No.,Name,Type,Group,Members\n0,a,,,\n,b,pigeon,,\n,c,,maybe,\n,d,,yes,1;x\n,e\n", {}).value();
  std::vector<std::string> fields;
  for (const auto& row : rows) fields.push_back(row.change ? "" : row.change.error().detail);
  EXPECT_EQ(fields, (std::vector<std::string>{"number", "type", "type", "members", "row"}));
  EXPECT_EQ(rows[4].line, 6);
}

TEST(ContactFile, a_file_that_names_no_columns_is_no_such_file) {
  EXPECT_FALSE(read_contacts("", {}));
  EXPECT_FALSE(read_contacts("Maria,maria@contoso.example\n", {}));
  EXPECT_FALSE(read_contacts("Name,Name\n", {}));
}

}  // namespace paneltwin::net::webconfig

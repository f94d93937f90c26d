// Copy, presets, contacts and paper, as by a finger.
#include "panel/screens/contact_picker.hpp"
#include "tests/panel/screens/panel_fixture.hpp"

namespace paneltwin::panel {

class Functions : public PanelTest {
 protected:
  void open_in_use(const std::string& model = "large") {
    machine.use();
    open(model);
  }
};

TEST_F(Functions, a_copy_is_asked_for_as_it_was_set) {
  for (const std::string model : {"large", "compact"}) {
    machine.posted.clear();
    machine.answers.clear();
    open_in_use(model);
    tap("copy");
    tap("color-mode");
    tap("black_and_white");
    tap("density");
    tap("2");
    tap("layout");
    tap("two_up");
    tap("start");
    const auto* start = machine.last<device::command::StartCopy>();
    ASSERT_NE(start, nullptr);
    EXPECT_EQ(start->copy,
              (device::CopyRequest{
                  .color = device::ColorMode::black_and_white, .layout = device::CopyLayout::two_up, .density = 2}));
  }
}

TEST_F(Functions, a_preset_loads_and_is_deleted_after_a_question) {
  open_in_use();
  tap("presets");
  tap("preset-1");
  EXPECT_EQ(the("copies").value, "2");
  tap("back");
  tap("edit-presets");
  tap("preset-2");
  EXPECT_EQ(machine.last<device::command::DeletePreset>(), nullptr);
  tap("yes");
  EXPECT_EQ(machine.last<device::command::DeletePreset>()->number, 2);
}

TEST_F(Functions, settings_are_kept_as_a_preset_under_a_name) {
  open_in_use();
  tap("copy");
  tap("save-preset");
  type("Minutes");
  tap("ok");
  const auto* stored = machine.last<device::command::StorePreset>();
  ASSERT_NE(stored, nullptr);
  EXPECT_EQ(stored->preset.name, "Minutes");
  EXPECT_TRUE(stored->preset.copy);
}

TEST_F(Functions, contacts_and_groups_are_recipients) {
  open_in_use();
  tap("scan");
  tap("scan-email");
  tap("contact-1");
  tap("contact-3");
  tap("send");
  EXPECT_EQ(machine.last<device::command::StartScan>()->scan.contacts, (std::vector<int>{1, 3}));
}

TEST_F(Functions, contacts_are_searched_for_and_those_chosen_stay) {
  open_in_use();
  tap("scan");
  tap("scan-email");
  tap("contact-1");
  tap("contact-search");
  type("NOBODY HAS THIS");
  tap("ok");
  EXPECT_NE(node("contact-1"), nullptr) << "it is chosen";
  EXPECT_EQ(node("contact-3"), nullptr);
  tap("show-all");
  EXPECT_NE(node("contact-3"), nullptr);
  panel->go_home();
  settle();
  tap("contacts-manager");
  tap("contact-search");
  type("ALEX");
  tap("ok");
  EXPECT_EQ(the("contact-1").text, "Alex Wilber");
  EXPECT_EQ(node("contact-3"), nullptr);
  EXPECT_EQ(the("contact-search").value, "ALEX");
  tap("contact-search");
  for (int i = 0; i < 4; ++i) press("Backspace");
  type("nobody");
  tap("ok");
  EXPECT_NE(node("none-found"), nullptr);
}

TEST_F(Functions, contacts_are_found_by_name_address_and_number_in_any_letters) {
  const device::Contact contact{
      .number = 12, .name = "Jörg Ёлкин", .index_word = "Yolkin", .address = "j.y@contoso.example"};
  for (const auto* search : {"", "JÖRG", "ёЛКИН", "yol", "CONTOSO", "12"})
    EXPECT_TRUE(is_found(contact, search, {})) << search;
  for (const auto* search : {"jorg", "13", "xyz"}) EXPECT_FALSE(is_found(contact, search, {})) << search;
}

TEST_F(Functions, search_options_say_where_in_a_word_the_letters_stand) {
  const device::Contact contact{.number = 12, .name = "Alex Wilber", .address = "alex@contoso.example"};
  device::Settings settings;
  settings.values["contacts-search"] = "begins";
  for (const auto* search : {"alex", "12", "ALEX W"}) EXPECT_TRUE(is_found(contact, search, settings)) << search;
  for (const auto* search : {"wilber", "2", "contoso"}) EXPECT_FALSE(is_found(contact, search, settings)) << search;
  settings.values["contacts-search"] = "ends";
  for (const auto* search : {"wilber", "2", "EXAMPLE"}) EXPECT_TRUE(is_found(contact, search, settings)) << search;
  for (const auto* search : {"alex", "1", "contoso"}) EXPECT_FALSE(is_found(contact, search, settings)) << search;
}

TEST_F(Functions, view_options_order_the_contacts_and_leave_out_addresses_wherever_they_are_offered) {
  open_in_use();
  auto& contacts = machine.state.contacts;
  contacts = {{.number = 1, .name = "beate", .index_word = "z", .address = "b@contoso.example"},
              {.number = 2, .name = "Carlos", .index_word = "a", .address = "c@contoso.example"},
              {.number = 3, .name = "Anna", .index_word = "m", .address = "a@contoso.example"}};
  const auto order = [&](const char* by) {
    machine.state.settings.values["contacts-order"] = by;
    publish();
    std::vector<std::pair<float, std::string>> rows;
    for (const auto* id : {"contact-1", "contact-2", "contact-3"}) rows.emplace_back(the(id).rect.y, the(id).text);
    std::ranges::sort(rows);
    return rows[0].second + " " + rows[1].second + " " + rows[2].second;
  };
  publish();
  tap("contacts-manager");
  EXPECT_EQ(order("index-word"), "Carlos Anna beate");
  EXPECT_EQ(order("number"), "beate Carlos Anna");
  EXPECT_EQ(order("name"), "Anna beate Carlos");
  ASSERT_TRUE(panel->open_screen("scan-email"));
  settle();
  EXPECT_NE(node("a@contoso.example"), nullptr);
  machine.state.settings.values["contacts-view"] = "names";
  publish();
  EXPECT_EQ(node("a@contoso.example"), nullptr);
  EXPECT_NE(node("contact-3"), nullptr);
}

TEST_F(Functions, frequent_contacts_are_turned_on_and_off_in_one_list) {
  open_in_use();
  ASSERT_TRUE(panel->open_screen("contacts-manager"));
  settle();
  tap("frequent-contacts");
  const bool was = the("frequent-1").selected;
  tap("frequent-1");
  const auto* stored = machine.last<device::command::StoreContact>();
  ASSERT_NE(stored, nullptr);
  EXPECT_EQ(stored->contact.number, 1);
  EXPECT_EQ(stored->contact.frequent, !was);
}

TEST_F(Functions, the_reset_key_begins_the_form_anew) {
  open_in_use();
  tap("copy");
  tap("remove-background");
  EXPECT_TRUE(the("remove-background").selected);
  tap("reset");
  EXPECT_FALSE(the("remove-background").selected);
  panel->go_home();
  settle();
  EXPECT_EQ(node("reset"), nullptr) << "there is nothing to reset";
}

TEST_F(Functions, sizes_are_told_in_the_unit_of_length) {
  open_in_use();
  tap("paper-setting");
  tap("paper-tray");
  EXPECT_EQ(the("paper-size").value, "A4 (210 × 297 mm)");
  machine.state.settings.values["length-unit"] = "inch";
  publish();
  EXPECT_EQ(the("paper-size").value, "A4 (8.27 × 11.7 in)");
}

TEST_F(Functions, a_folder_of_ones_own_has_neither_subject_nor_limit) {
  machine.state.users.settings.on = true;
  machine.state.users.user = device::LoggedInUser{};
  open_in_use();
  ASSERT_TRUE(panel->open_screen("scan-my-folder"));
  settle();
  EXPECT_EQ(node("subject"), nullptr);
  EXPECT_EQ(node("attachment-limit"), nullptr);
  tap("edge-fill");
  tap("5");
  tap("mixed-sizes");
  tap("send");
  const auto* start = machine.last<device::command::ScanToMyFolder>();
  ASSERT_NE(start, nullptr);
  EXPECT_EQ(start->scan.page.edge_fill, 5);
  EXPECT_TRUE(start->scan.mixed_sizes);
}

TEST_F(Functions, a_pdf_has_passwords_and_all_settings_are_cleared_at_once) {
  open_in_use();
  tap("scan");
  tap("scan-email");
  tap("contact-1");
  tap("scan-settings-tab");
  tap("pdf-settings");
  tap("open-password");
  type("open sesame");
  tap("ok");
  EXPECT_EQ(the("open-password").value, "********");
  tap("back");
  tap("remove-shadow");
  tap("send");
  const auto* start = machine.last<device::command::StartScan>();
  ASSERT_NE(start, nullptr);
  EXPECT_EQ(start->scan.pdf, (device::PdfPasswords{"open sesame", ""}));
  EXPECT_TRUE(start->scan.page.remove_shadow);
  machine.answers.clear();
  tap("clear-all-settings");
  EXPECT_EQ(the("pdf-settings").value, "Off");
  EXPECT_FALSE(the("remove-shadow").selected);
  tap("recipient-tab");
  EXPECT_EQ(the("contact-1").text, "Alex Wilber") << "whom it goes to stays";
}

TEST_F(Functions, a_pdf_a_has_no_passwords) {
  open_in_use();
  ASSERT_TRUE(panel->open_screen("scan-email-settings"));
  settle();
  tap("file-format");
  tap("pdf-a");
  EXPECT_EQ(node("pdf-settings"), nullptr);
}

TEST_F(Functions, faxes_go_to_contacts) {
  machine.state.fax_server = device::FaxServer{.use = true, .domain = "fax.example"};
  open_in_use();
  tap("fax");
  EXPECT_EQ(node("contact-1"), nullptr) << "no fax number";
  tap("contact-4");
  tap("send");
  EXPECT_EQ(machine.last<device::command::StartFax>()->fax.contacts, std::vector<int>{4});
}

TEST_F(Functions, copy_begins_as_user_settings_say) {
  machine.state.settings.values["copy-color-mode"] = "black_and_white";
  machine.state.settings.values["copy-density"] = "2";
  open_in_use();
  tap("copy");
  tap("start");
  EXPECT_EQ(machine.last<device::command::StartCopy>()->copy,
            (device::CopyRequest{.color = device::ColorMode::black_and_white, .density = 2}));
}

TEST_F(Functions, persons_are_the_administrators_alone_when_they_are_protected) {
  machine.state.admin.lock_setting = true;
  machine.state.settings.values["protect-personal-data"] = "on";
  open_in_use();
  ASSERT_TRUE(panel->open_screen("job-details"));
  settle();
  EXPECT_NE(node("receipt"), nullptr);
  EXPECT_EQ(node("to"), nullptr);
  machine.state.admin.panel_logged_in = true;
  publish();
  EXPECT_NE(node("to"), nullptr);
}

TEST_F(Functions, access_control_is_turned_on_and_off) {
  open_in_use();
  ASSERT_TRUE(panel->open_screen("access-control"));
  settle();
  tap("access-control-switch");
  const auto* set = machine.last<device::command::SetAuthentication>();
  ASSERT_NE(set, nullptr);
  EXPECT_TRUE(set->settings.on);
  tap("accept-unknown-jobs");
  EXPECT_TRUE(machine.last<device::command::SetAuthentication>()->settings.accept_unknown_jobs);
}

TEST_F(Functions, a_contact_is_edited_and_kept_under_its_number) {
  open_in_use();
  tap("contacts-manager");
  tap("contact-1");
  tap("frequent");
  tap("ok");
  const auto* stored = machine.last<device::command::StoreContact>();
  ASSERT_NE(stored, nullptr);
  EXPECT_EQ(stored->contact.number, 1);
  EXPECT_FALSE(stored->contact.frequent);
}

TEST_F(Functions, paper_is_set_for_each_source) {
  open_in_use();
  tap("paper-setting");
  tap("paper-tray");
  tap("paper-type");
  tap("labels");
  const auto* set = machine.last<device::command::SetPaper>();
  ASSERT_NE(set, nullptr);
  EXPECT_EQ(set->source, "paper-tray");
  EXPECT_EQ(set->type, device::PaperType::labels);
  EXPECT_EQ(set->size, device::PaperSize::a4);
}

TEST_F(Functions, tiles_are_moved_and_hidden) {
  open_in_use();
  ASSERT_TRUE(panel->open_screen("edit-home"));
  settle();
  tap("show-presets");
  EXPECT_EQ(machine.last<device::command::SetHome>()->home.hidden, std::vector<std::string>{"presets"});
  machine.state.home.order = {"settings", "copy"};
  machine.state.home.hidden = {"presets"};
  publish();
  panel->go_home();
  settle();
  EXPECT_EQ(node("presets"), nullptr);
  EXPECT_LT(the("settings").rect.x, the("copy").rect.x);
}

}  // namespace paneltwin::panel

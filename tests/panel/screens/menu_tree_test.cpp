// The tree of Settings is the facts' (panel facts 2.1 to 2.5), item by item, and each item does something.
#include <algorithm>

#include "tests/panel/screens/panel_fixture.hpp"

namespace paneltwin::panel {

namespace {

struct Item {
  std::string_view text;        // as it is called
  std::string_view needs = {};  // a function of the model
};
struct Branch {
  std::vector<const char*> way;  // ids tapped from Settings on
  std::vector<Item> items;       // in their order
  std::string_view needs = {};   // a function of the model
};
/// What the facts do not list there; why it stands there is said beside it.
constexpr Item ours(std::string_view text, std::string_view needs = {}) { return {text, needs}; }

// Item by item as the facts have it, and nothing else. What the machine has not is absent: NFC, IPsec, IEEE 802.1X,
// storage and its erasing, confidential jobs, PS3 and PCL fonts, PIN and Auto Connect of Wi-Fi, password encryption.
const std::vector<Branch> tree{
    {{},
     {{"General Settings"},
      {"Supply Status"},
      {"Maintenance"},
      {"Language"},
      {"Print Status Sheet"},
      {"Contacts Manager"},
      {"User Settings"},
      {"Authentication Device Status", "epa-serverless"},
      {"Device Information"},
      {"Epson Open Platform Information"}}},
    {{"general-settings"},
     {{"Basic Settings"},
      {"Printer Settings"},
      {"Network Settings"},
      {"Web Service Settings"},
      {"Fax Settings", "fax-server"},
      {"Scan Settings"},
      {"System Administration"}}},
    {{"general-settings", "basic-settings"},
     {{"LCD Brightness"},
      {"Sounds"},
      {"Sleep Timer"},
      {"Wake from Sleep"},
      {"Power Off Settings"},
      {"Date/Time Settings"},
      {"Country/Region"},
      {"Language"},
      {"Startup Screen"},
      {"Edit Home"},
      {"Wallpaper"},
      {"Thick Paper"},
      {"Quiet Mode"},
      {"Operation Time Out"},
      {"Keyboard"},
      {"Default Screen (Job/Status)"},
      {"Length Unit"}}},
    {{"general-settings", "basic-settings", "sound"}, {{"Mute"}, {"Normal Mode"}, {"Quiet Mode"}}},
    {{"general-settings", "basic-settings", "sound", "normal-mode"},
     {{"Button Press"}, {"Completion Notice"}, {"ADF Document Set"}, {"Warning Tone"}, {"Error Tone"}, {"Sound Type"}}},
    {{"general-settings", "basic-settings", "sound", "quiet-mode-sounds"},
     {{"Quiet Mode"},
      {"Button Press"},
      {"Completion Notice"},
      {"ADF Document Set"},
      {"Warning Tone"},
      {"Error Tone"},
      {"Sound Type"}}},
    {{"general-settings", "basic-settings", "wake-from-sleep"}, {{"Wake with LCD Touch"}, {"Scheduled Wake"}}},
    {{"general-settings", "basic-settings", "power-off-settings"},
     {{"Power Off If Inactive"}, {"Power Off If Disconnected"}}},
    {{"general-settings", "basic-settings", "date-time-settings"},
     {{"Date/Time"},
      {"Daylight Saving Time"},
      {"Time Difference"},
      ours("Date Format"),
      ours("Time Format")}},  // the machine writes dates as people want them
    // The facts name these two without their items.
    {{"general-settings", "printer-settings"},
     {ours("Paper Source Settings"), ours("Memory Device Interface", "memory-device")}},
    {{"general-settings", "scan-settings"}, {ours("Email Server")}},
    {{"general-settings", "network-settings"},
     {{"Wi-Fi Setup"}, {"Wired LAN Setup"}, {"Network Status"}, {"Connection Check"}, {"Advanced"}}},
    {{"general-settings", "network-settings", "wifi-setup"},
     {{"Wi-Fi Setup Wizard"}, {"Push Button Setup (WPS)"}, {"Others"}, {"Wi-Fi Direct"}}},
    {{"general-settings", "network-settings", "wifi-setup", "wifi-others"},
     {{"PIN Code Setup (WPS)"}, {"Disable Wi-Fi"}}},
    {{"general-settings", "network-settings", "network-status"},
     {{"Wired LAN/Wi-Fi Status"},
      {"Wi-Fi Direct Status"},
      {"Email Server Status"},
      ours("Fax Server Status", "fax-server"),  // the fax server signs in as the e-mail server does (guide)
      {"Status Sheet"}}},
    {{"general-settings", "network-settings", "network-advanced"},
     {{"Device Name"},
      {"TCP/IP"},
      {"Proxy Server"},
      {"Email Server"},
      {"IPv6 Setting"},
      {"MS Network"},
      {"Link Speed & Duplex"},
      {"Redirect HTTP to HTTPS"},
      {"WSD Settings"}}},
    {{"general-settings", "network-settings", "network-advanced", "tcp-ip"},
     {{"Obtain IP Address"},
      {"IP Address"},
      {"Subnet Mask"},
      {"Default Gateway"},
      {"DNS Server Setting"},
      {"Primary DNS Server"},
      {"Secondary DNS Server"}}},
    {{"general-settings", "network-settings", "network-advanced", "proxy"},
     {{"Proxy Server Setting"}, {"Proxy Server"}, {"Proxy Server Port Number"}}},
    {{"general-settings", "network-settings", "network-advanced", "email-server"},
     {{"Server Settings"}, {"Connection Check"}}},
    {{"general-settings", "web-service-settings"}, {{"Epson Connect Services"}}},
    {{"general-settings", "system-administration"},
     {{"Contacts Manager"},
      {"Printer Head Cleaning Schedule"},
      {"Security Settings"},
      {"Customer Research"},
      {"WSD Settings"},
      {"Restore Default Settings"},
      {"Firmware Update"}}},
    {{"general-settings", "system-administration", "contacts-manager"},
     {{"Register/Delete"}, {"Frequent"}, {"View Options"}, {"Search Options"}}},
    {{"general-settings", "system-administration", "firmware"},
     {{"Update"}, {"Automatic Update"}, {"Notification"}, ours("Time of the Check")}},
    {{"general-settings", "system-administration", "security-settings"},
     {{"Access Control", "epa-serverless"},
      {"Job Log"},
      {"Admin Settings"},
      {"Password Encryption"},
      {"Audit Log"},
      {"Program Verification on Start Up"},
      {"Restrictions"}}},
    {{"general-settings", "system-administration", "security-settings", "access-control"},
     {{"Access Control"}, {"Accept Unknown User Jobs"}, ours("Registered Users")},
     "epa-serverless"},
    {{"general-settings", "system-administration", "security-settings", "admin-settings"},
     {{"Admin Password"},
      {"Lock Setting"},
      ours("Contact Information")}},  // what messages mean by "Contact your administrator"
    {{"general-settings", "system-administration", "security-settings", "admin-settings", "admin-password"},
     {{"Change"}, {"Restore Default Settings"}}},
    {{"general-settings", "system-administration", "security-settings", "restrictions"},
     {{"Access to Job Log"},
      {"Access to Register/Delete Contacts"},
      {"Access to Recent"},
      {"Access to Language"},
      {"Access to Quiet Mode"},
      {"Protection of Personal Data"}}},
    {{"general-settings", "system-administration", "restore-default-settings"},
     {{"Network Settings"},
      {"Copy Settings", "copy"},
      {"Scan Settings"},
      {"Fax Settings", "fax-server"},
      {"Clear All Data and Settings"}}},
    {{"print-status-sheet"},
     {{"Configuration Status Sheet"},
      {"Supply Status Sheet"},
      {"Usage History Sheet"},
      ours("Network Status Sheet")}},  // the guide's Status Sheet, where people look for sheets
};

void collect_rows(const Node& node, std::vector<std::string>& rows) {
  const bool is_item = node.role == "row" || node.role == "switch" || node.role == "stepper";
  if (is_item && node.id != "back") rows.push_back(node.text);
  for (const auto& child : node.children) collect_rows(child, rows);
}

}  // namespace

class MenuTree : public PanelTest {
 protected:
  void walk(const std::string& model) {
    auto& values = machine.state.settings.values;
    for (const auto* manual : {"obtain-ip-address", "dns-server-setting"}) values[manual] = "manual";
    values["proxy-server-setting"] = "on";
    machine.publish();
    open(model);
    for (const auto& [way, items, needs] : tree) {
      if (!needs.empty() && !has(model, needs)) continue;
      ASSERT_TRUE(panel->open_screen("settings"));
      settle();
      for (const auto* id : way) tap(id);
      std::vector<std::string> rows, facts;
      collect_rows(panel->tree(), rows);
      for (const auto& item : items) {
        if (item.needs.empty() || has(model, item.needs)) facts.emplace_back(item.text);
      }
      EXPECT_EQ(rows, facts) << panel->screen() << " of the model " << model;
    }
  }
  static bool has(const std::string& model, std::string_view function) {
    return load_model(assets(), model)->has(std::string(function));
  }
};

TEST_F(MenuTree, it_is_the_facts_item_by_item_on_the_large_model) { walk("large"); }
TEST_F(MenuTree, it_is_the_facts_item_by_item_on_the_small_model) { walk("compact"); }
TEST_F(MenuTree, it_is_the_facts_item_by_item_on_a_model_without_a_fax) { walk("no-fax"); }

}  // namespace paneltwin::panel

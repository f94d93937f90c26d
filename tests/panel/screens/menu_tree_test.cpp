// The tree of Settings is the facts' (panel facts 2.1 to 2.5), item by item, and each item does something.
#include <algorithm>

#include "tests/panel/screens/panel_fixture.hpp"

namespace paneltwin::panel {

namespace {

struct Branch {
  std::vector<const char*> way;    // ids tapped from Settings on
  std::vector<const char*> items;  // as they are called, in their order
};

// Item by item as the facts have it. What the machine has not (NFC, IPsec, IEEE 802.1X, storage) is absent.
const std::vector<Branch> tree{
    {{"general-settings"},
     {"Basic Settings", "Network Settings", "Web Service Settings", "Scan Settings", "System Administration"}},
    {{"general-settings", "basic-settings"},
     {"LCD Brightness", "Sounds", "Sleep Timer", "Wake from Sleep", "Power Off Settings", "Date/Time Settings",
      "Language", "Startup Screen", "Operation Time Out", "Keyboard", "Default Screen (Job/Status)", "Quiet Mode",
      "Thick Paper"}},
    {{"general-settings", "basic-settings", "sound"}, {"Mute", "Normal Mode", "Quiet Mode"}},
    {{"general-settings", "basic-settings", "sound", "normal-mode"},
     {"Button Press", "Completion Notice", "ADF Document Set", "Warning Tone", "Error Tone"}},
    {{"general-settings", "basic-settings", "wake-from-sleep"}, {"Wake with LCD Touch"}},
    {{"general-settings", "basic-settings", "power-off-settings"},
     {"Power Off If Inactive", "Power Off If Disconnected"}},
    {{"general-settings", "basic-settings", "date-time-settings"},
     {"Date/Time", "Daylight Saving Time", "Time Difference"}},
    {{"general-settings", "network-settings"},
     {"Wi-Fi Setup", "Wired LAN Setup", "Network Status", "Connection Check", "Advanced"}},
    {{"general-settings", "network-settings", "network-status"},
     {"Wired LAN/Wi-Fi Status", "Wi-Fi Direct Status", "Email Server Status", "Status Sheet"}},
    {{"general-settings", "network-settings", "network-advanced"},
     {"Device Name", "TCP/IP", "Proxy Server", "Email Server", "IPv6 Setting", "MS Network", "Link Speed & Duplex",
      "Redirect HTTP to HTTPS", "WSD Settings"}},
    {{"general-settings", "network-settings", "network-advanced", "tcp-ip"},
     {"Obtain IP Address", "IP Address", "Subnet Mask", "Default Gateway", "DNS Server Setting", "Primary DNS Server",
      "Secondary DNS Server"}},
    {{"general-settings", "network-settings", "network-advanced", "proxy"},
     {"Proxy Server Setting", "Proxy Server", "Proxy Server Port Number"}},
    {{"general-settings", "network-settings", "network-advanced", "email-server"},
     {"Server Settings", "Connection Check"}},
    {{"general-settings", "web-service-settings"}, {"Epson Connect Services"}},
    {{"general-settings", "system-administration"},
     {"Security Settings", "Customer Research", "Restore Default Settings"}},
    {{"general-settings", "system-administration", "security-settings"}, {"Job Log", "Admin Settings", "Restrictions"}},
    {{"general-settings", "system-administration", "security-settings", "admin-settings"},
     {"Admin Password", "Lock Setting"}},
    {{"general-settings", "system-administration", "security-settings", "restrictions"},
     {"Access to Job Log", "Access to Recent", "Access to Language", "Access to Quiet Mode"}},
    {{"general-settings", "system-administration", "restore-default-settings"},
     {"Network Settings", "Scan Settings", "Fax Settings", "Clear All Data and Settings"}},
    {{"print-status-sheet"}, {"Configuration Status Sheet", "Supply Status Sheet", "Usage History Sheet"}},
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
    for (const auto& [way, items] : tree) {
      ASSERT_TRUE(panel->open_screen("settings"));
      settle();
      for (const auto* id : way) tap(id);
      std::vector<std::string> rows;
      collect_rows(panel->tree(), rows);
      auto next = rows.begin();
      for (const auto* item : items) {  // others may stand between: those of functions that the facts put elsewhere
        next = std::find(next, rows.end(), item);
        EXPECT_NE(next, rows.end()) << "\"" << item << "\" is missing, or out of its order, on " << panel->screen();
        if (next == rows.end()) break;
      }
    }
  }
};

TEST_F(MenuTree, it_is_the_facts_item_by_item_on_the_large_model) { walk("large"); }
TEST_F(MenuTree, it_is_the_facts_item_by_item_on_the_small_model) { walk("compact"); }

}  // namespace paneltwin::panel

#include "net/webconfig/menu.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "device/accounts/user_access.hpp"

namespace paneltwin::net::webconfig {

namespace {

constexpr std::array status_items{
    MenuItem{"INFO_PRTINFO", "webconfig.product_status", "", true},
    MenuItem{"INFO_NWINFO", "webconfig.network_status", "", true},
    MenuItem{"INFO_MENTINFO", "webconfig.usage_status", "", true},
    MenuItem{"INFO_BEHAVIORINFO", "webconfig.hardware_status", "", true},
    MenuItem{"INFO_JOBHISTORY", "webconfig.job_history"},
    MenuItem{"INFO_PANELSNAPSHOT", "webconfig.panel_snapshot", "", true},
};
constexpr std::array fax_items{
    MenuItem{"FAX_SERVER_BASIC", "webconfig.basic", "webconfig.fax_server", false, "fax-server"},
    MenuItem{"FAX_SERVER_EMAIL", "webconfig.email_server_settings", "webconfig.fax_server", false, "fax-server"},
    MenuItem{"FAX_SERVER_TEST", "webconfig.connection_test", "webconfig.fax_server", false, "fax-server"},
};
constexpr std::array network_items{
    MenuItem{"NW_BASIC", "webconfig.basic"},
    MenuItem{"NW_WIFI", "webconfig.wifi"},
    MenuItem{"NW_WIRED", "webconfig.wired_lan"},
    MenuItem{"NW_EMAIL_BASIC", "webconfig.basic", "webconfig.email_server"},
    MenuItem{"NW_EMAIL_TEST", "webconfig.connection_test", "webconfig.email_server"},
    MenuItem{"NW2_EMAIL_BASIC", "webconfig.basic", "webconfig.additional_email_server", false, "additional-network"},
    MenuItem{"NW2_EMAIL_TEST", "webconfig.connection_test", "webconfig.additional_email_server", false,
             "additional-network"},
    MenuItem{"NW_EMAIL_NETWORK", "webconfig.mail_network", "", false, "additional-network"},
    MenuItem{"NW_SERVICE_MSNW", "setting.ms-network"},
    MenuItem{"NW_SERVICE_WIFID", "setting.wifi-direct"},
};
constexpr std::array scan_items{
    MenuItem{"SCAN_CONTACTS", "screen.contacts"},
    MenuItem{"SCAN_CONTACTS_FILE", "web.contacts.import"},
    MenuItem{"SCAN_EMAIL", "screen.scan-email"},
};
constexpr std::array network_security_items{
    MenuItem{"NW_SERVICE_PRTCL", "webconfig.protocol"},
    MenuItem{"NWS_SSLTLS_BASIC", "webconfig.basic", "webconfig.ssl_tls"},
    MenuItem{"NWS_CERT_SSLTLS", "webconfig.certificate", "webconfig.ssl_tls"},
    MenuItem{"NWS_CERT_CA", "webconfig.ca_certificate"},
    MenuItem{"NWS_ROOTCERT", "webconfig.root_certificates"},
};
constexpr std::array product_security_items{
    MenuItem{"ADMIN_PASSWORDSET_CHANGE", "webconfig.administrator_password"},
    MenuItem{"SEC_EPA_BASIC", "web.users.settings", "web.users.group", false, device::user_function},
    MenuItem{"SEC_EPA_USERS", "web.users.list", "web.users.group", false, device::user_function},
    MenuItem{"SEC_EPA_IMPORT", "web.users.import", "web.users.group", false, device::user_function},
    MenuItem{"SEC_EXTERNALIF", "webconfig.external_interface", "", false, "memory-device"},
    MenuItem{"SEC_PASSWORDENCRYPTION", "setting.password-encryption"},
    MenuItem{"SEC_PROGRAMVERIFICATION", "setting.program-verification"},
    MenuItem{"ADMIN_PASSWORDPOLICY", "webconfig.password_policy"},
    MenuItem{"ADMIN_AUDITLOG", "webconfig.audit_log"},
};
constexpr std::array device_management_items{
    MenuItem{"SYS_CONTROLPANEL", "webconfig.control_panel"},
    MenuItem{"SYS_ENASAVE", "webconfig.power_saving"},
    MenuItem{"SYS_DATETIME", "webconfig.date_and_time"},
    MenuItem{"ADMIN_CTINFO", "info.administrator_contact"},
    MenuItem{"SYS_EXPORT", "webconfig.export", "webconfig.move_settings"},
    MenuItem{"SYS_IMPORT", "webconfig.import", "webconfig.move_settings"},
    MenuItem{"SYS_RESTORE", "webconfig.restore"},
    MenuItem{"ADMIN_EMAILNOTIFICATION", "webconfig.email_notification"},
    MenuItem{"ADMIN_FIRMWARE", "webconfig.firmware_update"},
    MenuItem{"ADMIN_FIRMWAREAUTO", "webconfig.firmware_automatic"},
};
// A tab without an item that the visitor may see is not shown. Items of other nouns than the e-mail server's have
// addresses that are known from the real machine's pages where there are such, and inferred ones else.
constexpr std::array<MenuTab, 7> menu{{
    {"webconfig.tab.status", status_items},
    {"webconfig.tab.scan", scan_items},
    {"webconfig.tab.fax", fax_items},
    {"webconfig.tab.network", network_items},
    {"webconfig.tab.network_security", network_security_items},
    {"webconfig.tab.product_security", product_security_items},
    {"webconfig.tab.device_management", device_management_items},
}};

const MenuItem* item_of(std::string_view id) {
  for (const auto& tab : menu) {
    const auto found = std::ranges::find(tab.items, id, &MenuItem::id);
    if (found != tab.items.end()) return &*found;
  }
  return nullptr;
}

bool is_on(const MenuItem& item, const device::Product& product) {
  return item.needs.empty() || product.has(item.needs);
}

std::vector<MenuItem> items_for(const MenuTab& tab, const MenuView& view) {
  std::vector<MenuItem> items(tab.items.begin(), tab.items.end());
  std::erase_if(items, [&](const MenuItem& item) {
    return !(item.for_everyone || view.logged_in) || !is_on(item, view.product) ||
           !view.pages.contains(address(item.id));
  });
  return items;
}

pages::Data shown_items(const std::vector<MenuItem>& items, std::string_view id, const device::Catalogue& words) {
  pages::Data list{pages::Data::type::list};
  std::string_view group;
  for (const auto& item : items) {
    pages::Data shown;
    shown.set("href", address(item.id));
    shown.set("name", std::string(words.text(item.words)));
    shown.set("selected", item.id == id);
    if (item.group != group && !item.group.empty()) shown.set("group", std::string(words.text(item.group)));
    shown.set("in_group", !item.group.empty());
    group = item.group;
    list.push_back(shown);
  }
  return list;
}

}  // namespace

std::string address(std::string_view id, std::string_view verb) {
  return fmt::format("/PRESENTATION/ADVANCED/{}/{}", id, verb);
}

bool is_menu_page(std::string_view id) { return item_of(id) != nullptr; }

bool is_on_model(std::string_view id, const device::Product& product) {
  const auto* item = item_of(id);
  return !item || is_on(*item, product);
}

std::span<const MenuTab> whole_menu() { return menu; }

void put_menu(pages::Data& data, std::string_view id, const MenuView& view, const device::Catalogue& words) {
  pages::Data tabs{pages::Data::type::list};
  for (const auto& tab : menu) {
    const auto items = items_for(tab, view);
    if (items.empty()) continue;
    const bool selected = std::ranges::find(items, id, &MenuItem::id) != items.end();
    pages::Data shown;
    shown.set("href", address(items.front().id));
    shown.set("name", std::string(words.text(tab.words)));
    shown.set("selected", selected);
    tabs.push_back(shown);
    if (selected) data.set("items", shown_items(items, id, words));
  }
  data.set("tabs", tabs);
  // A page below the one in the menu has a title of its own.
  if (const auto* item = item_of(id); item && !data.get("title")) {
    data.set("title", std::string(words.text(item->words)));
    if (!item->group.empty()) data.set("title_group", std::string(words.text(item->group)));
  }
}

}  // namespace paneltwin::net::webconfig

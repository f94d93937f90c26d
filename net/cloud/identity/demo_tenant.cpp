#include "net/cloud/identity/demo_tenant.hpp"

#include "device/random.hpp"
#include "net/cloud/identity/ids.hpp"
#include "net/cloud/identity/signing_key.hpp"

namespace paneltwin::net::cloud {

namespace {

struct Person {
  std::string_view address, password, name, given_name, family_name, role, alias;
};

constexpr Person people[] = {
    {"admin@contoso.example", "Harbor-Lantern-27", "Robin Adler", "Robin", "Adler", global_administrator, ""},
    {"printer@contoso.example", "Paper-Feeder-41", "Office Printer", "Office", "Printer", "",
     "scanner@contoso.example"},
    {"wei.lin@contoso.example", "Bamboo-Window-63", "林薇", "薇", "林", "", ""},
    {"maria.santos@contoso.example", "Copper-Meadow-18", "Maria Santos", "Maria", "Santos", "",
     "sales@contoso.example"},
    {"jonas.berg@contoso.example", "Silver-Harbour-52", "Jonas Berg", "Jonas", "Berg", "Exchange Administrator", ""},
    {"helpdesk@contoso.example", "Quiet-Compass-35", "Help Desk", "Help", "Desk", "Cloud Application Administrator",
     ""},
    // Not of the tenant: the account that somebody has at home.
    {"taylor.reed@outlook.example", "Garden-Signal-74", "Taylor Reed", "Taylor", "Reed", "", ""},
};
constexpr std::string_view domain = "contoso.example";
constexpr std::size_t sealing_key_digits = 64;  // 32 bytes

User user_of(const Person& person, std::string_view tenant, const PasswordHash& hash) {
  User user{.id = new_guid(),
            .tenant = std::string(tenant),
            .address = std::string(person.address),
            .name = std::string(person.name),
            .given_name = std::string(person.given_name),
            .family_name = std::string(person.family_name),
            .password_hash = hash(person.password),
            .shown_password = std::string(person.password)};
  if (!person.role.empty()) user.roles.emplace_back(person.role);
  if (!person.alias.empty()) user.aliases.emplace_back(person.alias);
  return user;
}

}  // namespace

device::Result<void> seed_demo_tenant(Store& store, const PasswordHash& hash) {
  if (!store.fact(fact::tenant_id).empty()) return {};
  const auto tenant = new_guid(), client = new_guid();
  auto key = store.fact(fact::signing_key);
  if (key.empty()) key = SigningKey::make();
  const auto sealing_key = device::random_text(sealing_key_digits, device::hexadecimal_digits);
  return store.transaction([&] {
    device::Result<void> done;
    for (const auto& [name, value] : {std::pair<std::string_view, std::string_view>{fact::tenant_id, tenant},
                                      {fact::tenant_domain, domain},
                                      {fact::tenant_name, "Contoso"},
                                      {fact::client_id, client},
                                      {fact::signing_key, key},
                                      {fact::sealing_key, sealing_key}}) {
      if (done) done = store.set_fact(name, value);
    }
    for (const auto& person : people) {
      if (done)
        done =
            store.put(user_of(person, person.address.ends_with(domain) ? tenant : std::string(personal_tenant), hash));
    }
    if (!done) return done;
    return store.put(Application{.client_id = client,
                                 .name = "Printer Email Sign-in",
                                 .publisher = "PanelTwin",
                                 .redirect_uris = {"http://localhost"},
                                 .public_client = true});
  });
}

}  // namespace paneltwin::net::cloud

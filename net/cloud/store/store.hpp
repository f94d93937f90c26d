// The cloud's memory: one file, cloud.db. A write says when it failed; a read that fails is logged and finds nothing.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "device/store/database.hpp"
#include "net/cloud/store/records.hpp"

namespace paneltwin::net::cloud {

/// Loop only.
class Store {
 public:
  /// Makes `folder` when missing. Failure: store_failed.
  static device::Result<std::unique_ptr<Store>> open(const std::filesystem::path& folder);

  // Facts and switches of the tenant, by name; empty when never set.
  [[nodiscard]] std::string fact(std::string_view name);
  device::Result<void> set_fact(std::string_view name, std::string_view value);
  [[nodiscard]] bool is_on(std::string_view name) { return fact(name) == "1"; }

  [[nodiscard]] std::vector<User> users();
  [[nodiscard]] std::optional<User> user(std::string_view id);
  /// By user principal name or alias, without case.
  [[nodiscard]] std::optional<User> user_with_address(std::string_view address);
  device::Result<void> put(const User& user);
  /// With what the user consented to; mail stays.
  device::Result<void> remove_user(std::string_view id);

  device::Result<void> put(const DeviceCode& code);
  [[nodiscard]] std::optional<DeviceCode> device_code(std::string_view code_hash);
  /// The newest with this user code, whatever its state.
  [[nodiscard]] std::optional<DeviceCode> device_code_for(std::string_view user_code);
  /// Forgets codes that ended before `before`.
  device::Result<void> forget_codes(Instant before);
  device::Result<void> put(const AuthorizationCode& code);
  [[nodiscard]] std::optional<AuthorizationCode> authorization_code(std::string_view code_hash);

  [[nodiscard]] std::vector<Consent> consents();
  device::Result<void> grant(const std::vector<Consent>& consents);
  /// Withdraws all that `principal` (empty: the organisation) granted to the application.
  device::Result<void> withdraw(std::string_view client_id, std::string_view principal);

  device::Result<void> put(const Application& application);
  [[nodiscard]] std::vector<Application> applications();
  [[nodiscard]] std::optional<Application> application(std::string_view client_id);

  device::Result<void> put(const AccessPolicy& policy);
  device::Result<void> remove_policy(std::string_view id);
  [[nodiscard]] std::vector<AccessPolicy> policies();

  device::Result<void> note(const SignInEntry& entry);
  /// Newest first.
  [[nodiscard]] std::vector<SignInEntry> sign_ins(int count);

  /// One message and where its copies go; `source` is kept once. Only within transaction().
  device::Result<void> deliver(const Mail& mail, std::string_view source, const std::vector<MailCopy>& copies);
  /// Shows the copies that are due at `now`; true when there were any.
  device::Result<bool> release(Instant now);
  /// When the next copy is due.
  [[nodiscard]] std::optional<Instant> next_due();
  /// What `mailbox` sent since then, oldest first.
  [[nodiscard]] std::vector<Sending> sent_since(std::string_view mailbox, Instant since);
  [[nodiscard]] std::vector<SmtpClient> smtp_clients(Instant since);
  struct MailQuery {
    std::string mailbox = {};  // empty: all
    std::string folder = {};   // empty: all
    std::string words = {};    // in subject, sender, recipients or attachment names; empty: all
    bool oldest_first = false;
    int limit = 200, offset = 0;
  };
  [[nodiscard]] std::vector<Mail> mails(const MailQuery& query);
  [[nodiscard]] std::optional<Mail> mail(std::int64_t id);
  [[nodiscard]] std::optional<std::string> mail_source(std::int64_t id);
  device::Result<void> mark_seen(std::int64_t id);
  struct MailCount {
    int all = 0, unseen = 0;
  };
  /// Of all pages of `query`.
  [[nodiscard]] MailCount count_mails(const MailQuery& query);

  device::Result<void> transaction(const std::function<device::Result<void>()>& steps);

 private:
  explicit Store(device::Database database) : database_(std::move(database)) {}
  /// False, and logged, when it could not.
  bool read(std::string_view sql, std::initializer_list<device::Database::Value> values,
            const std::function<void(const device::Database::Row&)>& seen);
  const std::vector<User>& all_users();
  const std::vector<Application>& all_applications();
  std::vector<Mail> find_mails(const std::string& where, std::initializer_list<device::Database::Value> values);

  device::Database database_;

  /// What was read and has not been written since, so that a request for a token reads no file. Nobody else writes it.
  struct Known {
    std::optional<std::vector<User>> users;
    std::optional<std::vector<Application>> applications;
    std::optional<std::vector<Consent>> consents;
    std::optional<std::vector<AccessPolicy>> policies;
    std::map<std::string, std::string, std::less<>> facts;
  };
  Known known_;
};

/// Names of facts.
namespace fact {
inline constexpr std::string_view tenant_id = "tenant.id", tenant_domain = "tenant.domain", tenant_name = "tenant.name";
inline constexpr std::string_view client_id = "client.id";                    // of the printer
inline constexpr std::string_view signing_key = "secret.signing_key";         // JWK, private
inline constexpr std::string_view sealing_key = "secret.sealing_key";         // 32 bytes in hexadecimal digits
inline constexpr std::string_view smtp_auth_disabled = "smtp_auth.disabled";  // "1": off for the organisation
inline constexpr std::string_view security_defaults = "security_defaults";    // "1": on
inline constexpr std::string_view user_consent_off = "user_consent.off";      // "1": only administrators consent
inline constexpr std::string_view basic_auth_off = "basic_auth.off";          // "1": LOGIN refused
inline constexpr std::string_view slow_down = "slow_down";  // "1": who polls too often is told so, as RFC 8628 has it
inline constexpr std::string_view changes_delayed = "changes_delayed";        // "1": SMTP AUTH turns a while later
inline constexpr std::string_view sending_limits_off = "sending_limits.off";  // "1": nobody sends too much
}  // namespace fact

}  // namespace paneltwin::net::cloud

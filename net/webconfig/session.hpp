// Who is logged in to Web Config, and what their half-filled pages hold: it is gone with the session, and nothing of it
// reaches the printer before OK.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "device/clock.hpp"
#include "device/email/email_server.hpp"
#include "device/failure.hpp"
#include "net/webconfig/setup_token.hpp"

namespace paneltwin::net::webconfig {

/// The page of a mail server, as far as it has been filled in.
struct EmailDraft {
  device::EmailServerSettings settings;
  std::optional<device::SignInId> attempt;  // the sign-in that this page began
  bool signed_out = false;                  // OK is to forget the stored sign-in
};

/// The connection test of a mail server.
struct ConnectionTest {
  bool running = false;
  std::optional<device::Result<std::int64_t>> result;  // of the last one
};

struct Session {
  std::string id;
  device::Instant last_used{};
  SetupTokens tokens;
  std::map<device::MailRole, EmailDraft> mail_drafts;
  std::map<device::MailRole, ConnectionTest> tests;

  /// Nothing when the page has not been touched.
  EmailDraft* draft(device::MailRole role) {
    const auto found = mail_drafts.find(role);
    return found == mail_drafts.end() ? nullptr : &found->second;
  }
};

class Sessions {
 public:
  using Ended = std::function<void(const Session&)>;

  /// `ended` is told of each session that is over: logged off, timed out, or given way to a newer one.
  explicit Sessions(Ended ended) : ended_(std::move(ended)) {}

  /// A new log-in. Of more than 16 the one that was used longest ago gives way.
  std::shared_ptr<Session> begin(device::Instant now);
  /// Nothing for an unknown or timed-out cookie (20 minutes on the machine's clock).
  std::shared_ptr<Session> find(std::string_view id, device::Instant now);
  void end(const std::string& id);
  /// All but `id`.
  void end_others(const std::string& id);

 private:
  void end_timed_out(device::Instant now);

  Ended ended_;
  std::map<std::string, std::shared_ptr<Session>, std::less<>> sessions_;
};

}  // namespace paneltwin::net::webconfig

#include "net/cloud/exchange/submissions.hpp"

#include <algorithm>

#include <fmt/chrono.h>
#include <spdlog/spdlog.h>

#include "device/accounts/password_hash.hpp"
#include "device/random.hpp"
#include "net/cloud/exchange/message_id.hpp"
#include "net/cloud/store/words.hpp"

namespace paneltwin::net::cloud {

namespace {

// Named as Microsoft Graph names them.
constexpr std::string_view inbox = "inbox", sent_items = "sentitems";
constexpr std::chrono::minutes retry_after{1};

/// What the service puts on top: where the message came from, and an id when it has none.
std::string trace_header(const AskDelivery& ask, const std::string& message_id, bool has_id, device::Instant now) {
  auto header = fmt::format(
      "Received: from {} by outlook.office365.example with ESMTPSA;\r\n {:%a, %d %b %Y %H:%M:%S} "
      "+0000\r\n",
      ask.mailbox, std::chrono::floor<std::chrono::seconds>(now));
  if (!has_id) header += fmt::format("Message-ID: {}\r\n", message_id);
  return header;
}

}  // namespace

Submissions::Submissions(device::Loop& loop, device::Clock& clock, Store& store, const Tokens& tokens)
    : loop_(loop), clock_(clock), store_(store), tokens_(tokens) {
  release();
}

Submissions::~Submissions() {
  if (timer_) clock_.cancel(*timer_);
}

SignedIn Submissions::check(const AskToken& ask) const {
  return check_token(store_, tokens_, ask.user, ask.token, clock_.now());
}

void Submissions::check(AskPassword ask, Tell<SignedIn> tell) {
  const auto now = clock_.now();
  auto user = check_login(store_, ask.user, now);
  if (!user) return tell(std::unexpected(user.error()));
  const auto address = user->address;
  if (!throttle_.admit(address, now)) return tell(std::unexpected(SignInRefusal::locked));
  work_for(
      loop_, alive_,
      [password = std::move(ask.password), hash = user->password_hash] {
        return device::password_matches(password, hash);
      },
      [this, address, tell = std::move(tell)](bool right) mutable {
        if (right) {
          throttle_.passed(address);
          return tell(address);
        }
        throttle_.failed(address, clock_.now());
        tell(std::unexpected(SignInRefusal::wrong_password));
      });
}

void Submissions::deliver(AskDelivery ask, Tell<Delivered> tell) {
  auto shared = std::make_shared<AskDelivery>(std::move(ask));
  work_for(
      loop_, alive_, [shared] { return outline_of(shared->message); },
      [this, shared, tell = std::move(tell)](const MessageOutline& outline) mutable {
        take(*shared, outline, std::move(tell));
      });
}

void Submissions::take(const AskDelivery& ask, const MessageOutline& outline, Tell<Delivered> tell) {
  if (const auto denied = send_as_denied(store_, ask.mailbox, ask.envelope.sender, outline.from))
    return tell(std::unexpected(Undelivered{DeliveryRefusal::send_as_denied, *denied}));
  const auto now = clock_.now();
  const auto shows = limits_.take(ask.mailbox, static_cast<int>(ask.envelope.recipients.size()), now);
  if (!shows) return tell(std::unexpected(Undelivered{shows.error(), {}}));
  const auto sender = store_.user_with_address(ask.mailbox);
  const bool personal = sender && sender->personal();
  const bool has_id = !outline.message_id.empty() && !personal;
  Ready ready;
  ready.mail.message_id =
      has_id ? outline.message_id
             : fmt::format("<{}@{}>", device::random_text(32, device::hexadecimal_digits), "outlook.office365.example");
  ready.mail.from = outline.from.empty() ? ask.envelope.sender : outline.from.front();
  ready.mail.subject = outline.subject;
  ready.mail.received = now;
  ready.mail.attachments = outline.attachments;
  ready.mail.protocol = ask.protocol;
  for (const auto& recipient : ask.envelope.recipients) {
    const auto user = store_.user_with_address(recipient.address);
    const auto mailbox = user ? user->address : recipient.address;
    ready.mail.to.push_back(recipient.address);
    // One copy a mailbox, however many of its addresses were named.
    if (std::ranges::none_of(ready.copies,
                             [&](const auto& other) { return equal_without_case(other.mailbox, mailbox); }))
      ready.copies.push_back({mailbox, std::string(inbox), *shows > now ? *shows : Instant{}});
  }
  ready.copies.push_back({ask.mailbox, std::string(sent_items)});
  ready.source =
      trace_header(ask, ready.mail.message_id, has_id, now) + (personal ? with_id_aside(ask.message) : ask.message);
  ready.tell = std::move(tell);
  ready_.push_back(std::move(ready));
  if (ready_.size() > 1) return;
  loop_.post([this, here = std::weak_ptr<int>(alive_)] {
    if (!here.expired()) keep_all();
  });
}

void Submissions::keep_all() {
  auto ready = std::exchange(ready_, {});
  const auto kept = store_.transaction([&] {
    device::Result<void> done;
    for (const auto& one : ready) {
      if (done) done = store_.deliver(one.mail, one.source, one.copies);
    }
    return done;
  });
  if (!kept) spdlog::error("cloud: mail not kept: {}", kept.error().detail);
  for (auto& one : ready) {
    if (kept) {
      one.tell(one.mail.message_id);
    } else {
      one.tell(std::unexpected(Undelivered{DeliveryRefusal::unavailable, {}}));
    }
  }
  if (!kept) return;
  for (const auto& seen : seen_) seen();
  if (!timer_) release();
}

void Submissions::release() {
  timer_.reset();
  const auto released = store_.release(clock_.now());
  if (!released) spdlog::error("cloud: mail stays back: {}", released.error().detail);
  if (released && *released) {
    for (const auto& seen : seen_) seen();
  }
  const auto next = store_.next_due();
  if (!next) return;
  // When the store fails, it is asked again a little later.
  timer_ = clock_.call_at(released ? *next : clock_.now() + retry_after, [this] { release(); });
}

}  // namespace paneltwin::net::cloud

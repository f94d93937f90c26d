#include "net/cloud/cloud.hpp"

#include <algorithm>
#include <charconv>

#include "net/cloud/exchange/exchange.hpp"
#include "net/cloud/exchange/smtp_server.hpp"
#include "net/cloud/identity/identity.hpp"
#include "net/http/router.hpp"
#include "net/http/server.hpp"

namespace paneltwin::net::cloud {

static TenantFacts facts_of(Store& store) {
  TenantFacts facts{.domain = store.fact(fact::tenant_domain),
                    .id = store.fact(fact::tenant_id),
                    .client_id = store.fact(fact::client_id),
                    .accounts = {}};
  for (auto& user : store.users()) {
    if (user.shown_password.empty()) continue;
    facts.accounts.push_back({user.address, user.shown_password, user.name, user.roles});
  }
  std::ranges::stable_partition(facts.accounts, [](const DemoAccount& account) { return !account.roles.empty(); });
  return facts;
}

// In the order that they are made; what is made later uses what was made before it.
struct Cloud::Impl {
  std::string address;
  std::unique_ptr<Store> store;
  std::unique_ptr<Identity> identity;
  Exchange exchange;
  TenantFacts tenant = facts_of(*store);
  http::Router router;
  std::unique_ptr<SmtpServer> smtp;
  std::unique_ptr<http::Server> web;

  Impl(device::Loop& loop, const device::Clock& clock, std::unique_ptr<Store> opened,
       std::unique_ptr<Identity> provider, std::string listens)
      : address(std::move(listens)),
        store(std::move(opened)),
        identity(std::move(provider)),
        exchange(loop, clock, *store, identity->tokens()) {
    identity->add_routes(router);
  }
};

device::Result<std::unique_ptr<Cloud>> Cloud::open(device::Loop& loop, device::Clock& clock, const device::Texts& texts,
                                                   const device::Assets& assets, const tls::Authority& authority,
                                                   CloudOptions options) {
  auto store = Store::open(options.folder);
  if (!store) return std::unexpected(store.error());
  auto identity = Identity::open(loop, clock, texts, assets, **store);
  if (!identity) return std::unexpected(identity.error());
  auto impl = std::make_unique<Impl>(loop, clock, std::move(*store), std::move(*identity), options.address);
  auto smtp = SmtpServer::listen(loop, clock, impl->exchange, authority, options.address, options.smtp_port);
  if (!smtp) return std::unexpected(smtp.error());
  impl->smtp = std::move(*smtp);
  auto web = http::Server::listen(
      loop, {.address = options.address, .port = options.http_port, .authority = &authority, .hosts = options.hosts},
      [&router = impl->router](const http::Request& request, http::Respond respond) {
        router(request, std::move(respond));
      });
  if (!web) return std::unexpected(web.error());
  impl->web = std::move(*web);
  return std::unique_ptr<Cloud>(new Cloud(std::move(impl)));
}

Cloud::Cloud(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Cloud::~Cloud() = default;

std::uint16_t Cloud::http_port() const { return impl_->web->port(); }
std::uint16_t Cloud::smtp_port() const { return impl_->smtp->port(); }
std::string Cloud::base_url() const { return "https://" + impl_->address + ":" + std::to_string(http_port()); }
const TenantFacts& Cloud::tenant() const { return impl_->tenant; }

/// Of mails that were received; what somebody sent lies in Sent Items and is not told twice.
std::vector<MailSummary> Cloud::mails() const {
  std::vector<MailSummary> summaries;
  for (auto& mail : impl_->store->mails({.mailbox = {}, .folder = "inbox", .words = {}})) {
    summaries.push_back({.id = std::to_string(mail.id),
                         .mailbox = std::move(mail.mailbox),
                         .from = std::move(mail.from),
                         .subject = std::move(mail.subject),
                         .message_id = std::move(mail.message_id),
                         .to = std::move(mail.to),
                         .received = mail.received,
                         .attachments = std::move(mail.attachments),
                         .size = mail.size});
  }
  return summaries;
}

std::optional<std::string> Cloud::mail_source(const std::string& id) const {
  std::int64_t number = 0;
  const auto* end = id.data() + id.size();
  if (std::from_chars(id.data(), end, number).ptr != end || id.empty()) return std::nullopt;
  return impl_->store->mail_source(number);
}

device::Result<void> Cloud::approve(const std::string& user_code, const std::string& user, bool for_organization) {
  return impl_->identity->approve(user_code, user, for_organization);
}

void Cloud::on_mail(std::function<void()> seen) { impl_->exchange.on_mail(std::move(seen)); }

}  // namespace paneltwin::net::cloud

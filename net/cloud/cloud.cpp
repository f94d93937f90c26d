#include "net/cloud/cloud.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

#include <fmt/format.h>

#include "net/cloud/admin/admin_pages.hpp"
#include "net/cloud/exchange/smtp_server.hpp"
#include "net/cloud/exchange/submissions.hpp"
#include "net/cloud/graph/graph_api.hpp"
#include "net/cloud/identity/identity.hpp"
#include "net/cloud/mailbox/mailbox_pages.hpp"
#include "net/cloud/pages/phone_pages.hpp"
#include "net/cloud/pages/visitor_pages.hpp"
#include "net/cloud/store/store.hpp"
#include "net/cloud/support/firmware_shelf.hpp"
#include "net/http/router.hpp"
#include "net/http/server.hpp"

namespace paneltwin::net::cloud {

namespace {

/// How the operator's side names a mail; nothing when `id` is none.
std::optional<std::int64_t> number_of(std::string_view id) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
  return error == std::errc() && end == id.data() + id.size() ? std::optional(number) : std::nullopt;
}

/// Those with a role first: who administers, signs in first.
TenantFacts facts_of(Store& store) {
  TenantFacts facts{store.fact(fact::tenant_domain), store.fact(fact::tenant_id), store.fact(fact::client_id), {}};
  for (const auto& user : store.users()) {
    if (!user.shown_password.empty())
      facts.accounts.push_back({user.address, user.shown_password, user.name, user.roles});
  }
  std::ranges::stable_partition(facts.accounts, [](const DemoAccount& account) { return !account.roles.empty(); });
  return facts;
}

}  // namespace

struct Cloud::Impl {
  std::string address;
  std::unique_ptr<Store> store;
  std::unique_ptr<Identity> identity;
  Submissions submissions;
  pages::Templates templates;
  VisitorPages pages;
  MailboxPages mailbox;
  AdminPages admin;
  PhonePages phone;
  GraphApi graph;
  FirmwareShelf shelf;
  TenantFacts tenant = facts_of(*store);
  http::Router router;
  std::unique_ptr<SmtpServer> smtp;
  std::unique_ptr<http::Server> web;

  Impl(device::Loop& loop, device::Clock& clock, std::unique_ptr<Store> opened, std::unique_ptr<Identity> provider,
       const device::Texts& texts, pages::Templates files, std::string listens, std::vector<FirmwareOffer> firmware)
      : address(std::move(listens)),
        store(std::move(opened)),
        identity(std::move(provider)),
        submissions(loop, clock, *store, identity->tokens()),
        templates(std::move(files)),
        pages(texts, templates, *identity),
        mailbox(loop, *store, pages),
        admin(loop, clock, *store, *identity, pages),
        phone(clock, *store, *identity, pages),
        graph(loop, clock, *store, identity->tokens()),
        shelf(pages, std::move(firmware)) {
    identity->add_routes(router);
    pages.add_routes(router);
    mailbox.add_routes(router);
    admin.add_routes(router);
    phone.add_routes(router);
    graph.add_routes(router);
    shelf.add_routes(router);
  }
};

device::Result<std::unique_ptr<Cloud>> Cloud::open(device::Loop& loop, device::Clock& clock, const device::Texts& texts,
                                                   const device::Assets& assets, const tls::Authority& authority,
                                                   CloudOptions options) {
  auto store = Store::open(options.folder);
  if (!store) return std::unexpected(store.error());
  auto templates = pages::Templates::load(assets, "pages/cloud");
  if (!templates) return std::unexpected(templates.error());
  auto identity = Identity::open(loop, clock, texts, *templates, **store);
  if (!identity) return std::unexpected(identity.error());
  auto impl = std::make_unique<Impl>(loop, clock, std::move(*store), std::move(*identity), texts, std::move(*templates),
                                     std::move(options.address), std::move(options.firmware));
  auto smtp = SmtpServer::listen(loop, clock, authority, impl->submissions,
                                 {.address = impl->address, .port = options.smtp_port});
  if (!smtp) return std::unexpected(smtp.error());
  impl->smtp = std::move(*smtp);
  auto web = http::Server::listen(
      loop,
      {.address = impl->address, .port = options.http_port, .authority = &authority, .hosts = std::move(options.hosts)},
      [&router = impl->router](const http::Request& request, http::Respond respond) {
        router(request, std::move(respond));
      });
  if (!web) return std::unexpected(web.error());
  impl->web = std::move(*web);
  return std::unique_ptr<Cloud>(new Cloud(std::move(impl)));
}

Cloud::Cloud(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Cloud::~Cloud() = default;

std::expected<void, device::FileError> Cloud::reload(const device::Assets& assets) {
  return impl_->templates.reload(assets);
}

void Cloud::offer(std::vector<FirmwareOffer> firmware) { impl_->shelf.offer(std::move(firmware)); }

std::uint16_t Cloud::http_port() const { return impl_->web->port(); }
std::uint16_t Cloud::smtp_port() const { return impl_->smtp->port(); }

std::string Cloud::base_url() const {
  const bool v6 = impl_->address.find(':') != std::string::npos;
  return fmt::format("https://{}{}{}:{}", v6 ? "[" : "", impl_->address, v6 ? "]" : "", http_port());
}

const TenantFacts& Cloud::tenant() const { return impl_->tenant; }

std::vector<MailSummary> Cloud::mails() const {
  std::vector<MailSummary> found;
  for (auto& mail : impl_->store->mails({.folder = "inbox", .limit = std::numeric_limits<int>::max()})) {
    found.push_back({.id = std::to_string(mail.id),
                     .mailbox = std::move(mail.mailbox),
                     .from = std::move(mail.from),
                     .subject = std::move(mail.subject),
                     .message_id = std::move(mail.message_id),
                     .to = std::move(mail.to),
                     .received = mail.received,
                     .attachments = std::move(mail.attachments),
                     .size = mail.size});
  }
  return found;
}

std::optional<std::string> Cloud::mail_source(const std::string& id) const {
  const auto number = number_of(id);
  return number ? impl_->store->mail_source(*number) : std::nullopt;
}

device::Result<void> Cloud::approve(const std::string& user_code, const std::string& user, bool for_organization) {
  return impl_->identity->approve(user_code, user, for_organization);
}

void Cloud::on_mail(std::function<void()> seen) { impl_->submissions.on_mail(std::move(seen)); }

}  // namespace paneltwin::net::cloud

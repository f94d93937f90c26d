#include "net/oauth/oauth_identity.hpp"

#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "net/oauth/device_grant.hpp"
#include "net/oauth/page_sign_in.hpp"
#include "net/oauth/refresh.hpp"

namespace paneltwin::net::oauth {

namespace asio = boost::asio;
using device::EmailService;
using device::FailureKind;
using device::Result;

namespace {

template <class T>
using Done = std::move_only_function<void(Result<T>)>;

class OauthIdentity final : public device::Identity {
 public:
  OauthIdentity(Wire& wire, device::Clock& clock, std::map<EmailService, Provider> providers) : wire_(wire) {
    for (auto& [service, provider] : providers)
      clients_.emplace(service, std::make_shared<ProviderClient>(wire, clock, std::move(provider)));
  }

  void begin(EmailService service, std::stop_token stop, Done<device::DeviceGrant> done) override {
    run(service, std::move(done), [stop](ProviderClient& client) { return begin_grant(client, stop); });
  }

  void await_grant(EmailService service, device::DeviceGrant grant, std::stop_token stop,
                   Done<device::Tokens> done) override {
    run(service, std::move(done),
        [grant = std::move(grant), stop](ProviderClient& client) { return oauth::await_grant(client, grant, stop); });
  }

  void refresh(EmailService service, std::string refresh_token, std::stop_token stop,
               Done<device::Tokens> done) override {
    run(service, std::move(done), [token = std::move(refresh_token), stop](ProviderClient& client) {
      return oauth::refresh(client, token, stop);
    });
  }

  bool has_pages(EmailService service) const override {
    const auto found = clients_.find(service);
    return found != clients_.end() && found->second->provider().gives_pages;
  }

  void open_pages(EmailService service, device::PageWish wish, std::stop_token stop,
                  Done<device::PageStep> done) override {
    run(service, std::move(done),
        [wish = std::move(wish), stop](ProviderClient& client) { return oauth::open_pages(client, wish, stop); });
  }

  void answer_page(EmailService service, std::string session, device::PageAnswer answer, std::stop_token stop,
                   Done<device::PageStep> done) override {
    run(service, std::move(done),
        [session = std::move(session), answer = std::move(answer), stop](ProviderClient& client) {
          return oauth::answer_page(client, session, answer, stop);
        });
  }

 private:
  /// Holds the dialogue's client until the end, which is told on the loop, and never before this returns.
  template <class T, class Dialogue>
  void run(EmailService service, Done<T> done, Dialogue dialogue) {
    const auto found = clients_.find(service);
    auto client = found == clients_.end() ? nullptr : found->second;
    const auto coroutine = [](std::shared_ptr<ProviderClient> with, Done<T> tell,
                              Dialogue talk) -> asio::awaitable<void> {
      co_await asio::post(asio::use_awaitable);
      if (!with) co_return tell(device::fail(FailureKind::provider_misconfigured, "no provider for this service"));
      tell(co_await talk(*with));
    };
    asio::co_spawn(wire_.loop.io(), coroutine(std::move(client), std::move(done), std::move(dialogue)), asio::detached);
  }

  Wire& wire_;
  std::map<EmailService, std::shared_ptr<ProviderClient>> clients_;
};

}  // namespace

std::unique_ptr<device::Identity> make_identity(Wire& wire, device::Clock& clock,
                                                std::map<EmailService, Provider> providers) {
  return std::make_unique<OauthIdentity>(wire, clock, std::move(providers));
}

}  // namespace paneltwin::net::oauth

#include "net/cloud/identity/identity.hpp"

#include "device/accounts/password_hash.hpp"
#include "device/random.hpp"
#include "net/cloud/identity/demo_tenant.hpp"
#include "net/cloud/identity/identity_pages.hpp"
#include "net/cloud/identity/provider_endpoints.hpp"
#include "net/cloud/identity/sign_ins.hpp"

namespace paneltwin::net::cloud {

using device::FailureKind;

namespace {

std::string bytes_of(std::string_view digits) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    const auto value = [](char digit) { return device::hexadecimal_digits.find(digit); };
    if (value(digits[i]) == std::string_view::npos || value(digits[i + 1]) == std::string_view::npos) return {};
    bytes += static_cast<char>(value(digits[i]) * 16 + value(digits[i + 1]));
  }
  return bytes;
}

constexpr std::size_t sealing_key_bytes = 32;

}  // namespace

struct Identity::Impl {
  Impl(device::Loop& loop, const device::Clock& clock, const device::Texts& texts, Store& the_store, SigningKey key,
       SealedBox box, pages::Templates the_templates)
      : store(the_store),
        tokens(store, clock, std::move(key), std::move(box)),
        sessions(clock),
        sign_ins(store, clock, sessions, on_worker(loop)),
        endpoints(store, clock, texts, tokens),
        pages(store, clock, texts, std::move(the_templates), sessions, sign_ins) {}

  /// Hashing takes long: the loop goes on meanwhile. What comes back after the end is dropped.
  PasswordCheck on_worker(device::Loop& loop) {
    return [&loop, here = std::weak_ptr<int>(alive)](std::string password, std::string hash,
                                                     std::move_only_function<void(bool)> told) {
      device::work_for(
          loop, here,
          [password = std::move(password), hash = std::move(hash)] { return device::password_matches(password, hash); },
          std::move(told));
    };
  }

  Store& store;
  std::shared_ptr<int> alive = std::make_shared<int>();
  Tokens tokens;
  Sessions sessions;
  SignIns sign_ins;
  ProviderEndpoints endpoints;
  IdentityPages pages;
};

Identity::Identity(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Identity::~Identity() = default;

device::Result<std::unique_ptr<Identity>> Identity::open(device::Loop& loop, const device::Clock& clock,
                                                         const device::Texts& texts, pages::Templates templates,
                                                         Store& store) {
  if (auto seeded = seed_demo_tenant(store, device::hash_password); !seeded) return std::unexpected(seeded.error());
  auto key = SigningKey::read(store.fact(fact::signing_key));
  auto sealing_key = bytes_of(store.fact(fact::sealing_key));
  if (!key || sealing_key.size() != sealing_key_bytes) {
    return device::fail(FailureKind::store_failed, "cloud.db: the tenant's keys are damaged");
  }
  return std::unique_ptr<Identity>(new Identity(std::make_unique<Impl>(
      loop, clock, texts, store, std::move(*key), SealedBox(std::move(sealing_key)), std::move(templates))));
}

void Identity::add_routes(http::Router& router) {
  impl_->endpoints.add_routes(router);
  impl_->pages.add_routes(router);
}

const Tokens& Identity::tokens() const { return impl_->tokens; }

std::optional<User> Identity::visitor(const http::Request& request) const {
  const auto* session = impl_->sessions.find(request.cookie(session_cookie));
  auto user = session ? impl_->store.user(session->user) : std::nullopt;
  return user && user->enabled ? user : std::nullopt;
}

std::string Identity::form_token(const http::Request& request) const {
  const auto* session = impl_->sessions.find(request.cookie(session_cookie));
  return session ? session->canary : std::string();
}

void Identity::end_sessions(std::string_view user) { impl_->sessions.end_all_of(user); }

std::string Identity::sign_in_path(std::string_view target) { return "/signin?target=" + http::percent_encode(target); }

std::vector<SignIns::PhoneRequest> Identity::phone_requests() const { return impl_->sign_ins.phone_requests(); }

bool Identity::answer_phone(std::string_view ticket, std::string_view typed) {
  return impl_->sign_ins.answer_phone(ticket, typed);
}

device::Result<void> Identity::approve(std::string_view user_code, std::string_view address, bool for_organization) {
  return impl_->sign_ins.approve(user_code, address, for_organization);
}

}  // namespace paneltwin::net::cloud

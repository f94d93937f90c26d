#include "net/cloud/exchange/smtp_auth_switches.hpp"

#include <charconv>

#include <fmt/format.h>

#include "net/cloud/store/times.hpp"

namespace paneltwin::net::cloud {

namespace {

constexpr std::string_view organization = "organization";

/// Holds "UNTIL VALUE": what counts until then, as "1", "0", or nothing.
std::string fact_of(std::string_view whose) { return fmt::format("smtp_auth.before/{}", whose); }

std::string_view text_of(std::optional<bool> off) { return !off ? "" : *off ? "1" : "0"; }

std::optional<bool> counts(Store& store, std::string_view whose, std::optional<bool> set, Instant now) {
  if (!store.is_on(fact::changes_delayed)) return set;
  const auto before = store.fact(fact_of(whose));
  std::int64_t until = 0;
  const auto [end, error] = std::from_chars(before.data(), before.data() + before.size(), until);
  if (error != std::errc() || now >= instant(until)) return set;
  const std::string_view value(end, before.data() + before.size());
  return value == " " ? std::nullopt : std::optional(value == " 1");
}

/// Must come before what is set changes.
device::Result<void> remember(Store& store, std::string_view whose, std::optional<bool> set, Instant now) {
  if (!store.is_on(fact::changes_delayed)) return store.set_fact(fact_of(whose), "");
  return store.set_fact(fact_of(whose),
                        fmt::format("{} {}", kept(now + changes_take), text_of(counts(store, whose, set, now))));
}

}  // namespace

device::Result<void> turn_organization(Store& store, bool off, Instant now) {
  const bool was = store.is_on(fact::smtp_auth_disabled);
  if (was == off) return {};
  auto done = remember(store, organization, was, now);
  return done ? store.set_fact(fact::smtp_auth_disabled, off ? "1" : "") : done;
}

device::Result<void> turn_mailbox(Store& store, User user, std::optional<bool> off, Instant now) {
  if (user.smtp_auth_disabled == off) return {};
  return store.transaction([&] {
    auto done = remember(store, user.id, user.smtp_auth_disabled, now);
    user.smtp_auth_disabled = off;
    return done ? store.put(user) : done;
  });
}

bool organization_is_off(Store& store, Instant now) {
  return *counts(store, organization, store.is_on(fact::smtp_auth_disabled), now);
}

std::optional<bool> mailbox_is_off(Store& store, const User& user, Instant now) {
  return counts(store, user.id, user.smtp_auth_disabled, now);
}

}  // namespace paneltwin::net::cloud

#include "panel/scenario_users.hpp"

#include <algorithm>

#include "device/names.hpp"
#include "panel/machine.hpp"
#include "panel/scenario_ask.hpp"

namespace paneltwin::panel {

namespace strict = device::strict;
using device::FailureKind;
using device::IdentityPage;
using device::LogInMethod;
using device::OwnSignIn;
using device::Result;
using device::Right;
using strict::flag;
using strict::one_of;
using strict::text;

namespace {

constexpr int most_pages = 8;  // of a sign-in

device::UserRow user_in(const YAML::Node& node) {
  strict::allow_only(node, {"id", "name", "password", "card", "id-number", "department", "email", "rights"});
  device::UserChange change;
  auto& user = change.user;
  user.id = text(node["id"]);
  const auto take = [&](const char* name, auto& into) {
    if (const auto value = node[name]) into = text(value);
  };
  take("name", user.name);
  take("card", user.card);
  take("department", user.department);
  take("email", user.email);
  take("password", change.password);
  take("id-number", change.id_number);
  if (const auto rights = node["rights"]) {
    std::map<std::string, Right> known;
    for (const auto right : device::all_rights) known.emplace(device::name_of(right), right);
    user.rights = {};
    for (const auto& right : rights) user.rights.set(one_of(right, known), true);
  }
  return {node.Mark().line + 1, std::move(change)};
}

/// What a person answers to the page that shows; nothing when nobody can go on here.
std::optional<device::PageAnswer> answer_to(const IdentityPage& page, const net::cloud::DemoAccount& account) {
  switch (page.kind) {
    case IdentityPage::Kind::account:
      return device::PageAnswer{.text = account.user};
    case IdentityPage::Kind::password:
      return page.problem.empty() ? std::optional(device::PageAnswer{.text = account.password}) : std::nullopt;
    case IdentityPage::Kind::consent:
      return device::PageAnswer{.for_organization = page.may_consent_for_all};
    default:
      return std::nullopt;
  }
}

/// The own sign-in of whoever is logged in, page by page over the wire.
Result<void> sign_in(Machine& machine, const std::string& address) {
  const auto& accounts = machine.cloud().tenant().accounts;
  const auto account = std::ranges::find(accounts, address, &net::cloud::DemoAccount::user);
  if (account == accounts.end()) return device::fail(FailureKind::not_found, "account " + address);
  auto& device = machine.device();
  if (const auto begun = ask(device, device::command::BeginOwnSignIn{}, device::Origin::panel); !begun) {
    return std::unexpected(begun.error());
  }
  for (int pages = 0; pages < most_pages; ++pages) {
    const auto state = wait_until(device, [](const device::State& now) {
      return !now.users.sign_in || (now.users.sign_in->phase != OwnSignIn::Phase::opening && !now.users.sign_in->busy);
    });
    if (!state || !(*state)->users.sign_in) return device::fail(FailureKind::communication, "the sign-in stands still");
    const auto& shown = *(*state)->users.sign_in;
    if (shown.failure) return std::unexpected(*shown.failure);
    if (shown.phase == OwnSignIn::Phase::signed_in) return {};
    auto answer = answer_to(shown.page, *account);
    if (!answer) return device::fail(FailureKind::sign_in_blocked, std::string(device::name_of(shown.page.kind)));
    if (const auto taken = ask(device, device::command::AnswerOwnSignIn{std::move(*answer)}); !taken) {
      return std::unexpected(taken.error());
    }
  }
  return device::fail(FailureKind::sign_in_blocked, "too many pages");
}

/// Logs the user in with the password that the scenario gives, signs in, and leaves.
Result<void> sign_in_as(Machine& machine, const ScenarioUsers& users, const std::string& id,
                        const std::string& account) {
  const auto user = std::ranges::find(users.list, id, [](const auto& row) { return row.change->user.id; });
  if (user == users.list.end()) return device::fail(FailureKind::not_found, "user " + id);
  device::Command log_in = device::command::LogInUser{id, user->change->password.value_or("")};
  if (!device::takes_user_ids(users.settings.method)) {
    log_in = device::command::LogInUserByNumber{user->change->id_number.value_or("")};
  }
  auto& device = machine.device();
  if (const auto in = ask(device, std::move(log_in), device::Origin::panel); !in) return std::unexpected(in.error());
  if (auto signed_in = sign_in(machine, account); !signed_in) return signed_in;
  for (const device::Command& last :
       {device::Command(device::command::EndOwnSignIn{}), device::Command(device::command::LogOutUser{})}) {
    if (const auto done = ask(device, last); !done) return std::unexpected(done.error());
  }
  return {};
}

}  // namespace

ScenarioUsers read_users(const YAML::Node& node) {
  strict::allow_only(node, {"method", "register-cards", "sender-is-user", "log-out-without-card", "accept-unknown-jobs",
                            "list", "signed-in", "card"});
  ScenarioUsers users;
  auto& settings = users.settings;
  if (const auto method = node["method"]) {
    settings.method = one_of<LogInMethod>(method, {{"card-or-user-id", LogInMethod::card_or_user_id},
                                                   {"user-id", LogInMethod::user_id},
                                                   {"id-number", LogInMethod::id_number},
                                                   {"card-or-id-number", LogInMethod::card_or_id_number}});
  }
  if (const auto may = node["register-cards"]) settings.users_may_register_cards = flag(may);
  if (const auto own = node["sender-is-user"]) settings.sender_is_user = flag(own);
  if (const auto accepts = node["accept-unknown-jobs"]) settings.accept_unknown_jobs = flag(accepts);
  if (const auto leaves = node["log-out-without-card"]) settings.log_out_without_card = flag(leaves);
  for (const auto& user : node["list"]) users.list.push_back(user_in(user));
  for (const auto& entry : node["signed-in"]) users.signed_in[text(entry.first)] = text(entry.second);
  if (const auto card = node["card"]) users.card = text(card);
  return users;
}

Result<void> play(Machine& machine, const ScenarioUsers& users) {
  auto& device = machine.device();
  const auto had = device.snapshot()->users.list;
  std::vector<device::UserNumber> numbers;
  for (const auto& user : *had) numbers.push_back(user.number);
  for (const device::Command& first : {device::Command(device::command::RemoveUsers{numbers}),
                                       device::Command(device::command::ImportUsers{users.list}),
                                       device::Command(device::command::SetAuthentication{users.settings})}) {
    if (const auto done = ask(device, first); !done) return std::unexpected(done.error());
  }
  const auto kept = wait_until(device, [](const device::State& now) { return now.users.import->ended; });
  if (!kept) return device::fail(FailureKind::busy, "the users are not kept");
  const auto& import = *(*kept)->users.import;
  if (!import.bad.empty()) return std::unexpected(import.bad.front().failure);
  if (import.failure) return std::unexpected(*import.failure);
  for (const auto& [id, account] : users.signed_in) {
    if (auto signed_in = sign_in_as(machine, users, id, account); !signed_in) return signed_in;
  }
  if (users.card.empty()) return {};
  const auto laid = ask(device, device::command::LayCard{users.card});
  return laid ? Result<void>() : std::unexpected(laid.error());
}

}  // namespace paneltwin::panel

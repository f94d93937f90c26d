#include "device/accounts/own_sign_ins.hpp"

#include "device/email/code_sign_in.hpp"
#include "device/email/sign_ins.hpp"

namespace paneltwin::device {

namespace {

using namespace std::chrono_literals;

constexpr Duration between_looks = 2s;

/// A user has words of one's own for a sign-in that is missing or no longer good: 370.
Failure for_a_user(Failure failure) {
  if (failure.kind == FailureKind::not_signed_in || failure.kind == FailureKind::sign_in_expired) {
    failure.kind = FailureKind::user_sign_in_needed;
  }
  return failure;
}

}  // namespace

template <class Callback>
auto OwnSignIns::while_under_way(Callback callback) {
  return core_.while_alive([this, attempt = attempt_, callback = std::move(callback)](auto&&... arguments) mutable {
    if (attempt == attempt_) callback(std::forward<decltype(arguments)>(arguments)...);
  });
}

Result<void> OwnSignIns::begin() {
  const auto& user = core_.state.users.user;
  if (!user) return fail(FailureKind::not_allowed);
  end();
  user_ = user->number;
  service_ = core_.state.email.stored.service;
  core_.state.users.sign_in.emplace();
  core_.publish();
  auto& identity = core_.ports.identity;
  if (identity.has_pages(service_)) {
    identity.open_pages(service_, {core_.state.basic.language, user->rights.has(Right::administrator)},
                        stop_.get_token(),
                        while_under_way([this](Result<PageStep> step) { arrived(std::move(step)); }));
  } else {
    const auto told = [this](const DeviceGrant& grant) {
      show([&](OwnSignIn& shown) {
        shown.phase = OwnSignIn::Phase::code;
        show_code(shown, grant);
      });
    };
    sign_in_by_code(core_, service_, stop_.get_token(), told,
                    [this](Result<Tokens> tokens) { finish(std::move(tokens)); });
  }
  return {};
}

Result<void> OwnSignIns::answer(PageAnswer answer) {
  const auto& shown = core_.state.users.sign_in;
  if (!shown || shown->phase != OwnSignIn::Phase::page) return fail(FailureKind::not_found);
  if (shown->busy) return fail(FailureKind::busy);
  show([](OwnSignIn& now) { now.busy = true; });
  ask(std::move(answer));
  return {};
}

/// What was asked before is answered to nobody: the page may be another by then.
void OwnSignIns::ask(PageAnswer answer) {
  ++attempt_;
  core_.ports.identity.answer_page(service_, session_, std::move(answer), stop_.get_token(),
                                   while_under_way([this](Result<PageStep> step) { arrived(std::move(step)); }));
}

void OwnSignIns::arrived(Result<PageStep> step) {
  if (!step) return finish(std::unexpected(step.error()));
  if (step->tokens) return finish(std::move(*step->tokens));
  session_ = std::move(step->session);
  const bool waits = step->page.kind == IdentityPage::Kind::approve_request && step->page.number != 0;
  show([&](OwnSignIn& shown) {
    shown.phase = OwnSignIn::Phase::page;
    shown.busy = false;
    shown.page = std::move(step->page);
  });
  if (waits) look_again();
}

void OwnSignIns::look_again() {
  core_.ports.clock.call_after(between_looks, while_under_way([this] {
                                 const auto& shown = core_.state.users.sign_in;
                                 if (shown) ask({.action = PageAnswer::Action::look});
                               }));
}

void OwnSignIns::finish(Result<Tokens> tokens) {
  tokens = usable(std::move(tokens));
  if (tokens) {
    const auto kept =
        users_.keep_sign_in(user_, StoredSignIn{service_, tokens->account, core_.now()}, tokens->refresh_token);
    if (!kept) tokens = std::unexpected(kept.error());
  }
  if (tokens) tokens_of(user_).replace(*tokens);
  session_.clear();
  ++attempt_;
  show([&](OwnSignIn& shown) {
    shown = {.phase = tokens ? OwnSignIn::Phase::signed_in : OwnSignIn::Phase::failed};
    if (tokens) {
      shown.account = tokens->account;
    } else {
      shown.failure = tokens.error();
    }
  });
}

void OwnSignIns::end() {
  ++attempt_;
  stop_.request_stop();
  stop_ = {};
  session_.clear();
  if (!core_.state.users.sign_in) return;
  core_.state.users.sign_in.reset();
  core_.publish();
}

Result<void> OwnSignIns::ready(UserNumber number) const {
  const auto* user = users_.find(number);
  const bool good = user && user->sign_in && user->sign_in->health == SignInHealth::good;
  return good ? Result<void>() : fail(FailureKind::user_sign_in_needed);
}

void OwnSignIns::access(UserNumber user, AccessTokens::Done done) {
  if (!users_.find(user)) return done(fail(FailureKind::user_sign_in_needed, "the user is gone"));
  tokens_of(user).obtain([done = std::move(done)](Result<Access> access) mutable {
    if (access) return done(std::move(access));
    done(std::unexpected(for_a_user(access.error())));
  });
}

void OwnSignIns::distrust(UserNumber user) { tokens_of(user).distrust(); }

AccessTokens& OwnSignIns::tokens_of(UserNumber number) {
  auto& tokens = tokens_[number];
  if (tokens) return *tokens;
  const auto sign_in = [this, number]() -> std::optional<StoredSignIn> {
    const auto* user = users_.find(number);
    return user ? user->sign_in : std::nullopt;
  };
  const auto has_expired = [this, number, sign_in] {
    auto expired = sign_in();
    if (!expired) return;
    expired->health = SignInHealth::expired;
    (void)users_.keep_sign_in(number, expired, {});  // a store that fails shows in Device Status
  };
  const auto keep = [this, number, sign_in](const std::string& token) {
    return users_.keep_sign_in(number, sign_in(), token);
  };
  tokens = std::make_unique<AccessTokens>(core_, SignInHome{sign_in, has_expired, keep}, users_.refresh_token(number));
  return *tokens;
}

void OwnSignIns::show(const std::function<void(OwnSignIn&)>& change) {
  if (!core_.state.users.sign_in) return;
  change(*core_.state.users.sign_in);
  core_.publish();
}

}  // namespace paneltwin::device

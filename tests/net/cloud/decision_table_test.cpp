// Every switch that decides whether a printer may sign in and send, against every other: the page a person sees, the
// AADSTS code, the SMTP reply, and what the panel makes of it. What is expected is written down here a second time,
// from Microsoft's documentation and the guide, and not derived from the code.
#include <gmock/gmock.h>

#include "net/cloud/exchange/submission_rules.hpp"
#include "net/oauth/refresh.hpp"
#include "net/smtp/refusals.hpp"
#include "tests/net/cloud/tenant_fixture.hpp"

namespace paneltwin::net::cloud {

using namespace std::chrono_literals;
using device::FailureKind;
using testing::HasSubstr;

namespace {

enum class Rule { none, off_block, report_block, block, block_device_code, mfa };
constexpr Rule rules[] = {Rule::none,  Rule::off_block,         Rule::report_block,
                          Rule::block, Rule::block_device_code, Rule::mfa};
constexpr const char* rule_names[] = {"no rule", "block, off",        "block, report-only",
                                      "block",   "block device code", "require MFA"};
enum class ConsentState { of_organization, of_user, allowed, administrators_only };
constexpr ConsentState consent_states[] = {ConsentState::of_organization, ConsentState::of_user, ConsentState::allowed,
                                           ConsentState::administrators_only};
constexpr const char* people[] = {"printer@contoso.example", "admin@contoso.example"};

AccessPolicy policy_of(Rule rule) {
  using State = AccessPolicy::State;
  using Control = AccessPolicy::Control;
  AccessPolicy policy{.id = "rule", .name = "rule", .state = State::on};
  if (rule == Rule::off_block) policy.state = State::off;
  if (rule == Rule::report_block) policy.state = State::report_only;
  if (rule == Rule::mfa) policy.control = Control::require_mfa;
  policy.device_code_only = rule == Rule::block_device_code;
  return policy;
}

/// What the panel shows for a refused AUTH: the code of the job's details.
int code_on_the_panel(const std::string& reply_text) {
  smtp::ReplyParser parser;
  parser.feed(reply_text);
  const auto reply = parser.next().value();
  const auto failure = smtp::authentication_refused(*reply, {});
  return device::words_for(failure.kind).code;
}

SmtpHost host() {
  return {.front_end = "fe.example",
          .mailbox = "mb.example",
          .session_id = "08DD000000000000",
          .client = "192.0.2.1",
          .now = [] { return device::Instant{}; }};
}

}  // namespace

class DecisionTable : public TenantTest {
 protected:
  void set_rule(Rule rule) {
    static_cast<void>(store->remove_policy("rule"));
    if (rule == Rule::none) return;
    ASSERT_TRUE(store->put(policy_of(rule)));
  }
  void set_consent(ConsentState state, const std::string& address) {
    ASSERT_TRUE(store->withdraw(client, ""));
    ASSERT_TRUE(store->withdraw(client, user(address).id));
    ASSERT_TRUE(store->set_fact(fact::user_consent_off, state == ConsentState::administrators_only ? "1" : ""));
    if (state == ConsentState::allowed || state == ConsentState::administrators_only) return;
    const auto scopes = parse_scopes(submission, "").value();
    std::vector<Consent> consents;
    for (const auto& scope : scopes.in_full()) {
      consents.push_back(
          {client, state == ConsentState::of_user ? user(address).id : std::string(), scope, clock.now()});
    }
    ASSERT_TRUE(store->grant(consents));
  }
  std::string access_token(const std::string& address, const std::string& scope = submission) {
    const auto [device_code, user_code] = ask_for_code(scope);
    EXPECT_TRUE(sign_ins.approve(user_code, address, false));
    return text(poll(device_code).value(), "access_token");
  }
  static std::string reply_of(const SignedIn& signed_in) {
    return signed_in ? std::string("235") : text_of(signed_in.error(), host());
  }
};

TEST_F(DecisionTable, WhichPageAPersonComesToAndWhatTheLogSays) {
  int rows = 0;
  for (const auto* address : people) {
    const bool administrator = user(address).has_role(global_administrator);
    for (const auto rule : rules) {
      for (const bool defaults : {false, true}) {
        for (const auto consent : consent_states) {
          SCOPED_TRACE(testing::Message() << address << ", " << rule_names[static_cast<int>(rule)] << ", defaults "
                                          << defaults << ", consent " << static_cast<int>(consent));
          set_rule(rule);
          set_consent(consent, address);
          ASSERT_TRUE(store->set_fact(fact::security_defaults, defaults ? "1" : ""));
          auto& sign_in = begin();
          auto page = walk_to_password(sign_in, ask_for_code().second, address);
          ++rows;

          const bool blocked = rule == Rule::block || rule == Rule::block_device_code;
          if (blocked) {
            EXPECT_EQ(page, SignInPage::blocked);
            EXPECT_EQ(store->sign_ins(1).at(0).code, 53003);
            continue;
          }
          if (rule == Rule::mfa || defaults) {
            EXPECT_EQ(page, SignInPage::register_factor) << "nobody of the demo tenant has an authenticator app yet";
            continue;
          }
          ASSERT_EQ(page, SignInPage::confirm);
          page = answer(sign_in);
          if (consent == ConsentState::of_organization || consent == ConsentState::of_user) {
            EXPECT_EQ(page, SignInPage::done);
            EXPECT_EQ(store->sign_ins(1).at(0).code, 0);
          } else if (consent == ConsentState::administrators_only && !administrator) {
            EXPECT_EQ(page, SignInPage::approval_needed);
            EXPECT_EQ(store->sign_ins(1).at(0).code, 90094);
          } else {
            EXPECT_EQ(page, SignInPage::consent);
            EXPECT_EQ(sign_ins.may_consent_for_all(sign_in), administrator);
          }
        }
      }
    }
  }
  EXPECT_EQ(rows, 96);
}

TEST_F(DecisionTable, WhatSubmissionAnswersAndThePanelShows) {
  const auto good = access_token("printer@contoso.example");
  struct Bearer {
    const char* what;
    std::string token, as;
    bool passes;
  };
  const auto tampered = [&] {
    auto token = good;
    token[token.size() / 2] = token[token.size() / 2] == 'A' ? 'B' : 'A';
    return token;
  }();
  const Bearer bearers[] = {
      {"good", good, "printer@contoso.example", true},
      {"good, by an alias", good, "scanner@contoso.example", true},
      {"of somebody else", good, "admin@contoso.example", false},
      {"for Graph", access_token("printer@contoso.example", "https://graph.microsoft.com/Mail.Read"),
       "printer@contoso.example", false},
      {"for reading only", access_token("printer@contoso.example", "https://outlook.office.com/IMAP.AccessAsUser.All"),
       "printer@contoso.example", false},
      {"tampered with", tampered, "printer@contoso.example", false},
      {"none", "", "printer@contoso.example", false},
  };
  int rows = 0;
  for (const bool organization_off : {false, true}) {
    for (const std::optional<bool> mailbox_off : {std::optional<bool>(), std::optional(false), std::optional(true)}) {
      for (const bool defaults : {false, true}) {
        for (const auto& bearer : bearers) {
          SCOPED_TRACE(testing::Message() << "organisation off " << organization_off << ", mailbox "
                                          << (mailbox_off ? *mailbox_off ? "off" : "on" : "as the organisation")
                                          << ", defaults " << defaults << ", token " << bearer.what);
          ASSERT_TRUE(store->set_fact(fact::smtp_auth_disabled, organization_off ? "1" : ""));
          ASSERT_TRUE(store->set_fact(fact::security_defaults, defaults ? "1" : ""));
          auto printer = user("printer@contoso.example");
          printer.smtp_auth_disabled = mailbox_off;
          ASSERT_TRUE(store->put(printer));

          const auto reply = reply_of(check_token(*store, tokens, bearer.as, bearer.token, clock.now()));
          ++rows;
          if (!bearer.passes) {
            EXPECT_THAT(reply, HasSubstr("535 5.7.3 Authentication unsuccessful ["));
          } else if (defaults) {
            EXPECT_THAT(reply, HasSubstr("535 5.7.139 Authentication unsuccessful, user is locked by your "
                                         "organization's security defaults policy."));
          } else if (mailbox_off.value_or(false)) {
            EXPECT_THAT(reply, HasSubstr("535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is "
                                         "disabled for the Mailbox."));
          } else if (!mailbox_off && organization_off) {
            EXPECT_THAT(reply, HasSubstr("535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is "
                                         "disabled for the Tenant."));
          } else {
            EXPECT_EQ(reply, "235");
            continue;
          }
          EXPECT_EQ(code_on_the_panel(reply), 312);
        }
      }
    }
  }
  EXPECT_EQ(rows, 84);
}

TEST_F(DecisionTable, AnAccessTokenThatIsTooOldIsRefusedAndAFreshOneIsNot) {
  const auto token = access_token("printer@contoso.example");
  for (const auto& [age, passes] : {std::pair{0min, true}, {59min, true}, {91min, false}, {7 * 24 * 60min, false}}) {
    const auto before = clock.now();
    clock.advance(age);
    EXPECT_EQ(check_token(*store, tokens, "printer@contoso.example", token, clock.now()).has_value(), passes) << age;
    clock.set(before);
  }
}

TEST_F(DecisionTable, WhatARenewalAnswersAtEachAgeAndThePanelShows) {
  struct Change {
    const char* what;
    int code;  // AADSTS; 0: renewed
    std::function<void()> make;
  };
  const std::string address = "printer@contoso.example";
  const auto with_user = [&](auto change) {
    return [this, address, change] {
      auto printer = user(address);
      change(printer);
      ASSERT_TRUE(store->put(printer));
    };
  };
  const Change changes[] = {
      {"nothing", 0, [] {}},
      {"password changed, or sessions revoked", 50173, with_user([](User& user) { ++user.generation; })},
      {"disabled", 50057, with_user([](User& user) { user.enabled = false; })},
      {"consent withdrawn", 65001, [&] { ASSERT_TRUE(store->withdraw(client, user(address).id)); }},
      {"blocked", 53003, [&] { set_rule(Rule::block); }},
      {"device code blocked", 53003, [&] { set_rule(Rule::block_device_code); }},
      {"blocked, report-only", 0, [&] { set_rule(Rule::report_block); }},
      {"SMTP AUTH off", 0, [&] { ASSERT_TRUE(store->set_fact(fact::smtp_auth_disabled, "1")); }},
  };
  for (const auto age : {1h, 89 * 24h, 90 * 24h, 91 * 24h}) {
    for (const auto& change : changes) {
      SCOPED_TRACE(testing::Message() << age << ", " << change.what);
      set_rule(Rule::none);
      set_consent(ConsentState::of_user, address);
      ASSERT_TRUE(store->set_fact(fact::smtp_auth_disabled, ""));
      with_user([](User& user) { user.enabled = true; })();
      const auto token = text(signed_in(address), "refresh_token");
      change.make();
      clock.advance(age);

      const auto answer = refresh(token);
      const bool too_old = age >= 90 * 24h && change.code != 50173 && change.code != 50057;
      const int expected = too_old ? 700082 : change.code;
      EXPECT_EQ(code_of(answer), expected);
      if (expected == 0) continue;
      const auto failure = oauth::refresh_failure({answer.error().error, answer.error().text, std::nullopt});
      EXPECT_EQ(failure.kind, FailureKind::sign_in_expired) << answer.error().error;
      EXPECT_EQ(device::words_for(failure.kind).code, 361);
    }
  }
}

TEST_F(DecisionTable, ASecondFactorThatWasGivenStaysWithTheRenewals) {
  auto administrator = user("admin@contoso.example");
  administrator.totp_secret = "JBSWY3DPEHPK3PXP";
  ASSERT_TRUE(store->put(administrator));
  set_rule(Rule::mfa);
  const auto token = text(signed_in("admin@contoso.example"), "refresh_token");
  clock.advance(30 * 24h);
  EXPECT_EQ(code_of(refresh(token)), 0);
}

}  // namespace paneltwin::net::cloud

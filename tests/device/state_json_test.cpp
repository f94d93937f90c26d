#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "device/names.hpp"

namespace paneltwin::device {

static State busy_state() {
  State state;
  state.revision = 7;
  state.email.stored.method = EmailMethod::oauth2;
  state.email.sign_in =
      StoredSignIn{EmailService::exchange_online, "printer@contoso.example", Instant{}, SignInHealth::good};
  state.email.attempts.push_back({.id = 1,
                                  .phase = SignInAttempt::Phase::waiting_for_user,
                                  .user_code = "SECRETCODE",
                                  .verification_uri = "https://microsoft.com/devicelogin",
                                  .verification_uri_complete = "https://microsoft.com/devicelogin?otc=SECRETCODE"});
  Job job{.receipt = 12, .type = JobType::scan_to_email, .phase = JobPhase::ended, .result = JobResult::failed};
  job.failure = Failure{FailureKind::not_signed_in, "no sign-in"};
  job.destinations = {"a@b.example"};
  state.log.push_back(job);
  state.glass = OriginalInfo{"invoice.pdf", 2};
  return state;
}

TEST(StateJson, tells_the_members_by_their_names) {
  const auto value = boost::json::parse(to_json(busy_state()));
  EXPECT_EQ(value.at_pointer("/revision"), 7);
  EXPECT_EQ(value.at_pointer("/email/stored/method"), "oauth2");
  EXPECT_EQ(value.at_pointer("/email/sign_in/since"), "1970-01-01T00:00:00Z");
  EXPECT_EQ(value.at_pointer("/log/0/failure/kind"), "not_signed_in");
  EXPECT_EQ(value.at_pointer("/log/0/code"), 360);
  EXPECT_EQ(value.at_pointer("/log/0/ended"), nullptr);
  EXPECT_EQ(value.at_pointer("/glass/pages"), 2);
  EXPECT_EQ(value.at_pointer("/feeder"), nullptr);
}

TEST(StateJson, leaves_the_sign_in_code_out) { EXPECT_EQ(to_json(busy_state()).find("SECRETCODE"), std::string::npos); }

TEST(Names, go_both_ways) {
  EXPECT_EQ(name_of(FileFormat::tiff_multi), "tiff_multi");
  EXPECT_EQ(named<FileFormat>("tiff_multi"), FileFormat::tiff_multi);
  EXPECT_FALSE(named<FileFormat>("gif"));
}

}  // namespace paneltwin::device

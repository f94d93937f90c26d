// Faxes through the fax server, from the original to the mail.
#include <tiffio.h>

#include "device/fax/fax_page.hpp"
#include "device/fax/fax_request.hpp"
#include "tests/device/machine_fixture.hpp"

namespace paneltwin::device {

using namespace std::chrono_literals;

class FaxTest : public MachineTest {
 protected:
  FaxTest() { originals.lay(OriginalPlace::feeder, 2); }

  Result<std::int64_t> set_server(bool use = true, std::string domain = "fax.example") {
    return ask(command::SetFaxServer{use, std::move(domain)}, Origin::web);
  }
  Result<std::int64_t> set_mail_server() {
    return ask(command::StoreEmailServer{.settings = {.method = EmailMethod::smtp_auth,
                                                      .account = "office",
                                                      .sender = "office@contoso.example",
                                                      .smtp_host = "smtp.fax.example"},
                                         .password = "secret",
                                         .role = MailRole::fax_server},
               Origin::web);
  }
  Job fax(const FaxRequest& request) {
    const auto receipt = ask(command::StartFax{request});
    EXPECT_TRUE(receipt) << receipt.error().detail;
    return receipt ? ended(*receipt) : Job{};
  }
  FailureKind refusal(const FaxRequest& request) {
    const auto answer = ask(command::StartFax{request});
    return answer ? FailureKind::canceled : answer.error().kind;
  }
  /// The message that went last.
  FakeMail::Sent sent() {
    FakeMail::Sent last;
    on_loop([&] { last = mail.sent.back(); });
    return last;
  }
};

TEST_F(FaxTest, contacts_and_groups_give_their_numbers) {
  ASSERT_TRUE(set_server());
  ASSERT_TRUE(set_mail_server());
  const auto add = [&](Contact contact) {
    contact.type = ContactType::fax;
    return static_cast<int>(ask(command::StoreContact{std::move(contact), {}}).value_or(0));
  };
  const int office = add({.name = "Office", .address = "0301"}), shop = add({.name = "Shop", .address = "0302"});
  const int all = add({.name = "All", .members = {office, shop}, .is_group = true});
  EXPECT_EQ(fax({.numbers = {"0300"}, .contacts = {shop, all}}).destinations,
            (std::vector<std::string>{"0300", "0302", "0301"}));
  EXPECT_EQ(refusal({.contacts = {77}}), FailureKind::invalid_value);
}

TEST_F(FaxTest, pages_go_as_one_bilevel_tiff_to_the_number_at_the_providers_domain) {
  ASSERT_TRUE(set_server());
  ASSERT_TRUE(set_mail_server());
  const auto job = fax({.numbers = {"0312345678", "+81-3-8765"}, .resolution = FaxResolution::fine});
  EXPECT_EQ(job.type, JobType::fax);
  EXPECT_EQ(job.result, JobResult::completed);
  EXPECT_EQ(job.destinations, (std::vector<std::string>{"0312345678", "+81-3-8765"}));
  EXPECT_EQ(job.pages_done, 2);
  const auto went = sent();
  EXPECT_EQ(went.server.host, "smtp.fax.example");
  EXPECT_EQ(went.server.secret, "secret");
  EXPECT_EQ(went.message.from, "office@contoso.example");
  EXPECT_EQ(went.message.to, (std::vector<std::string>{"0312345678@fax.example", "+81-3-8765@fax.example"}));
  ASSERT_EQ(went.files.size(), 1u);
  EXPECT_EQ(went.message.attachments[0].media_type, "image/tiff");
  EXPECT_TRUE(went.message.attachments[0].name.starts_with("FAX"));

  const auto file = temporary.path() / "fax.tif";
  ASSERT_TRUE(write_file(file, went.files[0], 0600));
  const std::unique_ptr<TIFF, decltype(&TIFFClose)> tiff(TIFFOpen(file.c_str(), "r"), &TIFFClose);
  ASSERT_TRUE(tiff);
  EXPECT_EQ(TIFFNumberOfDirectories(tiff.get()), 2);
  std::uint32_t width = 0;
  std::uint16_t compression = 0, bits = 0;
  float across = 0, down = 0;
  TIFFGetField(tiff.get(), TIFFTAG_IMAGEWIDTH, &width);
  TIFFGetField(tiff.get(), TIFFTAG_COMPRESSION, &compression);
  TIFFGetField(tiff.get(), TIFFTAG_BITSPERSAMPLE, &bits);
  TIFFGetField(tiff.get(), TIFFTAG_XRESOLUTION, &across);
  TIFFGetField(tiff.get(), TIFFTAG_YRESOLUTION, &down);
  EXPECT_EQ(width, 1728u);
  EXPECT_EQ(compression, COMPRESSION_CCITTFAX4);
  EXPECT_EQ(bits, 1);
  EXPECT_EQ(across, 204);
  EXPECT_EQ(down, 196);
}

TEST_F(FaxTest, nothing_but_a_number_gets_into_an_address) {
  for (const auto* good : {"1", "0312345678", "+49-30-1234", "*70#0301234"}) EXPECT_TRUE(is_fax_number(good)) << good;
  for (const auto* bad : {"", "+", "-", "12 34", "12@evil.example", "12\r\nBcc: x@y.example", "1+2", "12,34", "abc"}) {
    EXPECT_FALSE(is_fax_number(bad)) << bad;
  }
  EXPECT_FALSE(is_fax_number(std::string(longest_fax_number + 1, '1')));
  ASSERT_TRUE(set_server());
  ASSERT_TRUE(set_mail_server());
  EXPECT_EQ(refusal({.numbers = {"12\r\nBcc: x@y.example"}}), FailureKind::invalid_value);
  EXPECT_EQ(refusal({}), FailureKind::invalid_value);
  EXPECT_EQ(refusal({.numbers = std::vector<std::string>(11, "1")}), FailureKind::invalid_value);
}

TEST_F(FaxTest, a_domain_is_a_domain_and_there_must_be_one_to_use_the_server) {
  EXPECT_EQ(set_server(true, "").error().detail, "domain");
  EXPECT_EQ(set_server(true, "fax.example\r\nBcc: x").error().detail, "domain");
  EXPECT_EQ(set_server(true, "a@b").error().detail, "domain");
  EXPECT_TRUE(set_server(false, ""));
  EXPECT_TRUE(set_server(true, "fax.example"));
  restart();
  EXPECT_TRUE(state().fax_server->use);
  EXPECT_EQ(state().fax_server->domain, "fax.example");
}

TEST_F(FaxTest, without_a_server_or_an_original_it_is_refused) {
  EXPECT_EQ(refusal({.numbers = {"1"}}), FailureKind::fax_server_off);
  ASSERT_TRUE(set_server());
  EXPECT_EQ(refusal({.numbers = {"1"}}), FailureKind::fax_server_off);
  ASSERT_TRUE(set_mail_server());
  originals.clear();
  EXPECT_EQ(refusal({.numbers = {"1"}}), FailureKind::no_original);
}

TEST_F(FaxTest, the_fax_servers_sign_in_is_its_own) {
  ASSERT_TRUE(set_server());
  ASSERT_TRUE(press_ok(sign_in_at_page()));
  ASSERT_TRUE(ask(command::StoreEmailServer{.settings = {.method = EmailMethod::oauth2}, .role = MailRole::fax_server},
                  Origin::web));
  const auto not_signed_in = fax({.numbers = {"1"}});
  ASSERT_TRUE(not_signed_in.failure);
  EXPECT_EQ(words_for(not_signed_in.failure->kind).code, 360);

  const auto id = ask(command::BeginSignIn{EmailService::exchange_online, MailRole::fax_server}, Origin::web).value();
  until([](const State& now) {
    return !now.fax_server->email.attempts.empty() &&
           now.fax_server->email.attempts[0].phase == SignInAttempt::Phase::waiting_for_user;
  });
  EXPECT_TRUE(state().email.attempts.empty());
  on_loop([&] { identity.sign_in_as("fax@contoso.example"); });
  until([](const State& now) { return now.fax_server->email.attempts[0].phase == SignInAttempt::Phase::signed_in; });
  // An attempt for one server is no sign-in for another.
  EXPECT_EQ(press_ok(id).error().kind, FailureKind::not_found);
  ASSERT_TRUE(ask(
      command::StoreEmailServer{
          .settings = {.method = EmailMethod::oauth2}, .sign_in = id, .role = MailRole::fax_server},
      Origin::web));
  restart();
  EXPECT_EQ(state().fax_server->email.sign_in->account, "fax@contoso.example");
  EXPECT_EQ(state().email.sign_in->account, "printer@contoso.example");
  EXPECT_EQ(fax({.numbers = {"1"}}).from, "fax@contoso.example");
}

TEST_F(FaxTest, numbers_used_are_remembered_newest_first) {
  ASSERT_TRUE(set_server());
  ASSERT_TRUE(set_mail_server());
  fax({.numbers = {"1"}});
  fax({.numbers = {"2", "1"}});
  restart();
  EXPECT_EQ(state().fax_server->recent_numbers, (std::vector<std::string>{"2", "1"}));
  EXPECT_TRUE(state().recent_recipients.empty());
}

TEST_F(FaxTest, a_fax_in_the_spool_goes_after_a_power_cut_and_only_once) {
  ASSERT_TRUE(set_server());
  ASSERT_TRUE(set_mail_server());
  on_loop([&] { mail.holds = true; });
  const auto receipt = ask(command::StartFax{{.numbers = {"1"}}}).value();
  for (int i = 0; i < 20; ++i) pass(500ms);
  on_loop([&] { ASSERT_EQ(mail.sent.size(), 1u); });
  power_cut();
  on_loop([&] { mail.holds = false; });
  EXPECT_EQ(ended(receipt).result, JobResult::completed);
  on_loop([&] {
    ASSERT_EQ(mail.sent.size(), 2u);
    EXPECT_EQ(mail.sent[0].message.message_id, mail.sent[1].message.message_id);
    EXPECT_EQ(mail.sent[1].message.to, std::vector<std::string>{"1@fax.example"});
  });
}

TEST(FaxPage, has_a_fax_machines_grid) {
  Image scan{1687, 2386, 204, {}};
  scan.rgb.assign(static_cast<std::size_t>(scan.width) * static_cast<std::size_t>(scan.height) * 3, 0);
  const auto page = fax_page(scan, FaxResolution::standard);
  EXPECT_EQ(page.width, 1728);
  EXPECT_EQ(page.height, 2386 * 98 / 204);
  EXPECT_EQ(page.dpi, 204);
  EXPECT_EQ(page.vertical_dpi, 98);
  const auto middle = static_cast<std::size_t>(page.height / 2) * 1728 * 3;
  EXPECT_EQ(page.rgb[middle], 0xFF);            // white beside the page
  EXPECT_EQ(page.rgb[middle + 864 * 3], 0x00);  // black on it
  scan.width = 1734;                            // Letter: a hair wider than the line
  scan.rgb.assign(static_cast<std::size_t>(scan.width) * static_cast<std::size_t>(scan.height) * 3, 0);
  EXPECT_EQ(fax_page(scan, FaxResolution::fine).width, 1728);
}

}  // namespace paneltwin::device

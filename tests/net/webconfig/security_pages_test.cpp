// Certificates, the audit log and what else is Web Config's own to keep safe.
#include <gmock/gmock.h>
#include <openssl/pkcs12.h>

#include "device/security/openssl_types.hpp"
#include "net/tls/authority.hpp"
#include "net/webconfig/menu.hpp"
#include "tests/net/webconfig/web_fixture.hpp"

namespace paneltwin::net::webconfig {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class SecurityPages : public WebFixture {
 protected:
  TemporaryFolder certificates;
  std::unique_ptr<tls::Authority> authority =
      std::move(*tls::Authority::open(certificates.path(), {"printer.test"}, clock.now()));
  std::string file(const char* name) { return device::read_file(certificates.path() / name).value(); }

  device::openssl::Certificate certificate(const char* name) {
    return device::openssl::Certificate(
        PEM_read_bio_X509(device::openssl::memory_of(file(name)).get(), nullptr, nullptr, nullptr));
  }
  device::openssl::Key key(const char* name) {
    return device::openssl::Key(
        PEM_read_bio_PrivateKey(device::openssl::memory_of(file(name)).get(), nullptr, nullptr, nullptr));
  }
  static std::string der_of(X509* one) {
    return written([one](BIO* to) { i2d_X509_bio(to, one); });
  }
  static std::string der_of(EVP_PKEY* one) {
    return written([one](BIO* to) { i2d_PrivateKey_bio(to, one); });
  }
  std::string pkcs12(const char* under) {
    const std::unique_ptr<PKCS12, device::openssl::Freed<PKCS12_free>> box(PKCS12_create(
        under, "printer", key("server-key.pem").get(), certificate("server.pem").get(), nullptr, 0, 0, 0, 0, 0));
    return written([&](BIO* to) { i2d_PKCS12_bio(to, box.get()); });
  }
  template <class Write>
  static std::string written(Write write) {
    const device::openssl::Memory memory(BIO_new(BIO_s_mem()));
    write(memory.get());
    return device::openssl::text_of(memory);
  }
};

TEST_F(SecurityPages, a_ca_certificate_is_imported_shown_and_deleted) {
  log_in(password);
  const auto page = address("NWS_CERT_CA");
  const auto import = [&](const std::string& content) {
    return upload(page, address("NWS_CERT_CA", "SET"), {}, {{"cert0", content}}).body;
  };
  EXPECT_THAT(import("no certificate"), HasSubstr("The file is not a certificate."));
  EXPECT_THAT(import(file("server.pem")), HasSubstr("The certificate is not a CA certificate."));
  EXPECT_THAT(import(file("ca.pem")), HasSubstr("Setup complete"));
  const auto state = machine->snapshot();
  ASSERT_EQ(state->authorities.size(), 1U);
  EXPECT_THAT(get(page).body, HasSubstr("PanelTwin Authority"));
  EXPECT_THAT(
      submit(page, address("NWS_CERT_CA", "DELETE"), {{"INPUTT_FINGERPRINT", state->authorities[0].fingerprint}}).body,
      HasSubstr("Setup complete"));
  EXPECT_TRUE(machine->snapshot()->authorities.empty());
}

class OwnCertificate : public SecurityPages {
 protected:
  OwnCertificate() {
    web->serve_by({&served, [this] { ++restarts; }});
    log_in(password);
  }
  /// As the programs that renew certificates do it.
  std::string import(const Fields& files) {
    return upload(address("NWS_CERT_SSLTLS", "CA_IMPORT"), "/PRESENTATIONEX/CERT/IMPORT_CHAIN", {{"format", "pem_der"}},
                  files)
        .body;
  }
  std::string use(const std::string& which) {
    return submit(address("NWS_CERT_SSLTLS"), address("NWS_CERT_SSLTLS", "SET"), {{"SEL_SSLTLSUSECERT", which}}).body;
  }
  TemporaryFolder kept;
  tls::ServerCertificate served{kept.path(), *authority};
  int restarts = 0;
};

TEST_F(OwnCertificate, is_imported_used_and_the_service_starts_anew) {
  EXPECT_THAT(get(address("NWS_CERT_SSLTLS")).body, HasSubstr("<option value=\"SELF-SIGNED_CERT\" selected>"));
  EXPECT_THAT(import({{"cert0", file("server.pem")}, {"cert1", file("ca.pem")}, {"key", file("server-key.pem")}}),
              HasSubstr("Setup complete"));
  EXPECT_EQ(restarts, 0) << "it is not in use yet";
  EXPECT_THAT(use("CA-SIGNED_CERT"), HasSubstr("Shutting down"));
  loop.sync([] {});  // it starts anew after it has answered
  EXPECT_EQ(restarts, 1);
  EXPECT_EQ(served.in_use(), tls::ServerCertificate::Kind::ca_signed);
  EXPECT_EQ(get(address("NWS_CERT_SSLTLS")).status, 303) << "who was logged in is logged off";

  log_in(password);
  EXPECT_THAT(get(address("NWS_CERT_SSLTLS")).body, HasSubstr("<option value=\"CA-SIGNED_CERT\" selected>"));
  EXPECT_THAT(import({{"cert0", file("ca.pem")}, {"cert1", file("server.pem")}, {"key", file("server-key.pem")}}),
              HasSubstr("Shutting down"))
      << "in another order, and in use";
  const tls::ServerCertificate again(kept.path(), *authority);
  EXPECT_EQ(again.in_use(), tls::ServerCertificate::Kind::ca_signed) << "kept over a restart";
}

TEST_F(OwnCertificate, comes_in_der_or_in_one_pkcs_12_as_well) {
  EXPECT_THAT(import({{"cert0", der_of(certificate("server.pem").get())},
                      {"cert1", der_of(certificate("ca.pem").get())},
                      {"key", der_of(key("server-key.pem").get())}}),
              HasSubstr("Setup complete"));
  EXPECT_EQ(served.brought()->subject, "PanelTwin");

  const auto whole = [&](const std::string& content, const std::string& under) {
    return upload(address("NWS_CERT_SSLTLS", "CA_IMPORT"), "/PRESENTATIONEX/CERT/IMPORT_CHAIN",
                  {{"format", "pkcs12"}, {"INPUTT_PASSWORD", under}}, {{"cert0", content}})
        .body;
  };
  const auto box = pkcs12("open sesame");
  EXPECT_THAT(whole(box, "wrong"), Not(HasSubstr("Setup complete")));
  EXPECT_THAT(whole(box.substr(0, box.size() / 2), "open sesame"), Not(HasSubstr("Setup complete")));
  EXPECT_THAT(whole("", "open sesame"), Not(HasSubstr("Setup complete")));
  EXPECT_THAT(whole(box, "open sesame"), HasSubstr("Setup complete"));
  EXPECT_THAT(use("CA-SIGNED_CERT"), HasSubstr("Shutting down"));
  await([](const device::State& state) { return state.brought_certificate; });  // and the printed sheet says so
}

TEST_F(SecurityPages, a_ca_certificate_may_come_in_der) {
  log_in(password);
  EXPECT_THAT(upload(address("NWS_CERT_CA"), address("NWS_CERT_CA", "SET"), {},
                     {{"cert0", der_of(certificate("ca.pem").get())}})
                  .body,
              HasSubstr("Setup complete"));
  EXPECT_EQ(machine->snapshot()->authorities.at(0).subject, "PanelTwin Authority");
}

TEST_F(OwnCertificate, what_does_not_fit_is_told_and_changes_nothing) {
  EXPECT_THAT(import({}), HasSubstr("A certificate cannot be read."));
  EXPECT_THAT(import({{"cert0", "x"}, {"key", file("server-key.pem")}}), HasSubstr("A certificate cannot be read."));
  EXPECT_THAT(import({{"cert0", file("server.pem")}, {"key", "x"}}), HasSubstr("The private key cannot be read."));
  EXPECT_THAT(import({{"cert0", file("server.pem")}, {"key", file("ca-key.pem")}}),
              HasSubstr("The private key does not belong to the certificate."));
  EXPECT_THAT(use("CA-SIGNED_CERT"), Not(HasSubstr("Shutting down")));
  EXPECT_EQ(restarts, 0);
}

TEST_F(OwnCertificate, every_input_has_a_name_and_a_value_for_the_programs_that_collect_them) {
  const auto page = get(address("NWS_CERT_SSLTLS", "CA_IMPORT")).body;
  for (auto at = page.find("<input"); at != std::string::npos; at = page.find("<input", at + 1)) {
    const auto tag = page.substr(at, page.find('>', at) - at);
    EXPECT_THAT(tag, testing::AllOf(HasSubstr(" name=\""), HasSubstr(" value=\""))) << tag;
  }
}

TEST_F(SecurityPages, the_audit_log_is_listed_and_comes_as_csv) {
  log_in("wrong password");
  log_in(password);
  const auto page = address("ADMIN_AUDITLOG");
  EXPECT_THAT(get(page).body, HasSubstr("Log-in"));
  const auto csv = submit(page, address("ADMIN_AUDITLOG", "OUTPUT.CSV"), {}).body;
  EXPECT_THAT(csv, testing::StartsWith("\"No.\",\"Date/Time\",\"User\",\"From\",\"Event\",\"Result\",\"Details\"\r\n"));
  EXPECT_THAT(csv, HasSubstr("\"Failed\",\"wrong_password\""));
  EXPECT_THAT(csv, Not(HasSubstr(password)));
  EXPECT_THAT(get(page).body, AllOf(HasSubstr("The password is incorrect."), Not(HasSubstr("wrong_password"))));
  EXPECT_THAT(submit(page, address("ADMIN_AUDITLOG", "SET"), {{"INPUTR_AUDITLOG", "OFF"}}).body,
              HasSubstr("Setup complete"));
  EXPECT_FALSE(machine->snapshot()->settings.is_on("audit-log"));
}

TEST_F(SecurityPages, the_audit_log_tells_in_the_visitors_language_who_did_what) {
  log_in(password);
  submit(address("SYS_ENASAVE"), address("SYS_ENASAVE", "SET"), {{"INPUTT_SLEEPTIMER", "30"}});
  submit(address("SYS_RESTORE"), address("SYS_RESTORE", "SET"), {{"INPUTR_RESTORE", "scan"}});
  cookies["EPSON_COOKIE_LANG"] = "lang_b&1/lang_a&11";
  const auto page = get(address("ADMIN_AUDITLOG")).body;
  for (const auto* said : {"<td class=\"value\">管理员</td>", "睡眠定时器</td>", "扫描设置</td>"}) {
    EXPECT_THAT(page, HasSubstr(said));
  }
  for (const auto* kept : {">Administrator<", "sleep-timer", ">scan<"}) EXPECT_THAT(page, Not(HasSubstr(kept)));
}

TEST_F(SecurityPages, a_model_without_a_memory_device_has_no_external_interface) {
  log_in(password);
  EXPECT_EQ(get(address("SEC_EXTERNALIF")).status, 404) << "this model has no such port";
}

class WithMemoryDevice : public WebFixture {
 protected:
  WithMemoryDevice() : WebFixture({"scan-to-email", "memory-device"}) { log_in(password); }
};

TEST_F(WithMemoryDevice, its_interface_is_disabled_and_that_is_logged) {
  const auto page = address("SEC_EXTERNALIF");
  EXPECT_THAT(get(page).body, HasSubstr("id=\"INPUTR_MEMORYDEVICE-ON\" value=\"ON\" checked"));
  EXPECT_THAT(submit(page, address("SEC_EXTERNALIF", "SET"), {{"INPUTR_MEMORYDEVICE", "OFF"}}).body,
              HasSubstr("Setup complete"));
  EXPECT_EQ(machine->snapshot()->settings.text("memory-device-interface"), "off");
  EXPECT_THAT(get(address("ADMIN_AUDITLOG")).body, HasSubstr("Memory Device Interface</td>"));
}

class SettingPages : public SecurityPages {};

TEST_F(SettingPages, a_declared_setting_is_a_field_and_what_it_may_not_be_is_marked) {
  log_in(password);
  const auto page = address("SYS_ENASAVE"), set = address("SYS_ENASAVE", "SET");
  EXPECT_THAT(get(page).body, HasSubstr("<option value=\"15\" selected>15 min</option>"));
  EXPECT_THAT(submit(page, set, {{"INPUTT_SLEEPTIMER", "999"}}).body, HasSubstr("Choose one of the values."));
  EXPECT_THAT(submit(page, set, {{"INPUTT_SLEEPTIMER", "42"}}).body, HasSubstr("Setup complete"));
  EXPECT_EQ(machine->snapshot()->settings.number("sleep-timer"), 42) << "a program may set what no list offers";
  EXPECT_THAT(get(page).body, HasSubstr("<option value=\"42\" selected>42 min</option>"));
}

TEST_F(SettingPages, a_number_that_the_panel_offers_in_a_list_is_a_list_with_the_panels_words) {
  log_in(password);
  const auto scan = get(address("SCAN_EMAIL")).body;
  EXPECT_THAT(scan, HasSubstr("<option value=\"200\" selected>200 dpi</option>"));
  EXPECT_THAT(scan, HasSubstr("<option value=\"30\">30 MB</option>"));
  EXPECT_THAT(get(address("SYS_DATETIME")).body, HasSubstr("<option value=\"345\">UTC+05:45</option>"));
  for (const auto* id : {"SCAN_EMAIL", "SYS_DATETIME", "SYS_ENASAVE"}) {
    EXPECT_THAT(get(address(id)).body, Not(HasSubstr("inputmode=\"numeric\""))) << id;
  }
  const auto set = address("SCAN_EMAIL", "SET");
  EXPECT_THAT(submit(address("SCAN_EMAIL"), set, {{"INPUTT_RESOLUTION", "400"}}).body, HasSubstr("Setup complete"));
  EXPECT_EQ(machine->snapshot()->settings.number("scan-resolution"), 400);
  for (const auto* wrong : {"250", "-200", "400dpi", "", "99999999999999999999"}) {
    EXPECT_THAT(submit(address("SCAN_EMAIL"), set, {{"INPUTT_RESOLUTION", wrong}}).body,
                HasSubstr("Choose one of the values."))
        << wrong;
  }
}

TEST_F(SettingPages, choices_are_posted_in_capitals) {
  log_in(password);
  cookies["EPSON_COOKIE_LANG"] = "lang_b&1/lang_a&1";
  const auto page = address("SYS_CONTROLPANEL"), set = address("SYS_CONTROLPANEL", "SET");
  EXPECT_THAT(
      submit(page, set, {{"INPUTD_KEYBOARD", "AZERTY"}, {"INPUTR_MUTE", "ON"}, {"INPUTD_LANGUAGE", "zh-CN"}}).body,
      HasSubstr("Setup complete"));
  const auto state = machine->snapshot();
  EXPECT_EQ(state->settings.text("keyboard"), "azerty");
  EXPECT_TRUE(state->settings.is_on("mute"));
  EXPECT_EQ(state->basic.language, "zh-CN");
  EXPECT_THAT(submit(page, set, {{"INPUTD_KEYBOARD", "DVORAK"}}).body, HasSubstr("Choose one of the values."));
}

TEST_F(SettingPages, the_clock_is_set_with_its_time_difference) {
  log_in(password);
  const auto page = address("SYS_DATETIME"), set = address("SYS_DATETIME", "SET");
  EXPECT_THAT(get(page).body, HasSubstr("name=\"INPUTT_DATE\" value=\"2026-11-23\""));
  EXPECT_THAT(submit(page, set, {{"INPUTT_DATE", "2026-13-01"}}).body, HasSubstr("The value is not valid."));
  EXPECT_THAT(
      submit(page, set, {{"INPUTT_TIMEDIFFERENCE", "60"}, {"INPUTT_DATE", "2030-01-02"}, {"INPUTT_TIME", "10:20"}})
          .body,
      HasSubstr("Setup complete"));
  EXPECT_THAT(get(address("INFO_PRTINFO")).body, HasSubstr("01-02-2030 AM 10:20 UTC+01:00"));
}

TEST_F(SettingPages, go_out_as_a_file_come_back_and_are_restored) {
  log_in(password);
  submit(address("SYS_ENASAVE"), address("SYS_ENASAVE", "SET"), {{"INPUTT_SLEEPTIMER", "42"}});
  const auto file = submit(address("SYS_EXPORT"), address("SYS_EXPORT", "SET"), {{"INPUTT_PASSWORD", ""}});
  EXPECT_THAT(http::value_of(file.headers, "Content-Disposition").value_or(""), HasSubstr("settings.txt"));
  EXPECT_THAT(file.body, HasSubstr("sleep-timer = 42\n"));

  EXPECT_THAT(submit(address("SYS_RESTORE"), address("SYS_RESTORE", "SET"), {{"INPUTR_RESTORE", "all"}}).body,
              HasSubstr("Setup complete"));
  EXPECT_EQ(machine->snapshot()->settings.number("sleep-timer"), 15);

  const auto import = [&](const std::string& content) {
    return upload(address("SYS_IMPORT"), address("SYS_IMPORT", "SET"), {}, {{"FILE", content}}).body;
  };
  EXPECT_THAT(import("hello"), HasSubstr("FILE.pem:1: this is not a file of settings."));
  EXPECT_THAT(import("# PanelTwin settings 1\nkeyboard = azerty\nsleep-timer = 999\n"),
              HasSubstr("FILE.pem:3: sleep-timer cannot be set so."));
  EXPECT_EQ(machine->snapshot()->settings.text("keyboard"), "qwerty");
  EXPECT_THAT(import(file.body), HasSubstr("Setup complete"));
  EXPECT_EQ(machine->snapshot()->settings.number("sleep-timer"), 42);
}

}  // namespace paneltwin::net::webconfig

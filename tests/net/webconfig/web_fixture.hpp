// A machine with its web pages, and a browser to visit them with. The sign-in service and the mail server are played by
// the test.
#pragma once

#include <future>
#include <memory>
#include <regex>

#include <gtest/gtest.h>

#include "device/device.hpp"
#include "net/webconfig/webconfig.hpp"
#include "tests/device/temporary_folder.hpp"

namespace paneltwin::net::webconfig {

/// A sign-in service that answers when the test says so.
struct PlayedIdentity : device::Identity {
  device::Result<device::DeviceGrant> grant = device::DeviceGrant{.user_code = "H4XD9KQ2M",
                                                                  .verification_uri = "https://cloud.test/devicelogin",
                                                                  .device_code = "secret-device-code"};
  std::move_only_function<void(device::Result<device::Tokens>)> decide;  // what the person does; loop only

  void begin(device::EmailService, std::stop_token,
             std::move_only_function<void(device::Result<device::DeviceGrant>)> done) override {
    done(grant);
  }
  void await_grant(device::EmailService, device::DeviceGrant, std::stop_token,
                   std::move_only_function<void(device::Result<device::Tokens>)> done) override {
    decide = std::move(done);
  }
  void refresh(device::EmailService, std::string, std::stop_token,
               std::move_only_function<void(device::Result<device::Tokens>)> done) override {
    done(device::Tokens{.access_token = "access", .refresh_token = "refresh", .account = "printer@contoso.example"});
  }
};

struct PlayedMail : device::MailTransport {
  device::Result<void> test_result;
  device::MailServer tested;

  void send(device::MailServer, device::MailMessage, std::move_only_function<void()>, std::stop_token,
            std::move_only_function<void(device::Result<device::MailReceipt>)> done) override {
    done(device::MailReceipt{"250 OK"});
  }
  void test(device::MailServer server, std::string, std::stop_token,
            std::move_only_function<void(device::Result<void>)> done) override {
    tested = std::move(server);
    done(test_result);
  }
};

struct NoOriginals : device::Originals {
  [[nodiscard]] std::optional<device::OriginalInfo> at(device::OriginalPlace) const override { return std::nullopt; }
  [[nodiscard]] device::Result<device::Image> scan(device::OriginalPlace, int, int) const override {
    return device::fail(device::FailureKind::no_original);
  }
};

struct OpenTray : device::PaperTray {
  device::Result<void> put(const std::string&, const std::string&) override { return {}; }
};

class WebFixture : public testing::Test {
 protected:
  using Fields = http::Fields;

  /// A machine of a model with these functions, and with this firmware.
  explicit WebFixture(std::vector<std::string> functions = {"scan-to-email", "fax", "fax-server"},
                      const std::string& firmware = "07.84.GW19Q3") {
    auto opened = device::Device::open(
        loop, {clock, identity, mail, originals, tray}, texts, assets,
        {.folder = folder.path() / "device",
         .product = {.model_id = "large",
                     .model_name = "PT-C6000 Series",
                     .firmware = firmware,
                     .functions = std::move(functions),
                     .oauth2_firmware = "07.60.GW10P4"},
         .services = {{device::EmailService::exchange_online, {"Microsoft Exchange Online", "smtp.cloud.test"}},
                      {device::EmailService::outlook_com, {"Outlook.com", "smtp.outlook.test"}}}});
    EXPECT_TRUE(opened) << (opened ? "" : opened.error().detail);
    machine = std::move(*opened);
    password = machine->label().administrator_password;
    web = std::make_unique<WebConfig>(loop, *machine, clock, texts, assets);
    clock.stand();
    loop.start();
  }
  ~WebFixture() override { loop.stop(); }

  /// Sends it with the browser's cookies and keeps those that come back.
  http::Response send(http::Request request) {
    request.secure = true;
    request.host = "127.0.0.1:8443";
    request.peer = "127.0.0.1";
    std::string line;
    for (const auto& [name, value] : cookies) line += (line.empty() ? "" : "; ") + name + "=" + value;
    request.headers.emplace_back("Cookie", line);
    std::promise<http::Response> promise;
    auto future = promise.get_future();
    loop.post([&] { web->handle(request, [&](http::Response response) { promise.set_value(std::move(response)); }); });
    if (future.wait_for(std::chrono::seconds(60)) != std::future_status::ready) {
      ADD_FAILURE() << "no answer in 60 s to " << request.path;
      std::abort();  // the answer would come to what is gone
    }
    auto response = future.get();
    for (const auto& [name, value] : response.headers) {
      if (name != "Set-Cookie") continue;
      const auto equals = value.find('=');
      cookies[value.substr(0, equals)] = value.substr(equals + 1, value.find(';') - equals - 1);
    }
    return response;
  }

  http::Response get(const std::string& target) {
    http::Request request{.method = "GET", .target = target, .path = target.substr(0, target.find('?'))};
    if (const auto mark = target.find('?'); mark != std::string::npos) {
      request.query = http::parse_form(target.substr(mark + 1)).value();
    }
    return send(std::move(request));
  }

  http::Response post(const std::string& path, const Fields& fields, const std::string& origin = "") {
    http::Request request{.method = "POST", .target = path, .path = path};
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    if (!origin.empty()) request.headers.emplace_back("Origin", origin);
    for (const auto& [name, value] : fields) {
      request.body += http::percent_encode(name) + "=" + http::percent_encode(value) + "&";
    }
    return send(std::move(request));
  }

  /// `fields` with the set-up token of the page at `from`, as a browser would send them.
  http::Response submit(const std::string& from, const std::string& to, Fields fields) {
    fields.emplace_back("INPUTT_SETUPTOKEN", token_of(get(from)));
    return post(to, fields);
  }

  /// As browsers and scripts send a form with files, with the set-up token of the page at `from`.
  http::Response upload(const std::string& from, const std::string& to, const Fields& fields, const Fields& files) {
    http::Request request{.method = "POST", .target = to, .path = to};
    request.headers = {{"Content-Type", "multipart/form-data; boundary=x"}};
    const auto add = [&](const std::string& head, const std::string& content) {
      request.body += "--x\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + content + "\r\n";
    };
    add("name=\"INPUTT_SETUPTOKEN\"", token_of(get(from)));
    for (const auto& [name, value] : fields) add("name=\"" + name + "\"", value);
    for (const auto& [name, content] : files) add("name=\"" + name + "\"; filename=\"" + name + ".pem\"", content);
    request.body += "--x--\r\n";
    return send(std::move(request));
  }

  static std::string token_of(const http::Response& page) {
    std::smatch found;
    const std::regex token(R"re(name="INPUTT_SETUPTOKEN"\s+value="([^"]+)")re");
    return std::regex_search(page.body, found, token) ? found[1].str() : "";
  }

  http::Response log_in(const std::string& with) {
    return post("/PRESENTATION/ADVANCED/PASSWORD/SET", {{"INPUTT_USERNAME", ""},
                                                        {"access", "https"},
                                                        {"INPUTT_PASSWORD", with},
                                                        {"INPUTT_ACCSESSMETHOD", "0"},
                                                        {"INPUTT_DUMMY", ""}});
  }

  static std::string location(const http::Response& response) {
    return http::value_of(response.headers, "Location").value_or("");
  }

  /// Waits until the machine's state is so.
  void await(const std::function<bool(const device::State&)>& so) {
    std::promise<void> reached;
    bool done = false;
    const auto look = [&](const device::Snapshot& state) {
      if (!done && so(*state)) reached.set_value(), done = true;
    };
    auto subscription = machine->subscribe(look);
    loop.post([&] { look(machine->snapshot()); });
    EXPECT_EQ(reached.get_future().wait_for(std::chrono::seconds(60)), std::future_status::ready);
    loop.sync([&] { subscription.reset(); });
  }

  [[nodiscard]] device::EmailServer email() const { return machine->snapshot()->email; }

  TemporaryFolder folder;
  const device::Assets assets{{PANELTWIN_SOURCE_DIR "/assets"}};
  const device::Texts texts = device::Texts::load(assets).value();
  device::Loop loop;
  device::Clock clock{loop, *device::from_iso8601("2026-11-23T09:30:00Z")};
  PlayedIdentity identity;
  PlayedMail mail;
  NoOriginals originals;
  OpenTray tray;
  std::unique_ptr<device::Device> machine;
  std::unique_ptr<WebConfig> web;
  std::string password;
  std::map<std::string, std::string> cookies;
};

}  // namespace paneltwin::net::webconfig

// The panel over the real machine, without a network: what is tapped arrives, and what the machine says is shown.
#include <condition_variable>
#include <mutex>

#include <gtest/gtest.h>

#include "panel/panel.hpp"
#include "panel/render/offscreen.hpp"
#include "tests/device/temporary_folder.hpp"

namespace paneltwin::panel {

using namespace std::chrono_literals;

namespace {

struct NoIdentity final : device::Identity {
  void begin(device::EmailService, std::stop_token,
             std::move_only_function<void(device::Result<device::DeviceGrant>)> done) override {
    done(device::fail(device::FailureKind::dns));
  }
  void await_grant(device::EmailService, device::DeviceGrant, std::stop_token,
                   std::move_only_function<void(device::Result<device::Tokens>)> done) override {
    done(device::fail(device::FailureKind::dns));
  }
  void refresh(device::EmailService, std::string, std::stop_token,
               std::move_only_function<void(device::Result<device::Tokens>)> done) override {
    done(device::fail(device::FailureKind::dns));
  }
};

struct NoMail final : device::MailTransport {
  void send(device::MailServer, device::MailMessage, std::move_only_function<void()>, std::stop_token,
            std::move_only_function<void(device::Result<device::MailReceipt>)> done) override {
    done(device::fail(device::FailureKind::communication));
  }
  void test(device::MailServer, std::string, std::stop_token,
            std::move_only_function<void(device::Result<void>)> done) override {
    done(device::fail(device::FailureKind::communication));
  }
};

struct OneSheet final : device::Originals {
  std::optional<device::OriginalInfo> at(device::OriginalPlace place) const override {
    if (place == device::OriginalPlace::glass) return device::OriginalInfo{"sheet.png", 1};
    return std::nullopt;
  }
  device::Result<device::Image> scan(device::OriginalPlace, int, int dpi) const override {
    device::Image image{.width = 16, .height = 16, .dpi = dpi, .rgb = {}};
    image.rgb.assign(16 * 16 * 3, 255);
    return image;
  }
};

struct CountingTray final : device::PaperTray {
  std::atomic<int> sheets = 0;
  device::Result<void> put(const std::string&, const std::string&) override {
    ++sheets;
    return {};
  }
};

}  // namespace

class PanelOnDevice : public testing::Test {
 protected:
  void SetUp() override {
    auto context = OffscreenContext::open();
    ASSERT_TRUE(context) << context.error().detail;
    context_ = std::move(*context);
    auto opened = device::Device::open(loop_, {clock_, identity_, mail_, originals_, tray_}, texts_, assets_,
                                       {.folder = folder_.path(), .product = {"large", "PT-C6000 Series"}});
    ASSERT_TRUE(opened) << opened.error().detail;
    machine = std::move(*opened);
    loop_.start();
    auto shown = Panel::open(*machine, clock_, texts_, assets_,
                             {.model = load_model(assets_, "large").value(), .animate = false});
    ASSERT_TRUE(shown) << shown.error().str();
    panel = std::move(*shown);
    panel->on_wake([this] {
      {
        const std::lock_guard lock(mutex_);
        woken_ = true;
      }
      awake_.notify_one();
    });
    panel->settle();
  }
  void TearDown() override {
    panel.reset();
    loop_.stop();
    machine.reset();
  }

  /// Draws frames as they are asked for until `so`; false when nothing more came for a long while.
  template <class Condition>
  bool until(Condition so) {
    for (panel->settle(); !so(); panel->settle()) {
      std::unique_lock lock(mutex_);
      if (!awake_.wait_for(lock, 60s, [this] { return woken_; })) return false;
      woken_ = false;
    }
    return true;
  }
  [[nodiscard]] const Node* node(std::string_view on) const { return find(panel->tree(), on); }
  bool until_there(std::string_view on) {
    return until([&] { return node(on) != nullptr; });
  }
  void tap(std::string_view on) {
    ASSERT_TRUE(until_there(on)) << on << " is not on " << panel->screen();
    const auto rect = node(on)->rect;
    panel->input(PointerDown{rect.x + rect.width / 2, rect.y + rect.height / 2});
    panel->input(PointerUp{rect.x + rect.width / 2, rect.y + rect.height / 2});
    panel->settle();
  }
  void type(std::string text) {
    panel->input(TextInput{std::move(text)});
    panel->input(KeyPress{"Enter"});
    panel->settle();
  }

 private:
  device::Loop loop_;
  TemporaryFolder folder_;
  device::Assets assets_{{std::filesystem::path(PANELTWIN_SOURCE_DIR) / "assets"}};
  device::Texts texts_ = device::Texts::load(assets_).value();
  NoIdentity identity_;
  NoMail mail_;
  OneSheet originals_;
  std::unique_ptr<OffscreenContext> context_;
  std::mutex mutex_;
  std::condition_variable awake_;
  bool woken_ = false;

 protected:
  device::Clock clock_{loop_, device::from_iso8601("2026-11-23T09:30:00Z").value()};
  CountingTray tray_;
  std::unique_ptr<device::Device> machine;
  std::unique_ptr<Panel> panel;
};

TEST_F(PanelOnDevice, the_administrator_locks_the_settings_and_unlocks_them) {
  const auto password = machine->label().administrator_password;
  ASSERT_TRUE(panel->open_screen("lock-setting"));
  panel->settle();
  tap("on");
  type("not it");
  ASSERT_TRUE(until_there("The password is incorrect."));
  tap("ok");
  type(password);
  ASSERT_TRUE(until([&] { return machine->snapshot()->admin.lock_setting; }));
  tap("lock");
  tap("yes");
  ASSERT_TRUE(until([&] { return !machine->snapshot()->admin.panel_logged_in; }));
  tap("settings");
  tap("language");
  type(password);
  tap("zh-CN");
  EXPECT_TRUE(until_there("设置"));
  EXPECT_EQ(machine->snapshot()->basic.language, "zh-CN");
}

TEST_F(PanelOnDevice, a_scan_that_nobody_signed_in_for_says_the_guides_words_and_360) {
  machine->post(device::command::SetSetting{"language", "zh-CN"});
  device::EmailServerSettings oauth;
  oauth.method = device::EmailMethod::oauth2;
  machine->post(device::command::StoreEmailServer{oauth, {}, {}}, {}, device::Origin::web);
  tap("扫描");
  tap("电子邮件");
  tap("recipient");
  type("alex.wilber@contoso.example");
  tap("send");
  ASSERT_TRUE(until_there("要使用此功能，您必须登录您的电子邮件服务。请联系您的管理员。"));
  tap("ok");
  ASSERT_TRUE(until([&] { return machine->snapshot()->notices.empty(); }));
  tap("job-status");
  tap("job-1");
  ASSERT_TRUE(until_there("error-code"));
  EXPECT_EQ(node("error-code")->value, "360");
}

TEST_F(PanelOnDevice, it_falls_asleep_and_a_touch_wakes_it) {
  tap("settings");
  clock_.advance(15min);
  ASSERT_TRUE(until_there("asleep"));
  panel->input(PointerDown{100, 300});
  panel->input(PointerUp{100, 300});
  ASSERT_TRUE(until([&] { return machine->snapshot()->power == device::PowerState::on && node("scan"); }));
  EXPECT_EQ(panel->screen(), "home");
}

}  // namespace paneltwin::panel

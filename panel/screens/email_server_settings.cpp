// Network Settings > Advanced > Email Server > Server Settings. OAuth2 is set in Web Config alone: here it only shows.
#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>

#include "device/names.hpp"
#include "panel/screens/administrator.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/email_server_screens.hpp"
#include "panel/screens/form_rows.hpp"
#include "panel/screens/page.hpp"

namespace paneltwin::panel {

namespace {

constexpr std::size_t longest_server_password = 20;

/// What is on the page until OK.
struct ServerForm {
  device::EmailServerSettings settings;
  std::optional<std::string> password;  // nothing: as it was
};
using ServerFormPtr = std::shared_ptr<ServerForm>;

std::string method_words(const Context& context, const std::string& id) {
  return context.text(id == "off" ? "value.not_set" : "value." + id);
}
std::string security_words(const Context& context, const std::string& id) {
  return context.text(id == "none" ? "value.security_none" : "value." + id);
}

bool is_port(const std::string& text) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  return error == std::errc() && end == text.data() + text.size() && port > 0;
}

bool is_address_or_nothing(const std::string& text) { return text.empty() || device::is_mail_address(text); }

void method_row(RowList& list, const Context& context, const ServerFormPtr& form) {
  std::vector<std::string> ids{"off", "pop_before_smtp", "smtp_auth"};
  if (context.state.email.stored.method == device::EmailMethod::oauth2) ids.emplace_back("oauth2");
  choice_row(list, context,
             {"method", "info.authentication_method", ids, std::string(device::name_of(form->settings.method)),
              method_words, [form](const std::string& id) {
                form->settings.method = device::named<device::EmailMethod>(id).value_or(device::EmailMethod::off);
              }});
}

void line_row(RowList& list, const Context& context, const ServerFormPtr& form, const char* id, const char* title,
              std::string device::EmailServerSettings::* member, bool (*is_good)(const std::string&) = nullptr) {
  const auto& text = form->settings.*member;
  const auto set = [form, member](const Context&, const std::string& typed) { form->settings.*member = typed; };
  text_row(list, context,
           {.id = id, .title = title, .text = text, .kind = EntryKind::email, .is_good = is_good, .done = set}, text);
}

void port_row(RowList& list, const Context& context, const ServerFormPtr& form, const char* id, const char* title,
              std::uint16_t device::EmailServerSettings::* member) {
  const auto text = std::to_string(form->settings.*member);
  const auto set = [form, member](const Context&, const std::string& typed) {
    std::from_chars(typed.data(), typed.data() + typed.size(), form->settings.*member);
  };
  text_row(
      list, context,
      {.id = id, .title = title, .text = text, .kind = EntryKind::number, .limit = 5, .is_good = is_port, .done = set},
      text);
}

void account_password_row(RowList& list, const Context& context, const ServerFormPtr& form) {
  const bool is_set = form->password ? !form->password->empty() : context.state.email.password_set;
  password_row(list, context,
               {.id = "account-password",
                .title = "email.password",
                .limit = longest_server_password,
                .is_set = is_set,
                .take = [form](const std::string& typed) { form->password = typed; }});
}

void security_rows(RowList& list, const Context& context, const ServerFormPtr& form) {
  auto& settings = form->settings;
  if (settings.method == device::EmailMethod::smtp_auth) {
    choice_row(list, context,
               {"secure-connection",
                "info.secure_connection",
                {"none", "ssl_tls", "starttls"},
                std::string(device::name_of(settings.security)),
                security_words,
                [form](const std::string& id) {
                  form->settings.security = device::named<device::Security>(id).value_or(device::Security::none);
                }});
  }
  if (list.row({.id = "certificate-validation",
                .text = context.text("info.certificate_validation"),
                .end = Row::End::on_off,
                .on = settings.validate_certificate})) {
    settings.validate_certificate = !settings.validate_certificate;
  }
}

void own_server_rows(RowList& list, const Context& context, const ServerFormPtr& form) {
  using Settings = device::EmailServerSettings;
  line_row(list, context, form, "account", "info.authenticated_account", &Settings::account);
  account_password_row(list, context, form);
  line_row(list, context, form, "sender", "info.sender", &Settings::sender, is_address_or_nothing);
  line_row(list, context, form, "smtp-server", "info.smtp_server", &Settings::smtp_host);
  port_row(list, context, form, "smtp-port", "info.smtp_port", &Settings::smtp_port);
  if (form->settings.method == device::EmailMethod::pop_before_smtp) {
    line_row(list, context, form, "pop3-server", "info.pop3_server", &Settings::pop3_host);
    port_row(list, context, form, "pop3-port", "info.pop3_port", &Settings::pop3_port);
  }
  security_rows(list, context, form);
}

void store(const Context& context, const ServerFormPtr& form) {
  auto settings = form->settings;
  if (settings.method == device::EmailMethod::pop_before_smtp) settings.security = device::Security::none;
  context.post(device::command::StoreEmailServer{settings, form->password, {}},
               [form](const Context& now, const device::Result<std::int64_t>& result) {
                 if (!result) return now.stage.ask(failure_message(now, result.error()));
                 form->password.reset();
                 now.stage.say(now.text("email.stored"));
               });
}

/// A change of method gives the sign-in up.
void ask_and_store(const Context& context, const ServerFormPtr& form) {
  if (!context.state.email.sign_in) return store(context, form);
  context.stage.ask(yes_or_no(context, "discard-sign-in", context.text("email.ask_discard_sign_in"),
                              [form](const Context& now) { store(now, form); }));
}

void show(Ui& ui, const Context& context, Rect page, const ServerFormPtr& form) {
  page = title_bar(ui, context, page, context.text("screen.email-server-settings"));
  auto effective = form->settings;
  if (effective.method == device::EmailMethod::pop_before_smtp) effective.security = device::Security::none;
  const bool oauth = form->settings.method == device::EmailMethod::oauth2;
  const bool changed = form->settings != context.state.email.stored || form->password;
  const Button ok{.id = "ok",
                  .text = context.text("button.ok"),
                  .primary = true,
                  .enabled = !oauth && changed && device::check(effective).has_value(),
                  .is_default = true};
  if (!oauth && bottom_key(ui, page, ok)) {
    when_unlocked(context, [form](const Context& now) { ask_and_store(now, form); });
  }
  RowList list(ui, "email-server-settings-list", page);
  method_row(list, context, form);
  if (oauth) {
    list.words("oauth2-note",
               context.text("email.oauth2_in_web_config", {{"address", context.state.network.web_config}}),
               ui.theme().secondary);
  } else if (form->settings.method != device::EmailMethod::off) {
    own_server_rows(list, context, form);
  }
}

}  // namespace

Screen email_server_settings_screen() {
  return {"email-server-settings", [form = ServerFormPtr()](Ui& ui, const Context& context, const Rect& page) mutable {
            if (!form) form = std::make_shared<ServerForm>(ServerForm{context.state.email.stored, {}});
            show(ui, context, page, form);
          }};
}

}  // namespace paneltwin::panel

#include "device/settings/settings_file.hpp"

#include <charconv>
#include <set>

#include <fmt/format.h>

#include "device/settings/limits.hpp"
#include "device/store/kept_values.hpp"

namespace paneltwin::device {

namespace {

constexpr std::string_view first_line = "# PanelTwin settings 1";
constexpr std::size_t largest_file = 256 << 10;

std::string_view trimmed(std::string_view text) {
  const auto first = std::min(text.find_first_not_of(" \t\r"), text.size());
  text.remove_prefix(first);
  return text.substr(0, text.find_last_not_of(" \t\r") + 1);
}

class Reader {
 public:
  Reader(const State& state, const SettingTable& table)
      : table_(table), email_(kept(state.email.stored, MailRole::email)) {}

  /// False when the value cannot be so, or nothing is called so.
  bool take(const std::string& name, const std::string& value) {
    if (!seen_.insert(name).second) return false;
    if (name == "secrets") return is_ascii(read_.sealed = value, largest_file);
    if (name == "contact") return check_contact(*(read_.file.contact = value)).has_value();
    if (name == "lock-setting") {
      read_.file.lock_setting = value == "on";
      return value == "on" || value == "off";
    }
    if (const auto found = email_.find(name); found != email_.end()) return take_email(found->second, value);
    const auto* setting = table_.find(name);
    if (!setting || !check(*setting, value)) return false;
    read_.file.settings[name] = value;
    return true;
  }
  ReadSettings result() { return std::move(read_); }
  /// What the e-mail server's lines make together; the name of the line that is wrong.
  [[nodiscard]] std::string wrong_together() const {
    if (!read_.file.email) return {};
    const auto good = check(*read_.file.email);
    return good ? std::string() : "email." + good.error().detail;
  }

 private:
  bool take_email(std::optional<std::string>& kept_value, const std::string& value) {
    kept_value = value;
    SettingValues values;
    for (const auto& [name, one] : email_) values[name] = one.value_or("");
    KeptValues read(values);
    const auto settings = read.email(MailRole::email);
    read_.file.email = settings;
    return !read.complaint();
  }

  const SettingTable& table_;
  SettingChanges email_;
  ReadSettings read_;
  std::set<std::string> seen_;
};

}  // namespace

std::string write_settings_file(const State& state, const std::string& sealed) {
  auto text = fmt::format("{}\n# {} {}\n", first_line, state.product.model_name, state.product.firmware);
  const auto add = [&](std::string_view name, std::string_view value) {
    text += fmt::format("{} = {}\n", name, value);
  };
  for (const auto& [id, value] : state.settings.values) add(id, value);
  for (const auto& [name, value] : kept(state.email.stored, MailRole::email)) add(name, value.value_or(""));
  add("contact", state.admin.contact_name);
  add("lock-setting", state.admin.lock_setting ? "on" : "off");
  if (!sealed.empty()) add("secrets", sealed);
  return text;
}

Result<ReadSettings> read_settings_file(std::string_view content, const State& state, const SettingTable& table) {
  if (content.size() > largest_file || !content.starts_with(first_line)) return fail(FailureKind::invalid_value, "1 ");
  Reader reader(state, table);
  std::map<std::string, int> lines;
  for (int line = 1; !content.empty(); ++line) {
    const auto words = trimmed(content.substr(0, content.find('\n')));
    content.remove_prefix(std::min(content.find('\n'), content.size() - 1) + 1);
    if (words.empty() || words.starts_with('#')) continue;
    const auto equals = words.find('=');
    const std::string name(trimmed(words.substr(0, equals)));
    const bool good =
        equals != std::string_view::npos && reader.take(name, std::string(trimmed(words.substr(equals + 1))));
    if (!good) return fail(FailureKind::invalid_value, fmt::format("{} {}", line, name.substr(0, 60)));
    lines[name] = line;
  }
  // A line that is not there at all may be what is wrong: then it is line 0.
  if (const auto wrong = reader.wrong_together(); !wrong.empty()) {
    return fail(FailureKind::invalid_value, fmt::format("{} {}", lines[wrong], wrong));
  }
  return reader.result();
}

}  // namespace paneltwin::device

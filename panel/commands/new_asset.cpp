// new-model, new-screen, new-theme, new-language: a started, valid file in the designer's own folder.
#include <algorithm>
#include <regex>

#include <fmt/format.h>

#include "device/text/catalogue.hpp"
#include "panel/commands/commands.hpp"
#include "panel/commands/station.hpp"

namespace paneltwin::panel {

namespace fs = std::filesystem;

namespace {

using Done = std::expected<void, StartError>;

std::unexpected<StartError> wrong(std::string message, int exit_code = 1) {
  return std::unexpected(StartError{std::move(message), exit_code});
}

/// "front-desk" in words, for a start: "Front Desk".
std::string title_of(const std::string& id) {
  std::string title = id;
  bool begins = true;
  for (auto& letter : title) {
    if (letter == '-') letter = ' ';
    if (begins && letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    begins = letter == ' ';
  }
  return title;
}

/// A .po text in quotes.
std::string po_quoted(std::string_view text) {
  std::string whole = "\"";
  for (const char letter : text) {
    if (letter == '"' || letter == '\\') whole += '\\';
    whole += letter == '\n' ? "\\n" : std::string(1, letter);
  }
  return whole + "\"";
}

std::string po_header(const std::string& tag, const std::string& plural) {
  return fmt::format("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\nLanguage: {}\\n{}\"\n", tag,
                     plural.empty() ? "" : "Plural-Forms: " + plural + "\\n");
}

class NewAsset {
 public:
  explicit NewAsset(const Options& options)
      : options_(options), assets_(options.machine.assets), id_(options.names.front()) {}

  Done write() {
    if (options_.machine.assets.size() < 2) return wrong("--assets DIR says where it goes", 2);
    static const std::regex name("[a-z0-9][a-z0-9-]{0,40}"), tag("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    const bool is_language = options_.verb == Verb::new_language;
    if (!std::regex_match(id_, is_language ? tag : name)) {
      return wrong(is_language ? "a language tag looks like de or pt-BR" : "an id has letters a-z, digits and hyphens",
                   2);
    }
    switch (options_.verb) {
      case Verb::new_model:
        return model();
      case Verb::new_theme:
        return copied("themes", options_.theme, {});
      case Verb::new_screen:
        return screen();
      default:
        return language();
    }
  }

 private:
  /// The file must not be there yet.
  Done put(const std::string& name, const std::string& content) {
    const auto file = options_.machine.assets.front() / name;
    if (fs::exists(file)) return wrong(file.string() + " is there already");
    return put_over(name, content);
  }

  Done put_over(const std::string& name, const std::string& content) {
    const auto file = options_.machine.assets.front() / name;
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (!device::write_file(file, content)) return wrong("cannot write " + file.string());
    fmt::print("{}\n", file.string());
    return {};
  }

  Done copied(const std::string& folder, const std::string& from,
              const std::vector<std::pair<std::regex, std::string>>& changes) {
    const auto file = assets_.find(folder + "/" + from + ".yaml");
    auto text = file ? device::read_file(*file) : std::nullopt;
    if (!text) return wrong("there is no " + folder + "/" + from + ".yaml to start from", 2);
    for (const auto& [found, other] : changes) {
      text = std::regex_replace(*text, found, other, std::regex_constants::format_first_only);
    }
    // What its first lines tell is true of the other one only.
    text = std::regex_replace(*text, std::regex("^(#[^\n]*\n)+"), "# Begun as a copy of " + from + ".\n",
                              std::regex_constants::format_first_only);
    return put(folder + "/" + id_ + ".yaml", *text);
  }

  Done model() {
    return copied(
        "models", options_.machine.model,
        {{std::regex("(^|\n)id:[^\n]*"), "$1id: " + id_}, {std::regex("\nname:[^\n]*"), "\nname: " + title_of(id_)}});
  }

  Done screen() {
    const auto sheet = fmt::format(
        "# Rows of a label (a text's key) and a value: a pointer into the state, as /paneltwin/snapshot shows it.\n"
        "id: {}\ngroups:\n  - rows:\n      - {{id: device-name, label: info.device_name, value: /basic/device_name}}\n",
        id_);
    if (auto put_sheet = put("info/" + id_ + ".yaml", sheet); !put_sheet) return put_sheet;
    const auto words =
        po_header("en", {}) + fmt::format("\nmsgid \"screen.{}\"\nmsgstr {}\n", id_, po_quoted(title_of(id_)));
    if (auto put_words = put("locales/" + id_ + ".en.po", words); !put_words) return put_words;
    const auto menu = assets_.find("menus/settings.yaml");
    auto items = menu ? device::read_file(*menu) : std::nullopt;
    if (!items) return wrong("there is no menus/settings.yaml that could lead to it");
    if (!items->ends_with('\n')) *items += '\n';
    *items += fmt::format("  - {{id: {0}, text: screen.{0}, icon: information-outline, opens: {0}}}\n", id_);
    return put_over("menus/settings.yaml", *items);
  }

  Done language() {
    const auto texts = device::Texts::load(assets_);
    if (!texts) return wrong(texts.error().str());
    std::string content = "# An empty msgstr shows in English. Plural-Forms as gettext has them for the language.\n" +
                          po_header(id_, "nplurals=2; plural=(n != 1);");
    for (const auto& [key, text] : texts->in("en").own()) {
      content += fmt::format("\n#. {}\nmsgid {}\n", po_quoted(text.forms.front()), po_quoted(key));
      if (text.forms.size() == 1) {
        content += fmt::format("msgstr {}\n", key == "language.name" ? po_quoted(id_) : "\"\"");
      } else {
        content += fmt::format("msgid_plural {}\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n", po_quoted(key));
      }
    }
    return put("locales/mine." + id_ + ".po", content);
  }

  const Options& options_;
  device::Assets assets_;
  std::string id_;
};

}  // namespace

int new_asset_command(const Options& options) {
  const auto written = NewAsset(options).write();
  return written ? 0 : refuse(written.error());
}

}  // namespace paneltwin::panel

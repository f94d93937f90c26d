#include "panel/screens/dialog_file.hpp"

#include <algorithm>

#include "device/text/spelling.hpp"
#include "device/yaml/text_key.hpp"
#include "panel/screens/stage.hpp"

namespace paneltwin::panel {

namespace strict = device::strict;
using device::did_you_mean;
using device::FileError;

namespace {

std::string key(const YAML::Node& node, const device::Catalogue& words) {
  return node ? strict::text_key(node, words) : "";
}

DialogFile read(const YAML::Node& root, const std::filesystem::path& file, const device::Catalogue& words) {
  strict::allow_only(root, {"dialog", "sign", "title", "text", "choices"});
  if (strict::text(root["dialog"]) != file.stem()) strict::complain(root["dialog"], "'dialog' must be the file's name");
  DialogFile dialog{.title = key(root["title"], words), .text = key(root["text"], words)};
  dialog.place = {file.string(), root.Mark().line + 1};
  if (const auto sign = root["sign"]) {
    dialog.sign =
        strict::one_of<std::string>(sign, {{"none", "none"}, {"information", "information"}, {"error", "error"}});
  }
  if (root["choices"] && !root["choices"].IsSequence()) strict::complain(root["choices"], "expected a list");
  for (const auto& entry : root["choices"]) {
    strict::allow_only(entry, {"id", "text", "primary"});
    DialogFile::Choice choice{.id = strict::text(entry["id"]), .text = key(entry["text"], words)};
    if (const auto primary = entry["primary"]) choice.primary = strict::flag(primary);
    dialog.choices.push_back(std::move(choice));
  }
  return dialog;
}

}  // namespace

std::expected<Dialogs, FileError> load_dialogs(const device::Assets& assets, const device::Catalogue& words) {
  Dialogs dialogs;
  for (const auto& file : assets.list("dialogs", ".yaml")) {
    auto dialog = strict::read_strictly(file, [&](const YAML::Node& root) { return read(root, file, words); });
    if (!dialog) return std::unexpected(dialog.error());
    dialogs.emplace(file.stem().string(), std::move(*dialog));
  }
  return dialogs;
}

Question arranged(Question question, const Dialogs& dialogs, const device::Catalogue& words) {
  const auto found = dialogs.find(question.id);
  if (found == dialogs.end()) return question;
  const auto& file = found->second;
  if (!file.title.empty()) question.title = words.text(file.title);
  if (!file.text.empty()) question.text = words.text(file.text);
  if (file.sign) {
    question.sign = *file.sign == "error"         ? Question::Sign::error
                    : *file.sign == "information" ? Question::Sign::information
                                                  : Question::Sign::none;
  }
  auto rest = std::move(question.choices);
  question.choices.clear();
  for (const auto& choice : file.choices) {
    const auto own = std::ranges::find(rest, choice.id, &Question::Choice::id);
    if (own == rest.end()) continue;
    if (!choice.text.empty()) own->text = words.text(choice.text);
    own->primary = choice.primary.value_or(own->primary);
    question.choices.push_back(std::move(*own));
    rest.erase(own);
  }
  std::ranges::move(rest, std::back_inserter(question.choices));
  return question;
}

}  // namespace paneltwin::panel

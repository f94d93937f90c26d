#include "device/paper/sheet_file.hpp"

#include "device/yaml/strict_yaml.hpp"

namespace paneltwin::device {

std::expected<SheetFile, FileError> load_sheet_file(const Assets& assets, std::string_view id) {
  const auto name = "sheets/" + std::string(id) + ".yaml";
  const auto file = assets.find(name);
  if (!file) return std::unexpected(FileError{name, 0, 0, "no such file in the assets folders"});
  return strict::read_strictly(*file, [&](const YAML::Node& root) {
    strict::allow_only(root, {"sheet", "title", "screen", "message", "file", "parts"});
    SheetFile sheet{.id = strict::text(root["sheet"]),
                    .title = strict::text(root["title"]),
                    .screen = strict::text(root["screen"]),
                    .message = strict::text(root["message"]),
                    .file = strict::text(root["file"])};
    if (sheet.id != id) strict::complain(root["sheet"], "'sheet' must be the file's name");
    if (!root["parts"] || !root["parts"].IsSequence()) strict::complain(root, "'parts' must be a list");
    for (const auto& part : root["parts"]) sheet.parts.push_back(strict::text(part));
    return sheet;
  });
}

}  // namespace paneltwin::device

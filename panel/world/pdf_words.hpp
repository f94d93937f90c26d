// The words printed on a PDF, for expectations about what lies in the tray.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace paneltwin::panel {

/// The words of each page; nothing when the file is no PDF.
std::optional<std::vector<std::string>> words_of_pdf(const std::filesystem::path& file);

}  // namespace paneltwin::panel

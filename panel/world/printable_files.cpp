#include "panel/world/printable_files.hpp"

#include "panel/world/original_file.hpp"

namespace paneltwin::panel {

/// What is wrong with the file is told without its place in the spool.
static std::unexpected<device::Failure> bad_print_data(const device::Failure& failure, std::string_view file) {
  auto detail = failure.detail;
  if (detail.starts_with(file)) detail.erase(0, std::min(detail.size(), file.size() + 2));
  return device::fail(device::FailureKind::print_data_unreadable, std::move(detail));
}

device::Result<int> PrintableFiles::pages(const std::filesystem::path& file) const {
  const auto opened = open_original(file);
  if (!opened) return bad_print_data(opened.error(), file.string());
  return (*opened)->pages();
}

device::Result<device::Image> PrintableFiles::page(const std::filesystem::path& file, int page, int dpi) const {
  const auto opened = open_original(file);
  if (!opened) return bad_print_data(opened.error(), file.string());
  auto read = (*opened)->scan(page, dpi);
  if (!read) return bad_print_data(read.error(), file.string());
  return read;
}

}  // namespace paneltwin::panel

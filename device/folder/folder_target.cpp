#include "device/folder/folder_target.hpp"

#include <algorithm>

#include "device/settings/limits.hpp"

namespace paneltwin::device {

namespace {

constexpr std::size_t longest_location = 255, longest_user = 128, longest_password = 64;

/// Up to the next separator, which goes too.
std::string take_part(std::string_view& rest) {
  const auto end = std::min(rest.find('/'), rest.size());
  std::string part(rest.substr(0, end));
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

bool leads_out(std::string_view path) {
  while (!path.empty()) {
    const auto part = take_part(path);
    if (part == "..") return true;
  }
  return false;
}

}  // namespace

FolderParts parts_of(const FolderTarget& target) {
  auto location = target.location;
  std::ranges::replace(location, '\\', '/');
  std::string_view rest = location;
  if (target.mode == FolderMode::ftp && rest.starts_with("ftp://")) rest.remove_prefix(6);
  while (rest.starts_with('/')) rest.remove_prefix(1);
  FolderParts parts;
  parts.server = take_part(rest);
  if (target.mode == FolderMode::smb) parts.share = take_part(rest);
  parts.path = rest;
  while (parts.path.ends_with('/')) parts.path.pop_back();
  return parts;
}

std::string shown_location(const FolderTarget& target) {
  const auto parts = parts_of(target);
  if (target.mode == FolderMode::ftp) return "ftp://" + parts.server + (parts.path.empty() ? "" : "/" + parts.path);
  auto shown = "\\\\" + parts.server + "\\" + parts.share;
  if (!parts.path.empty()) shown += "\\" + parts.path;
  std::ranges::replace(shown, '/', '\\');
  return shown;
}

Result<void> check(const FolderTarget& target) {
  const auto parts = parts_of(target);
  const bool whole = !parts.server.empty() && (target.mode == FolderMode::ftp || !parts.share.empty());
  if (!is_line(target.location, longest_location) || !whole || leads_out(parts.server + "/" + parts.share) ||
      leads_out(parts.path)) {
    return fail(FailureKind::invalid_value, "location");
  }
  if (!is_line(target.user, longest_user)) return fail(FailureKind::invalid_value, "user");
  if (!is_line(target.password, longest_password)) return fail(FailureKind::invalid_value, "password");
  return {};
}

}  // namespace paneltwin::device

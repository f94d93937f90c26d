#include "device/security/program_digests.hpp"

#include <algorithm>
#include <array>
#include <fstream>

#include <fmt/format.h>

#include "device/security/openssl_types.hpp"

namespace paneltwin::device {

namespace fs = std::filesystem;

namespace {

using DigestContext = std::unique_ptr<EVP_MD_CTX, openssl::Freed<EVP_MD_CTX_free>>;

/// Empty when the file cannot be read to its end.
std::string digest_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  const DigestContext context(EVP_MD_CTX_new());
  if (!in || EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) != 1) return {};
  std::vector<char> piece(256u << 10);
  while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0) {
    EVP_DigestUpdate(context.get(), piece.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) return {};
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  EVP_DigestFinal_ex(context.get(), digest.data(), &size);
  std::string text;
  for (unsigned i = 0; i < size; ++i) text += fmt::format("{:02x}", digest[i]);
  return text;
}

/// Named from `folder` on; one that is there already stays.
void add_file(const fs::path& folder, const fs::path& file, ProgramDigests& digests) {
  std::error_code gone;
  auto name = file.lexically_relative(folder).generic_string();
  const bool counts = fs::is_regular_file(file, gone) && name.find('\n') == std::string::npos;
  if (counts && !digests.contains(name)) digests.emplace(std::move(name), digest_of(file));
}

/// The file `folder / part`, or all that are under it.
void add_part(const fs::path& folder, const fs::path& part, ProgramDigests& digests) {
  add_file(folder, folder / part, digests);
  std::error_code error;
  constexpr auto options = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator at(folder / part, options, error), end; !error && at != end;
       at.increment(error)) {
    add_file(folder, at->path(), digests);
  }
}

}  // namespace

ProgramDigests digests_of(const fs::path& program, const Assets& assets) {
  ProgramDigests digests;
  if (!program.empty()) digests.emplace("program", digest_of(program));
  // A designer's folder may hold much that is no asset: what the built-in one has parts for counts.
  std::error_code error;
  for (const auto& part : fs::directory_iterator(assets.folders().back(), error)) {
    for (const auto& folder : assets.folders()) add_part(folder, part.path().filename(), digests);  // the first wins
  }
  return digests;
}

std::string written(const ProgramDigests& digests) {
  std::string text;
  for (const auto& [name, digest] : digests) text += fmt::format("{} {}\n", digest, name);
  return text;
}

ProgramDigests program_digests_in(std::string_view text) {
  ProgramDigests digests;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    if (const auto space = line.find(' '); space != std::string_view::npos) {
      digests.emplace(line.substr(space + 1), line.substr(0, space));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return digests;
}

std::vector<std::string> differences(const ProgramDigests& recorded, const ProgramDigests& now) {
  std::vector<std::string> names;
  for (const auto& [name, digest] : recorded) {
    const auto found = now.find(name);
    if (found == now.end() || found->second != digest) names.push_back(name);
  }
  for (const auto& [name, _] : now) {
    if (!recorded.contains(name)) names.push_back(name);
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace paneltwin::device

#include "device/firmware/firmware_file.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include <fmt/format.h>
#include <openssl/evp.h>

namespace paneltwin::device {

namespace {

constexpr std::string_view first_line = "PANELTWIN-FIRMWARE 1";
constexpr std::size_t longest_value = 64;

std::string digest_of(std::string_view head, std::string_view body) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  const auto whole = std::string(head).append(body);
  EVP_Digest(whole.data(), whole.size(), digest.data(), &length, EVP_sha256(), nullptr);
  std::string digits;
  for (unsigned i = 0; i < length; ++i) digits += fmt::format("{:02x}", digest[i]);
  return digits;
}

std::string head_of(std::string_view model, std::string_view version, std::size_t length) {
  return fmt::format("{}\nmodel: {}\nversion: {}\nlength: {}\n", first_line, model, version, length);
}

std::optional<std::string_view> take_line(std::string_view& rest) {
  const auto end = rest.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const auto line = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return line;
}

/// The value of the line "name: value", which must come next.
std::optional<std::string_view> take_value(std::string_view& rest, std::string_view name) {
  auto line = take_line(rest);
  if (!line || !line->starts_with(name) || !line->substr(name.size()).starts_with(": ")) return std::nullopt;
  line->remove_prefix(name.size() + 2);
  if (line->empty() || line->size() > longest_value) return std::nullopt;
  return line;
}

std::unexpected<Failure> wrong(std::string why) { return fail(FailureKind::firmware_file, std::move(why)); }

}  // namespace

Result<FirmwareFile> read_firmware_file(std::string_view content) {
  if (content.size() > largest_firmware_file) return wrong("the file is too large");
  if (take_line(content) != first_line) return wrong("not a firmware file");
  const auto model = take_value(content, "model"), version = take_value(content, "version");
  const auto length = take_value(content, "length"), digest = take_value(content, "sha256");
  if (!model || !version || !length || !digest || take_line(content) != "") return wrong("the head is damaged");
  std::size_t bytes = 0;
  const auto [end, error] = std::from_chars(length->data(), length->data() + length->size(), bytes);
  if (error != std::errc() || end != length->data() + length->size()) return wrong("the head is damaged");
  if (bytes != content.size()) {
    return wrong(fmt::format("{} bytes are wanted, {} are there", bytes, content.size()));
  }
  if (digest_of(head_of(*model, *version, bytes), content) != *digest) return wrong("the checksum does not fit");
  return FirmwareFile{std::string(*model), std::string(*version), std::string(content)};
}

std::string write_firmware_file(const FirmwareFile& file) {
  const auto head = head_of(file.model, file.version, file.body.size());
  return fmt::format("{}sha256: {}\n\n{}", head, digest_of(head, file.body), file.body);
}

}  // namespace paneltwin::device

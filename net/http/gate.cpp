#include "net/http/gate.hpp"

#include <algorithm>
#include <charconv>

#include <boost/url/decode_view.hpp>
#include <boost/url/pct_string_view.hpp>

#include "device/settings/limits.hpp"
#include "device/text/ascii.hpp"

namespace paneltwin::net::http {

namespace {

constexpr std::string_view token_marks = "!#$%&'*+-.^_`|~";

bool is_token(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return device::is_letter_or_digit(c) || token_marks.find(c) != std::string_view::npos;
  });
}

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::unexpected<Refusal> refuse(int status, std::string reason) {
  return std::unexpected(Refusal{status, std::move(reason)});
}

/// "name", "name:8080", "[::1]:8080"; the name in lower case.
std::string host_name(std::string_view host) {
  if (host.starts_with('[')) return device::lower(host.substr(0, host.find(']') + 1));
  return device::lower(host.substr(0, host.find(':')));
}

bool is_port(std::string_view text) {
  int port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  return error == std::errc() && end == text.data() + text.size() && port > 0 && port < 65536;
}

bool is_allowed(std::string_view host, const std::vector<std::string>& hosts) {
  const auto name = host_name(host);
  const auto rest = host.substr(std::min(name.size(), host.size()));
  return std::ranges::find(hosts, name) != hosts.end() &&
         (rest.empty() || (rest.front() == ':' && is_port(rest.substr(1))));
}

std::expected<Head, Refusal> read_request_line(std::string_view line, bool& http_1_1) {
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return refuse(400, "malformed request line");
  Head head{.method = std::string(line.substr(0, first)),
            .target = std::string(line.substr(first + 1, last - first - 1))};
  const auto version = line.substr(last + 1);
  if (version != "HTTP/1.1" && version != "HTTP/1.0") return refuse(505, "version");
  http_1_1 = version == "HTTP/1.1";
  if (!is_token(head.method)) return refuse(400, "malformed method");
  if (!head.target.starts_with('/') || head.target.find_first_of(" \t#") != std::string::npos)
    return refuse(400, "only origin-form targets");
  return head;
}

}  // namespace

std::expected<Head, Refusal> pass_gate(std::string_view block, const std::vector<std::string>& hosts) {
  for (std::size_t i = 0; i < block.size(); ++i) {
    const auto c = static_cast<unsigned char>(block[i]);
    const bool line_end =
        c == '\r' ? i + 1 < block.size() && block[i + 1] == '\n' : c == '\n' && i > 0 && block[i - 1] == '\r';
    if ((c < 0x20 && c != '\t' && !line_end) || c == 0x7f) return refuse(400, "control character in the header");
  }
  if (!block.ends_with("\r\n\r\n")) return refuse(400, "unfinished header");
  block.remove_suffix(2);

  bool http_1_1 = true;
  const auto first_line = block.substr(0, block.find("\r\n"));
  auto read = read_request_line(first_line, http_1_1);
  if (!read) return read;
  Head head = std::move(*read);
  head.keep_alive = http_1_1;
  block.remove_prefix(first_line.size() + 2);

  int host_lines = 0, length_lines = 0, coding_lines = 0;
  while (!block.empty()) {
    const auto line = block.substr(0, block.find("\r\n"));
    block.remove_prefix(line.size() + 2);
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon)))
      return refuse(400, "malformed header line");
    const auto name = device::lower(line.substr(0, colon));
    const auto value = trim(line.substr(colon + 1));
    if (name == "host") {
      if (++host_lines > 1) return refuse(400, "two Host lines");
      if (!is_allowed(value, hosts)) return refuse(400, "Host is not one of ours");
      head.host = value;
    } else if (name == "content-length") {
      const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), head.content_length);
      if (++length_lines > 1 || value.empty() || value.front() == '+' || error != std::errc() ||
          end != value.data() + value.size()) {
        return refuse(400, "malformed Content-Length");
      }
    } else if (name == "transfer-encoding") {
      if (++coding_lines > 1 || device::lower(value) != "chunked")
        return refuse(400, "transfer coding other than chunked");
      if (!http_1_1) return refuse(400, "chunked in HTTP/1.0");
      head.chunked = true;
    } else if (name == "connection") {
      const auto wish = device::lower(value);
      if (wish == "close") head.keep_alive = false;
      if (wish == "keep-alive") head.keep_alive = true;
    } else if (name == "expect") {
      if (device::lower(value) != "100-continue") return refuse(417, "expectation");
      head.expects_continue = true;
    } else if (name == "upgrade" && device::lower(value) != "websocket") {
      return refuse(400, "upgrade");
    }
    head.headers.emplace_back(line.substr(0, colon), value);
  }
  if (host_lines == 0) return refuse(400, "no Host");
  if (head.chunked && length_lines > 0) return refuse(400, "Content-Length and Transfer-Encoding");
  return head;
}

std::optional<std::string> clean_path(std::string_view target) {
  const auto raw = target.substr(0, target.find('?'));
  const auto checked = boost::urls::make_pct_string_view({raw.data(), raw.size()});
  if (!checked) return std::nullopt;
  const std::string decoded = checked->decode();
  if (!device::is_utf8(decoded) || decoded.find('\\') != std::string::npos) return std::nullopt;
  std::vector<std::string> parts;
  bool folder = false;
  for (std::size_t at = 1; at <= decoded.size();) {
    const auto end = std::min(decoded.find('/', at), decoded.size());
    const auto part = decoded.substr(at, end - at);
    folder = part.empty() || part == "." || part == "..";
    if (part == "..") {
      if (parts.empty()) return std::nullopt;
      parts.pop_back();
    } else if (!folder) {
      parts.push_back(part);
    }
    at = end + 1;
  }
  std::string path;
  for (const auto& part : parts) path += "/" + part;
  return path.empty() || folder ? path + "/" : path;
}

}  // namespace paneltwin::net::http

#include "net/cloud/exchange/envelope.hpp"

#include <algorithm>
#include <charconv>

#include "device/settings/limits.hpp"
#include "device/text/ascii.hpp"
#include "net/cloud/store/words.hpp"

namespace paneltwin::net::cloud {

namespace {

constexpr std::size_t longest_path = 256, longest_local_part = 64, longest_domain = 255;  // RFC 5321 4.5.3.1
constexpr std::size_t longest_envelope_id = 100, longest_original = 500;                  // RFC 3461 4.2, 4.4

using device::is_letter_or_digit;

bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }
bool is_visible(char c) { return (c > ' ' && c != 0x7f) || is_beyond_ascii(c); }

std::string_view skip_spaces(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return text;
}

bool is_domain(std::string_view domain) {
  if (domain.empty() || domain.size() > longest_domain || domain.front() == '.' || domain.back() == '.') return false;
  return domain.find("..") == std::string_view::npos && std::ranges::all_of(domain, [](char c) {
           return is_letter_or_digit(c) || c == '-' || c == '.' || c == '_' || is_beyond_ascii(c);
         });
}

bool is_literal(std::string_view text) {
  return text.size() > 2 && text.front() == '[' && text.back() == ']' &&
         std::ranges::all_of(text.substr(1, text.size() - 2),
                             [](char c) { return is_letter_or_digit(c) || c == '.' || c == ':' || c == '-'; });
}

bool is_atom(std::string_view text) {
  constexpr std::string_view others = "!#$%&'*+-/=?^_`{|}~.";
  return !text.empty() && text.front() != '.' && text.back() != '.' && text.find("..") == std::string_view::npos &&
         std::ranges::all_of(text, [&](char c) {
           return is_letter_or_digit(c) || is_beyond_ascii(c) || others.find(c) != std::string_view::npos;
         });
}

bool is_quoted(std::string_view text) {
  if (text.size() < 3 || text.front() != '"' || text.back() != '"') return false;
  text = text.substr(1, text.size() - 2);
  bool escaped = false;
  for (const char c : text) {
    if (c == '"' && !escaped) return false;
    if (!is_visible(c) && c != ' ') return false;
    escaped = c == '\\' && !escaped;
  }
  return !escaped;
}

bool is_address(std::string_view text) {
  const auto at = text.rfind('@');
  if (at > longest_local_part || text.size() > longest_path) return false;  // none is further than any
  if (!device::is_utf8(text)) return false;                                 // RFC 6531 3.3
  const auto local = text.substr(0, at), domain = text.substr(at + 1);
  return (is_atom(local) || is_quoted(local)) && (is_domain(domain) || is_literal(domain));
}

/// Takes "<path>" off the front; nothing when there is none. What follows must be a space or nothing.
std::optional<std::string_view> take_path(std::string_view& rest) {
  rest = skip_spaces(rest);
  if (!rest.starts_with('<')) return std::nullopt;
  bool quoted = false;
  for (std::size_t i = 1; i < rest.size(); ++i) {
    if (rest[i] == '\\' && quoted)
      ++i;
    else if (rest[i] == '"')
      quoted = !quoted;
    else if (rest[i] == '>' && !quoted) {
      const auto path = rest.substr(1, i - 1);
      rest.remove_prefix(i + 1);
      if (!rest.empty() && rest.front() != ' ') return std::nullopt;
      return path;
    }
  }
  return std::nullopt;
}

struct Parameter {
  std::string name;  // small letters
  std::string_view value;
};

/// Nothing when one of them is malformed or comes twice.
std::optional<std::vector<Parameter>> take_parameters(std::string_view rest) {
  std::vector<Parameter> found;
  for (rest = skip_spaces(rest); !rest.empty(); rest = skip_spaces(rest)) {
    const auto word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(word.size());
    const auto equals = word.find('=');
    Parameter parameter{lower(word.substr(0, equals)),
                        equals == std::string_view::npos ? std::string_view() : word.substr(equals + 1)};
    if (parameter.name.empty() || (equals != std::string_view::npos && parameter.value.empty()) ||
        std::ranges::any_of(found, [&](const Parameter& other) { return other.name == parameter.name; }))
      return std::nullopt;
    found.push_back(std::move(parameter));
  }
  return found;
}

/// RFC 3461 4: printable, with "+" and "=" only as "+41".
bool is_xtext(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '=' || text[i] < '!' || text[i] > '~') return false;
    if (text[i] != '+') continue;
    if (i + 2 >= text.size() || digits.find(text[i + 1]) == std::string_view::npos ||
        digits.find(text[i + 2]) == std::string_view::npos)
      return false;
    i += 2;
  }
  return !text.empty();
}

bool take_mail_parameter(Envelope& envelope, const Parameter& parameter) {
  const auto& [name, value] = parameter;
  if (name == "size") {
    std::uint64_t size = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), size);
    envelope.size = size;
    return error == std::errc() && end == value.data() + value.size();
  }
  if (name == "body") {
    const auto body = lower(value);
    if (body == "8bitmime") envelope.body = Envelope::Body::eight_bit;
    if (body == "binarymime") envelope.body = Envelope::Body::binary;
    return body == "7bit" || envelope.body != Envelope::Body::seven_bit;
  }
  if (name == "smtputf8") return envelope.utf8 = value.empty();
  if (name == "ret") {
    envelope.dsn_return = lower(value);
    return envelope.dsn_return == "full" || envelope.dsn_return == "hdrs";
  }
  if (name == "envid") {
    envelope.dsn_id = value;
    return value.size() <= longest_envelope_id && is_xtext(value);
  }
  // RFC 4954 5: who first submitted it. The mailbox that signed in is what counts here.
  return name == "auth" && is_xtext(value);
}

bool is_notify(std::string_view value) {
  const auto words = lower(value);
  if (words == "never") return true;
  for (std::string_view rest = words;;) {
    const auto word = rest.substr(0, rest.find(','));
    if (word != "success" && word != "failure" && word != "delay") return false;
    if (word.size() == rest.size()) return true;
    rest.remove_prefix(word.size() + 1);
  }
}

bool take_rcpt_parameter(Recipient& recipient, const Parameter& parameter) {
  const auto& [name, value] = parameter;
  if (name == "notify") {
    recipient.notify = value;
    return is_notify(value);
  }
  if (name != "orcpt") return false;
  recipient.original = value;
  const auto semicolon = value.find(';');
  return value.size() <= longest_original && semicolon != std::string_view::npos && semicolon > 0 &&
         (is_xtext(value.substr(semicolon + 1)) || std::ranges::any_of(value, is_beyond_ascii));
}

bool starts_with_word(std::string_view& text, std::string_view word) {
  if (!equal_without_case(text.substr(0, word.size()), word)) return false;
  text.remove_prefix(word.size());
  return true;
}

}  // namespace

std::expected<Envelope, EnvelopeError> parse_mail_from(std::string_view argument) {
  if (!starts_with_word(argument, "FROM:")) return std::unexpected(EnvelopeError::syntax);
  const auto path = take_path(argument);
  if (!path || (!path->empty() && !is_address(*path))) return std::unexpected(EnvelopeError::address);
  const auto parameters = take_parameters(argument);
  if (!parameters) return std::unexpected(EnvelopeError::parameter);
  Envelope envelope;
  envelope.sender = *path;
  for (const auto& parameter : *parameters) {
    if (!take_mail_parameter(envelope, parameter)) return std::unexpected(EnvelopeError::parameter);
  }
  if (!envelope.utf8 && std::ranges::any_of(envelope.sender, is_beyond_ascii))
    return std::unexpected(EnvelopeError::needs_utf8);
  return envelope;
}

std::expected<Recipient, EnvelopeError> parse_rcpt_to(std::string_view argument, bool utf8) {
  if (!starts_with_word(argument, "TO:")) return std::unexpected(EnvelopeError::syntax);
  const auto path = take_path(argument);
  if (!path || !is_address(*path)) return std::unexpected(EnvelopeError::address);
  const auto parameters = take_parameters(argument);
  if (!parameters) return std::unexpected(EnvelopeError::parameter);
  Recipient recipient;
  recipient.address = *path;
  for (const auto& parameter : *parameters) {
    if (!take_rcpt_parameter(recipient, parameter)) return std::unexpected(EnvelopeError::parameter);
  }
  if (!utf8 && std::ranges::any_of(recipient.address, is_beyond_ascii))
    return std::unexpected(EnvelopeError::needs_utf8);
  return recipient;
}

bool is_ehlo_name(std::string_view name) { return is_domain(name) || is_literal(name); }

}  // namespace paneltwin::net::cloud

#include "net/cloud/graph/graph_filter.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "net/cloud/store/words.hpp"

namespace paneltwin::net::cloud {

namespace {

constexpr std::size_t most_comparisons = 20;

/// The text between single quotes, in small letters; a quote within is written twice.
std::optional<std::string> quoted(std::string_view text) {
  if (text.size() < 2 || !text.starts_with('\'') || !text.ends_with('\'')) return std::nullopt;
  std::string plain;
  text = text.substr(1, text.size() - 2);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\'') {
      ++i;
      if (i == text.size() || text[i] != '\'') return std::nullopt;
    }
    plain += text[i];
  }
  return lower(plain);
}

std::optional<device::Instant> time_in(std::string_view text) {
  return device::from_iso8601(text.find('T') == std::string_view::npos ? std::string(text) + "T00:00:00Z"
                                                                       : std::string(text));
}

/// What the property of a mail is compared with: -1, 0 or 1, as the property comes before it, is it, or comes after it.
using Comparer = std::function<int(const Mail&)>;

template <class Value, class Get>
Comparer comparer(Value value, Get get) {
  return [value = std::move(value), get](const Mail& mail) {
    const auto its = get(mail);
    return its < value ? -1 : value < its ? 1 : 0;
  };
}

struct Property {
  Comparer compare;
  bool has_order = false;
};

std::optional<Property> property(std::string_view name, std::string_view value) {
  if (name == "isRead" || name == "hasAttachments") {
    if (value != "true" && value != "false") return std::nullopt;
    const bool wanted = value == "true";
    if (name == "isRead") return Property{comparer(wanted, [](const Mail& mail) { return mail.seen; })};
    return Property{comparer(wanted, [](const Mail& mail) { return !mail.attachments.empty(); })};
  }
  if (name == "receivedDateTime") {
    const auto time = time_in(value);
    if (!time) return std::nullopt;
    return Property{comparer(*time, [](const Mail& mail) { return mail.received; }), true};
  }
  auto text = quoted(value);
  if (!text) return std::nullopt;
  if (name == "subject")
    return Property{comparer(std::move(*text), [](const Mail& mail) { return lower(mail.subject); })};
  if (name == "from/emailAddress/address")
    return Property{comparer(std::move(*text), [](const Mail& mail) { return lower(mail.from); })};
  return std::nullopt;
}

std::optional<MailFilter> comparison(std::string_view text) {
  const auto first = text.find(' '), second = text.find(' ', first == std::string_view::npos ? first : first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto word = text.substr(first + 1, second - first - 1);
  auto its = property(text.substr(0, first), trimmed(text.substr(second)));
  if (!its) return std::nullopt;
  using Holds = bool (*)(int);
  constexpr std::pair<std::string_view, Holds> words[] = {
      {"eq", [](int order) { return order == 0; }}, {"ne", [](int order) { return order != 0; }},
      {"gt", [](int order) { return order > 0; }},  {"ge", [](int order) { return order >= 0; }},
      {"lt", [](int order) { return order < 0; }},  {"le", [](int order) { return order <= 0; }}};
  for (const auto& [name, holds] : words) {
    if (name != word || (!its->has_order && name != "eq" && name != "ne")) continue;
    return [compare = std::move(its->compare), holds](const Mail& mail) { return holds(compare(mail)); };
  }
  return std::nullopt;
}

/// "contains(subject,'x')" and "startswith(subject,'x')".
std::optional<MailFilter> call(std::string_view text) {
  const auto name = lower(text.substr(0, text.find('(')));
  const auto inner = text.substr(name.size() + 1, text.size() - name.size() - 2);
  const auto comma = inner.find(',');
  if (comma == std::string_view::npos || trimmed(inner.substr(0, comma)) != "subject") return std::nullopt;
  auto part = quoted(trimmed(inner.substr(comma + 1)));
  if (!part || (name != "contains" && name != "startswith")) return std::nullopt;
  return [part = std::move(*part), anywhere = name == "contains"](const Mail& mail) {
    const auto at = lower(mail.subject).find(part);
    return anywhere ? at != std::string::npos : at == 0;
  };
}

/// Cut at each "and" that stands outside of quotes.
std::vector<std::string_view> comparisons_in(std::string_view text) {
  constexpr std::string_view joint = " and ";
  std::vector<std::string_view> parts;
  bool within = false;
  std::size_t from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\'') within = !within;
    if (within || text.substr(i, joint.size()) != joint) continue;
    parts.push_back(trimmed(text.substr(from, i - from)));
    from = i + joint.size();
    i = from - 1;
  }
  parts.push_back(trimmed(text.substr(from)));
  return parts;
}

}  // namespace

std::optional<MailFilter> parse_graph_filter(std::string_view text) {
  const auto parts = comparisons_in(text);
  if (parts.size() > most_comparisons) return std::nullopt;
  std::vector<MailFilter> filters;
  for (const auto part : parts) {
    auto filter = part.ends_with(')') && part.find('(') != std::string_view::npos ? call(part) : comparison(part);
    if (!filter) return std::nullopt;
    filters.push_back(std::move(*filter));
  }
  return [filters = std::move(filters)](const Mail& mail) {
    return std::ranges::all_of(filters, [&](const MailFilter& filter) { return filter(mail); });
  };
}

}  // namespace paneltwin::net::cloud

#include "net/cloud/graph/graph_query.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/ranges.h>

#include "net/cloud/store/words.hpp"

namespace paneltwin::net::cloud {

namespace {

constexpr std::string_view properties[] = {
    "bccRecipients",
    "body",
    "bodyPreview",
    "ccRecipients",
    "createdDateTime",
    "from",
    "hasAttachments",
    "id",
    "importance",
    "internetMessageId",
    "isDraft",
    "isRead",
    "lastModifiedDateTime",
    "parentFolderId",
    "receivedDateTime",
    "replyTo",
    "sender",
    "sentDateTime",
    "subject",
    "toRecipients",
    "webLink",
};
constexpr int most_at_once = 1000, furthest = 1'000'000;

GraphError bad_option(std::string message) { return {400, "BadRequest", std::move(message)}; }

std::expected<int, GraphError> number(std::string_view option, std::string_view text, int least, int most) {
  int value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size() || value < least || value > most) {
    return std::unexpected(bad_option(fmt::format(
        "Invalid value '{}' for {} query option found. It must be between {} and {}.", text, option, least, most)));
  }
  return value;
}

std::expected<std::vector<std::string_view>, GraphError> selection(std::string_view text) {
  std::vector<std::string_view> chosen;
  while (!text.empty()) {
    const auto name = trimmed(text.substr(0, text.find(',')));
    text.remove_prefix(std::min(text.find(','), text.size() - 1) + 1);
    const auto known = std::ranges::find_if(properties, [&](auto other) { return equal_without_case(other, name); });
    if (known == std::end(properties)) {
      return std::unexpected(
          GraphError{400, "RequestBroker--ParseUri",
                     fmt::format("Could not find a property named '{}' on type 'microsoft.graph.message'.", name)});
    }
    chosen.push_back(*known);
  }
  return chosen;
}

std::expected<void, GraphError> take(GraphQuery& query, const std::string& option, const std::string& value) {
  if (option == "$top" || option == "$skip") {
    const bool top = option == "$top";
    const auto read = top ? number(option, value, 1, most_at_once) : number(option, value, 0, furthest);
    if (!read) return std::unexpected(read.error());
    (top ? query.top : query.skip) = *read;
  } else if (option == "$select") {
    auto chosen = selection(value);
    if (!chosen) return std::unexpected(std::move(chosen.error()));
    query.select = std::move(*chosen);
  } else if (option == "$search") {
    if (value.size() < 2 || !value.starts_with('"') || !value.ends_with('"')) {
      return std::unexpected(bad_option("The $search query option takes words in quotation marks."));
    }
    query.words = value.substr(1, value.size() - 2);
  } else if (option == "$filter") {
    auto filter = parse_graph_filter(value);
    if (!filter) return std::unexpected(bad_option(fmt::format("The $filter '{}' is not served here.", value)));
    query.filter = std::move(*filter);
    query.filter_text = value;
  } else if (option == "$count") {
    if (value != "true" && value != "false") {
      return std::unexpected(bad_option("The $count query option is either true or false."));
    }
    query.count = value == "true";
  } else if (option == "$orderby") {
    if (value != "receivedDateTime" && value != "receivedDateTime asc" && value != "receivedDateTime desc") {
      return std::unexpected(bad_option("Messages are put in order by receivedDateTime alone."));
    }
    query.oldest_first = !value.ends_with(" desc");
  } else if (option.starts_with('$')) {
    return std::unexpected(bad_option(fmt::format("The query option '{}' is not served here.", option)));
  }
  return {};
}

}  // namespace

bool GraphQuery::wants(std::string_view property) const {
  return select.empty() || std::ranges::find(select, property) != select.end();
}

std::expected<GraphQuery, GraphError> parse_graph_query(const http::Fields& fields) {
  GraphQuery query;
  for (const auto& [option, value] : fields) {
    if (auto taken = take(query, option, value); !taken) return std::unexpected(std::move(taken.error()));
  }
  if (query.filter && !query.words.empty()) {
    return std::unexpected(
        GraphError{400, "SearchWithFilter", "The query parameter '$filter' is not supported with '$search'."});
  }
  return query;
}

std::string next_page(GraphQuery asked, int taken) {
  auto page = fmt::format("?$top={}&$skip={}", asked.top, asked.skip + taken);
  if (!asked.select.empty()) page += fmt::format("&$select={}", fmt::join(asked.select, ","));
  if (!asked.words.empty()) page += "&$search=" + http::percent_encode('"' + asked.words + '"');
  if (asked.filter) page += "&$filter=" + http::percent_encode(asked.filter_text);
  if (asked.oldest_first) page += "&$orderby=receivedDateTime";
  if (asked.count) page += "&$count=true";
  return page;
}

}  // namespace paneltwin::net::cloud

// What a request of Microsoft Graph asks of a list, in its OData options.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "net/cloud/graph/graph_filter.hpp"
#include "net/http/message.hpp"

namespace paneltwin::net::cloud {

/// As Graph words it: {"error": {"code": …, "message": …}}.
struct GraphError {
  int status = 400;
  std::string_view code;
  std::string message;
};

struct GraphQuery {
  int top = 10, skip = 0;
  std::vector<std::string_view> select;  // properties, as the service spells them; empty: all
  std::string words;                     // $search, without its quotation marks
  MailFilter filter;                     // $filter; empty: none
  std::string filter_text;
  bool count = false, oldest_first = false;

  [[nodiscard]] bool wants(std::string_view property) const;
};

/// Errors: a value out of range, a property that messages do not have, an option that this service does not know.
std::expected<GraphQuery, GraphError> parse_graph_query(const http::Fields& query);

/// "?$top=10&$skip=20&…": the address of the page after the one that `asked` got `taken` messages of.
std::string next_page(GraphQuery asked, int taken);

}  // namespace paneltwin::net::cloud

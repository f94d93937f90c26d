#include "net/cloud/graph/graph_filter.hpp"

#include <gtest/gtest.h>

namespace paneltwin::net::cloud {

class GraphFilter : public testing::Test {
 protected:
  bool takes(std::string_view text) {
    const auto filter = parse_graph_filter(text);
    EXPECT_TRUE(filter) << text;
    return filter && (*filter)(mail);
  }
  Mail mail{.from = "Printer@contoso.example",
            .subject = "Scan and fax for O'Neil",
            .attachments = {"scan.pdf"},
            .received = *device::from_iso8601("2026-05-04T09:00:00Z"),
            .seen = false};
};

TEST_F(GraphFilter, TakesWhatEachComparisonSays) {
  for (const auto* text :
       {"isRead eq false", "isRead ne true", "hasAttachments eq true", "receivedDateTime ge 2026-05-04T09:00:00Z",
        "receivedDateTime gt 2026-05-04", "receivedDateTime lt 2026-05-05T00:00:00Z", "receivedDateTime ne 2026-05-05",
        "subject eq 'scan and fax for o''neil'", "from/emailAddress/address eq 'printer@contoso.example'",
        "contains(subject,' and ')", "startswith(subject, 'Scan')", "startsWith(subject,'scan')",
        "isRead eq false and contains(subject,'fax') and receivedDateTime le 2026-05-04T09:00:00Z"}) {
    EXPECT_TRUE(takes(text)) << text;
  }
  for (const auto* text :
       {"isRead eq true", "hasAttachments ne true", "receivedDateTime gt 2026-05-04T09:00:00Z", "subject eq 'Scan'",
        "subject ne 'SCAN AND FAX FOR O''NEIL'", "startswith(subject,'fax')", "isRead eq false and subject eq ''"}) {
    EXPECT_FALSE(takes(text)) << text;
  }
}

TEST_F(GraphFilter, RefusesWhatItCannotServe) {
  for (const auto* text : {"",
                           "isRead",
                           "isRead eq",
                           "isRead eq maybe",
                           "isRead gt false",
                           "subject eq scan",
                           "subject eq 'a'b'",
                           "subject eq 'open",
                           "subject lt 'a'",
                           "colour eq 'red'",
                           "receivedDateTime ge yesterday",
                           "isRead eq false or 1",
                           "isRead eq false and ",
                           "not (isRead eq true)",
                           "contains(body,'x')",
                           "contains(subject)",
                           "(",
                           "()",
                           ")",
                           "endswith(subject,'x')",
                           "contains(subject,'x') "
                           "eq true"}) {
    EXPECT_FALSE(parse_graph_filter(text)) << text;
  }
  std::string many = "isRead eq true";
  for (int i = 0; i < 20; ++i) many += " and isRead eq true";
  EXPECT_FALSE(parse_graph_filter(many));
}

}  // namespace paneltwin::net::cloud

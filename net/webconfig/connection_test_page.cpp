#include "net/webconfig/connection_test_page.hpp"

#include "net/webconfig/menu.hpp"

namespace paneltwin::net::webconfig {

namespace {

std::string_view message_of(const device::Result<std::int64_t>& result) {
  if (result) return "email.test.successful";
  const auto& words = device::words_for(result.error().kind);
  return words.test.empty() ? words.problem : words.test;
}

void start(Site& site, Visit visit, const MailPages& pages) {
  auto session = visit.session;
  if (auto& test = session->tests[pages.role]; !test.running) {
    test = {.running = true};
    site.device.post(
        device::command::TestEmailServer{pages.role},
        [session, role = pages.role](const device::Result<std::int64_t>& result) {
          session->tests[role] = {.running = false, .result = result};
        },
        device::Origin::web);
  }
  site.redirect(std::move(visit), address(pages.test, "POLL"));
}

/// The page waits, and comes again by itself until there is a result.
void wait(const Site& site, Visit visit, const MailPages& pages) {
  const auto test = visit.session->tests[pages.role];
  if (!test.running && !test.result) return site.redirect(std::move(visit), address(pages.test));
  if (!test.running)
    return site.answer_message(std::move(visit), pages.test, message_of(*test.result), test.result->has_value());
  pages::Data data;
  data.set("refresh", "1");
  site.answer(std::move(visit), "connection_test_wait", pages.test, std::move(data));
}

}  // namespace

void add_connection_test_page(Site& site, const MailPages& pages) {
  site.show_to_administrator(pages.test, "TOP",
                             [&](Visit visit) { site.answer(std::move(visit), "connection_test", pages.test, {}); });
  site.take_from_administrator(pages.test, "SET", [&](Visit visit) { start(site, std::move(visit), pages); });
  site.show_to_administrator(pages.test, "POLL", [&](Visit visit) { wait(site, std::move(visit), pages); });
}

}  // namespace paneltwin::net::webconfig

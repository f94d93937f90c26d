#include "net/webconfig/connection_test_page.hpp"

#include "net/webconfig/menu.hpp"

namespace paneltwin::net::webconfig {

namespace {

constexpr std::string_view page_id = "NW_EMAIL_TEST";

std::string_view message_of(const device::Result<std::int64_t>& result) {
  if (result) return "email.test.successful";
  const auto& words = device::words_for(result.error().kind);
  return words.test.empty() ? words.problem : words.test;
}

void start(Site& site, Visit visit) {
  auto session = visit.session;
  if (!session->test.running) {
    session->test = {.running = true};
    site.device.post(
        device::command::TestEmailServer{},
        [session](const device::Result<std::int64_t>& result) { session->test = {.running = false, .result = result}; },
        device::Origin::web);
  }
  site.redirect(std::move(visit), address(page_id, "POLL"));
}

/// The page waits, and comes again by itself until there is a result.
void wait(const Site& site, Visit visit) {
  const auto test = visit.session->test;
  if (!test.running && !test.result) return site.redirect(std::move(visit), address(page_id));
  if (!test.running)
    return site.answer_message(std::move(visit), page_id, message_of(*test.result), test.result->has_value());
  pages::Data data;
  data.set("refresh", "1");
  site.answer(std::move(visit), "connection_test_wait", page_id, std::move(data));
}

}  // namespace

void add_connection_test_page(Site& site) {
  site.show_to_administrator(page_id, "TOP",
                             [&site](Visit visit) { site.answer(std::move(visit), "connection_test", page_id, {}); });
  site.take_from_administrator(page_id, "SET", [&site](Visit visit) { start(site, std::move(visit)); });
  site.show_to_administrator(page_id, "POLL", [&site](Visit visit) { wait(site, std::move(visit)); });
}

}  // namespace paneltwin::net::webconfig

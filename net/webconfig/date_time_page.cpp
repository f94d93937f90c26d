#include "net/webconfig/date_time_page.hpp"

#include <chrono>

#include <fmt/chrono.h>

#include "device/date_time.hpp"
#include "net/webconfig/settings_pages.hpp"

namespace paneltwin::net::webconfig {

namespace {

const SettingPage& page() {
  static const SettingPage settings{"SYS_DATETIME",
                                    {{"",
                                      {{"INPUTT_TIMEDIFFERENCE", "time-difference"},
                                       {"INPUTR_DAYLIGHTSAVING", "daylight-saving"},
                                       {"INPUTD_DATEFORMAT", "date-format"},
                                       {"INPUTD_TIMEFORMAT", "time-format"}}}}};
  return settings;
}

struct Shown {
  std::string date, time;  // as ISO 8601 writes them, whatever format the panel has
};

Shown shown_now(const Site& site) {
  const auto local =
      std::chrono::floor<std::chrono::seconds>(device::local_time(*site.device.snapshot(), site.clock.now()));
  return {fmt::format("{:%Y-%m-%d}", local), fmt::format("{:%H:%M}", local)};
}

Form date_time_form(const Site& site, const Visit& visit) {
  auto form = setting_form(page(), site, visit);
  const auto now = shown_now(site);
  const auto field = [&](const char* name, std::string_view words, std::string value, const char* device_name) {
    const std::string label(visit.words.text(words));
    return FormField{.name = name, .label = label, .value = std::move(value), .most = 10, .device_name = device_name};
  };
  form.groups.insert(form.groups.begin(), {.fields = {field("INPUTT_DATE", "date_time.date", now.date, "date"),
                                                      field("INPUTT_TIME", "date_time.time", now.time, "time")}});
  return form;
}

/// The time difference first: date and time are meant with it. A time that stayed as it was does not set the clock.
void store_date_time(const std::shared_ptr<Site>& site, const FormValues& values, device::Reply reply) {
  const auto now = shown_now(*site);
  const auto date = values.at("INPUTT_DATE"), time = values.at("INPUTT_TIME");
  const auto at = device::from_iso8601(date + "T" + time + ":00Z");
  if (!at) return reply(device::fail(device::FailureKind::invalid_value, time == now.time ? "date" : "time"));
  const bool is_set = date != now.date || time != now.time;
  store_settings(page(), *site, values,
                 [site, at, is_set, reply = std::move(reply)](const device::Result<std::int64_t>& stored) mutable {
                   if (!stored || !is_set) return reply(stored);
                   site->device.post(device::command::SetDateTime{*at}, std::move(reply), device::Origin::web);
                 });
}

}  // namespace

void add_date_time_page(Site& site) {
  add_form_page(site, {.id = page().id,
                       .form = [&site](const Visit& visit) { return date_time_form(site, visit); },
                       .store =
                           [&site](const Visit&, const FormValues& values, device::Reply reply) {
                             store_date_time(site.shared_from_this(), values, std::move(reply));
                           }});
}

}  // namespace paneltwin::net::webconfig

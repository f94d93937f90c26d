#include "net/webconfig/email_notification_page.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "device/names.hpp"
#include "net/webconfig/form_reader.hpp"

namespace paneltwin::net::webconfig {

namespace {

constexpr std::string_view email_notification_id = "ADMIN_EMAILNOTIFICATION";
using device::Notifications;
using device::NotifyEvent;

struct SubjectPart {
  std::string_view field, words;
  bool Notifications::* member;
};
constexpr SubjectPart subject_parts[] = {{"INPUTC_SUBJECT_DEVICE", "info.device_name", &Notifications::name_device},
                                         {"INPUTC_SUBJECT_IP", "info.ip_address", &Notifications::name_address},
                                         {"INPUTC_SUBJECT_SERIAL", "info.serial_number", &Notifications::name_serial}};

std::string event_field(std::size_t destination, NotifyEvent event) {
  return fmt::format("INPUTC_{}_{}", destination + 1, in_capitals(device::name_of(event)));
}

/// Those of this model.
std::vector<NotifyEvent> events_of(const device::Product& product) {
  std::vector<NotifyEvent> events;
  for (const auto name : device::names<NotifyEvent>) {
    const auto event = *device::named<NotifyEvent>(name);
    if (event != NotifyEvent::fax_error || product.has("fax")) events.push_back(event);
  }
  return events;
}

pages::Data check_box(const std::string& field, bool on, const std::string& name) {
  pages::Data box;
  box.set("field", field);
  box.set("on", on);
  box.set("name", name);
  return box;
}

pages::Data shown_destination(const Site& site, const Notifications& shown, std::size_t i, const std::string& wrong) {
  const auto& destination = shown.destinations[i];
  pages::Data data, languages{pages::Data::type::list};
  data.set("number", std::to_string(i + 1));
  data.set("address", destination.address);
  data.set("wrong", wrong == fmt::format("address-{}", i + 1));
  for (const auto& tag : site.texts.tags()) {
    pages::Data language;
    language.set("tag", tag);
    language.set("language", std::string(site.texts.in(tag).text("language.name")));
    language.set("selected", tag == destination.language);
    languages.push_back(language);
  }
  data.set("its_languages", languages);
  return data;
}

/// `wrong`: what the last OK was not taken for.
void show_email_notification(const Site& site, Visit visit, const Notifications& shown, const device::Failure* wrong) {
  const auto state = site.device.snapshot();
  pages::Data data, destinations{pages::Data::type::list}, events{pages::Data::type::list},
      parts{pages::Data::type::list};
  for (std::size_t i = 0; i < device::notify_destinations; ++i) {
    destinations.push_back(shown_destination(site, shown, i, wrong ? wrong->detail : ""));
  }
  for (const auto event : events_of(state->product)) {
    pages::Data row, boxes{pages::Data::type::list};
    const auto name = std::string(visit.words.text(fmt::format("notification.event.{}", device::name_of(event))));
    for (std::size_t i = 0; i < device::notify_destinations; ++i) {
      boxes.push_back(check_box(event_field(i, event), shown.destinations[i].events.contains(event),
                                fmt::format("{} {}", name, i + 1)));
    }
    row.set("event", name);
    row.set("boxes", boxes);
    events.push_back(row);
  }
  for (const auto& part : subject_parts) {
    parts.push_back(check_box(std::string(part.field), shown.*part.member, std::string(visit.words.text(part.words))));
  }
  data.set("destinations", destinations);
  data.set("events", events);
  data.set("parts", parts);
  data.set("no_server", state->email.stored.method == device::EmailMethod::off && !state->additional_network);
  if (wrong) {
    const bool address = wrong->detail.starts_with("address-");
    data.set("problem", std::string(visit.words.text(address ? "webconfig.invalid.sender"
                                                             : device::words_for(wrong->kind).problem)));
  }
  site.answer(std::move(visit), "email_notification", email_notification_id, std::move(data));
}

/// What is not ticked does not come with the form.
Notifications read_form(const Visit& visit, const device::Product& product) {
  Notifications read;
  for (std::size_t i = 0; i < device::notify_destinations; ++i) {
    auto& destination = read.destinations[i];
    destination.address = visit.field(fmt::format("INPUTT_ADDRESS{}", i + 1));
    if (auto tag = visit.field(fmt::format("SEL_LANGUAGE{}", i + 1)); !tag.empty()) destination.language = tag;
    for (const auto event : events_of(product)) {
      if (visit.field(event_field(i, event)) == "ON") destination.events.insert(event);
    }
  }
  for (const auto& part : subject_parts) read.*part.member = visit.field(part.field) == "ON";
  return read;
}

void store_email_notification(Site& site, Visit visit) {
  auto read = read_form(visit, site.device.snapshot()->product);
  site.device.post(
      device::command::SetNotifications{read},
      [site = site.shared_from_this(), visit = std::move(visit),
       read](const device::Result<std::int64_t>& answer) mutable {
        if (!answer) return show_email_notification(*site, std::move(visit), read, &answer.error());
        site->answer_message(std::move(visit), email_notification_id, "webconfig.setup_complete", true);
      },
      device::Origin::web);
}

}  // namespace

void add_email_notification_page(Site& site) {
  site.show_to_administrator(email_notification_id, "TOP", [&site](Visit visit) {
    show_email_notification(site, std::move(visit), site.device.snapshot()->notifications, nullptr);
  });
  site.take_from_administrator(email_notification_id, "SET",
                               [&site](Visit visit) { store_email_notification(site, std::move(visit)); });
}

}  // namespace paneltwin::net::webconfig

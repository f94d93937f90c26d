#include "net/webconfig/authorities_page.hpp"

#include "net/webconfig/form.hpp"
#include "net/webconfig/menu.hpp"

namespace paneltwin::net::webconfig {

namespace {

constexpr std::string_view authorities_id = "NWS_CERT_CA";
constexpr std::string_view authorities_field = "cert0";
constexpr std::size_t largest_authorities = 2 << 20;
using Answer = device::Result<std::int64_t>;

/// `problem`: in words; empty at first.
void show_authorities(const Site& site, Visit visit, const std::string& problem) {
  const auto state = site.device.snapshot();
  pages::Data list{pages::Data::type::list};
  for (const auto& one : state->authorities) {
    pages::Data shown;
    shown.set("subject", one.subject);
    shown.set("issuer", one.issuer);
    shown.set("from", device::to_iso8601(one.not_before).substr(0, 10));
    shown.set("to", device::to_iso8601(one.not_after).substr(0, 10));
    shown.set("fingerprint", one.fingerprint);
    list.push_back(shown);
  }
  Form form{.groups = {{.title = std::string(visit.words.text("webconfig.authorities.import")),
                        .fields = {{.name = std::string(authorities_field),
                                    .label = std::string(visit.words.text("webconfig.authorities.file")),
                                    .kind = FormField::Kind::file,
                                    .help = std::string(visit.words.text("webconfig.authorities.help"))}}}},
            .ok = std::string(visit.words.text("webconfig.import")),
            .has_files = true};
  form.problem = problem;
  pages::Data data;
  put_form(data, form, authorities_id);
  data.set("authorities", list);
  data.set("remove", address(authorities_id, "DELETE"));
  site.answer(std::move(visit), "authorities", authorities_id, std::move(data));
}

/// Says how it went: the message that it is done, or the page again with the reason.
void told(Site& site, Visit visit, const Answer& answer) {
  if (answer) return site.answer_message(std::move(visit), authorities_id, "webconfig.setup_complete", true);
  const auto key = "webconfig.authorities.invalid." + answer.error().detail;
  const auto problem = visit.words.has(key) ? std::string_view(key) : device::words_for(answer.error().kind).problem;
  const std::string words(visit.words.text(problem));
  show_authorities(site, std::move(visit), words);
}

void carry_out(Site& site, Visit visit, device::Command command) {
  site.device.post(
      std::move(command),
      [site = site.shared_from_this(), visit = std::move(visit)](const Answer& answer) mutable {
        told(*site, std::move(visit), answer);
      },
      device::Origin::web);
}

void import_authorities(Site& site, Visit visit) {
  const auto* file = visit.file(authorities_field);
  device::command::ImportAuthority command{file ? file->content : ""};
  carry_out(site, std::move(visit), std::move(command));
}

void remove_authorities(Site& site, Visit visit) {
  device::command::RemoveAuthority command{visit.field("INPUTT_FINGERPRINT")};
  carry_out(site, std::move(visit), std::move(command));
}

}  // namespace

void add_authorities_page(Site& site) {
  site.show_to_administrator(authorities_id, "TOP",
                             [&site](Visit visit) { show_authorities(site, std::move(visit), ""); });
  site.take_from_administrator(authorities_id, "SET",
                               [&site](Visit visit) { import_authorities(site, std::move(visit)); },
                               {.most = largest_authorities, .files = true});
  site.take_from_administrator(authorities_id, "DELETE",
                               [&site](Visit visit) { remove_authorities(site, std::move(visit)); });
}

}  // namespace paneltwin::net::webconfig

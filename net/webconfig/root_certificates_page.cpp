#include "net/webconfig/root_certificates_page.hpp"

#include "net/webconfig/menu.hpp"

namespace paneltwin::net::webconfig {

namespace {

constexpr std::string_view root_certificates_id = "NWS_ROOTCERT";

void show_root_certificates(const Site& site, Visit visit, const device::Failure* refused) {
  const auto roots = site.device.snapshot()->root_certificates;
  pages::Data data;
  data.set("version", roots.version);
  data.set("updating", roots.updating);
  data.set("up_to_date", roots.up_to_date);
  if (roots.updating) data.set("refresh", "1");
  if (const auto* failure = refused ? refused : roots.failure ? &*roots.failure : nullptr) {
    const auto& told = device::words_for(failure->kind);
    data.set("problem", std::string(visit.words.text(told.problem)));
    if (!told.remedy.empty()) data.set("remedy", std::string(visit.words.text(told.remedy)));
  }
  site.answer(std::move(visit), "root_certificates", root_certificates_id, std::move(data));
}

void update(Site& site, Visit visit) {
  site.device.post(
      device::command::UpdateRootCertificates{},
      [site = site.shared_from_this(), visit = std::move(visit)](const device::Result<std::int64_t>& begun) mutable {
        if (!begun) return show_root_certificates(*site, std::move(visit), &begun.error());
        site->redirect(std::move(visit), address(root_certificates_id));
      },
      device::Origin::web);
}

}  // namespace

void add_root_certificates_page(Site& site) {
  site.show_to_administrator(root_certificates_id, "TOP",
                             [&site](Visit visit) { show_root_certificates(site, std::move(visit), nullptr); });
  site.take_from_administrator(root_certificates_id, "SET", [&site](Visit visit) { update(site, std::move(visit)); });
}

}  // namespace paneltwin::net::webconfig

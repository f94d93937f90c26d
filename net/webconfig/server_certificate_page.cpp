#include "net/webconfig/server_certificate_page.hpp"

#include <fmt/format.h>

#include "net/webconfig/menu.hpp"

namespace paneltwin::net::webconfig {

namespace {

using CertificateKind = tls::ServerCertificate::Kind;

constexpr std::string_view server_certificate_id = "NWS_CERT_SSLTLS";
constexpr const char* import_address = "/PRESENTATIONEX/CERT/IMPORT_CHAIN";
constexpr std::string_view self_signed = "SELF-SIGNED_CERT", ca_signed = "CA-SIGNED_CERT";
constexpr std::size_t largest_server_certificate = 4 << 20;

pages::Data shown(std::string_view value, std::string_view name, const device::Certificate& certificate, bool in_use) {
  pages::Data data;
  data.set("value", std::string(value));
  data.set("name", std::string(name));
  data.set("selected", in_use);
  data.set("subject", certificate.subject);
  data.set("issuer", certificate.issuer);
  data.set("from", device::to_iso8601(certificate.not_before).substr(0, 10));
  data.set("to", device::to_iso8601(certificate.not_after).substr(0, 10));
  data.set("fingerprint", certificate.fingerprint);
  return data;
}

void show_server_certificate(const Site& site, Visit visit, const tls::ServerCertificate& certificate) {
  pages::Data list{pages::Data::type::list};
  const auto in_use = certificate.in_use();
  list.push_back(shown(self_signed, visit.words.text("webconfig.certificate.self_signed"), certificate.made(),
                       in_use == CertificateKind::self_signed));
  if (const auto& brought = certificate.brought()) {
    list.push_back(shown(ca_signed, visit.words.text("webconfig.certificate.ca_signed"), *brought,
                         in_use == CertificateKind::ca_signed));
  }
  pages::Data data;
  data.set("certificates", list);
  data.set("import", address(server_certificate_id, "CA_IMPORT"));
  site.answer(std::move(visit), "server_certificate", server_certificate_id, std::move(data));
}

/// `problem`: catalogue key; empty at first.
void show_import(const Site& site, Visit visit, std::string_view problem) {
  pages::Data data;
  data.set("action", import_address);
  if (!problem.empty()) data.set("problem", std::string(visit.words.text(problem)));
  site.answer(std::move(visit), "certificate_import", server_certificate_id, std::move(data));
}

/// Everybody is logged off: tokens and log-ins go stale with the service, as on the machine.
void shut_down(Site& site, Visit visit, const Service& service) {
  pages::Data data;
  data.set("message", std::string(visit.words.text("webconfig.shutting_down")));
  data.set("good", true);
  data.set("back", address(server_certificate_id));
  data.set("refresh", fmt::format("8; url={}", address(server_certificate_id)));
  site.answer(std::move(visit), "message", server_certificate_id, std::move(data));
  site.sessions.end_others("");
  if (service.restart) service.restart();
}

void note(Site& site, const Visit& visit, std::string detail, CertificateKind in_use) {
  site.device.post(
      device::command::RecordEvent{device::AuditEvent::certificate_changed, std::move(detail), visit.request.peer}, {},
      device::Origin::web);
  site.device.post(device::command::ShowServerCertificate{in_use == CertificateKind::ca_signed}, {},
                   device::Origin::world);
}

void set_server_certificate(Site& site, Visit visit, const Service& service) {
  const auto kind =
      visit.field("SEL_SSLTLSUSECERT") == ca_signed ? CertificateKind::ca_signed : CertificateKind::self_signed;
  auto& certificate = *service.certificate;
  if (kind == certificate.in_use())
    return site.answer_message(std::move(visit), server_certificate_id, "webconfig.setup_complete", true);
  if (auto used = certificate.use(kind); !used) {
    return site.answer_message(std::move(visit), server_certificate_id, device::words_for(used.error().kind).problem,
                               false);
  }
  note(site, visit, std::string(kind == CertificateKind::ca_signed ? ca_signed : self_signed), kind);
  shut_down(site, std::move(visit), service);
}

std::string content_of(const Visit& visit, std::string_view name) {
  const auto* file = visit.file(name);
  return file ? file->content : "";
}

void import_server_certificate(Site& site, Visit visit, const Service& service) {
  tls::BroughtCertificate brought{.key = content_of(visit, "key")};
  if (visit.field("format") == "pkcs12") {
    brought.pkcs12 = content_of(visit, "cert0");
    brought.password = visit.field("INPUTT_PASSWORD");
    if (brought.pkcs12.empty()) return show_import(site, std::move(visit), "webconfig.certificate.invalid.pkcs12");
  } else {
    for (const auto* name : {"cert0", "cert1", "cert2"}) {
      if (auto part = content_of(visit, name); !part.empty()) brought.parts.push_back(std::move(part));
    }
  }
  auto& certificate = *service.certificate;
  if (auto taken = certificate.import(brought); !taken) {
    const auto key = "webconfig.certificate.invalid." + taken.error().detail;
    const bool is_known = visit.words.has(key);
    return show_import(site, std::move(visit),
                       is_known ? std::string_view(key) : device::words_for(taken.error().kind).problem);
  }
  note(site, visit, certificate.brought()->fingerprint, certificate.in_use());
  if (certificate.in_use() == CertificateKind::ca_signed) return shut_down(site, std::move(visit), service);
  site.answer_message(std::move(visit), server_certificate_id, "webconfig.setup_complete", true);
}

}  // namespace

void add_server_certificate_page(Site& site, const Service& service) {
  const auto with_certificate = [&service](auto act) {
    return [&service, act](Visit visit) {
      if (!service.certificate) return visit.respond(http::Response::text("Not found\n", 404));
      act(std::move(visit));
    };
  };
  site.show_to_administrator(server_certificate_id, "TOP", with_certificate([&site, &service](Visit visit) {
                               show_server_certificate(site, std::move(visit), *service.certificate);
                             }));
  site.take_from_administrator(server_certificate_id, "SET", with_certificate([&site, &service](Visit visit) {
                                 set_server_certificate(site, std::move(visit), service);
                               }));
  site.show_to_administrator(server_certificate_id, "CA_IMPORT",
                             with_certificate([&site](Visit visit) { show_import(site, std::move(visit), ""); }));
  site.take_from_administrator_at(
      import_address, server_certificate_id,
      with_certificate([&site, &service](Visit visit) { import_server_certificate(site, std::move(visit), service); }),
      {.most = largest_server_certificate, .files = true});
}

}  // namespace paneltwin::net::webconfig

#include "device/security/authorities.hpp"

namespace paneltwin::device {

namespace {
constexpr std::size_t most_authorities = 10;
constexpr std::string_view kept_under = "authority.";
std::string kept_name(const std::string& fingerprint) { return std::string(kept_under) + fingerprint; }
}  // namespace

Result<void> Authorities::import(const std::string& content) {
  auto certificates = read_certificates(content);
  if (!certificates) return std::unexpected(certificates.error());
  auto& known = core_.state.authorities;
  SettingChanges changes;
  std::vector<Certificate> added;
  for (auto& certificate : *certificates) {
    if (!certificate.is_authority) return fail(FailureKind::invalid_value, "authority");
    const bool is_there = std::ranges::find(known, certificate.fingerprint, &Certificate::fingerprint) != known.end();
    if (is_there || !changes.emplace(kept_name(certificate.fingerprint), certificate.pem).second) continue;
    added.push_back(std::move(certificate));
  }
  if (known.size() + added.size() > most_authorities) return fail(FailureKind::memory_full, "authorities");
  if (added.empty()) return {};
  if (auto done = core_.keep(changes); !done) return done;
  known.insert(known.end(), added.begin(), added.end());
  core_.publish();
  return {};
}

Result<void> Authorities::remove(const std::string& fingerprint) {
  auto& known = core_.state.authorities;
  const auto found = std::ranges::find(known, fingerprint, &Certificate::fingerprint);
  if (found == known.end()) return fail(FailureKind::not_found);
  if (auto done = core_.keep({{kept_name(fingerprint), std::nullopt}}); !done) return done;
  known.erase(found);
  core_.publish();
  return {};
}

std::vector<Certificate> Authorities::remembered(const SettingValues& settings) {
  std::vector<Certificate> known;
  for (auto entry = settings.lower_bound(kept_under); entry != settings.end() && entry->first.starts_with(kept_under);
       ++entry) {
    if (auto read = read_certificates(entry->second)) known.push_back(read->front());
  }
  return known;
}

}  // namespace paneltwin::device

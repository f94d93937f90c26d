#include "device/security/certificate.hpp"

#include <ctime>

#include <fmt/format.h>
#include <openssl/err.h>
#include <openssl/x509v3.h>

#include "device/security/openssl_types.hpp"

namespace paneltwin::device {

namespace {

constexpr std::size_t largest = 1 << 20;

std::string name_of(const X509_NAME* name) {
  const int at = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
  if (at >= 0) {
    unsigned char* text = nullptr;
    const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    std::string common(size > 0 ? reinterpret_cast<char*>(text) : "", size > 0 ? static_cast<std::size_t>(size) : 0);
    OPENSSL_free(text);
    return common;
  }
  const std::unique_ptr<char, void (*)(char*)> line(X509_NAME_oneline(name, nullptr, 0),
                                                    [](char* text) { OPENSSL_free(text); });
  return line ? line.get() : "";
}

Instant instant_of(const ASN1_TIME* time) {
  std::tm parts{};
  if (ASN1_TIME_to_tm(time, &parts) != 1) return {};
  return Instant(std::chrono::seconds(timegm(&parts)));
}

std::string fingerprint_of(const X509* certificate) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  X509_digest(certificate, EVP_sha256(), digest, &size);
  std::string text;
  for (unsigned int i = 0; i < size; ++i) text += fmt::format("{}{:02X}", i == 0 ? "" : ":", digest[i]);
  return text;
}

Certificate described(X509* certificate) {
  return {.subject = name_of(X509_get_subject_name(certificate)),
          .issuer = name_of(X509_get_issuer_name(certificate)),
          .not_before = instant_of(X509_get0_notBefore(certificate)),
          .not_after = instant_of(X509_get0_notAfter(certificate)),
          .fingerprint = fingerprint_of(certificate),
          .is_authority = X509_check_ca(certificate) > 0,
          .pem = openssl::pem_of(certificate)};
}

}  // namespace

Result<std::vector<Certificate>> read_certificates(std::string_view content) {
  std::vector<Certificate> found;
  if (content.empty() || content.size() > largest) return fail(FailureKind::invalid_value, "certificate");
  if (content.find("-----BEGIN") != std::string_view::npos) {
    const auto memory = openssl::memory_of(content);
    while (const openssl::Certificate one{PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr)}) {
      found.push_back(described(one.get()));
    }
  } else {
    const auto* bytes = reinterpret_cast<const unsigned char*>(content.data());
    if (const openssl::Certificate one{d2i_X509(nullptr, &bytes, static_cast<long>(content.size()))}) {
      found.push_back(described(one.get()));
    }
  }
  ERR_clear_error();
  if (found.empty()) return fail(FailureKind::invalid_value, "certificate");
  return found;
}

}  // namespace paneltwin::device

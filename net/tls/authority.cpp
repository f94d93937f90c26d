#include "net/tls/authority.hpp"

#include <algorithm>

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ssl/context.hpp>
#include <openssl/err.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include "device/assets.hpp"
#include "device/security/openssl_types.hpp"

namespace paneltwin::net::tls {

namespace fs = std::filesystem;
using device::FailureKind;
using device::Result;

namespace {

using device::openssl::Certificate, device::openssl::Freed, device::openssl::Key;
using device::openssl::memory_of, device::openssl::pem_of;
using Extension = std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>>;
using Names = std::unique_ptr<GENERAL_NAMES, Freed<GENERAL_NAMES_free>>;

constexpr auto lifetime = std::chrono::days(30 * 365);

/// A key and the certificate over it.
struct Identity {
  Key key;
  Certificate certificate;
};

void add_extension(X509* certificate, X509* issuer, int id, const char* value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  if (const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, id, value)); extension)
    X509_add_ext(certificate, extension.get(), -1);
}

bool is_address(const std::string& name) {
  boost::system::error_code error;
  boost::asio::ip::make_address(name, error);
  return !error;
}

/// A certificate over a new P-256 key, signed by `issuer` (or by itself), good from the day before `now`.
Identity make(const std::string& common_name, device::Instant now, const Identity* issuer,
              const std::vector<std::string>& names) {
  Identity made{Key(EVP_EC_gen("P-256")), Certificate(X509_new())};
  X509* certificate = made.certificate.get();
  X509_set_version(certificate, 2);
  unsigned char serial[16];
  RAND_bytes(serial, sizeof serial);
  serial[0] &= 0x7f;
  const std::unique_ptr<BIGNUM, Freed<BN_free>> number(BN_bin2bn(serial, sizeof serial, nullptr));
  BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
  const auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch();
  ASN1_TIME_set(X509_getm_notBefore(certificate), (seconds - std::chrono::days(1)).count());
  ASN1_TIME_set(X509_getm_notAfter(certificate), (seconds + lifetime).count());
  X509_set_pubkey(certificate, made.key.get());
  X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>(common_name.c_str()), -1, -1, 0);
  X509* signer = issuer ? issuer->certificate.get() : certificate;
  X509_set_issuer_name(certificate, X509_get_subject_name(signer));
  add_extension(certificate, signer, NID_subject_key_identifier, "hash");
  if (issuer) {
    add_extension(certificate, signer, NID_basic_constraints, "critical,CA:FALSE");
    add_extension(certificate, signer, NID_key_usage, "critical,digitalSignature");
    add_extension(certificate, signer, NID_ext_key_usage, "serverAuth");
    add_extension(certificate, signer, NID_authority_key_identifier, "keyid:always");
    std::string alternatives;
    for (const auto& name : names)
      alternatives += (alternatives.empty() ? "" : ",") + std::string(is_address(name) ? "IP:" : "DNS:") + name;
    add_extension(certificate, signer, NID_subject_alt_name, alternatives.c_str());
  } else {
    add_extension(certificate, signer, NID_basic_constraints, "critical,CA:TRUE");
    add_extension(certificate, signer, NID_key_usage, "critical,keyCertSign,cRLSign");
  }
  X509_sign(certificate, issuer ? issuer->key.get() : made.key.get(), EVP_sha256());
  return made;
}

Result<Identity> read(const fs::path& certificate_file, const fs::path& key_file) {
  const auto load = [](const fs::path& file) { return device::read_file(file, 1 << 20).value_or(""); };
  const std::string certificate = load(certificate_file), key = load(key_file);
  Identity identity{Key(PEM_read_bio_PrivateKey(memory_of(key).get(), nullptr, nullptr, nullptr)),
                    Certificate(PEM_read_bio_X509(memory_of(certificate).get(), nullptr, nullptr, nullptr))};
  ERR_clear_error();
  if (!identity.certificate)
    return device::fail(FailureKind::store_failed, certificate_file.string() + " is damaged: no certificate in it");
  if (!identity.key) return device::fail(FailureKind::store_failed, key_file.string() + " is damaged: no key in it");
  if (X509_check_private_key(identity.certificate.get(), identity.key.get()) != 1) {
    ERR_clear_error();
    return device::fail(FailureKind::store_failed, key_file.string() + " is damaged: it does not belong to " +
                                                       certificate_file.filename().string());
  }
  return identity;
}

Result<void> write(const Identity& identity, const fs::path& certificate_file, const fs::path& key_file) {
  // The key first: a certificate without its key would look damaged.
  if (!device::write_file(key_file, pem_of(identity.key.get()), 0600))
    return device::fail(FailureKind::store_failed, "cannot write " + key_file.string());
  if (!device::write_file(certificate_file, pem_of(identity.certificate.get()))) {
    return device::fail(FailureKind::store_failed, "cannot write " + certificate_file.string());
  }
  return {};
}

bool covers(const Identity& served, const Identity& authority, const std::vector<std::string>& names) {
  X509* certificate = served.certificate.get();
  if (X509_verify(certificate, authority.key.get()) != 1) return false;
  return std::ranges::all_of(names, [&](const std::string& name) {
    return is_address(name) ? X509_check_ip_asc(certificate, name.c_str(), 0) == 1
                            : X509_check_host(certificate, name.data(), name.size(), 0, nullptr) == 1;
  });
}

}  // namespace

struct Authority::Impl {
  fs::path certificate;
  boost::asio::ssl::context server{boost::asio::ssl::context::tls_server};
};

Result<std::unique_ptr<Authority>> Authority::open(const fs::path& folder, std::vector<std::string> names,
                                                   device::Instant now) {
  for (const auto* name : {"localhost", "127.0.0.1", "::1"}) names.emplace_back(name);
  const fs::path authority_file = folder / "ca.pem", authority_key = folder / "ca-key.pem";
  const fs::path served_file = folder / "server.pem", served_key = folder / "server-key.pem";
  std::error_code ignored;

  Identity authority;
  if (fs::exists(authority_file, ignored)) {
    auto read_authority = read(authority_file, authority_key);
    if (!read_authority) return std::unexpected(read_authority.error());
    authority = std::move(*read_authority);
  } else {
    authority = make("PanelTwin Authority", now, nullptr, {});
    if (auto written = write(authority, authority_file, authority_key); !written)
      return std::unexpected(written.error());
  }

  auto served = read(served_file, served_key);
  if (!served || !covers(*served, authority,
                         names)) {  // made from the authority at any time, so a damaged one is simply made anew
    served = make("PanelTwin", now, &authority, names);
    if (auto written = write(*served, served_file, served_key); !written) return std::unexpected(written.error());
  }

  auto impl = std::make_unique<Impl>();
  impl->certificate = authority_file;
  SSL_CTX* native = impl->server.native_handle();
  SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
  SSL_CTX_set_options(native, SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_IGNORE_UNEXPECTED_EOF);
  SSL_CTX_use_certificate(native, served->certificate.get());
  SSL_CTX_use_PrivateKey(native, served->key.get());
  SSL_CTX_add1_chain_cert(native, authority.certificate.get());
  return std::unique_ptr<Authority>(new Authority(std::move(impl)));
}

Authority::Authority(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Authority::~Authority() = default;

fs::path Authority::certificate() const { return impl_->certificate; }
boost::asio::ssl::context& Authority::server() const { return impl_->server; }

}  // namespace paneltwin::net::tls

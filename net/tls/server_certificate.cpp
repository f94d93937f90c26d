#include "net/tls/server_certificate.hpp"

#include <algorithm>

#include <boost/asio/ssl/context.hpp>
#include <openssl/err.h>
#include <openssl/pkcs12.h>

#include "device/assets.hpp"
#include "device/security/openssl_types.hpp"
#include "net/tls/authority.hpp"

namespace paneltwin::net::tls {

using device::FailureKind;
using device::Result;

namespace {

using device::openssl::Freed, device::openssl::Key, device::openssl::memory_of, device::openssl::pem_of;
using Parsed = device::openssl::Certificate;

constexpr std::size_t most_parts = 3, largest = 1 << 20;
constexpr const char *chain_file = "own.pem", *key_file = "own-key.pem", *use_file = "certificate-in-use";

/// Never asks anybody for a password.
int no_password(char*, int, int, void*) { return 0; }

Key read_key(const std::string& content) {
  if (content.empty() || content.size() > largest) return nullptr;
  if (content.find("-----BEGIN") != std::string::npos) {
    return Key(PEM_read_bio_PrivateKey(memory_of(content).get(), nullptr, no_password, nullptr));
  }
  const auto* bytes = reinterpret_cast<const unsigned char*>(content.data());
  return Key(d2i_AutoPrivateKey(nullptr, &bytes, static_cast<long>(content.size())));
}

struct Chain {
  std::vector<device::Certificate> certificates;
  Key key;
};

Result<Chain> unpack(const BroughtCertificate& brought) {
  if (brought.pkcs12.size() > largest) return device::fail(FailureKind::invalid_value, "pkcs12");
  const auto* bytes = reinterpret_cast<const unsigned char*>(brought.pkcs12.data());
  const std::unique_ptr<PKCS12, Freed<PKCS12_free>> box(
      d2i_PKCS12(nullptr, &bytes, static_cast<long>(brought.pkcs12.size())));
  EVP_PKEY* key = nullptr;
  X509* leaf = nullptr;
  STACK_OF(X509)* others = nullptr;
  const bool open = box && PKCS12_parse(box.get(), brought.password.c_str(), &key, &leaf, &others) == 1;
  Chain chain{.key = Key(key)};
  const Parsed owned(leaf);
  std::string pem = leaf ? pem_of(leaf) : "";
  for (int i = 0; others && i < sk_X509_num(others); ++i) pem += pem_of(sk_X509_value(others, i));
  sk_X509_pop_free(others, X509_free);
  auto certificates = device::read_certificates(pem);
  if (!open || !chain.key || !certificates) return device::fail(FailureKind::invalid_value, "pkcs12");
  chain.certificates = std::move(*certificates);
  return chain;
}

Result<Chain> read_chain(const BroughtCertificate& brought) {
  if (!brought.pkcs12.empty()) return unpack(brought);
  Chain chain{.key = read_key(brought.key)};
  for (const auto& part : brought.parts) {
    auto certificates = device::read_certificates(part);
    if (!certificates) return std::unexpected(certificates.error());
    std::ranges::move(*certificates, std::back_inserter(chain.certificates));
  }
  if (chain.certificates.empty()) return device::fail(FailureKind::invalid_value, "certificate");
  if (!chain.key) return device::fail(FailureKind::invalid_value, "key");
  return chain;
}

/// The certificate over the key comes first. False when the key belongs to none.
bool put_leaf_first(Chain& chain) {
  const auto leaf = std::ranges::find_if(chain.certificates, [&](const device::Certificate& one) {
    const Parsed certificate(PEM_read_bio_X509(memory_of(one.pem).get(), nullptr, nullptr, nullptr));
    return certificate && X509_check_private_key(certificate.get(), chain.key.get()) == 1;
  });
  ERR_clear_error();
  if (leaf == chain.certificates.end()) return false;
  std::rotate(chain.certificates.begin(), leaf, leaf + 1);
  return true;
}

}  // namespace

/// Nothing when chain and key do not make a server.
static std::unique_ptr<boost::asio::ssl::context> make_context(const std::string& chain, const std::string& key) {
  using Context = boost::asio::ssl::context;
  auto context = std::make_unique<Context>(Context::tls_server);
  SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
  SSL_CTX_set_options(context->native_handle(),
                      SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_IGNORE_UNEXPECTED_EOF);
  boost::system::error_code error;
  context->use_certificate_chain(boost::asio::buffer(chain), error);
  if (!error) context->use_private_key(boost::asio::buffer(key), Context::pem, error);
  const bool fits = !error && SSL_CTX_check_private_key(context->native_handle()) == 1;
  ERR_clear_error();
  return fits ? std::move(context) : nullptr;
}

ServerCertificate::ServerCertificate(std::filesystem::path folder, const Authority& authority)
    : folder_(std::move(folder)), authority_(authority) {
  const auto chain = device::read_file(folder_ / chain_file), key = device::read_file(folder_ / key_file);
  if (!chain || !key) return;
  const auto certificates = device::read_certificates(*chain);
  context_ = make_context(*chain, *key);
  if (!certificates || !context_) return;
  brought_ = certificates->front();
  if (device::read_file(folder_ / use_file) == "ca_signed") in_use_ = Kind::ca_signed;
}

ServerCertificate::~ServerCertificate() = default;

device::Certificate ServerCertificate::made() const {
  X509* certificate = SSL_CTX_get0_certificate(authority_.server().native_handle());
  return device::read_certificates(pem_of(certificate)).value().front();
}

Result<void> ServerCertificate::import(const BroughtCertificate& brought) {
  auto chain = read_chain(brought);
  ERR_clear_error();
  if (!chain) return std::unexpected(chain.error());
  if (chain->certificates.size() > most_parts) return device::fail(FailureKind::invalid_value, "chain");
  if (!put_leaf_first(*chain)) return device::fail(FailureKind::invalid_value, "match");
  std::string pem;
  for (const auto& certificate : chain->certificates) pem += certificate.pem;
  const auto key = pem_of(chain->key.get());
  auto context = make_context(pem, key);
  if (!context) return device::fail(FailureKind::invalid_value, "match");
  // The key first: a certificate without its key would look damaged.
  if (!device::write_file(folder_ / key_file, key, 0600) || !device::write_file(folder_ / chain_file, pem)) {
    return device::fail(FailureKind::store_failed, "cannot write " + (folder_ / chain_file).string());
  }
  context_ = std::move(context);
  brought_ = chain->certificates.front();
  return {};
}

Result<void> ServerCertificate::use(Kind kind) {
  if (kind == Kind::ca_signed && !brought_) return device::fail(FailureKind::not_found);
  if (!device::write_file(folder_ / use_file, kind == Kind::ca_signed ? "ca_signed" : "self_signed")) {
    return device::fail(FailureKind::store_failed, "cannot write " + (folder_ / use_file).string());
  }
  in_use_ = kind;
  return {};
}

boost::asio::ssl::context& ServerCertificate::context() const {
  return in_use_ == Kind::ca_signed ? *context_ : authority_.server();
}

}  // namespace paneltwin::net::tls

#include "net/connect/trust.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/error.hpp>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

namespace paneltwin::net {

namespace ssl = boost::asio::ssl;
using device::FailureKind;

device::Result<std::unique_ptr<ssl::context>> make_client_context(const Wire& wire) {
  auto context = std::make_unique<ssl::context>(ssl::context::tls_client);
  SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
  SSL_CTX_set_options(context->native_handle(), SSL_OP_NO_RENEGOTIATION);
  if (wire.faults.tls) return context;
  boost::system::error_code error;
  if (wire.knows_todays_roots) {
    context->set_default_verify_paths(error);  // a machine without roots of its own still trusts `authorities`
    for (const auto& file : wire.authorities) {
      context->load_verify_file(file.string(), error);
      if (error) return device::fail(FailureKind::tls_untrusted_ca, "cannot read certificates from " + file.string());
    }
  }
  for (const auto& pem : wire.imported) {
    context->add_certificate_authority(boost::asio::buffer(pem), error);  // checked when it was imported
  }
  return context;
}

void expect_host(ssl_st* session, const std::string& host, device::Instant now, bool validate) {
  boost::system::error_code not_an_address;
  boost::asio::ip::make_address(host, not_an_address);
  if (not_an_address) SSL_set_tlsext_host_name(session, host.c_str());
  if (!validate) return SSL_set_verify(session, SSL_VERIFY_NONE, nullptr);
  SSL_set_verify(session, SSL_VERIFY_PEER, nullptr);
  X509_VERIFY_PARAM* rules = SSL_get0_param(session);
  X509_VERIFY_PARAM_set_time(rules, std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count());
  if (not_an_address) {
    X509_VERIFY_PARAM_set_hostflags(rules, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    X509_VERIFY_PARAM_set1_host(rules, host.data(), host.size());
  } else {
    X509_VERIFY_PARAM_set1_ip_asc(rules, host.c_str());
  }
}

static FailureKind kind_of(long verdict) {
  switch (verdict) {
    case X509_V_ERR_CERT_NOT_YET_VALID:
    case X509_V_ERR_CERT_HAS_EXPIRED:
      return FailureKind::tls_untrusted_date;
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_CERT_UNTRUSTED:
    case X509_V_ERR_INVALID_CA:
      return FailureKind::tls_untrusted_ca;
    default:
      return FailureKind::tls_not_secured;
  }
}

device::Failure why_unsecured(const ssl_st* session, const boost::system::error_code& error, const std::string& what) {
  if (const long verdict = SSL_get_verify_result(session); verdict != X509_V_OK)
    return {kind_of(verdict), what + ": " + X509_verify_cert_error_string(verdict)};
  if (error.category() != boost::asio::error::get_ssl_category()) return {FailureKind::communication, what};
  const int reason = ERR_GET_REASON(static_cast<unsigned long>(error.value()));
  const bool not_tls = reason == SSL_R_WRONG_VERSION_NUMBER || reason == SSL_R_HTTP_REQUEST;
  return {not_tls ? FailureKind::unsupported_protocol : FailureKind::tls_not_secured, what};
}

}  // namespace paneltwin::net

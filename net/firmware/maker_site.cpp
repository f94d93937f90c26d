#include "net/firmware/maker_site.hpp"

#include <algorithm>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "device/firmware/firmware_file.hpp"
#include "net/http/client.hpp"

namespace paneltwin::net {

namespace json = boost::json;
using device::FailureKind;
using device::Result;

namespace {

constexpr std::size_t range_size = 64 << 10;

device::Failure refused(const http::Response& response) {
  if (response.status == 404) return {FailureKind::not_found, "the maker has no firmware for this model"};
  return {FailureKind::temporary, fmt::format("HTTP status {} from the maker's site", response.status)};
}

struct Offer {
  std::string version, file;  // `file` is a path
  std::size_t size = 0;
};

Result<Offer> read_offer(const Result<http::Response>& response) {
  if (!response) return std::unexpected(response.error());
  if (response->status != 200) return std::unexpected(refused(*response));
  boost::system::error_code error;
  const auto value = json::parse(response->body, error);
  const auto* offer = error ? nullptr : value.if_object();
  const auto text = [&](const char* name) {
    const auto* member = offer ? offer->if_contains(name) : nullptr;
    return member && member->is_string() ? std::string(member->as_string()) : std::string();
  };
  const auto* size = offer ? offer->if_contains("size") : nullptr;
  Offer read{text("version"), text("file"), size && size->is_int64() ? static_cast<std::size_t>(size->as_int64()) : 0};
  const bool good = !read.version.empty() && read.file.starts_with('/') && read.size > 0 &&
                    read.size <= device::largest_firmware_file;
  if (!good) return device::fail(FailureKind::cloud_communication, "the maker's site makes no sense");
  return read;
}

/// A file on its way.
struct Download {
  Wire& wire;
  std::string url;
  std::size_t size;
  std::function<void(int)> progress;
  std::stop_token stop;
  std::move_only_function<void(Result<std::string>)> done;
  std::string content;
};

void next_range(const std::shared_ptr<Download>& download) {
  const auto first = download->content.size();
  const auto last = std::min(download->size, first + range_size) - 1;
  http::fetch(download->wire, "GET", download->url, {{"Range", fmt::format("bytes={}-{}", first, last)}}, "",
              download->stop, [download, first, last](Result<http::Response> response) {
                if (!response) return download->done(std::unexpected(response.error()));
                if (response->status != 206) return download->done(std::unexpected(refused(*response)));
                if (response->body.size() != last - first + 1) {
                  return download->done(device::fail(FailureKind::communication, "a part of the file is missing"));
                }
                download->content += response->body;
                download->progress(static_cast<int>(download->content.size() * 100 / download->size));
                if (download->content.size() == download->size) return download->done(std::move(download->content));
                next_range(download);
              });
}

class MakerSite final : public device::FirmwareSource {
 public:
  MakerSite(Wire& wire, std::string address) : wire_(wire), address_(std::move(address)) {}

  void newest(std::string model, std::stop_token stop,
              std::move_only_function<void(Result<std::string>)> done) override {
    ask(model, std::move(stop), [done = std::move(done)](Result<Offer> offer) mutable {
      done(offer ? Result<std::string>(offer->version) : std::unexpected(offer.error()));
    });
  }

  void download(std::string model, std::string version, std::function<void(int)> progress, std::stop_token stop,
                std::move_only_function<void(Result<std::string>)> done) override {
    ask(model, stop,
        [this, version = std::move(version), progress = std::move(progress), stop,
         done = std::move(done)](Result<Offer> offer) mutable {
          if (!offer) return done(std::unexpected(offer.error()));
          if (offer->version != version) return done(device::fail(FailureKind::temporary, "the offer has changed"));
          const auto host = address_.substr(0, address_.find('/', address_.find("://") + 3));
          next_range(std::make_shared<Download>(wire_, host + offer->file, offer->size, std::move(progress), stop,
                                                std::move(done), std::string()));
        });
  }

 private:
  void ask(const std::string& model, std::stop_token stop, std::move_only_function<void(Result<Offer>)> done) {
    http::fetch(wire_, "GET", address_ + "/" + http::percent_encode(model), {{"Accept", "application/json"}}, "",
                std::move(stop), [done = std::move(done)](const Result<http::Response>& response) mutable {
                  done(read_offer(response));
                });
  }

  Wire& wire_;
  const std::string address_;
};

}  // namespace

std::unique_ptr<device::FirmwareSource> make_maker_site(Wire& wire, std::string address) {
  return std::make_unique<MakerSite>(wire, std::move(address));
}

}  // namespace paneltwin::net

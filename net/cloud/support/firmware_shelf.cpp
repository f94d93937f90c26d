#include "net/cloud/support/firmware_shelf.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "device/firmware/firmware_file.hpp"

namespace paneltwin::net::cloud {

using http::Respond;
using http::Response;

namespace {

constexpr std::size_t body_size = 384 << 10;

/// Something to carry: always the same for the same version, and nothing that a compressor makes small.
std::string body_of(const FirmwareOffer& offer) {
  std::uint32_t random = 2166136261;
  for (const char c : offer.model + offer.version) random = (random ^ static_cast<unsigned char>(c)) * 16777619;
  std::string body(body_size, '\0');
  for (char& byte : body) {
    random = random * 1664525 + 1013904223;
    byte = static_cast<char>(random >> 24);
  }
  return body;
}

struct Range {
  std::size_t first = 0, last = 0;
};

/// One range of whole numbers, "bytes=0-65535" (RFC 9110, section 14.1.2); others are not heeded.
std::optional<Range> read_range(std::string_view header, std::size_t size) {
  if (!header.starts_with("bytes=")) return std::nullopt;
  header.remove_prefix(6);
  Range range;
  const char *begin = header.data(), *end = begin + header.size();
  const auto first = std::from_chars(begin, end, range.first);
  if (first.ec != std::errc() || first.ptr == end || *first.ptr != '-') return std::nullopt;
  const auto last = std::from_chars(first.ptr + 1, end, range.last);
  if (last.ec != std::errc() || last.ptr != end || range.first > range.last || range.first >= size) return std::nullopt;
  range.last = std::min(range.last, size - 1);
  return range;
}

Response file_answer(const http::Request& request, const std::string& name, const std::string& content) {
  Response response;
  response.header("Content-Type", "application/octet-stream").header("Accept-Ranges", "bytes");
  response.header("X-Content-Type-Options", "nosniff");
  if (const auto range = read_range(request.header("Range"), content.size())) {
    response.status = 206;
    response.header("Content-Range", fmt::format("bytes {}-{}/{}", range->first, range->last, content.size()));
    response.body = content.substr(range->first, range->last - range->first + 1);
    return response;
  }
  response.header("Content-Disposition", fmt::format("attachment; filename=\"{}\"", name));
  response.body = content;
  return response;
}

std::string address_of(const FirmwareOffer& offer, const std::string& file_name) {
  return fmt::format("/firmware/{}/{}", offer.model, file_name);
}

}  // namespace

FirmwareShelf::FirmwareShelf(const VisitorPages& pages, std::vector<FirmwareOffer> offers) : pages_(pages) {
  offer(std::move(offers));
}

void FirmwareShelf::offer(std::vector<FirmwareOffer> offers) {
  items_.clear();
  for (auto& offer : offers) {
    auto name = fmt::format("{}_{}.ptfw", offer.model, offer.version);
    items_.push_back({std::move(offer), std::move(name), {}});
  }
}

const FirmwareShelf::Item* FirmwareShelf::of(const std::string& model) {
  const auto found = std::ranges::find(items_, model, [](const Item& item) { return item.offer.model; });
  if (found == items_.end()) return nullptr;
  if (found->content.empty()) {
    found->content = device::write_firmware_file({found->offer.model, found->offer.version, body_of(found->offer)});
  }
  return &*found;
}

void FirmwareShelf::add_routes(http::Router& router) {
  router.get("/firmware",
             pages_.for_all([this](const Visit& visit, Respond respond) { show(visit, std::move(respond)); }));
  router.get("/firmware/{model}", [this](const http::Request& request, Respond respond) {
    const auto* item = of(request.captures.at("model"));
    if (!item) return respond(Response::json(R"({"error":"no such model"})", 404));
    respond(
        Response::json(boost::json::serialize(boost::json::object{{"model", item->offer.model},
                                                                  {"version", item->offer.version},
                                                                  {"file", address_of(item->offer, item->file_name)},
                                                                  {"size", item->content.size()}})));
  });
  router.get("/firmware/{model}/{file}", [this](const http::Request& request, Respond respond) {
    const auto* item = of(request.captures.at("model"));
    if (!item || item->file_name != request.captures.at("file")) return respond(Response::text("Not found\n", 404));
    respond(file_answer(request, item->file_name, item->content));
  });
}

void FirmwareShelf::show(const Visit& visit, Respond respond) const {
  pages::Data data, items(pages::Data::type::list);
  for (const auto& item : items_) {
    if (item.offer.model_name.empty()) continue;  // machines alone ask for it
    pages::Data one;
    one.set("model", item.offer.model_name);
    one.set("version", item.offer.version);
    one.set("href", address_of(item.offer, item.file_name));
    one.set("file", item.file_name);
    items.push_back(one);
  }
  data.set("items", items);
  respond(pages_.show(visit, "cloud_firmware", data));
}

}  // namespace paneltwin::net::cloud

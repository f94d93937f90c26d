#include "panel/automation/control_description.hpp"

#include <algorithm>
#include <cctype>

#include <boost/json.hpp>

#include "device/text/ascii.hpp"
#include "net/pages/templates.hpp"
#include "panel/automation/control_answers.hpp"

namespace paneltwin::panel::control {

namespace json = boost::json;
using device::FailureKind;
using device::Result;
using net::http::Request;
using net::http::Respond;
using net::http::Response;

namespace {

using device::lower;

/// The description with just those operations that there are; one that is not described has no summary.
Result<json::object> description_of(const net::http::Router& router, const device::Assets& assets) {
  constexpr std::string_view name = "control/openapi.json";
  const auto file = assets.find(name);
  const auto text = file ? device::read_file(*file) : std::nullopt;
  if (!text) return device::fail(FailureKind::not_found, "no assets/" + std::string(name));
  boost::system::error_code error;
  auto value = json::parse(*text, error);
  if (error || !value.is_object()) return device::fail(FailureKind::invalid_value, file->string() + " is no JSON");
  auto& whole = value.get_object();
  const auto described = whole["paths"].is_object() ? whole["paths"].get_object() : json::object();
  json::object paths;
  for (const auto& [method, pattern] : router.routes()) {
    const auto* path = described.if_contains(pattern);
    const auto* operation = path && path->is_object() ? path->get_object().if_contains(lower(method)) : nullptr;
    auto& operations = paths[pattern];
    if (operations.is_null()) operations.emplace_object();
    operations.get_object()[lower(method)] = operation ? *operation : json::value(json::object{{"summary", ""}});
  }
  whole["paths"] = std::move(paths);
  if (auto* info = whole["info"].if_object()) (*info)["version"] = PANELTWIN_VERSION;
  return std::move(whole);
}

std::string text_at(const json::value& value, std::string_view pointer) {
  boost::system::error_code missing;
  const auto* found = value.find_pointer(pointer, missing);
  return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

Result<std::string> page_of(const json::value& description, const device::Assets& assets, const device::Texts& texts) {
  const auto templates = net::pages::Templates::load(assets, "pages/panel");
  if (!templates) return std::unexpected(templates.error());
  net::pages::Data page;
  for (const auto* name : {"title", "summary", "description"}) {
    page.set(name, text_at(description, std::string("/info/") + name));
  }
  net::pages::Data operations(net::pages::Data::type::list);
  for (const auto& path : description.at("paths").as_object()) {
    for (const auto& operation : path.value().as_object()) {
      boost::system::error_code missing;
      const auto* example = operation.value().find_pointer("/requestBody/content/application~1json/example", missing);
      std::string method(operation.key());
      std::ranges::transform(method, method.begin(),
                             [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
      net::pages::Data line;
      line.set("method", method);
      line.set("path", std::string(path.key()));
      line.set("summary", text_at(operation.value(), "/summary"));
      line.set("example", example ? json::serialize(*example) : std::string());
      operations.push_back(line);
    }
  }
  page.set("operations", operations);
  return templates->render("control-port", page, texts.in("en"));
}

}  // namespace

void add_description_routes(net::http::Router& router, const device::Assets& assets, const device::Texts& texts) {
  router.get("/paneltwin/openapi.json", [&router, &assets](const Request&, Respond respond) {
    const auto description = description_of(router, assets);
    respond(description ? json_answer(*description) : refusal(description.error()));
  });
  router.get("/paneltwin", [&router, &assets, &texts](const Request&, Respond respond) {
    const auto description = description_of(router, assets);
    if (!description) return respond(refusal(description.error()));
    auto page = page_of(*description, assets, texts);
    respond(page ? Response::html(std::move(*page)) : refusal(page.error()));
  });
}

}  // namespace paneltwin::panel::control

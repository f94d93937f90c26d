// jobs, mails, tray: what came out of the machine, and what arrived.
#include <boost/json.hpp>

#include "device/assets.hpp"
#include "panel/automation/control_answers.hpp"
#include "panel/automation/control_routes.hpp"
#include "panel/automation/mail_json.hpp"

namespace paneltwin::panel::control {

namespace json = boost::json;
using net::http::Request;
using net::http::Respond;
using net::http::Response;

/// Active ones, then the log, newest first.
static json::array jobs_of(const device::State& state) {
  auto whole = json::parse(device::to_json(state));
  json::array jobs = std::move(whole.at("active").as_array());
  for (auto& job : whole.at("log").as_array()) jobs.push_back(std::move(job));
  return jobs;
}

static void send_mail(Machine& machine, const Request& request, Respond respond) {
  const std::string_view name = request.captures.at("name");
  auto source =
      name.ends_with(".eml") ? machine.cloud().mail_source(std::string(name.substr(0, name.size() - 4))) : std::nullopt;
  if (!source) return respond(refusal({device::FailureKind::not_found, "no mail '" + std::string(name) + "'"}));
  respond({.headers = {{"Content-Type", "message/rfc822"}}, .body = std::move(*source)});
}

static void send_sheet(Machine& machine, const Request& request, Respond respond) {
  const auto& name = request.captures.at("name");
  const auto file = machine.tray().sheet(name);
  auto content = file ? device::read_file(*file) : std::nullopt;
  if (!content) return respond(refusal({device::FailureKind::not_found, "no sheet '" + name + "' in the tray"}));
  respond({.headers = {{"Content-Type", "application/pdf"}}, .body = std::move(*content)});
}

void add_output_routes(net::http::Router& router, Machine& machine) {
  router.get("/paneltwin/jobs", [&machine](const Request&, Respond respond) {
    respond(json_answer(jobs_of(*machine.device().snapshot())));
  });
  router.get("/paneltwin/mails", [&machine](const Request&, Respond respond) {
    json::array mails;
    for (const auto& mail : machine.cloud().mails()) mails.push_back(as_json(mail));
    respond(json_answer(mails));
  });
  router.get("/paneltwin/mails/{name}",
             [&machine](const Request& request, Respond respond) { send_mail(machine, request, std::move(respond)); });
  router.get("/paneltwin/tray", [&machine](const Request&, Respond respond) {
    respond(json_answer(json::value_from(machine.tray().sheets())));
  });
  router.get("/paneltwin/tray/{name}",
             [&machine](const Request& request, Respond respond) { send_sheet(machine, request, std::move(respond)); });
}

}  // namespace paneltwin::panel::control

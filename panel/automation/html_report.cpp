#include "panel/automation/html_report.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include "net/base64.hpp"
#include "net/pages/templates.hpp"
#include "panel/automation/evidence_files.hpp"

namespace paneltwin::panel {

namespace json = boost::json;
using net::pages::Data;

namespace {

std::string seconds(std::chrono::steady_clock::duration took) {
  return fmt::format("{:.3f}", std::chrono::duration<double>(took).count());
}

std::string percent(float part, int whole) {
  return fmt::format("{:.2f}", 100 * static_cast<double>(part) / std::max(whole, 1));
}

Data differences_of(const PlayedStep& step) {
  Data list(Data::type::list);
  for (const auto& difference : step.changes) {
    Data one;
    one.set("pointer", difference.pointer);
    one.set("before", difference.before);
    one.set("after", difference.after);
    list.push_back(std::move(one));
  }
  return list;
}

/// The picture with the finger on it, or what came of a step without one.
void add_picture(Data& shown, const PlayedStep& step, const PlayedFlow& flow) {
  const auto& png = step.touch && !step.before.empty() ? step.before : step.after;
  if (png.empty()) return;
  Data picture;
  picture.set("png", net::to_base64(png));
  picture.set("screen", step.screen);
  if (step.touch) {
    Data touch;
    touch.set("x", percent(step.touch->x, flow.width));
    touch.set("y", percent(step.touch->y, flow.height));
    picture.set("touch", std::move(touch));
  }
  shown.set("picture", std::move(picture));
}

Data steps_of(const PlayedFlow& flow) {
  Data list(Data::type::list);
  for (std::size_t i = 0; i < flow.steps.size(); ++i) {
    const auto& step = flow.steps[i];
    Data shown;
    shown.set("number", std::to_string(i + 1));
    shown.set("text", step.text);
    shown.set("place", step.file.filename().string() + ":" + std::to_string(step.line));
    shown.set("indent", fmt::format("{:.1f}", 1.2 * step.depth));
    shown.set("seconds", seconds(step.took));
    shown.set("at", device::to_iso8601(step.at));
    if (!step.why.empty()) shown.set("why", step.why);
    shown.set("changed", !step.changes.empty());
    shown.set("changes", differences_of(step));
    add_picture(shown, step, flow);
    list.push_back(std::move(shown));
  }
  return list;
}

/// Objects of a JSON array, each as its members in words.
Data rows_of(const std::string& text, std::initializer_list<std::string_view> members) {
  Data list(Data::type::list);
  boost::system::error_code error;
  const auto rows = json::parse(text.empty() ? "[]" : text, error);
  if (error || !rows.is_array()) return list;
  for (const auto& row : rows.get_array()) {
    Data shown;
    for (const auto member : members) {
      const auto* value = row.as_object().if_contains(member);
      if (!value || value->is_null()) continue;
      shown.set(std::string(member), value->is_string() ? std::string(value->get_string()) : json::serialize(*value));
    }
    if (const auto* sent = row.as_object().if_contains("sent"))
      shown.set("is_sent", sent->is_bool() && sent->get_bool());
    list.push_back(std::move(shown));
  }
  return list;
}

Data flow_data(const PlayedFlow& flow, std::size_t number) {
  Data shown;
  shown.set("number", std::to_string(number));
  shown.set("name", flow.flow.name);
  shown.set("file", flow.flow.file.string());
  shown.set("model", flow.model);
  shown.set("language", flow.language);
  shown.set("seconds", seconds(flow.result.took));
  shown.set("steps_done", std::to_string(flow.result.steps_done));
  shown.set("passed", !flow.result.broken.has_value());
  shown.set("failed", flow.result.broken.has_value());
  if (flow.result.broken) {
    const auto& broken = *flow.result.broken;
    shown.set("failure", broken.why);
    shown.set("where", broken.file.string() + ":" + std::to_string(broken.line) + ": " + broken.step);
    shown.set("failure_png", net::to_base64(flow.failure_picture));
    shown.set("tree", flow.tree);
    if (!flow.pictures.empty() && flow.pictures.back().first.ends_with(difference_suffix)) {
      shown.set("difference", flow.pictures.back().first);
      shown.set("difference_png", net::to_base64(flow.pictures.back().second));
    }
  }
  shown.set("command", command_for(flow));
  shown.set("steps", steps_of(flow));
  shown.set("jobs", rows_of(flow.jobs, {"receipt", "type", "result", "code", "started", "ended", "pages_done"}));
  shown.set("mails", rows_of(flow.mails, {"from", "mailbox", "subject", "received", "attachments"}));
  shown.set("trace", rows_of(flow.trace, {"number", "at", "peer", "text"}));
  return shown;
}

}  // namespace

device::Result<void> write_html_report(const std::filesystem::path& file, const std::vector<PlayedFlow>& played,
                                       const device::Assets& assets, const device::Catalogue& words) {
  const auto templates = net::pages::Templates::load(assets, "pages/panel");
  if (!templates) return std::unexpected(templates.error());
  Data flows(Data::type::list);
  std::size_t failed = 0;
  for (std::size_t i = 0; i < played.size(); ++i) {
    flows.push_back(flow_data(played[i], i + 1));
    if (played[i].result.broken) ++failed;
  }
  Data page;
  page.set("language", words.tag());
  page.set("version", "PanelTwin " PANELTWIN_VERSION);
  page.set("passed_count", std::to_string(played.size() - failed));
  page.set("failed_count", std::to_string(failed));
  page.set("any_failed", failed > 0);
  page.set("flows", std::move(flows));
  std::error_code error;
  std::filesystem::create_directories(file.parent_path(), error);
  if (device::write_file(file, templates->render("run-report", page, words))) return {};
  return device::fail(device::FailureKind::output_failed, "cannot write " + file.string());
}

}  // namespace paneltwin::panel

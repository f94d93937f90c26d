#include "panel/lint/lint_report.hpp"

#include <set>

#include <boost/json.hpp>
#include <fmt/format.h>

namespace paneltwin::panel {

namespace json = boost::json;

/// "large/en/light home > copy"; what does not matter is left out.
static std::string place_of(const Finding& finding) {
  std::string place;
  const auto append = [&](const std::string& part, const char* between) {
    if (part.empty()) return;
    if (!place.empty()) place += between;
    place += part;
  };
  append(finding.model, "/");
  append(finding.language, "/");
  append(finding.theme, "/");
  append(finding.screen, " ");
  append(finding.node, " > ");
  return place;
}

std::string to_text(const Findings& findings) {
  std::string text;
  for (const auto& finding : findings) {
    auto place = finding.file.string();
    if (finding.line > 0) place += ":" + std::to_string(finding.line);
    if (place.empty()) place = place_of(finding);
    text += fmt::format("{}{}{}: {}\n", place, place.empty() ? "" : ": ", finding.rule, finding.message);
  }
  return text;
}

static json::object to_object(const Finding& finding) {
  json::object object{{"rule", finding.rule}, {"message", finding.message}};
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) object[name] = value;
  };
  add("screen", finding.screen);
  add("node", finding.node);
  add("model", finding.model);
  add("language", finding.language);
  add("theme", finding.theme);
  add("file", finding.file.string());
  if (finding.line > 0) object["line"] = finding.line;
  return object;
}

std::string to_json(const Findings& findings) {
  json::array list;
  for (const auto& finding : findings) list.push_back(to_object(finding));
  return json::serialize(json::object{{"findings", std::move(list)}}) + "\n";
}

static json::object location_of(const Finding& finding) {
  json::object location;
  if (!finding.file.empty()) {
    json::object physical{{"artifactLocation", {{"uri", finding.file.generic_string()}}}};
    if (finding.line > 0) physical["region"] = {{"startLine", finding.line}};
    location["physicalLocation"] = std::move(physical);
  }
  if (const auto place = place_of(finding); !place.empty()) {
    location["logicalLocations"] = json::array{json::object{{"fullyQualifiedName", place}}};
  }
  return location;
}

std::string to_sarif(const Findings& findings) {
  std::set<std::string> names;
  json::array rules, results;
  for (const auto& finding : findings) {
    if (names.insert(finding.rule).second) rules.push_back(json::object{{"id", finding.rule}});
    results.push_back(json::object{{"ruleId", finding.rule},
                                   {"level", "error"},
                                   {"message", {{"text", finding.message}}},
                                   {"locations", json::array{location_of(finding)}}});
  }
  const json::object driver{{"name", "paneltwin"}, {"version", PANELTWIN_VERSION}, {"rules", std::move(rules)}};
  const json::object run{{"tool", {{"driver", driver}}}, {"results", std::move(results)}};
  const json::object log{
      {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}, {"runs", json::array{run}}};
  return json::serialize(log) + "\n";
}

}  // namespace paneltwin::panel

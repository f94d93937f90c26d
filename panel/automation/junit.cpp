#include "panel/automation/junit.hpp"

#include <sstream>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "device/assets.hpp"

namespace paneltwin::panel {

static double seconds(const FlowResult& result) { return std::chrono::duration<double>(result.took).count(); }

bool write_junit(const std::filesystem::path& file, const std::vector<PlayedFlow>& played) {
  pugi::xml_document report;
  auto suite = report.append_child("testsuites").append_child("testsuite");
  suite.append_attribute("name") = "paneltwin";
  suite.append_attribute("tests") = static_cast<unsigned>(played.size());
  unsigned failures = 0;
  double whole = 0;
  for (const auto& flow : played) {
    auto test = suite.append_child("testcase");
    test.append_attribute("name") = flow.flow.name.c_str();
    test.append_attribute("classname") = flow.flow.file.stem().c_str();
    test.append_attribute("file") = flow.flow.file.c_str();
    test.append_attribute("time") = fmt::format("{:.3f}", seconds(flow.result)).c_str();
    whole += seconds(flow.result);
    if (!flow.result.broken) continue;
    ++failures;
    auto failure = test.append_child("failure");
    failure.append_attribute("message") = flow.result.broken->why.c_str();
    failure.text() = fmt::format("{}:{}: {}\n{}", flow.result.broken->file.string(), flow.result.broken->line,
                                 flow.result.broken->step, flow.result.broken->why)
                         .c_str();
  }
  suite.append_attribute("failures") = failures;
  suite.append_attribute("time") = fmt::format("{:.3f}", whole).c_str();
  std::ostringstream xml;
  report.save(xml, "  ");
  return device::write_file(file, xml.str());
}

}  // namespace paneltwin::panel

// Folders of evidence: each flow of a run has its own, readable, and the same in any order.
#include <gtest/gtest.h>

#include "panel/automation/flow.hpp"

namespace paneltwin::panel {
namespace {

std::vector<std::string> names_of(std::vector<Flow> flows) {
  name_evidence(flows);
  std::vector<std::string> names;
  for (auto& flow : flows) names.push_back(flow.evidence);
  return names;
}
Flow flow(const std::string& file, int row = 0) { return {.file = file, .row = row}; }
using Names = std::vector<std::string>;

TEST(FlowEvidence, is_called_as_the_file_and_by_its_row) {
  EXPECT_EQ(names_of({flow("/flows/send.yaml"), flow("/flows/check.yaml", 1), flow("/flows/check.yaml", 2)}),
            (Names{"send", "check-1", "check-2"}));
}

TEST(FlowEvidence, of_files_with_one_name_is_told_apart_by_their_folders) {
  EXPECT_EQ(names_of({flow("/flows/fax/send.yaml"), flow("/flows/mail/send.yaml"), flow("/flows/home.yaml")}),
            (Names{"fax-send", "mail-send", "home"}));
  EXPECT_EQ(names_of({flow("/a/x/send.yaml"), flow("/b/x/send.yaml"), flow("/b/y/send.yaml")}),
            (Names{"a-x-send", "b-x-send", "y-send"}));
}

TEST(FlowEvidence, of_a_flow_that_is_played_again_is_numbered) {
  EXPECT_EQ(names_of({flow("/flows/send.yaml"), flow("/flows/../flows/send.yaml"), flow("/flows/send.yaml")}),
            (Names{"send", "send.2", "send.3"}));
}

TEST(FlowEvidence, never_takes_the_place_of_another_or_of_the_report) {
  EXPECT_EQ(names_of({flow("/a/b-send.yaml"), flow("/a/b/send.yaml"), flow("/c/send.yaml"), flow("/report.html.yaml")}),
            (Names{"b-send", "b-send.2", "c-send", "report.html.2"}));
}

}  // namespace
}  // namespace paneltwin::panel

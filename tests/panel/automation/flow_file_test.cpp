#include <gtest/gtest.h>

#include "device/assets.hpp"
#include "panel/automation/flow.hpp"
#include "tests/device/temporary_folder.hpp"

namespace paneltwin::panel {
namespace {

struct FlowFile : testing::Test {
  TemporaryFolder folder;

  std::expected<Flow, device::FileError> read(const std::string& content) {
    const auto file = folder.path() / "flow.yaml";
    device::write_file(file, content);
    return load_flow(file);
  }
  std::string complaint(const std::string& content) {
    const auto flow = read(content);
    return flow ? "no complaint" : flow.error().str().substr(folder.path().string().size() + 1);
  }
};

TEST_F(FlowFile, every_step_is_read) {
  const auto flow = read(R"(flow: All of them
scenario: signed-in
language: zh-CN
steps:
  - tap: settings
  - type: "1234"
  - key: Enter
  - swipe: left
  - swipe: {direction: up, on: list}
  - expect: Signed in
  - expect: {id: status, value: Good, enabled: true, within: 5s}
  - expect: {job: {receipt: 1, result: failed, code: 361}}
  - expect: {mail: {subject: Hello, attachment: .pdf}}
  - wait: 15m
  - wait: {text: Done}
  - screenshot: status
  - clock: {advance: 91d}
  - fault: {dns: fail}
  - fault: {}
  - original: {path: page.pdf, at: feeder}
  - scenario: expired
  - language: en
)");
  ASSERT_TRUE(flow) << flow.error().str();
  EXPECT_EQ(flow->name, "All of them");
  EXPECT_EQ(flow->language, "zh-CN");
  ASSERT_EQ(flow->steps.size(), 18U);
  EXPECT_EQ(std::get<step::Tap>(flow->steps[0].act).on, "settings");
  EXPECT_EQ(flow->steps[0].line, 5);
  EXPECT_EQ(std::get<step::Type>(flow->steps[1].act).text, "1234");
  EXPECT_EQ(std::get<Expectation>(flow->steps[6].act).within, std::chrono::seconds(5));
  EXPECT_EQ(std::get<Expectation>(flow->steps[7].act).job->code, 361);
  EXPECT_EQ(std::get<step::Pause>(flow->steps[9].act).time, std::chrono::minutes(15));
  EXPECT_EQ(std::get<ClockStep>(flow->steps[12].act).advance, std::chrono::days(91));
  EXPECT_TRUE(std::get<step::Fault>(flow->steps[14].act).faults.empty());
  EXPECT_EQ(std::get<step::Original>(flow->steps[15].act).path, folder.path() / "page.pdf") << "beside the flow file";
}

TEST_F(FlowFile, complaints_name_place_and_cure) {
  EXPECT_EQ(complaint("flow: A\nsteps:\n  - tapp: settings\n"),
            "flow.yaml:3:5: no step is called 'tapp'; did you mean 'tap', 'type'?");
  EXPECT_EQ(complaint("flow: A\nstep:\n  - tap: x\n").substr(0, 12), "flow.yaml:2:");
  EXPECT_EQ(complaint("flow: A\nsteps: []\n"), "flow.yaml:1:1: 'steps' must be a list of steps");
  EXPECT_EQ(complaint("flow: A\nsteps:\n  - wait: soon\n"),
            "flow.yaml:3:11: expected a duration such as 91d, 15m or 5s");
  EXPECT_EQ(complaint("flow: A\nsteps:\n  - fault: {dns: broken}\n"), "flow.yaml:3:18: expected one of 'fail' 'ok'");
  EXPECT_EQ(complaint("flow: A\nsteps:\n  - expect: {within: 5s}\n"), "flow.yaml:3:13: nothing is expected here");
  EXPECT_EQ(complaint("flow: A\nsteps:\n  - tap: a\n    key: b\n"), "flow.yaml:3:5: expected one 'step: …' here");
  EXPECT_EQ(complaint("flow: A\nsteps:\n  - tap: {a: [b\n").substr(0, 10), "flow.yaml:");
}

TEST_F(FlowFile, what_is_no_flow_at_all_is_refused) {
  for (const auto& content :
       {std::string(), std::string("just words"), std::string("[1, 2]"), std::string("\0\x01\xff", 3),
        std::string("flow: [x]\nsteps: 7"), std::string(2 << 20, 'x')}) {
    EXPECT_FALSE(read(content)) << content.substr(0, 20);
  }
}

TEST_F(FlowFile, a_file_cut_anywhere_never_harms) {
  const std::string whole = "flow: A\nscenario: b\nsteps:\n  - tap: x\n  - expect: {job: {code: 360}, within: 5s}\n";
  for (std::size_t size = 0; size < whole.size(); ++size) static_cast<void>(read(whole.substr(0, size)));
  EXPECT_TRUE(read(whole));
}

}  // namespace
}  // namespace paneltwin::panel

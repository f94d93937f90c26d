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
    auto flows = load_flows(file);
    if (!flows) return std::unexpected(flows.error());
    return flows->front();
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
  EXPECT_EQ(complaint("flow: A\nsteps: []\n"), "flow.yaml:2:8: expected a list of steps, such as '- tap: settings'");
  EXPECT_EQ(complaint("flow: A\nsteps:\n  - wait: soon\n"),
            "flow.yaml:3:11: expected a duration such as 91d, 15m or 5s");
  EXPECT_EQ(complaint("flow: A\nsteps:\n  - fault: {dns: broken}\n"), "flow.yaml:3:18: expected one of 'fail' 'ok'");
  EXPECT_EQ(complaint("flow: A\nsteps:\n  - expect: {within: 5s}\n"),
            "flow.yaml:3:13: nothing is expected here: name an id, a text, a job, a mail or another");
  EXPECT_EQ(complaint("flow: A\nsteps:\n  - tap: a\n    key: b\n"), "flow.yaml:3:5: expected one 'step: …' here");
  EXPECT_EQ(complaint("flow: A\nsteps:\n  - tap: {a: [b\n").substr(0, 10), "flow.yaml:");
}

TEST_F(FlowFile, holds_other_steps_and_runs_other_flows) {
  device::write_file(folder.path() / "part.yaml",
                     "flow: Greet\nvariables: {to: nobody, word: Hello}\nsteps:\n  - type: ${word} ${to}\n");
  const auto flow = read(R"(flow: A
variables: {who: Maria}
steps:
  - run: {flow: part.yaml, with: {to: "${who}"}}
  - repeat: {times: 3, steps: [{tap: next}]}
  - repeat: {until: {text: Done}, most: 5, steps: [{tap: next}]}
  - when: {if: {id: notice}, then: [{tap: ok}], else: [{key: Home}]}
  - long-press: {on: key-backspace, for: 2s}
  - browser: {tab: cloud, fill: {Code: "${machine.tenant}"}}
  - model: compact
)");
  ASSERT_TRUE(flow) << flow.error().str();
  const auto& run = std::get<step::Run>(flow->steps[0].act);
  EXPECT_EQ(run.name, "Greet");
  EXPECT_EQ(std::get<step::Type>(run.steps[0].act).text, "Hello Maria") << "arguments are laid over its own variables";
  EXPECT_EQ(run.steps[0].file, folder.path() / "part.yaml");
  EXPECT_EQ(std::get<step::Repeat>(flow->steps[1].act).most, 3);
  EXPECT_EQ(std::get<step::Repeat>(flow->steps[2].act).until->text, "Done");
  EXPECT_EQ(std::get<step::When>(flow->steps[3].act).otherwise.size(), 1U);
  EXPECT_EQ(std::get<step::LongPress>(flow->steps[4].act).held, std::chrono::seconds(2));
  const auto& fill = std::get<step::Browser::Fill>(std::get<step::Browser>(flow->steps[5].act).act);
  EXPECT_EQ(fill.fields.front().second, "${machine.tenant}") << "known when it is played";
}

TEST_F(FlowFile, is_played_for_each_row_of_its_data) {
  device::write_file(folder.path() / "rows.csv",
                     "\xef\xbb\xbflanguage,words\r\nen,\"Signed in, \"\"well\"\"\"\r\nzh-CN,已登录\r\n");
  const auto file = folder.path() / "flow.yaml";
  device::write_file(file,
                     "flow: Status\nlanguage: ${language}\ndata: rows.csv\nsteps:\n  - expect: {text: '${words}'}\n");
  const auto flows = load_flows(file);
  ASSERT_TRUE(flows) << flows.error().str();
  ASSERT_EQ(flows->size(), 2U);
  EXPECT_EQ(std::get<Expectation>(flows->at(0).steps[0].act).text, "Signed in, \"well\"");
  EXPECT_EQ(flows->at(1).language, "zh-CN");
  EXPECT_EQ(flows->at(1).name, "Status #2") << "names stay apart";
  EXPECT_EQ(flows->at(1).short_name(), "flow-2");
}

TEST_F(FlowFile, inner_variables_come_first) {
  const auto flow = read("flow: A\nvariables: {who: maria}\nsteps:\n  - type: ${password.${who}@contoso.example}\n");
  ASSERT_TRUE(flow) << flow.error().str();
  EXPECT_EQ(std::get<step::Type>(flow->steps[0].act).text, "${password.maria@contoso.example}");
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

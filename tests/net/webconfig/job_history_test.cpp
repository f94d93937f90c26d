#include <gmock/gmock.h>

#include "net/webconfig/job_history_page.hpp"
#include "tests/net/webconfig/web_fixture.hpp"

namespace paneltwin::net::webconfig {

using testing::HasSubstr;
using testing::StartsWith;

class JobHistory : public WebFixture {
 protected:
  const std::string page = "/PRESENTATION/ADVANCED/INFO_JOBHISTORY/";
};

TEST_F(JobHistory, is_for_the_administrator_and_comes_as_csv_with_the_machines_columns) {
  EXPECT_EQ(get(page + "TOP").status, 303);
  log_in(password);
  EXPECT_THAT(get(page + "TOP").body, HasSubstr("There are no jobs."));
  const auto answer = submit(page + "TOP", page + "OUTPUT.CSV", {{"INPUTD_HISTORYTYPE", "ALL"}});
  EXPECT_THAT(http::value_of(answer.headers, "Content-Type").value_or(""), StartsWith("text/csv"));
  EXPECT_EQ(answer.body,
            "\"Receipt No.\",\"Date/Time\",\"Completed\",\"Type\",\"Result\",\"Pages\",\"From\",\"To\","
            "\"Total Receipt Fax Data\",\"File Name\",\"Reference Receipt No.\","
            "\"Receipt Number for Sending\",\"Storage\"\r\n");
}

TEST_F(JobHistory, a_notification_is_no_print) {
  const device::Job notification{.type = device::JobType::email_notification};
  const device::Job sheet{.type = device::JobType::status_sheet};
  EXPECT_THAT(job_history_csv({notification}, texts.in("en")), HasSubstr("\"Email Notification\""));
  EXPECT_THAT(job_history_csv({notification}, texts.in("zh-CN")), HasSubstr("\"电子邮件通知\""));
  EXPECT_THAT(job_history_csv({sheet}, texts.in("en")), HasSubstr("\"Print\""));
}

TEST_F(JobHistory, text_stays_in_its_cell_and_is_no_formula) {
  const device::Job job{.receipt = 7,
                        .result = device::JobResult::failed,
                        .destinations = {"a@b.test", "c@d.test"},
                        .file_name = "=HYPERLINK(\"x\"),\n1.pdf",
                        .failure = device::Failure{device::FailureKind::not_signed_in, ""}};
  const auto csv = job_history_csv({job}, texts.in("en"));
  EXPECT_THAT(csv, HasSubstr("\"'=HYPERLINK(\"\"x\"\"),\n1.pdf\""));
  EXPECT_THAT(csv, HasSubstr("(360)\""));
  EXPECT_THAT(csv, HasSubstr("\"a@b.test; c@d.test\""));
}

}  // namespace paneltwin::net::webconfig

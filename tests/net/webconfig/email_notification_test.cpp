// Device Management > Email Notification.
#include <gmock/gmock.h>

#include "tests/net/webconfig/web_fixture.hpp"

namespace paneltwin::net::webconfig {

using device::NotifyEvent;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {
const std::string page = "/PRESENTATION/ADVANCED/ADMIN_EMAILNOTIFICATION/";
}

class NotificationPage : public WebFixture {
 protected:
  NotificationPage() { log_in(password); }
};

TEST_F(NotificationPage, takes_five_destinations_with_their_language_and_events) {
  EXPECT_THAT(get(page + "TOP").body,
              AllOf(HasSubstr("INPUTT_ADDRESS5"), HasSubstr("INPUTC_5_FAX_ERROR"), HasSubstr("id=\"no-server\"")));
  submit(page + "TOP", page + "SET",
         {{"INPUTT_ADDRESS1", "boss@contoso.example"},
          {"SEL_LANGUAGE1", "zh-CN"},
          {"INPUTC_1_PAPER_OUT", "ON"},
          {"INPUTC_1_COVER_OPEN", "ON"},
          {"INPUTC_SUBJECT_SERIAL", "ON"}});
  const auto kept = machine->snapshot()->notifications;
  EXPECT_EQ(
      kept.destinations[0],
      (device::NotifyDestination{"boss@contoso.example", "zh-CN", {NotifyEvent::paper_out, NotifyEvent::cover_open}}));
  EXPECT_TRUE(kept.name_serial);
  EXPECT_FALSE(kept.name_device);
  EXPECT_THAT(get(page + "TOP").body,
              HasSubstr("name=\"INPUTC_1_PAPER_OUT\" value=\"ON\" aria-label=\"Paper out 1\" checked"));
}

TEST_F(NotificationPage, refuses_what_is_no_address_and_keeps_what_was_filled_in) {
  const auto answer = submit(page + "TOP", page + "SET",
                             {{"INPUTT_ADDRESS2", "x@y.example\r\nBcc: z@y.example"}, {"INPUTC_2_PAPER_JAM", "ON"}});
  EXPECT_THAT(answer.body,
              AllOf(HasSubstr("id=\"problem\""), HasSubstr("maxlength=\"255\" aria-invalid=\"true\""),
                    HasSubstr("name=\"INPUTC_2_PAPER_JAM\" value=\"ON\" aria-label=\"Paper jam 2\" checked")));
  EXPECT_EQ(machine->snapshot()->notifications, device::Notifications{});
}

class NotificationPageWithoutFax : public WebFixture {
 protected:
  NotificationPageWithoutFax() : WebFixture({"scan-to-email"}) { log_in(password); }
};

TEST_F(NotificationPageWithoutFax, knows_no_fax_errors) {
  EXPECT_THAT(get(page + "TOP").body, AllOf(HasSubstr("INPUTC_1_PAPER_JAM"), Not(HasSubstr("FAX_ERROR"))));
}

}  // namespace paneltwin::net::webconfig

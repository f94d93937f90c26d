#include "device/condition/condition_events.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace paneltwin::device {

using testing::ElementsAre;

TEST(ConditionEvents, reach_who_subscribed_until_the_subscription_is_gone) {
  ConditionEvents events;
  std::vector<ConditionEvent> seen;
  auto subscription = events.subscribe([&](const ConditionEvent& event) { seen.push_back(event); });
  events.tell({FailureKind::ink_low, "black"});
  events.tell({FailureKind::ink_low, "black", false});
  subscription.reset();
  events.tell({FailureKind::paper_jam});
  EXPECT_THAT(seen, ElementsAre(ConditionEvent{FailureKind::ink_low, "black", true},
                                ConditionEvent{FailureKind::ink_low, "black", false}));
}

}  // namespace paneltwin::device

// Another model in this one's place: what it lacks goes, what it has comes, and what people entered stays.
#include <boost/json.hpp>

#include "tests/device/machine_fixture.hpp"

namespace paneltwin::device {

class ChangeModel : public MachineTest {
 protected:
  Result<std::int64_t> become(const std::string& id, std::vector<std::string> functions) {
    return ask(
        command::ChangeModel{
            {.model_id = id, .model_name = "The " + id, .firmware = "2.00", .functions = std::move(functions)},
            "02.01"},
        Origin::world);
  }
};

TEST_F(ChangeModel, takes_its_functions_and_keeps_the_unit) {
  ASSERT_TRUE(ask(command::SetFaxServer{true, "fax.example"}));
  ASSERT_TRUE(ask(command::SetSetting{"device-name", "Mine"}));
  const auto before = state();
  ASSERT_TRUE(become("small", {"scan-to-email"}));
  const auto small = state();
  EXPECT_EQ(small.product.model_name, "The small");
  EXPECT_EQ(small.product.firmware, "2.00");
  EXPECT_EQ(small.root_certificates.version, "02.01");
  EXPECT_EQ(small.product.serial, before.product.serial);
  EXPECT_EQ(small.product.mac_address, before.product.mac_address);
  EXPECT_EQ(small.basic.device_name, "Mine");
  EXPECT_EQ(small.conditions.paper.size(), 1u);
  EXPECT_FALSE(small.users.settings.on);
  EXPECT_TRUE(boost::json::parse(to_json(small)).at_pointer("/fax_server").is_null());
  ASSERT_TRUE(become("office", {"scan-to-email", "fax", "fax-server", "additional-network", "cassette-2"}));
  const auto office = state();
  EXPECT_EQ(office.conditions.paper.size(), 2u);
  ASSERT_TRUE(office.fax_server);
  EXPECT_EQ(office.fax_server->domain, "fax.example");
  ASSERT_TRUE(office.additional_network);
  EXPECT_NE(office.additional_network->mac_address, office.product.mac_address);
  ASSERT_TRUE(ask(command::SetMailNetwork{NetworkSide::additional}));
  ASSERT_TRUE(become("small", {"scan-to-email"}));
  EXPECT_EQ(state().additional_network->mail, NetworkSide::standard);
}

TEST_F(ChangeModel, waits_for_the_jobs) {
  ASSERT_TRUE(ask(command::PrintStatusSheet{}));
  const auto refused = become("small", {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, FailureKind::busy);
  EXPECT_NE(state().product.model_id, "small");
}

}  // namespace paneltwin::device

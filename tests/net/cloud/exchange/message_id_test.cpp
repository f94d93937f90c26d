#include "net/cloud/exchange/message_id.hpp"

#include <gtest/gtest.h>

namespace paneltwin::net::cloud {

TEST(MessageId, IsSetAsideInTheHeaderAlone) {
  EXPECT_EQ(with_id_aside("Subject: a\r\nmessage-id: <one@x>\r\n\r\nMessage-ID: <words>\r\n"),
            "Subject: a\r\nX-Microsoft-Original-Message-ID: <one@x>\r\n\r\nMessage-ID: <words>\r\n");
  for (const std::string message :
       {"", "Subject: none\r\n\r\nMessage-ID: x", "\r\nMessage-ID: x", "X-Message-ID: y\r\n"}) {
    EXPECT_EQ(with_id_aside(message), message);
  }
}

}  // namespace paneltwin::net::cloud

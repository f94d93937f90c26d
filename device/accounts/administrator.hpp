// The administrator: one password, stored as a hash, asked for at the panel and in Web Config.
#pragma once

#include <string>

#include "device/accounts/throttle.hpp"
#include "device/core.hpp"

namespace paneltwin::device {

class Administrator {
 public:
  Administrator(Core& core, std::string hash) : core_(core), hash_(std::move(hash)) {}

  void log_in(const command::LogInAdministrator& command, Reply reply);
  void log_out();
  void check(const command::CheckAdministrator& command, Reply reply);
  void change_password(const command::ChangeAdministratorPassword& command, Reply reply);

 private:
  /// `then` gets nothing wrong, wrong_password or try_again_later.
  void verify(std::string peer, std::string password, bool user_is_right,
              std::move_only_function<void(Result<void>)> then);

  Core& core_;
  std::string hash_;
  Throttle throttle_;
};

}  // namespace paneltwin::device

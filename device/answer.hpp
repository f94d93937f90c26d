// The reply of a command that makes no number.
#pragma once

#include "device/command.hpp"

namespace paneltwin::device {

inline void answer(Reply& reply, const Result<void>& result) {
  reply(result ? Result<std::int64_t>(0) : std::unexpected(result.error()));
}

}  // namespace paneltwin::device

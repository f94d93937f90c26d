#include "device/copy/copy_request.hpp"

namespace paneltwin::device {

Result<void> check(const CopyRequest& copy) {
  const auto wrong = [](const char* field) { return fail(FailureKind::invalid_value, field); };
  if (copy.copies < 1 || copy.copies > most_copies) return wrong("copies");
  if (copy.density < -strongest_density || copy.density > strongest_density) return wrong("density");
  if (copy.percent < least_percent || copy.percent > most_percent) return wrong("percent");
  if (copy.color == ColorMode::gray) return wrong("color");
  return {};
}

}  // namespace paneltwin::device

#include "device/fax/fax_defaults.hpp"

#include "device/names.hpp"

namespace paneltwin::device {

FaxRequest default_fax(const Settings& settings) {
  FaxRequest fax;
  fax.resolution = named<FaxResolution>(settings.text("fax-resolution")).value_or(fax.resolution);
  fax.two_sided = settings.is_on("fax-two-sided");
  return fax;
}

}  // namespace paneltwin::device

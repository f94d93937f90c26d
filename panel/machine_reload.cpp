// What designers save, taken up by the machine that runs: pages, information, sheets, and another model.
#include <algorithm>

#include "panel/machine_parts.hpp"
#include "panel/scenario_ask.hpp"

namespace paneltwin::panel {

Machine::Reads Machine::reload(const std::set<std::filesystem::path>& changed) {
  const auto touches = [&](std::initializer_list<std::string_view> folders) {
    return std::ranges::any_of(changed, [&](const std::filesystem::path& name) {
      return !name.empty() && std::ranges::find(folders, *name.begin()) != folders.end();
    });
  };
  Reads reads;
  impl_->loop.sync([&] {
    if (touches({"pages"})) reads["cloud pages"] = impl_->cloud->reload(impl_->assets);
    if (touches({"pages"})) reads["web config pages"] = impl_->web_config->reload_pages();
    if (touches({"models"})) impl_->cloud->offer(impl_->read_offers());
    // A declaration may have waited for its words.
    if (touches({"settings"}) || (impl_->settings_broken && touches({"locales"}))) {
      auto read = impl_->device->read_settings();
      impl_->settings_broken = !read;
      reads["settings"] = std::move(read);
    }
    if (touches({"info", "settings"})) reads["web config sheets"] = impl_->web_config->read_sheets();
    if (touches({"info", "sheets", "settings"})) reads["printed sheets"] = impl_->device->read_sheets();
  });
  return reads;
}

Machine::Reads Machine::read_rest() {
  auto reads = reload({"info"});
  reads["languages"] = impl_->texts->read_rest();
  return reads;
}

device::Result<void> Machine::become(const Model& model) {
  const auto done = ask(*impl_->device, device::command::ChangeModel{product_of(model), model.root_certificates});
  if (!done) return std::unexpected(done.error());
  if (model.has(device::board_function)) {
    impl_->device->post(device::command::SetAdditionalNetwork{additional_network_of(impl_->options)}, {},
                        device::Origin::world);
  }
  return {};
}

}  // namespace paneltwin::panel

// What the commands of copy, memory device, maintenance, home, contacts and presets do.
#include "device/answer.hpp"
#include "device/copy/copy_job.hpp"
#include "device/home/kept_home.hpp"
#include "device/impl.hpp"
#include "device/maintenance/maintenance_job.hpp"
#include "device/memory/memory_port.hpp"
#include "device/memory/memory_print_job.hpp"
#include "device/print/computer_print_job.hpp"

namespace paneltwin::device {

void Device::Impl::on(const command::StartCopy& command, Reply reply) { reply(start_copy(jobs_, command.copy)); }

void Device::Impl::on(const command::PrintFromMemoryDevice& command, Reply reply) {
  reply(print_from_memory_device(jobs_, command.print));
}

/// An incoming job wakes the machine.
void Device::Impl::on(const command::PrintFromComputer& command, Reply reply) {
  power_.touched();
  const auto& print = command.print;
  print_from_computer(jobs_, print, allowed_to_print(print.user), std::move(reply));
}

void Device::Impl::on(const command::SetInterrupt& command, Reply reply) { answer(reply, jobs_.interrupt(command.on)); }

void Device::Impl::on(const command::Maintain& command, Reply reply) { reply(maintain(jobs_, command.action)); }

void Device::Impl::on(const command::SetHome& command, Reply reply) { answer(reply, enact(home(command.home))); }

Result<Prepared> Device::Impl::home(const HomeSettings& to) {
  if (auto good = check(to); !good) return std::unexpected(good.error());
  return Prepared{.settings = kept(to), .apply = [this, to] {
                    core.state.home = to;
                    core.publish();
                  }};
}

void Device::Impl::on(const command::StoreContact& command, Reply reply) {
  reply(contacts_.store(command.contact, command.password));
}

void Device::Impl::on(const command::DeleteContacts& command, Reply reply) {
  answer(reply, contacts_.remove(command.numbers));
}

void Device::Impl::on(const command::ImportContacts& command, Reply reply) {
  answer(reply, contacts_.import(command.rows));
}

void Device::Impl::on(const command::StorePreset& command, Reply reply) { reply(presets_.store(command.preset)); }

void Device::Impl::on(const command::DeletePreset& command, Reply reply) {
  answer(reply, presets_.remove(command.number));
}

void Device::Impl::on(const command::MemoryDeviceChanged&, Reply reply) {
  const bool was_plugged = core.state.memory_device.has_value();
  look_at_memory_device();
  core.publish();
  if (!was_plugged && core.state.memory_device) power_.touched();  // a memory device wakes the machine
  reply(0);
}

void Device::Impl::look_at_memory_device() {
  const auto* port = memory_port(core);
  core.state.memory_device = port ? port->plugged() : std::nullopt;
}

}  // namespace paneltwin::device

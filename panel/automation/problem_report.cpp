#include "panel/automation/problem_report.hpp"

#include <memory>

#include <archive.h>
#include <archive_entry.h>
#include <boost/json.hpp>
#include <sys/utsname.h>

#include "panel/automation/mail_json.hpp"
#include "panel/render/png.hpp"

namespace paneltwin::panel {

namespace json = boost::json;

SeenNow look_at(Panel& panel) {
  panel.settle();
  return {to_png(panel.picture()), to_json(panel.tree()), panel.screen()};
}

namespace {

using File = std::pair<std::string, std::string>;  // name, content

la_ssize_t append(struct archive*, void* bytes, const void* data, size_t size) {
  static_cast<std::string*>(bytes)->append(static_cast<const char*>(data), size);
  return static_cast<la_ssize_t>(size);
}

device::Result<std::string> zip(const std::vector<File>& files, device::Instant at) {
  std::string bytes;
  const std::unique_ptr<struct archive, int (*)(struct archive*)> writer(archive_write_new(), archive_write_free);
  archive_write_set_format_zip(writer.get());
  archive_write_set_bytes_per_block(writer.get(), 0);
  bool good = archive_write_open(writer.get(), &bytes, nullptr, append, nullptr) == ARCHIVE_OK;
  const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(), archive_entry_free);
  for (const auto& [name, content] : files) {
    archive_entry_clear(entry.get());
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_mtime(entry.get(), std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count(), 0);
    good = good && archive_write_header(writer.get(), entry.get()) == ARCHIVE_OK &&
           archive_write_data(writer.get(), content.data(), content.size()) == static_cast<la_ssize_t>(content.size());
  }
  good = archive_write_close(writer.get()) == ARCHIVE_OK && good;
  if (good) return bytes;
  const char* why = archive_error_string(writer.get());
  return device::fail(device::FailureKind::output_failed, why ? why : "the report cannot be packed");
}

std::string versions(Machine& machine, const std::string& screen) {
  utsname system{};
  ::uname(&system);
  const auto& product = machine.device().snapshot()->product;
  return json::serialize(json::object{{"paneltwin", PANELTWIN_VERSION},
                                      {"system", std::string(system.sysname) + " " + system.release},
                                      {"model", machine.model().id},
                                      {"firmware", product.firmware},
                                      {"screen", screen},
                                      {"clock", device::to_iso8601(machine.clock().now())}});
}

}  // namespace

device::Result<std::string> problem_report(Machine& machine, const SeenNow& seen, const std::string& flow) {
  const auto state = device::to_json(*machine.device().snapshot());
  json::array mails;
  machine.loop().sync([&] {
    for (const auto& mail : machine.cloud().mails()) mails.push_back(as_json(mail));
  });
  const auto whole = json::parse(state);
  std::vector<File> files{{"glass.png", seen.picture},
                          {"tree.json", seen.tree},
                          {"state.json", state},
                          {"jobs.json", json::serialize(whole.at("log"))},
                          {"mails.json", json::serialize(mails)},
                          {"trace.json", net::to_json(machine.trace().lines())},
                          {"versions.json", versions(machine, seen.screen)}};
  if (!flow.empty()) files.emplace_back("flow.yaml", flow);
  return zip(files, machine.clock().now());
}

}  // namespace paneltwin::panel

// Whatever is sent to port 9100: jobs whose documents were in it, the same however it is cut.
#include <cstdint>
#include <cstdlib>

#include "device/settings/limits.hpp"
#include "net/print/raw_job_parser.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using paneltwin::net::print::RawJobParser;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  RawJobParser whole(1u << 12), cut(1u << 12);
  whole.feed(bytes);
  for (const char& byte : bytes) cut.feed({&byte, 1});
  const auto jobs = whole.take(), same = cut.take();
  if (jobs.size() != same.size() && !whole.is_too_large() && !cut.is_too_large()) std::abort();
  for (const auto& job : jobs) {
    if (job.content.empty() || bytes.find(job.content) == std::string_view::npos) std::abort();
    if (!paneltwin::device::is_utf8(job.user) || !paneltwin::device::is_utf8(job.name)) std::abort();
  }
  return 0;
}

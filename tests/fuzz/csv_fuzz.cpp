// Files with users or contacts: whatever somebody uploads, in pieces or at once.
#include <cstdlib>

#include "net/csv/csv.hpp"
#include "net/webconfig/contact_file.hpp"
#include "net/webconfig/user_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace paneltwin::net;
  const std::string_view file(reinterpret_cast<const char*>(data), size);
  csv::Reader reader;
  reader.feed(file.substr(0, size / 2));
  reader.feed(file.substr(size / 2));
  if (reader.finish() != csv::read(file)) std::abort();
  const auto nobody = std::make_shared<const std::vector<paneltwin::device::User>>();
  (void)webconfig::read_users(file, nobody);
  (void)webconfig::read_contacts(file, {});
  return 0;
}

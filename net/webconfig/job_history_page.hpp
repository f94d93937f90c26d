// Status > Job History, and the same as CSV with the machine's own columns.
#pragma once

#include <string>
#include <vector>

#include "device/state.hpp"
#include "device/text/catalogue.hpp"
#include "net/webconfig/site.hpp"

namespace paneltwin::net::webconfig {

void add_job_history_page(Site& site);

/// RFC 4180, with a line of column names. Text that a spreadsheet would take for a formula is quoted by an apostrophe.
std::string job_history_csv(const std::vector<device::Job>& jobs, const device::Catalogue& words);

}  // namespace paneltwin::net::webconfig

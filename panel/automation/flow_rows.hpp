// The rows of data that a flow is played for: written in the flow, or a CSV file beside it (RFC 4180, first line the
// names).
#pragma once

#include <vector>

#include "panel/automation/flow_scope.hpp"

namespace paneltwin::panel {

/// Complains where it stands in the flow file, or in the CSV file.
std::vector<Variables> read_rows(const YAML::Node& data, const std::filesystem::path& folder);
/// Failure: line and what is wrong.
std::expected<std::vector<Variables>, device::FileError> parse_csv(std::string_view content);

}  // namespace paneltwin::panel

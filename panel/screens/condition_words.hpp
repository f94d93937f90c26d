// Ink, paper and what is wrong with the machine, in words.
#pragma once

#include <string>

#include "device/condition/condition.hpp"
#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

/// "Paper Cassette 1"; an empty id is automatic.
std::string source_name(const Context& context, const std::string& id);
std::string size_name(const Context& context, device::PaperSize size);
/// "A4 (210 × 297 mm)", in the unit of Length Unit.
std::string measured_size(const Context& context, device::PaperSize size);
/// "5 mm", or as many inches.
std::string length_words(const Context& context, double mm);
std::string type_name(const Context& context, device::PaperType type);
/// Which supplies or paper sources it is about: "BK, Y"; empty where it is about none.
std::string concerned(const Context& context, device::FailureKind kind);

}  // namespace paneltwin::panel

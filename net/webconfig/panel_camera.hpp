// How Web Config sees the panel.
#pragma once

#include <functional>
#include <string>

namespace paneltwin::net::webconfig {

/// Answers, on the loop, with the glass as a JPEG; with nothing when it cannot be had.
using PanelCamera = std::function<void(std::move_only_function<void(std::string)>)>;

}  // namespace paneltwin::net::webconfig

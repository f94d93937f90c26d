// Status > Panel Snapshot: what the panel shows, as a JPEG. Programs fetch it without a log-in, as from the machine.
#pragma once

#include <functional>

#include "net/webconfig/panel_camera.hpp"
#include "net/webconfig/site.hpp"

namespace paneltwin::net::webconfig {

/// `camera` is asked at each visit: the panel comes later than the pages.
void add_panel_snapshot_page(Site& site, std::function<const PanelCamera&()> camera);

}  // namespace paneltwin::net::webconfig

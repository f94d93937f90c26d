#include "net/webconfig/panel_snapshot_page.hpp"

#include "net/webconfig/menu.hpp"

namespace paneltwin::net::webconfig {

namespace {

constexpr std::string_view panel_snapshot_id = "INFO_PANELSNAPSHOT";

void show_panel_snapshot(const Site& site, Visit visit) {
  pages::Data data;
  data.set("here", address(panel_snapshot_id));
  data.set("picture", address(panel_snapshot_id, "PANELIMAGE.JPG"));
  site.answer(std::move(visit), "panel_snapshot", panel_snapshot_id, std::move(data));
}

void take_picture(const PanelCamera& camera, Visit visit) {
  if (!camera) return visit.respond(http::Response::text("The panel cannot be seen\n", 503));
  camera([respond = std::move(visit.respond)](std::string jpeg) mutable {
    if (jpeg.empty()) return respond(http::Response::text("The panel cannot be seen\n", 503));
    respond(std::move(http::Response{.body = std::move(jpeg)}.header("Content-Type", "image/jpeg")));
  });
}

}  // namespace

void add_panel_snapshot_page(Site& site, std::function<const PanelCamera&()> camera) {
  site.show(address(panel_snapshot_id), [&site](Visit visit) { show_panel_snapshot(site, std::move(visit)); });
  // Some programs ask for the page with an empty form.
  site.take(address(panel_snapshot_id), [&site](Visit visit) { show_panel_snapshot(site, std::move(visit)); });
  site.show(address(panel_snapshot_id, "PANELIMAGE.JPG"),
            [camera = std::move(camera)](Visit visit) { take_picture(camera(), std::move(visit)); });
}

}  // namespace paneltwin::net::webconfig

#include "device/presets/preset_json.hpp"

#include <stdexcept>

#include <boost/json.hpp>

#include "device/names.hpp"

namespace paneltwin::device {

namespace json = boost::json;

namespace {

template <class Enum>
Enum enum_of(const json::object& map, const char* name) {
  const auto value = named<Enum>(std::string_view(map.at(name).as_string()));
  if (!value) throw std::invalid_argument(name);  // caught by preset_from
  return *value;
}

std::string words(const json::object& map, const char* name) { return std::string(map.at(name).as_string()); }
int number(const json::object& map, const char* name) { return static_cast<int>(map.at(name).as_int64()); }
bool flag(const json::object& map, const char* name) { return map.at(name).as_bool(); }

json::object json_of(const CopyRequest& copy) {
  return {
      {"copies", copy.copies},          {"color", name_of(copy.color)}, {"sides", name_of(copy.sides)},
      {"layout", name_of(copy.layout)}, {"density", copy.density},      {"fit", copy.fit},
      {"percent", copy.percent},        {"source", copy.source},        {"remove_background", copy.remove_background}};
}

CopyRequest copy_from(const json::object& map) {
  return {.copies = number(map, "copies"),
          .color = enum_of<ColorMode>(map, "color"),
          .sides = enum_of<CopySides>(map, "sides"),
          .layout = enum_of<CopyLayout>(map, "layout"),
          .density = number(map, "density"),
          .fit = flag(map, "fit"),
          .percent = number(map, "percent"),
          .source = words(map, "source"),
          .remove_background = flag(map, "remove_background")};
}

json::object json_of(const FolderTarget& folder) {
  return {{"mode", name_of(folder.mode)}, {"location", folder.location}, {"user", folder.user}};
}

json::object json_of(const PageAdjustment& page) {
  return {{"original", name_of(page.original)},
          {"density", page.density},
          {"remove_background", page.remove_background},
          {"area", page.area ? json::value(name_of(*page.area)) : json::value(nullptr)},
          {"turned", page.turned},
          {"remove_shadow", page.remove_shadow},
          {"remove_punch_holes", page.remove_punch_holes},
          {"edge_fill", page.edge_fill}};
}

PageAdjustment page_from(const json::object& map) {
  PageAdjustment page{.original = enum_of<OriginalType>(map, "original"),
                      .density = number(map, "density"),
                      .remove_background = flag(map, "remove_background"),
                      .turned = flag(map, "turned"),
                      .remove_shadow = flag(map, "remove_shadow"),
                      .remove_punch_holes = flag(map, "remove_punch_holes")};
  if (map.contains("edge_fill")) page.edge_fill = number(map, "edge_fill");  // presets of earlier versions have none
  if (!map.at("area").is_null()) page.area = enum_of<PaperSize>(map, "area");
  return page;
}

json::object json_of(const ScanRequest& scan) {
  return {{"destination", name_of(scan.destination)},
          {"recipients", json::value_from(scan.recipients)},
          {"contacts", json::value_from(scan.contacts)},
          {"folder", scan.folder ? json::value(json_of(*scan.folder)) : json::value(nullptr)},
          {"subject", scan.subject},
          {"format", name_of(scan.format)},
          {"color", name_of(scan.color)},
          {"resolution", scan.resolution},
          {"two_sided", scan.two_sided},
          {"page", json_of(scan.page)},
          {"mixed_sizes", scan.mixed_sizes},
          {"skip_blank_pages", scan.skip_blank_pages},
          {"compression", name_of(scan.compression)},
          {"attachment_limit_mb", scan.attachment_limit_mb},
          {"file_name_prefix", scan.file_name_prefix},
          {"add_date", scan.add_date},
          {"add_time", scan.add_time}};
}

ScanRequest scan_from(const json::object& map) {
  ScanRequest scan{.destination = enum_of<ScanDestination>(map, "destination"),
                   .recipients = json::value_to<std::vector<std::string>>(map.at("recipients")),
                   .contacts = json::value_to<std::vector<int>>(map.at("contacts")),
                   .subject = words(map, "subject"),
                   .format = enum_of<FileFormat>(map, "format"),
                   .color = enum_of<ColorMode>(map, "color"),
                   .resolution = number(map, "resolution"),
                   .two_sided = flag(map, "two_sided"),
                   .page = page_from(map.at("page").as_object()),
                   .mixed_sizes = map.contains("mixed_sizes") && flag(map, "mixed_sizes"),
                   .skip_blank_pages = flag(map, "skip_blank_pages"),
                   .compression = enum_of<Compression>(map, "compression"),
                   .attachment_limit_mb = number(map, "attachment_limit_mb"),
                   .file_name_prefix = words(map, "file_name_prefix"),
                   .add_date = flag(map, "add_date"),
                   .add_time = flag(map, "add_time")};
  if (const auto* folder = map.at("folder").if_object()) {
    scan.folder =
        FolderTarget{enum_of<FolderMode>(*folder, "mode"), words(*folder, "location"), words(*folder, "user"), {}};
  }
  return scan;
}

}  // namespace

json::object json_of(const Preset& preset) {
  return {{"number", preset.number},
          {"name", preset.name},
          {"copy", preset.copy ? json::value(json_of(*preset.copy)) : json::value(nullptr)},
          {"scan", preset.scan ? json::value(json_of(*preset.scan)) : json::value(nullptr)}};
}

std::string text_of(const Preset& preset) { return json::serialize(json_of(preset)); }

std::optional<Preset> preset_from(const std::string& text) {
  try {
    const auto value = json::parse(text);
    const auto& map = value.as_object();
    Preset preset{.number = number(map, "number"), .name = words(map, "name")};
    if (const auto* copy = map.at("copy").if_object()) preset.copy = copy_from(*copy);
    if (const auto* scan = map.at("scan").if_object()) preset.scan = scan_from(*scan);
    return preset;
  } catch (const std::exception&) {  // what the library throws for a text that is something else
    return std::nullopt;
  }
}

}  // namespace paneltwin::device

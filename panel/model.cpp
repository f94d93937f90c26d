// Model files: the glass, and what the machine can do.
#include <algorithm>
#include <cmath>

#include "device/text/spelling.hpp"
#include "device/yaml/asset_yaml.hpp"
#include "panel/panel.hpp"

namespace paneltwin::panel {

using device::check_keys;
using device::complaint;
using device::did_you_mean;
using device::FileError;
using device::load_yaml_file;

double Model::pixels_per_mm() const {
  constexpr double mm_per_inch = 25.4;
  return std::hypot(width, height) / (diagonal_inches * mm_per_inch);
}

bool Model::has(std::string_view function) const { return std::ranges::find(functions, function) != functions.end(); }

std::vector<std::string> model_ids(const device::Assets& assets) {
  std::vector<std::string> ids;
  for (const auto& file : assets.list("models", ".yaml")) ids.push_back(file.stem().string());
  return ids;
}

static std::expected<void, FileError> read_display(const std::filesystem::path& file, const YAML::Node& display,
                                                   Model& model) {
  if (auto known = check_keys(file, display, {"diagonal_inches", "width", "height"}); !known) return known;
  model.diagonal_inches = display["diagonal_inches"].as<double>(0);
  model.width = display["width"].as<int>(0);
  model.height = display["height"].as<int>(0);
  if (model.diagonal_inches < 2 || model.diagonal_inches > 40) {
    return std::unexpected(complaint(file, display, "diagonal_inches: expected 2 to 40"));
  }
  if (std::min(model.width, model.height) < 240 || std::max(model.width, model.height) > 4096) {
    return std::unexpected(complaint(file, display, "width and height: expected 240 to 4096 pixels"));
  }
  return {};
}

static std::expected<Model, FileError> read_model(const std::filesystem::path& file, const YAML::Node& root) {
  if (auto known = check_keys(file, root,
                              {"id", "name", "firmware", "newest_firmware", "oauth2_firmware", "root_certificates",
                               "display", "functions"});
      !known) {
    return std::unexpected(known.error());
  }
  Model model;
  model.id = root["id"].as<std::string>("");
  model.name = root["name"].as<std::string>("");
  model.firmware = root["firmware"].as<std::string>("");
  model.newest_firmware = root["newest_firmware"].as<std::string>(model.firmware);
  model.oauth2_firmware = root["oauth2_firmware"].as<std::string>("");
  model.root_certificates = root["root_certificates"].as<std::string>(model.root_certificates);
  if (model.id != file.stem()) return std::unexpected(complaint(file, root, "'id' must be the file's name"));
  if (model.name.empty()) return std::unexpected(complaint(file, root, "'name' is missing"));
  if (!root["display"]) return std::unexpected(complaint(file, root, "'display' is missing"));
  if (auto good = read_display(file, root["display"], model); !good) return std::unexpected(good.error());
  for (const auto& function : root["functions"]) model.functions.push_back(function.as<std::string>(""));
  return model;
}

std::expected<Model, FileError> load_model(const device::Assets& assets, std::string_view id) {
  const auto name = "models/" + std::string(id) + ".yaml";
  const auto file = assets.find(name);
  if (!file) {
    return std::unexpected(FileError{name, 0, 0, "no such model" + did_you_mean(model_ids(assets), id)});
  }
  const auto root = load_yaml_file(*file);
  if (!root) return std::unexpected(root.error());
  return read_model(*file, *root);
}

}  // namespace paneltwin::panel

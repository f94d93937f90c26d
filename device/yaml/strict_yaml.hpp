// Reading a YAML file to the letter: the first thing that is wrong is thrown with its place, and caught once, by
// read_strictly.
#pragma once

#include <expected>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "device/clock.hpp"
#include "device/yaml/asset_yaml.hpp"

namespace paneltwin::device::strict {

/// Only ever thrown inside read_strictly.
struct Complaint {
  FileError error;
};

[[noreturn]] inline void complain(const YAML::Node& at, std::string message) {
  throw Complaint{complaint({}, at, std::move(message))};
}

/// What is not a text, or is missing, is complained about.
std::string text(const YAML::Node& node);
bool flag(const YAML::Node& node);
int number(const YAML::Node& node, int least, int most);
Duration duration(const YAML::Node& node);
/// The value of `map` under `name`, as it is written; empty when there is none, which is complained about if it is
/// needed.
std::string word(const YAML::Node& map, const std::string& name, bool needed);
/// The names are those of `known`, with "did you mean".
void allow_only(const YAML::Node& map, const std::vector<std::string>& known);

template <class Value>
Value one_of(const YAML::Node& node, const std::map<std::string, Value>& values) {
  if (const auto found = node.IsScalar() ? values.find(node.Scalar()) : values.end(); found != values.end()) {
    return found->second;
  }
  std::string message = "expected one of";
  for (const auto& [name, _] : values) message += " '" + name + "'";
  complain(node, message);
}

template <class Read>
std::expected<std::invoke_result_t<Read, const YAML::Node&>, FileError> read_strictly(const std::filesystem::path& file,
                                                                                      Read read) {
  const auto root = load_yaml_file(file);
  if (!root) return std::unexpected(root.error());
  try {
    return read(*root);
  } catch (Complaint& wrong) {
    if (wrong.error.file.empty()) wrong.error.file = file;  // else it is of a file named in this one
    return std::unexpected(std::move(wrong.error));
  } catch (const YAML::Exception& error) {
    return std::unexpected(FileError{file, error.mark.line + 1, error.mark.column + 1, error.msg});
  }
}

}  // namespace paneltwin::device::strict

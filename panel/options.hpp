// The command line (contract): what the program was asked to do.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "panel/machine.hpp"

namespace paneltwin::panel {

enum class Verb { run, serve, play, shoot, exec, lint, goldens, new_model, new_screen, new_theme, new_language };
enum class LintFormat { text, json, sarif };

/// How `play` plays.
struct PlayOptions {
  enum class Speed { fast, human, slow };
  Speed speed = Speed::fast;
  std::vector<std::string> tags;      // of any of these; "not-slow": none of that one
  std::optional<std::uint64_t> seed;  // the order of chance; nothing: by name
  int shard = 1, shards = 1;
  int retry = 0;  // a failed flow is played so often again
  int jobs = 1;
  bool video = false;
  bool list = false;  // say which flows there are, and play none
};

struct Options {
  Verb verb = Verb::run;
  MachineOptions machine;
  bool own_model = false;  // --model was given
  bool own_state = false;  // --state was given
  bool own_theme = false;  // --theme was given
  std::string theme = "light";
  std::uint16_t control_port = 8090;
  int frames = 0;  // run ends after so many; 0: when it is closed
  std::filesystem::path ready_file;
  std::vector<std::string> names;  // flows, screens, or the command of exec
  PlayOptions play;
  std::filesystem::path junit;  // play --report
  std::filesystem::path out;    // play and shoot --out
  LintFormat lint_format = LintFormat::text;
  bool only_files = false;  // lint --files
  bool accept = false;      // goldens and play --accept
};

/// What the program should do instead of starting: text for people, and the exit code (0 for --help, 2 for wrong
/// usage).
struct CommandLineEnd {
  std::string text;
  int exit_code = 0;
};

/// Any language, model or theme named there is checked later, when the assets are read.
std::expected<Options, CommandLineEnd> parse_command_line(int argc, const char* const* argv);

}  // namespace paneltwin::panel

// Where all is put together.
#include <cstdio>

#include "panel/commands/commands.hpp"
#include "panel/options.hpp"

int main(int argc, char** argv) {
  using namespace paneltwin::panel;
  const auto options = parse_command_line(argc, argv);
  if (!options) {
    std::fputs(options.error().text.c_str(), options.error().exit_code == 0 ? stdout : stderr);
    return options.error().exit_code;
  }
  switch (options->verb) {
    case Verb::run:
    case Verb::serve:
      return run_command(*options);
    case Verb::play:
      return play_command(*options);
    case Verb::shoot:
      return shoot_command(*options);
    case Verb::exec:
      return exec_command(*options);
    case Verb::lint:
      return lint_command(*options);
    case Verb::goldens:
      return goldens_command(*options);
    case Verb::new_model:
    case Verb::new_screen:
    case Verb::new_theme:
    case Verb::new_language:
      return new_asset_command(*options);
  }
  return 2;
}

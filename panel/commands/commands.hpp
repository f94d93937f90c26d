// The program's verbs. Each starts a machine, does its work, and answers the exit code.
#pragma once

#include "panel/options.hpp"

namespace paneltwin::panel {

int run_command(const Options& options);   // run: the panel in a window; serve: the same without one
int play_command(const Options& options);  // 0 all passed, 1 some failed, 2 a bad flow
int shoot_command(const Options& options);
int exec_command(const Options& options);
int goldens_command(const Options& options);    // 0 all as accepted, 1 differences, 2 a bad case
int new_asset_command(const Options& options);  // new-model, new-screen, new-theme, new-language; 1 it is there already
int lint_command(const Options& options);       // 0 nothing found, 1 findings, 2 wrong usage

}  // namespace paneltwin::panel

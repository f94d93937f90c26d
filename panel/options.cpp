#include "panel/options.hpp"

#include <charconv>
#include <cstdlib>
#include <map>
#include <optional>
#include <utility>

#include <CLI/CLI.hpp>

namespace paneltwin::panel {

namespace fs = std::filesystem;

static fs::path default_state_folder() {
  if (const char* state = std::getenv("XDG_STATE_HOME"); state && *state == '/') return fs::path(state) / "paneltwin";
  if (const char* home = std::getenv("HOME"); home && *home) return fs::path(home) / ".local/state/paneltwin";
  return "paneltwin-state";
}

/// Beside the program when it was installed, else the source tree that it was built from.
static fs::path built_in_assets() {
  std::error_code error;
  const auto program = fs::read_symlink("/proc/self/exe", error);
  if (const auto installed = program.parent_path().parent_path() / "share/paneltwin";
      !error && fs::is_directory(installed, error)) {
    return installed;
  }
  return PANELTWIN_SOURCE_ASSETS;
}

/// "2/5": the second of five parts.
static std::string read_shard(const std::string& text, PlayOptions& play) {
  const auto slash = text.find('/');
  const auto number = [](std::string_view digits, int& value) {
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && end == digits.data() + digits.size();
  };
  const bool good = slash != std::string::npos && number(std::string_view(text).substr(0, slash), play.shard) &&
                    number(std::string_view(text).substr(slash + 1), play.shards) && play.shard >= 1 &&
                    play.shard <= play.shards;
  return good ? std::string() : "expected a part such as 1/4";
}

static void add_play_options(CLI::App& command, PlayOptions& play) {
  const std::map<std::string, PlayOptions::Speed> speeds{
      {"fast", PlayOptions::Speed::fast}, {"human", PlayOptions::Speed::human}, {"slow", PlayOptions::Speed::slow}};
  command.add_option("--speed", play.speed, "fast, human (as a hand does it) or slow (to follow with a finger)")
      ->type_name("SPEED")
      ->transform(CLI::Transformer(speeds).description(""));
  command.add_option("--tags", play.tags, "Only flows with any of these tags; not-TAG: without that one")
      ->type_name("TAG,…")
      ->delimiter(',');
  command.add_option("--seed", play.seed, "Play in an order of chance, the same for the same number")->type_name("N");
  command
      .add_option_function<std::string>(
          "--shard",
          [&play](const std::string& text) {
            if (const auto wrong = read_shard(text, play); !wrong.empty()) throw CLI::ValidationError("--shard", wrong);
          },
          "Only the I-th of N parts")
      ->type_name("I/N");
  command.add_option("--retry", play.retry, "Play a failed flow so often again (0)")
      ->type_name("N")
      ->check(CLI::Range(0, 10));
  command.add_option("--jobs", play.jobs, "So many flows at once (1)")->type_name("N")->check(CLI::Range(1, 64));
  command.add_flag("--list", play.list, "Read the flows, say which there are, and play none");
  command.add_flag("--video", play.video, "A film of each flow, beside its evidence (--out)");
}

std::expected<Options, CommandLineEnd> parse_command_line(int argc, const char* const* argv) {
  Options options;
  CLI::App app("PanelTwin: the twin of an office printer's operation panel", "paneltwin");
  app.set_version_flag("--version", "paneltwin " PANELTWIN_VERSION);
  app.fallthrough();
  app.require_subcommand(0, 1);

  fs::path assets, state;
  std::string language;
  app.add_option("--assets", assets, "A designer's own files, laid over the built-in ones")
      ->type_name("DIR")
      ->check(CLI::ExistingDirectory);
  app.add_option("--state", state, "Where the machine and the cloud keep what they know")->type_name("DIR");
  auto* model = app.add_option("--model", options.machine.model, "Model of the machine")->type_name("ID");
  app.add_option("--language", language, "Language of the panel")->type_name("TAG");
  app.add_option("--scenario", options.machine.scenario, "Start to bring the machine and the cloud to")
      ->type_name("NAME");
  auto* theme = app.add_option("--theme", options.theme, "Look of the panel")->type_name("NAME");
  app.add_option("--provider", options.machine.provider, "Another identity provider and mail server")
      ->type_name("FILE")
      ->check(CLI::ExistingFile);
  app.add_option("--listen", options.machine.listen, "Address that the pages listen on (127.0.0.1)")
      ->type_name("ADDR")
      ->check(CLI::ValidIPV4);
  std::optional<std::uint16_t> web_port, web_tls_port, cloud_port, smtp_port, raw_port, control_port;
  const auto add_port = [&app](const char* name, std::optional<std::uint16_t>& port, const char* what) {
    app.add_option(name, port, what)->type_name("N")->check(CLI::Range(0, 65535).description(""));
  };
  add_port("--web-port", web_port, "Web Config, plain (8080; 0: any free port)");
  add_port("--web-tls-port", web_tls_port, "Web Config (8443)");
  add_port("--cloud-port", cloud_port, "The built-in cloud's pages (8444)");
  add_port("--smtp-port", smtp_port, "The built-in cloud's mail submission (8587)");
  add_port("--raw-port", raw_port, "Printing from computers (9100; any free one where that is taken)");
  add_port("--control-port", control_port, "The operator's side (8090)");
  app.add_option("--ready-file", options.ready_file, "Written, whole, once everything listens")->type_name("FILE");

  auto* run = app.add_subcommand("run", "The panel in a window, with the bench beside it (the default)");
  run->add_option("--frames", options.frames, "End after so many pictures of the window, for measuring")
      ->type_name("N")
      ->check(CLI::NonNegativeNumber);
  auto* serve = app.add_subcommand("serve", "The same machine without a window");
  auto* play =
      app.add_subcommand("play", "Run flows; exit code 0 all passed, 1 some failed, 2 wrong usage or a bad flow");
  play->add_option("flows", options.names, "Flow files, and folders of them")->required()->check(CLI::ExistingPath);
  play->add_option("--report", options.junit, "JUnit XML file")->type_name("FILE");
  play->add_option("--out", options.out, "Where screenshots, evidence and report.html go")->type_name("DIR");
  play->add_flag("--accept", options.accept, "The golden pictures of the flows become what is there now");
  add_play_options(*play, options.play);
  auto* shoot =
      app.add_subcommand("shoot", "Screenshots of screens; without names, of every screen in every language and model");
  shoot->add_option("screens", options.names, "Screens");
  shoot->add_option("--out", options.out, "Where the pictures go (screenshots)")->type_name("DIR");
  auto* exec =
      app.add_subcommand("exec", "Start the machine, run a command with PANELTWIN_READY set, stop, exit with its code");
  exec->add_option("command", options.names, "-- COMMAND ARGUMENTS…")->required();
  auto* lint = app.add_subcommand(
      "lint", "Checks of every screen, theme and text; exit code 0 nothing found, 1 findings, 2 wrong usage");
  lint->add_option("screens", options.names, "Screens");
  const std::map<std::string, LintFormat> formats{
      {"text", LintFormat::text}, {"json", LintFormat::json}, {"sarif", LintFormat::sarif}};
  lint->add_option("--format", options.lint_format, "How findings are written: text, json or sarif")
      ->type_name("FORMAT")
      ->transform(CLI::Transformer(formats).description(""));
  lint->add_flag("--files", options.only_files, "Check the files alone and draw no screen");
  auto* goldens = app.add_subcommand(
      "goldens", "Compare every picture with the accepted one; exit code 0 all the same, 1 differences, 2 wrong usage");
  goldens->add_option("folders", options.names, "Folders of cases (tests/goldens)")->check(CLI::ExistingDirectory);
  goldens->add_flag("--accept", options.accept, "Take what is there now");
  goldens->add_option("--out", options.out, "Where differences go (golden-differences)")->type_name("DIR");
  std::vector<std::pair<const CLI::App*, Verb>> started;
  for (const auto& [name, verb, what, id] :
       {std::tuple{"new-model", Verb::new_model, "Start a model's file in the --assets folder", "ID"},
        {"new-screen", Verb::new_screen, "Start an information screen there, with its title and its menu item", "ID"},
        {"new-theme", Verb::new_theme, "Start a theme there, as a copy of --theme", "ID"},
        {"new-language", Verb::new_language, "Start a language there, with everything that is to be translated",
         "TAG"}}) {
    auto* command = app.add_subcommand(name, what);
    command->add_option("id", options.names, "Its name")->required()->expected(1)->type_name(id);
    command->fallthrough();
    started.emplace_back(command, verb);
  }
  for (auto* command : {run, serve, play, shoot, exec, lint, goldens}) command->fallthrough();

  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return std::unexpected(CommandLineEnd{app.help(), 0});
  } catch (const CLI::CallForVersion& version) {
    return std::unexpected(CommandLineEnd{std::string(version.what()) + "\n", 0});
  } catch (const CLI::ParseError& error) {
    return std::unexpected(CommandLineEnd{std::string("paneltwin: ") + error.what() + " (see paneltwin --help)\n", 2});
  }

  if (!assets.empty()) options.machine.assets.push_back(assets);
  options.machine.assets.push_back(built_in_assets());
  options.own_model = model->count() > 0;
  options.own_theme = theme->count() > 0;
  options.own_state = !state.empty();
  options.machine.state = options.own_state ? state : default_state_folder();
  if (!language.empty()) options.machine.language = language;
  const std::pair<const CLI::App*, Verb> verbs[] = {{serve, Verb::serve}, {play, Verb::play}, {shoot, Verb::shoot},
                                                    {exec, Verb::exec},   {lint, Verb::lint}, {goldens, Verb::goldens}};
  started.insert(started.end(), std::begin(verbs), std::end(verbs));
  for (const auto& [command, verb] : started) {
    if (command->parsed()) options.verb = verb;
  }

  // Only a machine that stays has addresses that people know by heart; the others live beside it.
  const bool stays = options.verb == Verb::run || options.verb == Verb::serve;
  const auto port = [stays](std::optional<std::uint16_t> given, std::uint16_t usual) {
    return given.value_or(stays ? usual : 0);
  };
  options.machine.web_port = port(web_port, 8080);
  options.machine.web_tls_port = port(web_tls_port, 8443);
  options.machine.cloud_port = port(cloud_port, 8444);
  options.machine.smtp_port = port(smtp_port, 8587);
  // Scripts that choose all ports may have been written before there was this one.
  options.machine.raw_port = port(raw_port, web_port == 0 ? 0 : 9100);
  options.machine.raw_port_may_be_other = !raw_port;
  options.control_port = port(control_port, 8090);
  return options;
}

}  // namespace paneltwin::panel

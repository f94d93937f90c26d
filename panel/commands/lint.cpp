// lint: checks of the assets, and of every screen in every language, model and theme.
#include <algorithm>
#include <cstdio>
#include <set>

#include <fmt/format.h>

#include "panel/commands/commands.hpp"
#include "panel/commands/screen_walk.hpp"
#include "panel/commands/station.hpp"
#include "panel/lint/asset_rules.hpp"
#include "panel/lint/lint_report.hpp"
#include "panel/lint/screen_rules.hpp"
#include "panel/lint/used_texts.hpp"
#include "panel/operation_panel.hpp"
#include "panel/render/offscreen.hpp"
#include "panel/ui/theme.hpp"

namespace paneltwin::panel {

namespace {

/// A fault that every theme and screen has is told once: where it was met first.
class Collected {
 public:
  void add(Findings more) {
    for (auto& finding : more) {
      auto key = fmt::format("{}|{}|{}|{}:{}|{}", finding.rule, finding.model, finding.language, finding.file.string(),
                             finding.line, finding.message);
      if (seen_.insert(std::move(key)).second) findings_.push_back(std::move(finding));
    }
  }
  [[nodiscard]] const Findings& findings() const { return findings_; }

 private:
  std::set<std::string> seen_;
  Findings findings_;
};

/// Themes that lay everything out alike need one walk: colours have been checked already.
std::vector<std::string> layouts(const device::Assets& assets, const std::vector<std::string>& themes) {
  constexpr double any_density = 4;
  std::vector<std::string> different;
  std::vector<Theme> seen;
  for (const auto& name : themes) {
    const auto theme = load_theme(assets, name, any_density);
    if (theme && std::ranges::any_of(seen, [&](const Theme& other) { return same_layout(*theme, other); })) continue;
    if (theme) seen.push_back(*theme);
    different.push_back(name);
  }
  return different;
}

std::expected<void, StartError> check_screens(const Options& options, Collected& found) {
  const device::Assets assets(options.machine.assets);
  const auto texts = device::Texts::load(assets);
  if (!texts) return std::unexpected(StartError{texts.error().str()});
  const auto models = options.own_model ? std::vector{options.machine.model} : model_ids(assets);
  const auto themes = options.own_theme ? std::vector{options.theme} : layouts(assets, theme_names(assets));
  const auto languages = options.machine.language ? std::vector{*options.machine.language} : texts->tags();
  auto context = OffscreenContext::open();
  if (!context) return std::unexpected(StartError{context.error().detail});
  for (const auto& model : models) {
    auto walk = walk_of(options, model);
    walk.languages = languages;
    walk.themes = themes;
    const auto walked = walk_screens(walk, [&](const WalkStop& at) -> std::expected<void, StartError> {
      found.add(
          check_screen(at.panel.tree(), {at.screen, model, at.language, at.theme, at.panel.model().pixels_per_mm()}));
      for (const auto& key : at.panel.parts().words().missed()) {
        found.add({{.rule = "missing-text",
                    .message = "'" + key + "' is asked for and in no catalogue",
                    .screen = at.screen,
                    .model = model}});
      }
      return {};
    });
    if (!walked) return walked;
  }
  return {};
}

std::string written(const Findings& findings, LintFormat format) {
  switch (format) {
    case LintFormat::json:
      return to_json(findings);
    case LintFormat::sarif:
      return to_sarif(findings);
    case LintFormat::text:
      break;
  }
  return to_text(findings);
}

}  // namespace

int lint_command(const Options& options) {
  Collected found;
  const device::Assets assets(options.machine.assets);
  found.add(check_assets(assets));
  if (const auto texts = device::Texts::load(assets)) found.add(check_unused(texts->in("en"), named_keys(assets)));
  const bool drawable = std::ranges::none_of(
      found.findings(), [](const auto& one) { return one.rule == "broken-file" || one.rule == "dead-link"; });
  if (drawable && !options.only_files) {
    if (auto checked = check_screens(options, found); !checked) return refuse(checked.error());
  }
  std::fputs(written(found.findings(), options.lint_format).c_str(), stdout);
  if (options.lint_format == LintFormat::text) {
    fmt::print(stderr, "{} finding{}\n", found.findings().size(), found.findings().size() == 1 ? "" : "s");
  }
  return found.findings().empty() ? 0 : 1;
}

}  // namespace paneltwin::panel

// goldens: every picture of every case compared, pixel for pixel, with the one that was accepted.
#include <algorithm>
#include <chrono>
#include <set>

#include <fmt/format.h>

#include "panel/commands/commands.hpp"
#include "panel/commands/screen_walk.hpp"
#include "panel/commands/station.hpp"
#include "panel/goldens/golden_case.hpp"
#include "panel/render/offscreen.hpp"
#include "panel/render/png.hpp"
#include "panel/ui/theme.hpp"

namespace paneltwin::panel {

namespace fs = std::filesystem;

namespace {

using Done = std::expected<void, StartError>;

/// Names of pictures have a slash between their parts; a file's name has none.
std::string file_name(std::string name) {
  std::ranges::replace(name, '/', '-');
  return name + ".png";
}

/// One case, looked at picture by picture.
class Judge {
 public:
  Judge(const Options& options, const GoldenCase& judged) : options_(options), case_(judged) {}

  Done look() {
    auto book = load_book(case_.folder / "pictures.txt");
    if (!book) return std::unexpected(StartError{book.error().str()});
    book_ = std::move(*book);
    const device::Assets assets(options_.machine.assets);
    const auto texts = device::Texts::load(assets);
    if (!texts) return std::unexpected(StartError{texts.error().str()});
    const auto chosen = [](const Wanted& wanted, std::vector<std::string> all) {
      return wanted.all ? all : wanted.names;
    };
    for (const auto& model : chosen(case_.models, model_ids(assets))) {
      if (options_.own_model && model != options_.machine.model) continue;
      Walk walk{.machine = options_.machine,
                .languages = chosen(case_.languages, texts->tags()),
                .themes = chosen(case_.themes, theme_names(assets)),
                .screens = case_.screens.names};
      if (const auto& only = options_.machine.language)
        std::erase_if(walk.languages, [&](auto& tag) { return tag != *only; });
      if (options_.own_theme) std::erase_if(walk.themes, [&](auto& theme) { return theme != options_.theme; });
      walk.machine.model = model;
      walk.machine.language.reset();
      walk.machine.scenario = case_.scenario;
      auto walked = walk_screens(walk, [&](const WalkStop& at) {
        return judge(fmt::format("{}/{}/{}/{}", model, at.theme, at.language, at.screen), at.panel.picture());
      });
      if (!walked) return walked;
    }
    return end();
  }

  [[nodiscard]] int pictures() const { return static_cast<int>(seen_.size()); }
  [[nodiscard]] int faults() const { return faults_; }
  [[nodiscard]] int known_wrong() const { return known_wrong_; }
  [[nodiscard]] int accepted() const { return accepted_; }

 private:
  Done judge(const std::string& name, const Picture& picture) {
    seen_.insert(name);
    const auto digest = digest_of(picture);
    const auto expected = book_.find(name);
    const auto wrong = case_.known_wrong.find(name);
    const bool same = expected != book_.end() && expected->second == digest;
    if (same && wrong != case_.known_wrong.end()) ++known_wrong_;
    if (options_.accept) return accept(name, picture, digest, same);
    if (same) return {};
    ++faults_;
    if (expected == book_.end()) {
      say(name, "is new");
      return show(name, picture);
    }
    say(name, wrong == case_.known_wrong.end() ? "differs"
                                               : "was known to be wrong (" + wrong->second + ") and is another now");
    const auto kept = device::read_file(case_.folder / file_name(name));
    const auto before = kept ? from_png(*kept) : device::fail(device::FailureKind::not_found);
    return show(name, before ? compared(*before, picture) : marked(picture, expected->second));
  }

  Done accept(const std::string& name, const Picture& picture, const PictureDigest& digest, bool same) {
    if (!same) ++accepted_;
    book_[name] = digest;
    const auto file = case_.folder / file_name(name);
    const bool keep = std::ranges::find(case_.keep, name) != case_.keep.end();
    if (!keep || (same && fs::exists(file))) return {};
    return write(file, picture);
  }

  Done end() {
    const bool whole = !options_.own_model && !options_.own_theme && !options_.machine.language;
    for (auto one = book_.begin(); whole && one != book_.end();) {
      if (seen_.contains(one->first)) {
        ++one;
      } else if (options_.accept) {
        ++accepted_;
        std::error_code ignored;
        fs::remove(case_.folder / file_name(one->first), ignored);
        one = book_.erase(one);
      } else {
        ++faults_;
        say(one->first, "is gone");
        ++one;
      }
    }
    if (options_.accept && !save_book(case_.folder / "pictures.txt", book_)) {
      return std::unexpected(StartError{"cannot write " + (case_.folder / "pictures.txt").string()});
    }
    return {};
  }

  void say(const std::string& name, const std::string& what) const {
    fmt::print("{}: {} {}\n", case_.folder.string(), name, what);
  }

  Done show(const std::string& name, const Picture& picture) const {
    return write(options_.out / case_.folder.filename() / file_name(name), picture);
  }

  static Done write(const fs::path& file, const Picture& picture) {
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (device::write_file(file, to_png(picture))) return {};
    return std::unexpected(StartError{"cannot write " + file.string()});
  }

  const Options& options_;
  const GoldenCase& case_;
  GoldenBook book_;
  std::set<std::string> seen_;
  int faults_ = 0, known_wrong_ = 0, accepted_ = 0;
};

}  // namespace

int goldens_command(const Options& given) {
  draw_as_everywhere();
  Options options = given;
  if (options.out.empty()) options.out = "golden-differences";
  auto context = OffscreenContext::open();
  if (!context) return refuse({context.error().detail});
  const auto begun = std::chrono::steady_clock::now();
  int pictures = 0, faults = 0, known_wrong = 0, accepted = 0;
  for (const auto& root : options.names.empty() ? std::vector<std::string>{"tests/goldens"} : options.names) {
    const auto cases = load_cases(root);
    if (!cases) return refuse({cases.error().str(), 2});
    for (const auto& one : *cases) {
      Judge judge(options, one);
      if (auto looked = judge.look(); !looked) return refuse(looked.error());
      pictures += judge.pictures();
      faults += judge.faults();
      known_wrong += judge.known_wrong();
      accepted += judge.accepted();
    }
  }
  const auto took = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
  fmt::print("{} pictures in {:.1f} s: ", pictures, took);
  if (options.accept) {
    fmt::print("{} accepted anew\n", accepted);
  } else {
    fmt::print("{} as accepted, {} of them known to be wrong, {} not\n", pictures - std::min(pictures, faults),
               known_wrong, faults);
    if (faults > 0) fmt::print("the differences are in {}; --accept takes what is there now\n", options.out.string());
  }
  return faults == 0 ? 0 : 1;
}

}  // namespace paneltwin::panel

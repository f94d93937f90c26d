// The touch panel: reads snapshots, posts commands, draws itself into a picture. Knows nothing of windows or ports.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <expected>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "device/device.hpp"
#include "panel/render/picture.hpp"
#include "panel/sound/sounds.hpp"
#include "panel/ui/input.hpp"
#include "panel/ui/tree.hpp"

namespace paneltwin::panel {

class OperationPanel;
class Screens;

/// A model file (assets/models/<id>.yaml): the glass and what the machine can do.
struct Model {
  std::string id, name;                                             // "large", "PT-C6000 Series"
  std::string firmware;                                             // that the machine comes with
  std::string newest_firmware;                                      // that the maker offers
  std::string oauth2_firmware;                                      // the first one with OAuth 2.0; empty: any
  std::string root_certificates{device::todays_root_certificates};  // the list that the machine comes with
  double diagonal_inches = 10.1;
  int width = 1024, height = 600;      // pixels
  std::vector<std::string> functions;  // "scan-to-email", "fax", "additional-network", "epa", …
  [[nodiscard]] double pixels_per_mm() const;
  [[nodiscard]] bool has(std::string_view function) const;
  bool operator==(const Model&) const = default;
};

std::expected<Model, device::FileError> load_model(const device::Assets& assets, std::string_view id);
std::vector<std::string> model_ids(const device::Assets& assets);

struct PanelOptions {
  Model model;
  std::string theme = "light";
  bool animate = true;   // off under tests and "reduce motion"
  bool lazy = false;     // frames build the tree; the glass is drawn only when picture() asks. Not with `animate`
  double text_size = 1;  // letters so many times as large as the theme says; 0.5 to 2
  std::shared_ptr<const Screens> screens{};  // read beforehand, by any thread; null: open() reads them
};

/// Everything is for the thread that owns the GL context, which must be current.
class Panel {
 public:
  static std::expected<std::unique_ptr<Panel>, device::FileError> open(device::Device& device, device::Clock& clock,
                                                                       const device::Texts& texts,
                                                                       const device::Assets& assets,
                                                                       PanelOptions options);
  ~Panel();

  /// Called (any thread) whenever a frame is wanted: a snapshot came, a reply came. Wakes the owner's loop.
  void on_wake(std::function<void()> wake);

  void input(InputEvent event);
  /// Called with each event before it is taken in, when what is on the glass is what the finger saw. One at a time;
  /// empty: nobody looks.
  void on_input(std::function<void(const InputEvent&)> seen);
  /// True when a frame should be drawn now. When false, `next_frame_in` says when the next one is due by itself (a
  /// caret, an animation).
  [[nodiscard]] bool wants_frame() const;
  [[nodiscard]] std::optional<std::chrono::milliseconds> next_frame_in() const;
  /// Feeds one frame of input, builds the tree, draws into the glass texture.
  void frame();
  /// Frames until nothing more is asked for (animations aside), 120 at most. For automation: an action answers once
  /// this has returned.
  void settle();

  [[nodiscard]] const Node& tree() const;
  [[nodiscard]] Picture picture() const;
  [[nodiscard]] unsigned texture() const;  // GL name of the glass, model-sized, for the window
  [[nodiscard]] const Model& model() const;
  [[nodiscard]] std::string screen() const;  // id of the screen on top
  /// Every screen that can be opened by name, for shoot.
  [[nodiscard]] std::vector<std::string> screens() const;
  /// Opens a screen as if its way had been tapped; false when there is none of that name.
  bool open_screen(std::string_view id);
  void go_home();
  /// Takes up what was saved: texts, menus, information screens, settings as they show, the theme, the model, fonts.
  /// `changed` are names as Assets::find takes them. What is broken stays as it was, and is in faults(); whoever stood
  /// on a screen that is gone stands at the one before it.
  void reload(const device::Assets& assets, const std::set<std::filesystem::path>& changed);
  /// What others read of the files ("pages", "languages"): wrong until the next note says otherwise.
  void note(const std::string& what, const std::expected<void, device::FileError>& read);
  /// What is wrong with the files since they were read first: until they are mended.
  [[nodiscard]] std::vector<device::FileError> faults() const;
  /// Counts the reload()s.
  [[nodiscard]] std::uint64_t readings() const;
  /// Another model, theme or text size: the screen stays. Failure: nothing changed.
  std::expected<void, device::FileError> look(const device::Assets& assets, PanelOptions options);
  [[nodiscard]] const PanelOptions& options() const;
  /// The parts, for the inspector.
  [[nodiscard]] const OperationPanel& parts() const;
  [[nodiscard]] OperationPanel& parts();
  /// For the speaker: called on the owner's thread with what is to be heard.
  void on_sound(std::function<void(const Sound&)> sound);
  /// What was to be heard, the newest last: the last hundred.
  [[nodiscard]] const std::deque<HeardSound>& sounds() const;

 private:
  struct Impl;
  explicit Panel(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace paneltwin::panel

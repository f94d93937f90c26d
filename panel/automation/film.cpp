#include "panel/automation/film.hpp"

#include <array>
#include <cstdlib>

#include <fmt/format.h>
#include <pango/pangocairo.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

#include "device/assets.hpp"
#include "panel/argument_list.hpp"
#include "panel/render/png.hpp"

namespace paneltwin::panel {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

namespace {

/// Draws on `picture` through Cairo, whose pixels are BGRA.
template <class Draw>
void draw_on(Picture& picture, const Draw& draw) {
  const auto swap = [&] {
    for (std::size_t i = 0; i + 3 < picture.rgba.size(); i += 4) std::swap(picture.rgba[i], picture.rgba[i + 2]);
  };
  swap();
  cairo_surface_t* surface = cairo_image_surface_create_for_data(picture.rgba.data(), CAIRO_FORMAT_RGB24, picture.width,
                                                                 picture.height, picture.width * 4);
  cairo_t* pen = cairo_create(surface);
  draw(pen);
  cairo_destroy(pen);
  cairo_surface_destroy(surface);
  swap();
}

void mark_touch(cairo_t* pen, const PlayedStep::Touch& touch, double radius) {
  constexpr double whole = 6.28318530717958648;
  cairo_arc(pen, static_cast<double>(touch.x), static_cast<double>(touch.y), radius, 0, whole);
  cairo_set_source_rgba(pen, 0.91, 0.09, 0.06, 0.35);
  cairo_fill_preserve(pen);
  cairo_set_source_rgb(pen, 0.91, 0.09, 0.06);
  cairo_set_line_width(pen, 2.5);
  cairo_stroke(pen);
}

/// Words in a band under the glass, which hides nothing of it.
void caption(cairo_t* pen, const Picture& picture, int band, const std::string& words) {
  cairo_rectangle(pen, 0, picture.height - band, picture.width, band);
  cairo_set_source_rgb(pen, 0.09, 0.1, 0.12);
  cairo_fill(pen);
  PangoLayout* layout = pango_cairo_create_layout(pen);
  PangoFontDescription* font = pango_font_description_from_string("Noto Sans CJK SC, Sans");
  pango_font_description_set_absolute_size(font, band * 0.44 * PANGO_SCALE);
  pango_layout_set_font_description(layout, font);
  pango_layout_set_width(layout, (picture.width - band) * PANGO_SCALE);
  pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode(layout, TRUE);
  pango_layout_set_text(layout, words.data(), static_cast<int>(words.size()));
  cairo_move_to(pen, band / 2.0, picture.height - band * 0.8);
  cairo_set_source_rgb(pen, 1, 1, 1);
  pango_cairo_show_layout(pen, layout);
  pango_font_description_free(font);
  g_object_unref(layout);
}

std::optional<Picture> with_band(const std::string& png, int band) {
  auto picture = from_png(png);
  if (!picture) return std::nullopt;
  picture->height += band;
  picture->rgba.resize(static_cast<std::size_t>(picture->width) * static_cast<std::size_t>(picture->height) * 4, 255);
  return *picture;
}

std::string number32(std::uint32_t value) {
  return {static_cast<char>(value >> 24), static_cast<char>(value >> 16), static_cast<char>(value >> 8),
          static_cast<char>(value)};
}

std::string chunk(const std::string& type, const std::string& content) {
  const auto body = type + content;
  const auto sum = ::crc32(0, reinterpret_cast<const unsigned char*>(body.data()), static_cast<unsigned>(body.size()));
  return number32(static_cast<std::uint32_t>(content.size())) + body + number32(static_cast<std::uint32_t>(sum));
}

/// The chunks of a PNG file that was written here.
std::vector<std::pair<std::string, std::string>> chunks_of(const std::string& png) {
  std::vector<std::pair<std::string, std::string>> chunks;
  for (std::size_t at = 8; at + 12 <= png.size();) {
    std::uint32_t size = 0;
    for (std::size_t i = 0; i < 4; ++i) size = size << 8 | static_cast<unsigned char>(png[at + i]);
    chunks.emplace_back(png.substr(at + 4, 4), png.substr(at + 8, size));
    at += size + 12;
  }
  return chunks;
}

std::string frame_control(std::uint32_t number, const FilmFrame& frame) {
  const auto time = static_cast<std::uint16_t>(frame.time.count());
  std::string content = number32(number) + number32(static_cast<std::uint32_t>(frame.picture.width)) +
                        number32(static_cast<std::uint32_t>(frame.picture.height)) + number32(0) + number32(0);
  content += {static_cast<char>(time >> 8), static_cast<char>(time), static_cast<char>(1000 >> 8),
              static_cast<char>(1000 & 255)};
  content += std::string(2, '\0');  // left as it is afterwards; in the place of what was
  return content;
}

/// False when there is none, or it fails; what it says goes to standard error.
bool run(const std::vector<std::string>& words) {
  const auto arguments = argument_list(words);
  pid_t child = 0;
  if (::posix_spawnp(&child, arguments.front(), nullptr, nullptr, arguments.data(), environ) != 0) return false;
  int status = 0;
  return ::waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::string list_line(const std::string& name, milliseconds time) {
  return fmt::format("file '{}'\nduration {:.3f}\n", name, static_cast<double>(time.count()) / 1000);
}

}  // namespace

std::vector<FilmFrame> film_of(const PlayedFlow& played) {
  const int band = std::max(28, played.height / 14);
  std::vector<FilmFrame> frames;
  const auto add = [&](const std::string& png, const PlayedStep& step, bool touched, milliseconds time) {
    auto picture = with_band(png, band);
    if (!picture || (!frames.empty() && picture->width != frames.front().picture.width)) return;
    draw_on(*picture, [&](cairo_t* pen) {
      if (touched && step.touch) mark_touch(pen, *step.touch, band * 0.5);
      caption(pen, *picture, band, step.text);
    });
    frames.push_back({std::move(*picture), time});
  };
  for (const auto& step : played.steps) {
    if (step.touch && !step.before.empty()) add(step.before, step, true, milliseconds(700));
    if (!step.after.empty()) add(step.after, step, false, milliseconds(900));
  }
  return frames;
}

std::string to_apng(const std::vector<FilmFrame>& frames) {
  if (frames.empty()) return {};
  std::string film("\x89PNG\r\n\x1a\n", 8);
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < frames.size(); ++i) {
    const auto chunks = chunks_of(to_true_colour_png(frames[i].picture));
    if (i == 0) {
      film += chunk("IHDR", chunks.front().second);
      film += chunk("acTL", number32(static_cast<std::uint32_t>(frames.size())) + number32(0));
    }
    film += chunk("fcTL", frame_control(number++, frames[i]));
    for (const auto& [type, content] : chunks) {
      if (type == "IDAT") film += i == 0 ? chunk("IDAT", content) : chunk("fdAT", number32(number++) + content);
    }
  }
  return film + chunk("IEND", "");
}

std::vector<std::string> ffmpeg_words(const fs::path& list, milliseconds length, const fs::path& film) {
  const auto seconds = fmt::format("{:.3f}", static_cast<double>(length.count()) / 1000);
  std::vector<std::string> words{"ffmpeg", "-nostdin", "-y", "-loglevel", "error"};
  words.insert(words.end(), {"-f", "concat", "-safe", "0", "-i", list});
  words.insert(words.end(), {"-vf", "fps=25,pad=ceil(iw/2)*2:ceil(ih/2)*2", "-t", seconds});
  words.insert(words.end(), {"-pix_fmt", "yuv420p", "-movflags", "+faststart", film});
  return words;
}

device::Result<fs::path> write_film(const fs::path& folder, const std::vector<FilmFrame>& frames) {
  std::error_code error;
  const auto parts = folder / "film";
  auto film = folder / "film.mp4", animation = folder / "film.png";
  for (const auto& old : {film, animation}) fs::remove(old, error);  // of an earlier run
  fs::create_directories(parts, error);
  std::string list = "ffconcat version 1.0\n";
  milliseconds length{0};
  for (std::size_t i = 0; i < frames.size(); ++i) {
    const auto name = std::to_string(i) + ".png";
    if (!device::write_file(parts / name, to_png(frames[i].picture))) {
      return device::fail(device::FailureKind::output_failed, "cannot write " + (parts / name).string());
    }
    list += list_line(name, frames[i].time);
    length += frames[i].time;
    // The last one's time counts only when another comes after it; the film's length cuts that off.
    if (i + 1 == frames.size()) list += list_line(name, frames[i].time);
  }
  const bool filmed = !frames.empty() && device::write_file(parts / "list.txt", list) &&
                      run(ffmpeg_words(parts / "list.txt", length, film)) && fs::exists(film, error);
  fs::remove_all(parts, error);
  if (filmed) return film;
  fs::remove(film, error);  // begun, and not ended
  if (device::write_file(animation, to_apng(frames))) return animation;
  return device::fail(device::FailureKind::output_failed, "cannot write " + animation.string());
}

}  // namespace paneltwin::panel

// A film of a played flow: each touch with its mark, what came of it, and the step as a caption. Through ffmpeg where
// there is one, else an animated PNG (APNG, as every browser shows it).
#pragma once

#include <expected>

#include "panel/automation/evidence.hpp"
#include "panel/render/picture.hpp"

namespace paneltwin::panel {

struct FilmFrame {
  Picture picture;
  std::chrono::milliseconds time{800};
};

/// Of evidence that was kept whole.
std::vector<FilmFrame> film_of(const PlayedFlow& played);
/// All frames of one size. Empty when there are none.
std::string to_apng(const std::vector<FilmFrame>& frames);
/// The command line that makes `film`, so long, of the pictures in `list`, an ffconcat file.
std::vector<std::string> ffmpeg_words(const std::filesystem::path& list, std::chrono::milliseconds length,
                                      const std::filesystem::path& film);
/// Writes `folder`/film.mp4 or film.png, and answers which. Failure: output_failed.
device::Result<std::filesystem::path> write_film(const std::filesystem::path& folder,
                                                 const std::vector<FilmFrame>& frames);

}  // namespace paneltwin::panel

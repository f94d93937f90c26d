#include "panel/render/png.hpp"

#include <array>
#include <optional>

#include <png.h>

namespace paneltwin::panel {

namespace {

/// The glass in 256 colours at most, as most screens are: a third of the work and of the bytes.
struct Indexed {
  std::vector<std::uint8_t> palette;  // R, G, B of each
  std::vector<std::uint8_t> pixels;
};

std::optional<Indexed> indexed(const Picture& picture) {
  constexpr std::size_t most = 256, places = 2048;  // of a small open hash: nearly every pixel is found at once
  std::array<std::int16_t, places> found;
  found.fill(-1);
  std::vector<std::uint32_t> colours;
  Indexed image;
  image.pixels.resize(picture.rgba.size() / 4);
  std::uint32_t last = 0;
  std::uint8_t last_index = 0;
  for (std::size_t i = 0; i < image.pixels.size(); ++i) {
    const auto* pixel = &picture.rgba[i * 4];
    const std::uint32_t colour = pixel[0] | std::uint32_t{pixel[1]} << 8 | std::uint32_t{pixel[2]} << 16 | 0xFF000000u;
    if (colour != last) {
      auto place = (colour * 2654435761u) >> 21;
      while (found[place] >= 0 && colours[static_cast<std::size_t>(found[place])] != colour)
        place = (place + 1) % places;
      if (found[place] < 0) {
        if (colours.size() == most) return std::nullopt;
        found[place] = static_cast<std::int16_t>(colours.size());
        colours.push_back(colour);
        image.palette.insert(image.palette.end(), {pixel[0], pixel[1], pixel[2]});
      }
      last = colour;
      last_index = static_cast<std::uint8_t>(found[place]);
    }
    image.pixels[i] = last_index;
  }
  return image;
}

std::string written(png_image& image, const void* pixels, const void* palette) {
  image.flags = PNG_IMAGE_FLAG_FAST;  // a third of the time, a tenth more bytes
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
  std::string bytes(size, '\0');
  if (!png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels, 0, palette)) return {};
  bytes.resize(size);
  return bytes;
}

}  // namespace

static png_image image_of(const Picture& picture) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(picture.width);
  image.height = static_cast<png_uint_32>(picture.height);
  return image;
}

std::string to_png(const Picture& picture) {
  if (picture.rgba.empty()) return {};
  if (const auto few = indexed(picture)) {
    auto image = image_of(picture);
    image.format = PNG_FORMAT_RGB_COLORMAP;
    image.colormap_entries = static_cast<png_uint_32>(few->palette.size() / 3);
    return written(image, few->pixels.data(), few->palette.data());
  }
  return to_true_colour_png(picture);
}

std::string to_true_colour_png(const Picture& picture) {
  if (picture.rgba.empty()) return {};
  auto image = image_of(picture);
  std::vector<std::uint8_t> rgb;
  rgb.reserve(picture.rgba.size() / 4 * 3);
  for (std::size_t i = 0; i + 3 < picture.rgba.size(); i += 4) {
    rgb.insert(rgb.end(), {picture.rgba[i], picture.rgba[i + 1], picture.rgba[i + 2]});
  }
  image.format = PNG_FORMAT_RGB;
  return written(image, rgb.data(), nullptr);
}

device::Result<Picture> from_png(std::string_view bytes) {
  constexpr png_uint_32 largest_side = 16384;
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (!png_image_begin_read_from_memory(&image, bytes.data(), bytes.size())) {
    return device::fail(device::FailureKind::invalid_value, image.message);
  }
  if (image.width > largest_side || image.height > largest_side) {
    png_image_free(&image);
    return device::fail(device::FailureKind::invalid_value, "the picture is too large");
  }
  image.format = PNG_FORMAT_RGBA;
  Picture picture{static_cast<int>(image.width), static_cast<int>(image.height), {}};
  picture.rgba.resize(PNG_IMAGE_SIZE(image));
  if (!png_image_finish_read(&image, nullptr, picture.rgba.data(), 0, nullptr)) {
    return device::fail(device::FailureKind::invalid_value, image.message);
  }
  return picture;
}

}  // namespace paneltwin::panel

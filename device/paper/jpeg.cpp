#include "device/paper/jpeg.hpp"

#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include <jpeglib.h>

#include "device/paper/page_image.hpp"

namespace paneltwin::device {

namespace {

/// libjpeg's own way of failing is to end the program; this one jumps back.
struct Errors {
  jpeg_error_mgr base;
  std::jmp_buf back;
  char message[JMSG_LENGTH_MAX];
};

void jump_back(j_common_ptr info) {
  auto* errors = reinterpret_cast<Errors*>(info->err);
  info->err->format_message(info, errors->message);
  std::longjmp(errors->back, 1);
}

struct Free {
  void operator()(unsigned char* memory) const { std::free(memory); }
};

/// Nothing in here has a destructor: a jump back must not pass over one.
bool compress(jpeg_compress_struct& info, Errors& errors, const JSAMPLE* pixels, int width, int height, int dpi,
              int channels, int quality, unsigned char** out, unsigned long* size) {
  if (setjmp(errors.back) != 0) return false;
  jpeg_create_compress(&info);
  jpeg_mem_dest(&info, out, size);
  info.image_width = static_cast<JDIMENSION>(width);
  info.image_height = static_cast<JDIMENSION>(height);
  info.input_components = channels;
  info.in_color_space = channels == 3 ? JCS_RGB : JCS_GRAYSCALE;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, quality, TRUE);
  info.density_unit = 1;  // dots an inch
  info.X_density = info.Y_density = static_cast<UINT16>(dpi);
  jpeg_start_compress(&info, TRUE);
  while (info.next_scanline < info.image_height) {
    auto* row = const_cast<JSAMPLE*>(pixels) + static_cast<std::size_t>(info.next_scanline) *
                                                   static_cast<std::size_t>(width) * static_cast<std::size_t>(channels);
    jpeg_write_scanlines(&info, &row, 1);
  }
  jpeg_finish_compress(&info);
  return true;
}

}  // namespace

Result<std::string> encode_jpeg(const Image& image, bool color, int quality) {
  const auto gray = color ? std::vector<std::uint8_t>() : to_gray(image);
  jpeg_compress_struct info{};
  Errors errors{};
  info.err = jpeg_std_error(&errors.base);
  errors.base.error_exit = jump_back;
  unsigned char* out = nullptr;
  unsigned long size = 0;
  const bool done = compress(info, errors, color ? image.rgb.data() : gray.data(), image.width, image.height, image.dpi,
                             color ? 3 : 1, quality, &out, &size);
  const std::unique_ptr<unsigned char, Free> memory(out);
  jpeg_destroy_compress(&info);
  if (!done) return fail(FailureKind::memory_full, errors.message);
  return std::string(reinterpret_cast<const char*>(out), size);
}

}  // namespace paneltwin::device

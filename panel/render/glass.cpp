#define GL_GLEXT_PROTOTYPES
#include "panel/render/glass.hpp"

#include <algorithm>

#include <GL/gl.h>
#include <GL/glext.h>

namespace paneltwin::panel {

static unsigned make_texture(int width, int height) {
  unsigned texture = 0;
  glGenTextures(1, &texture);
  glBindTexture(GL_TEXTURE_2D, texture);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  return texture;
}

Glass::Glass(int width, int height) : width_(width), height_(height) {
  texture_ = make_texture(width, height);
  glGenFramebuffers(1, &target_);
  begin();
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_, 0);
  glClearColor(0, 0, 0, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  end();
}

Glass::~Glass() {
  glDeleteFramebuffers(1, &target_);
  glDeleteTextures(1, &texture_);
  if (kept_) glDeleteTextures(1, &kept_);
}

void Glass::begin() {
  glGetIntegerv(GL_FRAMEBUFFER_BINDING, &outer_target_);
  glGetIntegerv(GL_VIEWPORT, outer_viewport_);
  glBindFramebuffer(GL_FRAMEBUFFER, target_);
  glViewport(0, 0, width_, height_);
  glDisable(GL_SCISSOR_TEST);
}

void Glass::end() {
  glBindFramebuffer(GL_FRAMEBUFFER, static_cast<unsigned>(outer_target_));
  glViewport(outer_viewport_[0], outer_viewport_[1], outer_viewport_[2], outer_viewport_[3]);
}

void Glass::keep() {
  if (!kept_) kept_ = make_texture(width_, height_);
  begin();
  glBindTexture(GL_TEXTURE_2D, kept_);
  glCopyTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, 0, 0, width_, height_);
  end();
}

Picture Glass::picture() const {
  Picture picture{width_, height_, {}};
  const std::size_t row = static_cast<std::size_t>(width_) * 4;
  std::vector<std::uint8_t> upside_down(row * static_cast<std::size_t>(height_));
  int outer = 0;
  glGetIntegerv(GL_FRAMEBUFFER_BINDING, &outer);
  glBindFramebuffer(GL_FRAMEBUFFER, target_);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, width_, height_, GL_RGBA, GL_UNSIGNED_BYTE, upside_down.data());
  glBindFramebuffer(GL_FRAMEBUFFER, static_cast<unsigned>(outer));
  picture.rgba.resize(upside_down.size());
  for (int y = 0; y < height_; ++y) {
    std::copy_n(upside_down.data() + row * static_cast<std::size_t>(height_ - 1 - y), row,
                picture.rgba.data() + row * static_cast<std::size_t>(y));
  }
  return picture;
}

}  // namespace paneltwin::panel

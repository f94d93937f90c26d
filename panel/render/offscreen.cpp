#include "panel/render/offscreen.hpp"

#include <cstdlib>
#include <string>

#include <EGL/egl.h>
#include <EGL/eglext.h>

namespace paneltwin::panel {

void draw_as_everywhere() { ::setenv("GALLIUM_OVERRIDE_CPU_CAPS", "sse4.1", 0); }

struct OffscreenContext::Impl {
  EGLDisplay display = EGL_NO_DISPLAY;
  EGLContext context = EGL_NO_CONTEXT;

  ~Impl() {
    if (display == EGL_NO_DISPLAY) return;
    if (eglGetCurrentContext() == context) eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    if (context != EGL_NO_CONTEXT) eglDestroyContext(display, context);
    // The display stays initialised: EGL hands the same one to every context of the process.
  }
};

OffscreenContext::OffscreenContext(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
OffscreenContext::~OffscreenContext() = default;

static device::Result<EGLDisplay> open_display() {
  const auto get_display =
      reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
  if (!get_display) return device::fail(device::FailureKind::output_failed, "EGL has no platform displays");
  const EGLDisplay display = get_display(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
  if (display == EGL_NO_DISPLAY) {
    return device::fail(device::FailureKind::output_failed, "EGL has no surfaceless platform (Mesa)");
  }
  if (!eglInitialize(display, nullptr, nullptr)) {
    return device::fail(device::FailureKind::output_failed, "EGL cannot be initialised");
  }
  return display;
}

device::Result<std::unique_ptr<OffscreenContext>> OffscreenContext::open() {
  auto display = open_display();
  if (!display) return std::unexpected(display.error());
  auto impl = std::make_unique<Impl>();
  impl->display = *display;
  if (!eglBindAPI(EGL_OPENGL_API)) return device::fail(device::FailureKind::output_failed, "EGL has no OpenGL");
  const EGLint wanted[] = {
      EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
      EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
  impl->context = eglCreateContext(impl->display, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, wanted);
  if (impl->context == EGL_NO_CONTEXT) {
    return device::fail(device::FailureKind::output_failed, "EGL has no OpenGL 3.3 core context");
  }
  if (!eglMakeCurrent(impl->display, EGL_NO_SURFACE, EGL_NO_SURFACE, impl->context)) {
    return device::fail(device::FailureKind::output_failed, "EGL cannot make a context current without a surface");
  }
  return std::unique_ptr<OffscreenContext>(new OffscreenContext(std::move(impl)));
}

}  // namespace paneltwin::panel

#include "panel/window/window.hpp"

#include <algorithm>
#include <utility>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include "panel/render/utf8.hpp"

namespace paneltwin::panel {

struct Window::Impl {
  GLFWwindow* window = nullptr;
  std::vector<WindowEvent> events;
  float x = 0, y = 0;
  bool down = false, damaged = true;

  ~Impl() {
    if (window) glfwDestroyWindow(window);
    glfwTerminate();
  }

  void add(InputEvent event) { events.emplace_back(std::move(event)); }
  void listen();
  static Impl& of(GLFWwindow* at) { return *static_cast<Impl*>(glfwGetWindowUserPointer(at)); }

  /// Pixels of the picture for each unit that GLFW counts pointers in.
  [[nodiscard]] double density() const {
    int width = 0, height = 0, pixels = 0;
    glfwGetWindowSize(window, &width, &height);
    glfwGetFramebufferSize(window, &pixels, &height);
    return width > 0 ? static_cast<double>(pixels) / width : 1;
  }

  void moved(double to_x, double to_y) {
    x = static_cast<float>(to_x * density());
    y = static_cast<float>(to_y * density());
    if (down) add(PointerMove{x, y});
  }

  void clicked(int button, int action) {
    if (button != GLFW_MOUSE_BUTTON_LEFT) return;
    down = action == GLFW_PRESS;
    add(down ? InputEvent(PointerDown{x, y}) : InputEvent(PointerUp{x, y}));
  }

  /// A wheel is a finger that drags.
  void scrolled(double by) {
    if (down) return;
    const auto way = static_cast<float>(by * 60 * density());
    add(PointerDown{x, y});
    add(PointerMove{x, y + way});
    add(PointerUp{x, y + way});
  }

  void keyed(int key, int action, int modifiers);
};

static const char* name_of(int key) {
  switch (key) {
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER:
      return "Enter";
    case GLFW_KEY_ESCAPE:
      return "Escape";
    case GLFW_KEY_TAB:
      return "Tab";
    case GLFW_KEY_BACKSPACE:
      return "Backspace";
    case GLFW_KEY_DELETE:
      return "Delete";
    case GLFW_KEY_UP:
      return "ArrowUp";
    case GLFW_KEY_DOWN:
      return "ArrowDown";
    case GLFW_KEY_LEFT:
      return "ArrowLeft";
    case GLFW_KEY_RIGHT:
      return "ArrowRight";
    case GLFW_KEY_HOME:
      return "Home";
    case GLFW_KEY_PAUSE:
      return "Power";
    default:
      return nullptr;
  }
}

void Window::Impl::keyed(int key, int action, int modifiers) {
  if (const char* name = name_of(key); name && action != GLFW_RELEASE) {
    add(KeyPress{name, (modifiers & GLFW_MOD_SHIFT) != 0});
  }
}

void Window::Impl::listen() {
  glfwSetWindowUserPointer(window, this);
  glfwSetCursorPosCallback(window, [](GLFWwindow* at, double to_x, double to_y) { of(at).moved(to_x, to_y); });
  glfwSetMouseButtonCallback(window,
                             [](GLFWwindow* at, int button, int action, int) { of(at).clicked(button, action); });
  glfwSetScrollCallback(window, [](GLFWwindow* at, double, double by) { of(at).scrolled(by); });
  glfwSetKeyCallback(
      window, [](GLFWwindow* at, int key, int, int action, int modifiers) { of(at).keyed(key, action, modifiers); });
  glfwSetCharCallback(window, [](GLFWwindow* at, unsigned letter) {
    TextInput typed;
    append_letter(typed.text, letter);
    of(at).add(std::move(typed));
  });
  glfwSetFramebufferSizeCallback(window, [](GLFWwindow* at, int, int) { of(at).damaged = true; });
  glfwSetWindowRefreshCallback(window, [](GLFWwindow* at) { of(at).damaged = true; });
  glfwSetWindowFocusCallback(window, [](GLFWwindow* at, int focused) {
    if (focused || !of(at).down) return;
    of(at).down = false;
    of(at).add(PointerCancel{});
  });
  glfwSetDropCallback(window, [](GLFWwindow* at, int count, const char** paths) {
    of(at).events.emplace_back(FilesDropped{{paths, paths + count}});
  });
}

static std::string last_error() {
  const char* why = nullptr;
  glfwGetError(&why);
  return why ? why : "unknown reason";
}

std::expected<void, std::string> Window::connect() {
  if (glfwInit()) return {};
  return std::unexpected("no display to open a window on (" + last_error() + "); 'paneltwin serve' needs none");
}

std::expected<std::unique_ptr<Window>, std::string> Window::open(int width, int height, const std::string& title) {
  auto impl = std::make_unique<Impl>();
  if (auto* monitor = glfwGetPrimaryMonitor()) {
    int x = 0, y = 0, room_width = 0, room_height = 0;
    glfwGetMonitorWorkarea(monitor, &x, &y, &room_width, &room_height);
    if (room_width > 0) width = std::min(width, room_width);
    if (room_height > 0) height = std::min(height, room_height);
  }
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
  impl->window = glfwCreateWindow(width, height, title.c_str(), nullptr, nullptr);
  if (!impl->window) return std::unexpected("no window with OpenGL 3.3 on this display (" + last_error() + ")");
  glfwMakeContextCurrent(impl->window);
  glfwSwapInterval(1);
  impl->listen();
  return std::unique_ptr<Window>(new Window(std::move(impl)));
}

Window::Window(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Window::~Window() = default;

std::vector<WindowEvent> Window::take_events() {
  glfwPollEvents();
  return std::exchange(impl_->events, {});
}

void Window::wait(std::optional<std::chrono::milliseconds> most) {
  if (!most) {
    glfwWaitEvents();
  } else if (most->count() > 0) {
    glfwWaitEventsTimeout(std::chrono::duration<double>(*most).count());
  }
}

void Window::wake() { glfwPostEmptyEvent(); }
void Window::show() { glfwSwapBuffers(impl_->window); }
bool Window::wants_to_close() const { return glfwWindowShouldClose(impl_->window); }
bool Window::take_damage() { return std::exchange(impl_->damaged, false); }

int Window::width() const {
  int width = 0, height = 0;
  glfwGetFramebufferSize(impl_->window, &width, &height);
  return width;
}

int Window::height() const {
  int width = 0, height = 0;
  glfwGetFramebufferSize(impl_->window, &width, &height);
  return height;
}

void Window::set_title(const std::string& title) { glfwSetWindowTitle(impl_->window, title.c_str()); }
void Window::copy(const std::string& text) { glfwSetClipboardString(impl_->window, text.c_str()); }

}  // namespace paneltwin::panel

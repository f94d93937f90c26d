#include "panel/render/imgui_context.hpp"

#include <GL/gl.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

namespace paneltwin::panel {

/// Guards which context is current: ImGui keeps that in a global of its own.
static std::recursive_mutex current_context;

CurrentImGui::CurrentImGui(ImGuiContext* context) : lock_(current_context), before_(ImGui::GetCurrentContext()) {
  ImGui::SetCurrentContext(context);
}
CurrentImGui::~CurrentImGui() { ImGui::SetCurrentContext(before_); }

ImGuiDrawing::ImGuiDrawing(int width, int height) {
  const CurrentImGui kept(nullptr);
  context_ = ImGui::CreateContext();
  ImGui::SetCurrentContext(context_);
  auto& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
  io.DeltaTime = 1.0f / 60;
}

ImGuiDrawing::~ImGuiDrawing() {
  const CurrentImGui current(context_);
  if (is_open_) ImGui_ImplOpenGL3_Shutdown();
  ImGui::DestroyContext(context_);
}

void ImGuiDrawing::open() {
  // Its own letters are never seen: as small a texture as can be.
  ImGui::GetIO().Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
  ImGui_ImplOpenGL3_Init("#version 330 core");
  ImGui_ImplOpenGL3_CreateDeviceObjects();
  ImGui::GetIO().Fonts->ClearTexData();
  is_open_ = true;
}

void ImGuiDrawing::resize(int width, int height) {
  const CurrentImGui current(context_);
  ImGui::GetIO().DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
}

void ImGuiDrawing::clear(int width, int height, Colour colour) {
  const auto part = [&](int shift) { return static_cast<float>(colour.rgba >> shift & 0xFF) / 255; };
  glViewport(0, 0, width, height);
  glClearColor(part(0), part(8), part(16), 1);
  glClear(GL_COLOR_BUFFER_BIT);
}

void ImGuiDrawing::begin() {
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
}

void ImGuiDrawing::end() { ImGui::Render(); }

void ImGuiDrawing::draw() { ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData()); }

}  // namespace paneltwin::panel

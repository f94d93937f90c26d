// A user's own sign-in for Scan to My Email (guide): the provider's pages in the panel's own drawing and words, or
// code, address and QR where the provider keeps its pages to itself.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

/// What was typed on the page that shows.
struct SignInForm {
  std::string typed;  // account, password or code
  bool for_organization = false;
  bool begun = false;
  device::IdentityPage::Kind page{};  // that it was typed on
};
using SignInFormPtr = std::shared_ptr<SignInForm>;

/// True while whoever is logged in has to sign in before anything can be sent as them, or has just done so.
bool needs_own_sign_in(const Context& context);
/// Draws it, and begins it when it has not begun.
void show_own_sign_in(Ui& ui, const Context& context, Rect page, const SignInFormPtr& form);

/// Each page by itself, to look at: "own-sign-in-password" and so on.
std::vector<std::string> own_sign_in_screens();
Screen own_sign_in_screen(std::string_view id);

}  // namespace paneltwin::panel

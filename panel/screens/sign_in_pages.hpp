// The pages of a user's own sign-in, one by one.
#pragma once

#include "panel/screens/own_sign_in.hpp"
#include "panel/ui/widgets.hpp"

namespace paneltwin::panel {

/// A page of words with a sign over them and one or two keys.
struct SignInWords {
  char32_t icon = 0;
  Colour colour;
  std::string title, text;
  std::string big;        // what is to be seen from afar: a number, a code
  Button primary, other;  // without an id: none
};
enum class SignInTap { none, primary, other };
SignInTap show_words(Ui& ui, Rect page, const SignInWords& words);

/// What stands in the bar on top: on a small glass, which has no room for it below, the title of the provider's page.
std::string sign_in_title(const Ui& ui, const Context& context, const device::OwnSignIn* sign_in);
/// The page that the provider shows. True when the person gives the sign-in up.
bool show_sign_in_page(Ui& ui, const Context& context, const Rect& page, const device::OwnSignIn& sign_in,
                       const SignInFormPtr& form);
/// Code, address and QR code of the device grant.
void show_sign_in_code(Ui& ui, const Context& context, Rect page, const device::OwnSignIn& sign_in);

}  // namespace paneltwin::panel

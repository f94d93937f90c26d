// A word that is cut in two where it does not fit is as bad as one that ends in dots: lint finds it as clipped.
#include "tests/panel/clay_fixture.hpp"

namespace paneltwin::panel {

using BrokenWords = ClayTest;

TEST_F(BrokenWords, a_tile_tells_of_a_word_that_goes_on_in_the_next_line) {
  open_clay("compact");
  EXPECT_FALSE(the("scan").shortened);
  const auto words = built_in("locales/panel.en.po");
  save("locales/panel.en.po", changed(words, "msgstr \"Scan\"", "msgstr \"Scan documents\""));
  EXPECT_FALSE(the("scan").shortened) << "two words stand in two lines";
  save("locales/panel.en.po", changed(words, "msgstr \"Scan\"", "msgstr \"Dokumentenabtastung\""));
  EXPECT_TRUE(the("scan").shortened);
}

}  // namespace paneltwin::panel

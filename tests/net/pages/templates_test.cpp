// Templates in a designer's hands: what is saved shows, what is broken is told with its place and does not.
#include "net/pages/templates.hpp"

#include <gtest/gtest.h>

#include "tests/device/temporary_folder.hpp"
#include "tests/vandal.hpp"

namespace paneltwin::net::pages {

class TemplatesTest : public testing::Test {
 protected:
  void write(const std::string& name, const std::string& content) {
    std::filesystem::create_directories(folder.path() / "pages");
    ASSERT_TRUE(device::write_file(folder.path() / "pages" / name, content));
  }
  [[nodiscard]] std::string page() const {
    Data data;
    data.set("name", "World");
    return templates->render("page", data, words);
  }
  /// Where the edit is wrong, as "line:column message"; the page stays.
  std::string complaint(const std::string& name, const std::string& content) {
    const auto before = page();
    write(name, content);
    const auto read = templates->reload(assets);
    EXPECT_EQ(page(), before);
    if (read) return "none";
    EXPECT_EQ(read.error().file.filename(), name);
    return std::to_string(read.error().line) + ":" + std::to_string(read.error().column) + " " + read.error().message;
  }
  void SetUp() override {
    write("page.mustache", "Hello {{name}}{{> end}}");
    write("end.mustache", "!");
    write("style.css", "a {}");
    templates = Templates::load(assets, "pages").value();
  }

  TemporaryFolder folder;
  device::Assets assets{{folder.path()}};
  device::Catalogue words{"en", {}, nullptr};
  std::optional<Templates> templates;
};

TEST_F(TemplatesTest, show_what_was_saved) {
  EXPECT_EQ(page(), "Hello World!");
  const Templates copy = *templates;
  write("page.mustache", "Good day {{name}}{{> end}}");
  write("end.mustache", ".");
  write("style.css", "b {}");
  ASSERT_TRUE(copy.reload(assets));
  EXPECT_EQ(page(), "Good day World.");
  ASSERT_NE(templates->file("style.css"), nullptr);
  EXPECT_EQ(*templates->file("style.css"), "b {}");
  EXPECT_EQ(templates->file("other.css"), nullptr);
}

TEST_F(TemplatesTest, tell_where_a_broken_one_is_wrong) {
  EXPECT_EQ(complaint("page.mustache", "Hello\n  {{name"), "2:3 Unclosed tag");
  EXPECT_EQ(complaint("page.mustache", "\n\n{{#people}} {{name}}"), "3:1 Unclosed section \"people\"");
  EXPECT_EQ(complaint("page.mustache", "\nHello {{> edn}}"), "2:7 no template 'edn' beside this one");
  EXPECT_EQ(complaint("page.mustache", "Hello {{name}}{{> end}}"), "none");
}

TEST_F(TemplatesTest, take_nothing_in_for_ever) {
  EXPECT_EQ(complaint("page.mustache", "{{> page}}"), "1:1 'page' takes in this one again");
  write("page.mustache", "Hello {{name}}{{> end}}");
  EXPECT_EQ(complaint("end.mustache", "!\n{{> page}}"), "2:1 'page' takes in this one again");
}

TEST_F(TemplatesTest, stay_whole_under_random_edits) {
  const std::filesystem::path built_in = PANELTWIN_SOURCE_DIR "/assets";
  const device::Assets both{{folder.path(), built_in}};
  const auto pages = Templates::load(both, "pages/webconfig").value();
  const auto names = both.list("pages/webconfig", ".mustache");
  const auto shown = [&] { return pages.render("product_status", Data{}, words); };
  const auto good = shown();
  std::filesystem::create_directories(folder.path() / "pages/webconfig");
  Vandal vandal;
  for (int edit = 0; edit < 300; ++edit) {
    const auto& name = names[vandal.below(names.size())];
    const auto mine = folder.path() / "pages/webconfig" / name.filename();
    ASSERT_TRUE(device::write_file(mine, vandal.spoil(device::read_file(name).value())));
    const auto read = pages.reload(both);
    const auto now = shown();
    ASSERT_TRUE(read || now == good) << read.error().str();
    std::filesystem::remove(mine);
    ASSERT_TRUE(pages.reload(both)) << edit << " " << name;
    ASSERT_EQ(shown(), good);
  }
}

}  // namespace paneltwin::net::pages

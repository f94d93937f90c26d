#include <regex>

#include <gtest/gtest.h>

#include "device/assets.hpp"
#include "device/text/catalogue.hpp"

namespace paneltwin::net::webconfig {

/// Every {{area.key}} of the pages, and where it stands.
static std::vector<std::pair<std::string, std::string>> keys_of_the_pages(const device::Assets& assets) {
  static const std::regex pattern(R"(\{\{([a-z0-9_]+\.[a-z0-9_.]+)\}\})");
  std::vector<std::pair<std::string, std::string>> keys;
  for (const auto& file : assets.list("pages/webconfig", ".mustache")) {
    const auto source = device::read_file(file).value();
    for (std::sregex_iterator key(source.begin(), source.end(), pattern), end; key != end; ++key) {
      keys.emplace_back((*key)[1].str(), file.filename().string());
    }
  }
  return keys;
}

TEST(WebConfigTemplates, every_text_is_there_in_every_language) {
  const device::Assets assets{{PANELTWIN_SOURCE_DIR "/assets"}};
  const auto texts = device::Texts::load(assets).value();
  const auto keys = keys_of_the_pages(assets);
  EXPECT_GT(keys.size(), 50U);
  for (const auto& tag : texts.tags()) {
    for (const auto& [key, file] : keys)
      EXPECT_TRUE(texts.in(tag).own().contains(key)) << tag << ": " << key << " in " << file;
  }
}

TEST(WebConfigTemplates, the_languages_have_the_same_texts) {
  const device::Assets assets{{PANELTWIN_SOURCE_DIR "/assets"}};
  const auto texts = device::Texts::load(assets).value();
  for (const auto& [key, _] : texts.in("en").own()) {
    if (!key.starts_with("webconfig.")) continue;
    EXPECT_TRUE(texts.in("zh-CN").own().contains(key)) << key;
  }
}

}  // namespace paneltwin::net::webconfig

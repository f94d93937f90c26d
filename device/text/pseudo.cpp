#include "device/text/pseudo.hpp"

#include <array>
#include <utility>

namespace paneltwin::device {

namespace {

/// Latin letters that every font of office machines has.
std::string_view accented(char letter) {
  constexpr std::array<std::pair<char, std::string_view>, 16> letters{{{'a', "á"},
                                                                       {'c', "ç"},
                                                                       {'e', "é"},
                                                                       {'i', "í"},
                                                                       {'n', "ñ"},
                                                                       {'o', "ó"},
                                                                       {'u', "ú"},
                                                                       {'y', "ý"},
                                                                       {'A', "Å"},
                                                                       {'C', "Ç"},
                                                                       {'E', "É"},
                                                                       {'I', "Î"},
                                                                       {'N', "Ñ"},
                                                                       {'O', "Ö"},
                                                                       {'U', "Ü"},
                                                                       {'Y', "Ý"}}};
  for (const auto& [plain, dressed] : letters) {
    if (plain == letter) return dressed;
  }
  return {};
}

/// `text` with every letter outside {names} dressed.
std::string dressed(std::string_view text) {
  std::string whole;
  bool in_name = false;
  for (const char letter : text) {
    if (letter == '{') in_name = true;
    const auto other = in_name ? std::string_view() : accented(letter);
    if (letter == '}') in_name = false;
    if (other.empty()) {
      whole += letter;
    } else {
      whole += other;
    }
  }
  return whole;
}

/// A third more, in words that break as real ones do.
std::string longer(const std::string& text) {
  constexpr std::string_view filler = "loremi ";
  std::string more;
  for (std::size_t i = 0; i < (text.size() + 2) / 3; ++i) more += filler[i % filler.size()];
  while (more.ends_with(' ')) more.pop_back();
  return more.empty() ? text : text + (more.size() < 3 ? "" : " ") + more;
}

}  // namespace

std::map<std::string, PoText, std::less<>> pseudo_texts(std::string_view tag, const Catalogue& english) {
  std::map<std::string, PoText, std::less<>> texts;
  for (const auto& [key, text] : *english.own_kept()) {
    PoText made{{}, text.place};
    for (const auto form : text.forms) {
      made.forms.push_back(tag == "qps-long" ? longer(std::string(form)) : "[" + dressed(form) + "]");
    }
    texts.emplace_hint(texts.end(), key, std::move(made));
  }
  texts["language.name"] = {{std::string(tag)}, {}};
  return texts;
}

}  // namespace paneltwin::device

#include "panel/world/pdf_words.hpp"

#include <memory>

#include <poppler.h>

namespace paneltwin::panel {

std::optional<std::vector<std::string>> words_of_pdf(const std::filesystem::path& file) {
  const auto unref = [](auto* object) { g_object_unref(object); };
  const std::unique_ptr<GFile, decltype(unref)> source(g_file_new_for_path(file.c_str()));
  const std::unique_ptr<PopplerDocument, decltype(unref)> document(
      poppler_document_new_from_gfile(source.get(), nullptr, nullptr, nullptr));
  if (!document) return std::nullopt;
  std::vector<std::string> pages;
  for (int i = 0; i < poppler_document_get_n_pages(document.get()); ++i) {
    const std::unique_ptr<PopplerPage, decltype(unref)> page(poppler_document_get_page(document.get(), i));
    char* words = page ? poppler_page_get_text(page.get()) : nullptr;
    pages.emplace_back(words ? words : "");
    g_free(words);
  }
  return pages;
}

}  // namespace paneltwin::panel

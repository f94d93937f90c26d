#include "panel/automation/contact_sheet.hpp"

#include <openssl/evp.h>

#include "net/pages/templates.hpp"

namespace paneltwin::panel {

using net::pages::Data;

static std::string base64(const std::string& bytes) {
  std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
  const int size =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                      reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(size));
  return text;
}

device::Result<void> write_contact_sheet(const std::filesystem::path& folder, const std::vector<TakenPicture>& pictures,
                                         const device::Assets& assets, const device::Catalogue& words) {
  const auto templates = net::pages::Templates::load(assets, "pages/panel");
  if (!templates) return std::unexpected(templates.error());
  std::vector<std::string> screens;
  std::map<std::string, Data> of_screen;
  for (const auto& picture : pictures) {
    auto [group, is_new] = of_screen.try_emplace(picture.screen, Data::type::list);
    if (is_new) screens.push_back(picture.screen);
    Data shown;
    shown.set("model", picture.model);
    shown.set("language", picture.language);
    shown.set("theme", picture.theme);
    shown.set("file", picture.file.string());
    shown.set("width", std::to_string(picture.width));
    shown.set("height", std::to_string(picture.height));
    shown.set("png", base64(picture.png));
    group->second.push_back(std::move(shown));
  }
  Data groups(Data::type::list);
  for (const auto& screen : screens) {
    Data group;
    group.set("screen", screen);
    group.set("pictures", std::move(of_screen.at(screen)));
    groups.push_back(std::move(group));
  }
  Data page;
  page.set("title", "PanelTwin " PANELTWIN_VERSION);
  page.set("count", std::to_string(pictures.size()));
  page.set("groups", std::move(groups));
  if (device::write_file(folder / "index.html", templates->render("contact-sheet", page, words))) return {};
  return device::fail(device::FailureKind::output_failed, "cannot write " + (folder / "index.html").string());
}

}  // namespace paneltwin::panel

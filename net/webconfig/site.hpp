// What every page of Web Config shares: who visits, in which language, the frame around the page, and the checks before
// a form is taken.
#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>

#include "device/device.hpp"
#include "net/http/message.hpp"
#include "net/http/multipart.hpp"
#include "net/http/router.hpp"
#include "net/pages/templates.hpp"
#include "net/webconfig/session.hpp"

namespace paneltwin::net::webconfig {

/// One request on the way to its answer.
struct Visit {
  http::Request request;
  std::shared_ptr<Session> session;  // nothing: not logged in
  const device::Catalogue& words;
  http::Fields form;                  // of a POST
  std::vector<http::FormPart> files;  // of a POST that may bring some
  http::Respond respond;

  /// First value of a form field, or empty.
  [[nodiscard]] std::string field(std::string_view name) const { return http::value_of(form, name).value_or(""); }
  /// The file that the form calls so; nothing when none was chosen.
  [[nodiscard]] const http::FormPart* file(std::string_view name) const;
};

/// What a form may bring.
struct FormLimits {
  std::size_t most = 64 << 10;  // bytes in all
  bool files = false;           // multipart/form-data too
  bool changes = true;          // false: a download, for which the same page is good again and again
};

/// Loop only.
class Site : public std::enable_shared_from_this<Site> {
 public:
  using Page = std::function<void(Visit)>;

  Site(device::Device& device, device::Clock& clock, const device::Texts& texts, pages::Templates templates);

  /// A page that anyone may see.
  void show(const std::string& path, Page page);
  /// A page for the administrator; others are sent to the log-in, and back when they are in.
  void show_to_administrator(std::string_view id, std::string_view verb, Page page);
  /// A form for which nobody needs to be logged in.
  void take(const std::string& path, Page page);
  /// A form of the administrator's, with a good one-time token.
  void take_from_administrator(std::string_view id, std::string_view verb, Page page, FormLimits limits = {});
  /// The same at an address of its own; `id` is the page's place in the menu.
  void take_from_administrator_at(const std::string& path, std::string_view id, Page page, FormLimits limits = {});
  /// A file beside the templates, the same for everyone. False when there is none of that name.
  bool serve(const std::string& path, std::string name, std::string media_type);

  /// Templates and files as they were saved last; on a failure everything stays as it was.
  [[nodiscard]] std::expected<void, device::FileError> reload(const device::Assets& assets) const {
    return templates_.reload(assets);
  }

  void handle(const http::Request& request, http::Respond respond) const { router_(request, std::move(respond)); }

  /// Answers with template `name` in the frame; `id` is the page's place in the menu.
  void answer(Visit visit, const std::string& name, std::string_view id, pages::Data data) const;
  /// Answers with a page that says `message` (a catalogue key), with OK leading to page `id`.
  void answer_message(Visit visit, std::string_view id, std::string_view message, bool good) const;
  void redirect(Visit visit, std::string location) const;
  /// A file to be saved under `name`.
  void answer_file(Visit visit, std::string content, std::string media_type, std::string_view name) const;

  device::Device& device;
  device::Clock& clock;
  const device::Texts& texts;
  Sessions sessions;

 private:
  [[nodiscard]] Visit visit(const http::Request& request, http::Respond respond);
  void take_limited(const std::string& path, Page page, FormLimits limits);
  /// False, and answered, when the form cannot be taken.
  bool read_form(Visit& visit, const FormLimits& limits) const;
  /// False, and answered with 404, when this model has no such page.
  bool has_page(Visit& visit, std::string_view id) const;

  pages::Templates templates_;
  http::Router router_;
  std::set<std::string, std::less<>> pages_;  // addresses of what is shown
};

}  // namespace paneltwin::net::webconfig

#include "net/webconfig/site.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "net/webconfig/language.hpp"
#include "net/webconfig/log_in_page.hpp"
#include "net/webconfig/menu.hpp"

namespace paneltwin::net::webconfig {

namespace {

/// Nothing of these pages is kept, framed, or mixed with anything from elsewhere. Ink levels are style attributes, as
/// on the real pages, where programs read them.
http::Response guarded(http::Response response) {
  response.header("Content-Security-Policy",
                  "default-src 'none'; style-src 'self'; style-src-attr 'unsafe-inline'; script-src 'self'; "
                  "connect-src 'self'; img-src 'self'; "
                  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
  response.header("Cache-Control", "no-store");
  response.header("X-Content-Type-Options", "nosniff");
  response.header("Referrer-Policy", "same-origin");
  return response;
}

/// Browsers name the page that a form was sent from; scripts do not.
bool is_from_elsewhere(const http::Request& request) {
  const auto origin = request.header("Origin");
  return !origin.empty() && origin != request.origin();
}

pages::Data language_list(const device::Texts& texts, const device::Catalogue& words) {
  pages::Data list{pages::Data::type::list};
  for (const auto& language : languages(texts)) {
    pages::Data option;
    option.set("number", std::to_string(language.number));
    option.set("name", language.name);
    option.set("selected", language.tag == words.tag());
    list.push_back(option);
  }
  return list;
}

/// What came in a form with files: text fields as in any other form, files apart.
bool take_parts(std::vector<http::FormPart> parts, Visit& visit) {
  for (auto& part : parts) {
    if (part.file_name) {
      visit.files.push_back(std::move(part));
    } else {
      visit.form.emplace_back(std::move(part.name), std::move(part.content));
    }
  }
  return true;
}

}  // namespace

const http::FormPart* Visit::file(std::string_view name) const {
  const auto found = std::ranges::find(files, name, &http::FormPart::name);
  const bool chosen = found != files.end() && !(found->file_name->empty() && found->content.empty());
  return chosen ? &*found : nullptr;
}

Site::Site(device::Device& device_, device::Clock& clock_, const device::Texts& texts_, pages::Templates templates)
    : device(device_),
      clock(clock_),
      texts(texts_),
      sessions([this](const Session& ended) {
        for (const auto& [_, draft] : ended.mail_drafts) {
          if (draft.attempt) device.post(device::command::CancelSignIn{*draft.attempt});
        }
      }),
      templates_(std::move(templates)) {}

Visit Site::visit(const http::Request& request, http::Respond respond) {
  return {request,
          sessions.find(request.cookie(session_cookie), clock.now()),
          language_of(request, texts, device.snapshot()->basic.language),
          {},
          {},
          [respond = std::move(respond)](http::Response response) mutable { respond(guarded(std::move(response))); }};
}

void Site::show(const std::string& path, Page page) {
  pages_.insert(path);
  router_.get(path, [this, page = std::move(page)](const http::Request& request, http::Respond respond) {
    page(visit(request, std::move(respond)));
  });
}

void Site::show_to_administrator(std::string_view id, std::string_view verb, Page page) {
  show(address(id, verb), [this, id, page = std::move(page)](Visit visit) {
    if (!has_page(visit, id)) return;
    if (visit.session) return page(std::move(visit));
    redirect(std::move(visit), log_in_address(id));
  });
}

bool Site::has_page(Visit& visit, std::string_view id) const {
  if (is_on_model(id, device.snapshot()->product)) return true;
  visit.respond(http::Response::text("Not found\n", 404));
  return false;
}

bool Site::read_form(Visit& visit, const FormLimits& limits) const {
  const auto refuse = [&](int status, std::string why) {
    visit.respond(http::Response::text(std::move(why), status));
    return false;
  };
  if (visit.request.body.size() > limits.most) return refuse(413, "The form is too large\n");
  if (is_from_elsewhere(visit.request)) return refuse(403, "The form came from another site\n");
  if (limits.files) {
    auto parts = http::parse_multipart(visit.request.header("Content-Type"), visit.request.body);
    if (parts) return take_parts(std::move(*parts), visit);
  }
  auto form = visit.request.form();
  if (!form) return refuse(400, "Not a form\n");
  visit.form = std::move(*form);
  return true;
}

void Site::take(const std::string& path, Page page) { take_limited(path, std::move(page), {}); }

void Site::take_limited(const std::string& path, Page page, FormLimits limits) {
  router_.post(path, [this, limits, page = std::move(page)](const http::Request& request, http::Respond respond) {
    auto visited = visit(request, std::move(respond));
    if (read_form(visited, limits)) page(std::move(visited));
  });
}

void Site::take_from_administrator(std::string_view id, std::string_view verb, Page page, FormLimits limits) {
  take_from_administrator_at(address(id, verb), id, std::move(page), limits);
}

void Site::take_from_administrator_at(const std::string& path, std::string_view id, Page page, FormLimits limits) {
  const auto guarded_page = [this, id, changes = limits.changes, page = std::move(page)](Visit visit) {
    if (!has_page(visit, id)) return;
    if (!visit.session) return redirect(std::move(visit), log_in_address(id));
    auto& tokens = visit.session->tokens;
    const auto token = visit.field("INPUTT_SETUPTOKEN");
    if (changes ? tokens.take(token) : tokens.knows(token)) return page(std::move(visit));
    answer_message(std::move(visit), id, "webconfig.stale", false);
  };
  take_limited(path, guarded_page, limits);
}

bool Site::serve(const std::string& path, std::string name, std::string media_type) {
  if (!templates_.file(name)) return false;
  router_.get(path, [this, name = std::move(name), media_type = std::move(media_type)](const http::Request&,
                                                                                       http::Respond respond) {
    const auto* content = templates_.file(name);
    if (!content) return respond(http::Response::text("Not found\n", 404));
    respond(guarded(http::Response{.body = *content}.header("Content-Type", media_type)));
  });
  return true;
}

void Site::answer(Visit visit, const std::string& name, std::string_view id, pages::Data data) const {
  const auto state = device.snapshot();
  put_menu(data, id, {visit.session != nullptr, state->product, pages_}, visit.words);
  data.set("id", std::string(id));
  data.set("lang", visit.words.tag());
  data.set("model_name", state->product.model_name);
  data.set("languages", language_list(texts, visit.words));
  data.set("logged_in", visit.session != nullptr);
  if (visit.session) data.set("token", visit.session->tokens.issue());
  visit.respond(http::Response::html(templates_.render(name, data, visit.words)));
}

void Site::answer_message(Visit visit, std::string_view id, std::string_view message, bool good) const {
  pages::Data data;
  data.set("message", std::string(visit.words.text(message)));
  data.set("good", good);
  data.set("back", address(id));
  answer(std::move(visit), "message", id, std::move(data));
}

void Site::answer_file(Visit visit, std::string content, std::string media_type, std::string_view name) const {
  http::Response response{.body = std::move(content)};
  response.header("Content-Type", std::move(media_type));
  response.header("Content-Disposition", fmt::format("attachment; filename=\"{}\"", name));
  visit.respond(std::move(response));
}

void Site::redirect(Visit visit, std::string location) const {
  visit.respond(http::Response::redirect(std::move(location)));
}

}  // namespace paneltwin::net::webconfig

#include "net/cloud/mailbox/mailbox_pages.hpp"

#include <charconv>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "net/cloud/mailbox/file_names.hpp"
#include "net/cloud/mailbox/mailbox_view.hpp"
#include "net/cloud/store/words.hpp"
#include "net/utf8.hpp"

namespace paneltwin::net::cloud {

namespace {

using http::Request, http::Respond, http::Response;

constexpr std::size_t longest_shown_source = 512u << 10;

template <class Number>
std::optional<Number> number_in(const Request& request, const std::string& capture) {
  const auto& text = request.captures.at(capture);
  Number number{};
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// Words of strangers: no script, no loading, no way out of the frame, whatever they hold.
Response strangers_words(std::string html) {
  auto response = Response::html(std::move(html));
  response.header("Content-Security-Policy",
                  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; "
                  "base-uri 'none'; frame-ancestors 'self'");
  return response;
}

/// Files of strangers: shown only as the type that they are shown for, else saved.
Response strangers_file(AttachedFile file, bool save) {
  auto type = viewable_type(file.facts.name, file.facts.media_type);
  const bool shown = !save && !type.empty();
  Response response{.body = std::move(file.content)};
  response
      .header("Content-Type", !shown                 ? "application/octet-stream"
                              : type == "text/plain" ? type + "; charset=utf-8"
                                                     : type)
      .header("Content-Disposition", content_disposition(shown ? "inline" : "attachment", file.facts.name))
      // A sandbox would keep the browser's PDF viewer out; a PDF's own scripts do not reach the site.
      .header("Content-Security-Policy", shown && type == "application/pdf"
                                             ? "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
                                             : "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src "
                                               "'self' data:; frame-ancestors 'none'");
  return response;
}

Response guarded(Response response) {
  response.header("Cache-Control", "no-store")
      .header("X-Content-Type-Options", "nosniff")
      .header("Cross-Origin-Resource-Policy", "same-origin")
      .header("Referrer-Policy", "no-referrer");
  return response;
}

}  // namespace

http::Handler MailboxPages::of_mail(Found found) {
  return pages_.for_visitor([this, found = std::move(found)](const Visit& visit, Respond respond) {
    const auto id = number_in<std::int64_t>(visit.request, "id");
    const auto mail = id ? store_.mail(*id) : std::nullopt;
    auto source =
        mail && equal_without_case(mail->mailbox, visit.user.address) ? store_.mail_source(*id) : std::nullopt;
    if (source) return found(visit, *mail, std::move(*source), std::move(respond));
    respond(pages_.show(visit, "mailbox_missing", frame_of(visit, ""), 404));
  });
}

void MailboxPages::add_routes(http::Router& router) {
  router.get("/mailbox",
             pages_.for_visitor([this](const Visit& visit, Respond respond) { show_list(visit, std::move(respond)); }));
  router.get("/mailbox/newest",
             pages_.for_all([this](const Visit& visit, Respond respond) { tell_newest(visit, std::move(respond)); }));
  router.get("/mailbox/{id}",
             of_mail([this](const Visit& visit, const Mail& mail, std::string source, Respond respond) {
               show_message(visit, mail, std::move(source), std::move(respond));
             }));
  router.get("/mailbox/{id}/source",
             of_mail([this](const Visit& visit, const Mail& mail, const std::string& source, Respond respond) {
               show_source(visit, mail, source, std::move(respond));
             }));
  router.get(
      "/mailbox/{id}/message.eml", of_mail([](const Visit&, const Mail& mail, std::string source, Respond respond) {
        const auto name = (mail.subject.empty() ? "message" : mail.subject) + ".eml";
        respond(guarded(strangers_file({{.name = name, .media_type = "message/rfc822"}, std::move(source)}, true)));
      }));
  router.get("/mailbox/{id}/formatted", of_mail([this](const Visit&, const Mail&, std::string source, Respond respond) {
               send_formatted_text(std::move(source), std::move(respond));
             }));
  router.get("/mailbox/{id}/attachments/{index}",
             of_mail([this](const Visit& visit, const Mail&, std::string source, Respond respond) {
               send_attachment(visit, std::move(source), std::move(respond));
             }));
}

pages::Data MailboxPages::frame_of(const Visit& visit, std::string_view folder) {
  pages::Data data;
  data.set("in_inbox", folder == "inbox");
  data.set("in_sent", folder == "sentitems");
  if (const auto unread = store_.count_mails({.mailbox = visit.user.address, .folder = "inbox"}).unseen; unread > 0) {
    data.set("unread_count", std::to_string(unread));
  }
  return data;
}

void MailboxPages::show_list(const Visit& visit, Respond respond) {
  const auto place = place_in(visit.request);
  const auto mails = store_.mails({.mailbox = visit.user.address,
                                   .folder = place.folder,
                                   .words = place.words,
                                   .limit = mails_on_a_page + 1,
                                   .offset = (place.page - 1) * mails_on_a_page});
  auto data = frame_of(visit, place.folder);
  data.set("folder", place.folder);
  data.set("words", place.words);
  data.set("list", list_view(place, mails, store_));
  data.set("list_page", true);
  respond(pages_.show(visit, "mailbox_list", data));
}

/// For the page's script: the number grows when a mail comes in.
void MailboxPages::tell_newest(const Visit& visit, Respond respond) {
  if (!visit.signed_in()) return respond(guarded(Response::json("{}", 401)));
  const auto newest = store_.mails({.mailbox = visit.user.address, .limit = 1});
  respond(guarded(Response::json(fmt::format(R"({{"newest":{}}})", newest.empty() ? 0 : newest.front().id))));
}

void MailboxPages::show_message(const Visit& visit, const Mail& mail, std::string source, Respond respond) {
  if (!mail.seen && visit.request.method == "GET") {
    // That it stays bold is no reason not to show it.
    if (const auto seen = store_.mark_seen(mail.id); !seen) spdlog::warn("cloud: {}", seen.error().detail);
  }
  work_for(
      loop_, alive_, [source = std::move(source)] { return open_message(source); },
      [this, visit, mail, respond = std::move(respond)](const OpenedMessage& message) mutable {
        auto data = frame_of(visit, mail.folder);
        data.set("message", message_view(mail, message));
        respond(pages_.show(visit, "mailbox_message", data));
      });
}

void MailboxPages::show_source(const Visit& visit, const Mail& mail, const std::string& source, Respond respond) {
  auto data = frame_of(visit, mail.folder);
  const auto shown = std::min(source.size(), longest_shown_source);
  data.set("here", fmt::format("/mailbox/{}", mail.id));
  data.set("source", valid_utf8(source.substr(0, shown)));
  data.set("cut", shown < source.size());
  respond(pages_.show(visit, "mailbox_source", data));
}

void MailboxPages::send_formatted_text(std::string source, Respond respond) {
  work_for(
      loop_, alive_, [source = std::move(source)] { return open_message(source).html; },
      [respond = std::move(respond)](std::string html) mutable { respond(guarded(strangers_words(std::move(html)))); });
}

void MailboxPages::send_attachment(const Visit& visit, std::string source, Respond respond) {
  const auto index = number_in<std::size_t>(visit.request, "index");
  if (!index) return respond(pages_.show(visit, "mailbox_missing", frame_of(visit, ""), 404));
  work_for(
      loop_, alive_, [source = std::move(source), index = *index] { return open_attachment(source, index); },
      [this, visit, respond = std::move(respond)](std::optional<AttachedFile> file) mutable {
        if (!file) return respond(pages_.show(visit, "mailbox_missing", frame_of(visit, ""), 404));
        respond(guarded(strangers_file(std::move(*file), !visit.request.query_value("save").empty())));
      });
}

}  // namespace paneltwin::net::cloud

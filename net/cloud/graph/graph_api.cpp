#include "net/cloud/graph/graph_api.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "net/cloud/identity/provider_endpoints.hpp"
#include "net/cloud/store/words.hpp"

namespace paneltwin::net::cloud {

namespace json = boost::json;

using http::Request, http::Respond, http::Response;

namespace {

constexpr std::string_view read_mail = "Mail.Read", write_mail = "Mail.ReadWrite", read_basic_mail = "Mail.ReadBasic",
                           read_user = "User.Read", open_id = "openid";
constexpr std::size_t most_bytes_at_once = 64u << 20;  // of messages taken apart for one page; the rest is on the next
constexpr std::string_view folders[] = {"inbox", "sentitems"};

GraphError not_found() { return {404, "ErrorItemNotFound", "The specified object was not found in the store."}; }
GraphError denied() { return {403, "ErrorAccessDenied", "Access is denied. Check credentials and try again."}; }

GraphError bad_token(std::string message) { return {401, "InvalidAuthenticationToken", std::move(message)}; }

/// Graph's words are known for the first four [its reference and public logs]; the last are made after their pattern.
GraphError error_for(TokenFault fault) {
  switch (fault) {
    case TokenFault::malformed:
      return bad_token("CompactToken parsing failed with error code: 80049217");
    case TokenFault::expired:
      return bad_token("Lifetime validation failed, the token is expired.");
    case TokenFault::wrong_audience:
      return bad_token("Access token validation failure. Invalid audience.");
    case TokenFault::missing_permission:
      return denied();
    case TokenFault::not_yet_valid:
      return bad_token("Lifetime validation failed, the token is not yet valid.");
    case TokenFault::unknown_user:
      return bad_token("Access token validation failure. The user does not exist.");
    case TokenFault::disabled:
      return bad_token("Access token validation failure. The user account is disabled.");
  }
  return denied();
}

/// What follows "Bearer "; empty when there is none.
std::string_view bearer_of(const Request& request) {
  constexpr std::string_view scheme = "Bearer ";
  const auto header = request.header("Authorization");
  return equal_without_case(header.substr(0, scheme.size()), scheme) ? trimmed(header.substr(scheme.size()))
                                                                     : std::string_view();
}

template <class Number>
std::optional<Number> number_in(const Request& request, const std::string& capture) {
  const auto& text = request.captures.at(capture);
  Number number{};
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// The folder that the address names, by its well-known name; empty for all; nothing when there is no such folder.
std::optional<std::string> folder_in(const Request& request) {
  const auto named = request.captures.find("folder");
  if (named == request.captures.end()) return "";
  for (const auto folder : folders) {
    if (equal_without_case(folder, named->second)) return std::string(folder);
  }
  return std::nullopt;
}

Response guarded(Response response) {
  response.header("Cache-Control", "private")
      .header("X-Content-Type-Options", "nosniff")
      .header("Access-Control-Allow-Origin", "*");
  return response;
}

Response answered(const json::object& body) {
  Response response{.body = json::serialize(body)};
  response.header("Content-Type",
                  "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8");
  return guarded(std::move(response));
}

/// A stranger's bytes, to be saved and not shown.
Response bytes(std::string type, std::string body) {
  Response response{.body = std::move(body)};
  response.header("Content-Type", std::move(type)).header("Content-Security-Policy", "sandbox; default-src 'none'");
  return guarded(std::move(response));
}

/// "https://…/v1.0/$metadata#users('…')/messages".
std::string context_of(const Request& request, std::string_view what) {
  return fmt::format("{}/v1.0/$metadata#{}", request.origin(), what);
}

}  // namespace

void GraphApi::add_routes(http::Router& router) {
  const auto reading = {read_mail, write_mail};
  const auto reading_basics = {read_mail, write_mail, read_basic_mail};
  add(router, "", &GraphApi::show_user, {read_user});
  add(router, "/mailFolders", &GraphApi::list_folders, reading_basics);
  add(router, "/mailFolders/{folder}", &GraphApi::show_folder, reading_basics);
  add(router, "/mailFolders/{folder}/messages", &GraphApi::list_messages, reading_basics);
  add(router, "/messages", &GraphApi::list_messages, reading_basics);
  add(router, "/messages/{id}", &GraphApi::of_message<&GraphApi::show_message>, reading_basics);
  add(router, "/messages/{id}/$value", &GraphApi::of_message<&GraphApi::send_source>, reading);
  add(router, "/messages/{id}/attachments", &GraphApi::of_message<&GraphApi::list_attachments>, reading);
  add(router, "/messages/{id}/attachments/{index}", &GraphApi::of_message<&GraphApi::show_attachment>, reading);
  add(router, "/messages/{id}/attachments/{index}/$value", &GraphApi::of_message<&GraphApi::send_attachment>, reading);
  for (const auto* method : {"GET", "POST"}) {  // OpenID Connect Core 5.3.1
    router.add(method, userinfo_path, [this](const Request& request, Respond respond) { respond(tell_who(request)); });
  }
  router.get("/v1.0/*", [this](const Request& request, Respond respond) {
    const auto& rest = request.captures.at("*");
    respond(
        refused(request, {400, "BadRequest",
                          fmt::format("Resource not found for the segment '{}'.", rest.substr(rest.rfind('/') + 1))}));
  });
  for (const auto* method : {"POST", "PATCH", "PUT", "DELETE"}) {
    router.add(method, "/v1.0/*", [this](const Request& request, Respond respond) {
      respond(refused(request, {501, "notSupported", "Mail is only read here; it is sent by SMTP."}));
    });
  }
}

void GraphApi::add(http::Router& router, const std::string& rest, Answer answer,
                   std::initializer_list<std::string_view> permissions) {
  for (const auto* front : {"/v1.0/me", "/v1.0/users/{user}"}) {
    router.get(front + rest,
               [this, answer, needed = std::vector(permissions)](const Request& request, Respond respond) {
                 auto call = admit(request, needed);
                 if (!call) return respond(refused(request, call.error()));
                 (this->*answer)(*call, std::move(respond));
               });
  }
}

std::expected<GraphApi::Call, GraphError> GraphApi::admit(const Request& request,
                                                          std::span<const std::string_view> permissions) {
  const auto token = bearer_of(request);
  if (token.empty()) return std::unexpected(bad_token("Access token is empty."));
  auto user = tokens_.check_access(token, Resource::graph, permissions);
  if (!user) return std::unexpected(error_for(user.error()));
  const auto named = request.captures.find("user");
  if (named != request.captures.end() && named->second != user->id && !user->owns(named->second)) {
    return std::unexpected(denied());
  }
  const bool reads_all = tokens_.check_access(token, Resource::graph, std::array{read_mail, write_mail}).has_value();
  return Call{.request = request, .user = std::move(*user), .basic = !reads_all};
}

template <GraphApi::Answer answer>
void GraphApi::of_message(const Call& call, Respond respond) {
  auto found = call;
  const auto id = number_in<std::int64_t>(call.request, "id");
  const auto mail = id ? store_.mail(*id) : std::nullopt;
  auto source = mail && equal_without_case(mail->mailbox, call.user.address) ? store_.mail_source(*id) : std::nullopt;
  if (!source) return respond(refused(call.request, not_found()));
  found.mail = *mail;
  found.source = std::move(*source);
  (this->*answer)(found, std::move(respond));
}

void GraphApi::show_user(const Call& call, Respond respond) {
  auto body = graph_user(call.user);
  body["@odata.context"] = context_of(call.request, "users/$entity");
  respond(answered(body));
}

Response GraphApi::tell_who(const Request& request) {
  const auto call = admit(request, std::array{open_id});
  if (!call) return refused(request, call.error());
  const auto claims = tokens_.claims_in(bearer_of(request)).value_or(json::object{});
  const std::string_view granted = claims.at("scp").as_string();
  json::object body{{"sub", claims.at("sub")}};
  if (granted.find("profile") != std::string_view::npos) {
    body["name"] = call->user.name;
    body["given_name"] = call->user.given_name;
    body["family_name"] = call->user.family_name;
  }
  if (granted.find("email") != std::string_view::npos) body["email"] = call->user.address;
  return guarded(Response::json(json::serialize(body)));
}

void GraphApi::list_folders(const Call& call, Respond respond) {
  json::array list;
  for (const auto folder : folders) {
    list.push_back(
        graph_folder(folder, store_.count_mails({.mailbox = call.user.address, .folder = std::string(folder)})));
  }
  respond(answered({{"@odata.context", context_of(call.request, fmt::format("users('{}')/mailFolders", call.user.id))},
                    {"value", std::move(list)}}));
}

void GraphApi::show_folder(const Call& call, Respond respond) {
  const auto folder = folder_in(call.request);
  if (!folder) return respond(refused(call.request, not_found()));
  auto body = graph_folder(*folder, store_.count_mails({.mailbox = call.user.address, .folder = *folder}));
  body["@odata.context"] = context_of(call.request, fmt::format("users('{}')/mailFolders/$entity", call.user.id));
  respond(answered(body));
}

void GraphApi::list_messages(const Call& call, Respond respond) {
  const auto query = parse_graph_query(call.request.query);
  if (!query) return respond(refused(call.request, query.error()));
  const auto folder = folder_in(call.request);
  if (!folder) return respond(refused(call.request, not_found()));
  Store::MailQuery wanted{.mailbox = call.user.address,
                          .folder = *folder,
                          .words = query->words,
                          .oldest_first = query->oldest_first,
                          .limit = query->top,
                          .offset = query->skip};
  // A filter looks at every mail of the folder.
  if (query->filter) {
    wanted.limit = std::numeric_limits<int>::max();
    wanted.offset = 0;
  }
  auto mails = store_.mails(wanted);
  auto all = store_.count_mails(wanted).all;
  if (query->filter) {
    std::erase_if(mails, [&](const Mail& mail) { return !query->filter(mail); });
    all = static_cast<int>(mails.size());
    mails.erase(mails.begin(), mails.begin() + std::min(query->skip, all));
    if (std::cmp_greater(mails.size(), query->top)) mails.resize(static_cast<std::size_t>(query->top));
  }
  std::vector<std::string> sources;
  std::size_t size = 0;
  for (const auto& mail : mails) {
    if (size > most_bytes_at_once) break;
    sources.push_back(store_.mail_source(mail.id).value_or(""));
    size += sources.back().size();
  }
  mails.resize(sources.size());
  json::object body{{"@odata.context", context_of(call.request, fmt::format("users('{}')/messages", call.user.id))}};
  if (query->count) body["@odata.count"] = all;
  if (const auto taken = static_cast<int>(mails.size()); query->skip + taken < all && taken > 0) {
    body["@odata.nextLink"] = call.request.origin() + call.request.path + next_page(*query, taken);
  }
  work_for(
      loop_, alive_,
      [sources = std::move(sources)] {
        std::vector<OpenedMessage> opened;
        for (const auto& source : sources) opened.push_back(open_message(source));
        return opened;
      },
      [body = std::move(body), mails = std::move(mails), query = *query, basic = call.basic,
       origin = call.request.origin(), respond = std::move(respond)](const std::vector<OpenedMessage>& opened) mutable {
        json::array list;
        for (std::size_t i = 0; i < opened.size(); ++i) {
          list.push_back(graph_message(mails[i], opened[i], query, basic, origin));
        }
        body["value"] = std::move(list);
        respond(answered(body));
      });
}

void GraphApi::show_message(const Call& call, Respond respond) {
  const auto query = parse_graph_query(call.request.query);
  if (!query) return respond(refused(call.request, query.error()));
  work_for(
      loop_, alive_, [source = call.source] { return open_message(source); },
      [call, query = *query, respond = std::move(respond)](const OpenedMessage& message) mutable {
        auto body = graph_message(call.mail, message, query, call.basic, call.request.origin());
        body["@odata.context"] = context_of(call.request, fmt::format("users('{}')/messages/$entity", call.user.id));
        respond(answered(body));
      });
}

void GraphApi::send_source(const Call& call, Respond respond) { respond(bytes("text/plain", call.source)); }

void GraphApi::list_attachments(const Call& call, Respond respond) {
  work_for(
      loop_, alive_, [source = call.source] { return open_attachments(source); },
      [call, respond = std::move(respond)](const std::vector<AttachedFile>& files) mutable {
        json::array list;
        for (std::size_t i = 0; i < files.size(); ++i) list.push_back(graph_attachment(call.mail, files[i], i));
        respond(
            answered({{"@odata.context", context_of(call.request, fmt::format("users('{}')/messages('{}')/attachments",
                                                                              call.user.id, call.mail.id))},
                      {"value", std::move(list)}}));
      });
}

void GraphApi::show_attachment(const Call& call, Respond respond) {
  const auto index = number_in<std::size_t>(call.request, "index");
  work_for(
      loop_, alive_, [source = call.source, index] { return index ? open_attachment(source, *index) : std::nullopt; },
      [this, call, index, respond = std::move(respond)](const std::optional<AttachedFile>& file) mutable {
        if (!file) return respond(refused(call.request, not_found()));
        auto body = graph_attachment(call.mail, *file, *index);
        body["@odata.context"] = context_of(
            call.request, fmt::format("users('{}')/messages('{}')/attachments/$entity", call.user.id, call.mail.id));
        respond(answered(body));
      });
}

void GraphApi::send_attachment(const Call& call, Respond respond) {
  const auto index = number_in<std::size_t>(call.request, "index");
  work_for(
      loop_, alive_, [source = call.source, index] { return index ? open_attachment(source, *index) : std::nullopt; },
      [this, call, respond = std::move(respond)](std::optional<AttachedFile> file) mutable {
        if (!file) return respond(refused(call.request, not_found()));
        respond(bytes(file->facts.media_type, std::move(file->content)));
      });
}

Response GraphApi::refused(const Request& request, const GraphError& error) const {
  const auto trace = trace_of(request);
  auto response = Response::json(
      json::serialize(json::object{
          {"error", json::object{{"code", error.code},
                                 {"message", error.message},
                                 {"innerError", json::object{{"date", device::to_iso8601(clock_.now())},
                                                             {"request-id", trace.trace_id},
                                                             {"client-request-id", trace.correlation_id}}}}}}),
      error.status);
  if (error.status == 401) {
    response.header("WWW-Authenticate",
                    fmt::format("Bearer realm=\"\", authorization_uri=\"{}/common/oauth2/v2.0/authorize\", "
                                "client_id=\"00000003-0000-0000-c000-000000000000\"",
                                request.origin()));
  }
  return guarded(std::move(response));
}

}  // namespace paneltwin::net::cloud

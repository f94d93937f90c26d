#include "net/http/router.hpp"

#include <algorithm>
#include <optional>
#include <ranges>

namespace paneltwin::net::http {

static std::vector<std::string> split_path(std::string_view path) {
  std::vector<std::string> parts;
  for (auto part : path | std::views::split('/')) parts.emplace_back(part.begin(), part.end());
  return parts;
}

static bool is_capture(const std::string& part) { return part.size() > 2 && part.front() == '{' && part.back() == '}'; }

void Router::add(std::string method, std::string_view pattern, Handler handler) {
  routes_.push_back({std::move(method), std::string(pattern), split_path(pattern), std::move(handler)});
}

std::vector<std::pair<std::string, std::string>> Router::routes() const {
  std::vector<std::pair<std::string, std::string>> list;
  list.reserve(routes_.size());
  for (const auto& route : routes_) list.emplace_back(route.method, route.pattern);
  return list;
}

namespace {
struct Match {
  std::map<std::string, std::string> captures;
  std::size_t fixed = 0;  // parts equal letter for letter: the more, the better the match
};
}  // namespace

static std::optional<Match> match(const std::vector<std::string>& pattern, const std::vector<std::string>& parts) {
  Match match;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == "*" && i + 1 == pattern.size()) {
      std::string rest;
      for (std::size_t j = i; j < parts.size(); ++j) rest += (j > i ? "/" : "") + parts[j];
      match.captures["*"] = rest;
      return match;
    }
    if (i >= parts.size()) return std::nullopt;
    if (is_capture(pattern[i]) && !parts[i].empty()) {
      match.captures[pattern[i].substr(1, pattern[i].size() - 2)] = parts[i];
    } else if (pattern[i] == parts[i]) {
      ++match.fixed;
    } else {
      return std::nullopt;
    }
  }
  return parts.size() == pattern.size() ? std::optional(match) : std::nullopt;
}

void Router::operator()(const Request& request, Respond respond) const {
  const auto parts = split_path(request.path);
  const std::string_view method = request.method == "HEAD" ? "GET" : std::string_view(request.method);
  const Route* best = nullptr;
  Match best_match;
  std::string allowed;
  for (const auto& route : routes_) {
    auto found = match(route.parts, parts);
    if (!found) continue;
    if (allowed.find(route.method) == std::string::npos) allowed += (allowed.empty() ? "" : ", ") + route.method;
    if (route.method == method && (!best || found->fixed > best_match.fixed)) {
      best = &route;
      best_match = std::move(*found);
    }
  }
  if (best) {
    Request routed = request;
    routed.captures = std::move(best_match.captures);
    return best->handler(routed, std::move(respond));
  }
  if (unmatched_) return respond(unmatched_(request, allowed));
  if (allowed.empty()) return respond(Response::text("Not found\n", 404));
  respond(std::move(Response::text("Method not allowed\n", 405).header("Allow", allowed)));
}

}  // namespace paneltwin::net::http

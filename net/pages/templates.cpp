#include "net/pages/templates.hpp"

#include <algorithm>
#include <charconv>
#include <deque>
#include <map>
#include <set>
#include <vector>

#include <fmt/format.h>

namespace paneltwin::net::pages {

namespace mustache = kainjow::mustache;

namespace {

using Sources = std::map<std::string, std::string, std::less<>>;  // by name without its ending

/// Looks names up in the page's data first, then among the templates and the catalogue's keys.
class PageContext : public mustache::context<std::string> {
 public:
  PageContext(const Data& data, const Sources& sources, const device::Catalogue& words)
      : context(&data), sources_(sources), words_(words) {}

  const Data* get(const std::string& name) const override {
    if (name.find('.') == std::string::npos || name == "." || !words_.has(name)) return context::get(name);
    return &made_.emplace_back(filled(words_.text(name)));
  }

  const Data* get_partial(const std::string& name) const override {
    const auto source = sources_.find(name);
    if (source == sources_.end()) return nullptr;
    return &made_.emplace_back(mustache::partial([text = source->second] { return text; }));
  }

 private:
  std::string filled(std::string_view pattern) const {
    std::string text;
    while (!pattern.empty()) {
      const auto open = std::min(pattern.find('{'), pattern.size());
      text += pattern.substr(0, open);
      pattern.remove_prefix(open);
      const auto close = pattern.find('}');
      if (close == std::string_view::npos) break;
      const auto* value = context::get(std::string(pattern.substr(1, close - 1)));
      text += value && value->is_string() ? std::string_view(value->string_value()) : pattern.substr(0, close + 1);
      pattern.remove_prefix(close + 1);
    }
    return text.append(pattern);
  }

  const Sources& sources_;
  const device::Catalogue& words_;
  mutable std::deque<Data> made_;  // what get() gave out must live as long as this
};

device::FileError wrong_at(const std::filesystem::path& file, std::string_view source, std::size_t at,
                           std::string message) {
  const auto before = source.substr(0, at);
  const auto line_begin = before.rfind('\n') + 1;  // npos + 1 is 0
  return {file, static_cast<int>(std::ranges::count(before, '\n')) + 1,
          static_cast<int>(before.size() - line_begin) + 1, std::move(message)};
}

/// mustache's own complaints end with the place: "Unclosed tag at 12".
device::FileError wrong(const std::filesystem::path& file, std::string_view source, std::string message) {
  constexpr std::string_view before_place = " at ";
  const auto place = message.rfind(before_place);
  std::size_t at = 0;
  if (place != std::string::npos) {
    std::from_chars(message.data() + place + before_place.size(), message.data() + message.size(), at);
    message.resize(place);
  }
  return wrong_at(file, source, std::min(at, source.size()), std::move(message));
}

/// Where a template takes in another one.
struct Part {
  std::string_view name;
  std::size_t at = 0;
};

std::vector<Part> parts_of(std::string_view source) {
  constexpr std::string_view sign = "{{>";
  std::vector<Part> parts;
  for (auto at = source.find(sign); at != std::string_view::npos; at = source.find(sign, at + 1)) {
    const auto begin = source.find_first_not_of(" \t\r\n", at + sign.size());
    if (begin == std::string_view::npos) break;
    parts.push_back({source.substr(begin, source.find_first_of(" \t\r\n}", begin) - begin), at});
  }
  return parts;
}

/// `name` is among what `from` takes in, or what that takes in.
bool leads_to(const Sources& sources, std::string_view from, std::string_view name, std::set<std::string_view>& seen) {
  const auto source = sources.find(from);
  if (source == sources.end() || !seen.insert(source->first).second) return false;
  return std::ranges::any_of(parts_of(source->second), [&](const Part& part) {
    return part.name == name || leads_to(sources, part.name, name, seen);
  });
}

/// The first part that is not there, or that would go on for ever.
std::expected<void, device::FileError> check_parts(const std::filesystem::path& file, std::string_view source,
                                                   const Sources& sources) {
  const auto self = file.stem().string();
  for (const auto& [name, at] : parts_of(source)) {
    if (!sources.contains(name)) {
      return std::unexpected(wrong_at(file, source, at, fmt::format("no template '{}' beside this one", name)));
    }
    std::set<std::string_view> seen;
    if (name == self || leads_to(sources, name, self, seen)) {
      return std::unexpected(wrong_at(file, source, at, fmt::format("'{}' takes in this one again", name)));
    }
  }
  return {};
}

struct Reading {
  Sources sources;
  Sources files;  // by whole name
};

std::expected<Reading, device::FileError> read(const device::Assets& assets, std::string_view folder) {
  Reading reading;
  const auto templates = assets.list(folder, ".mustache");
  const auto unreadable = [](const std::filesystem::path& file) {
    return std::unexpected(device::FileError{file, 0, 0, "cannot be read"});
  };
  for (const auto& file : templates) {
    const auto source = device::read_file(file);
    if (!source) return unreadable(file);
    const mustache::mustache parsed(*source);
    if (!parsed.is_valid()) return std::unexpected(wrong(file, *source, parsed.error_message()));
    reading.sources.emplace(file.stem().string(), *source);
  }
  for (const auto& file : templates) {
    const auto& source = reading.sources.find(file.stem().string())->second;
    if (auto good = check_parts(file, source, reading.sources); !good) return std::unexpected(good.error());
  }
  for (const auto* ending : {".css", ".js", ".svg"}) {
    for (const auto& file : assets.list(folder, ending)) {
      auto content = device::read_file(file);
      if (!content) return unreadable(file);
      reading.files.emplace(file.filename().string(), std::move(*content));
    }
  }
  return reading;
}

}  // namespace

struct Templates::Shelf {
  std::string folder;
  Reading now;
};

device::Result<Templates> Templates::load(const device::Assets& assets, std::string_view folder) {
  auto reading = read(assets, folder);
  if (!reading) return device::fail(device::FailureKind::not_found, reading.error().str());
  Templates templates;
  templates.shelf_ = std::make_shared<Shelf>(std::string(folder), std::move(*reading));
  return templates;
}

std::expected<void, device::FileError> Templates::reload(const device::Assets& assets) const {
  auto reading = read(assets, shelf_->folder);
  if (!reading) return std::unexpected(reading.error());
  shelf_->now = std::move(*reading);
  return {};
}

const std::string* Templates::file(std::string_view name) const {
  const auto found = shelf_->now.files.find(name);
  return found == shelf_->now.files.end() ? nullptr : &found->second;
}

std::string Templates::render(const std::string& name, const Data& data, const device::Catalogue& words) const {
  const auto& sources = shelf_->now.sources;
  const auto source = sources.find(name);
  if (source == sources.end()) return fmt::format("template {} is missing\n", name);
  mustache::mustache page(source->second);
  PageContext context(data, sources, words);
  return page.render(context);
}

}  // namespace paneltwin::net::pages

#include "net/pages/templates.hpp"

#include <deque>

#include <fmt/format.h>

namespace paneltwin::net::pages {

namespace mustache = kainjow::mustache;

namespace {

using Sources = std::map<std::string, std::string, std::less<>>;

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

}  // namespace

device::Result<Templates> Templates::load(const device::Assets& assets, std::string_view folder) {
  Templates templates;
  for (const auto& file : assets.list(folder, ".mustache")) {
    const auto source = device::read_file(file);
    if (!source) return device::fail(device::FailureKind::not_found, fmt::format("{}: cannot be read", file.string()));
    const mustache::mustache parsed(*source);
    if (!parsed.is_valid()) {
      return device::fail(device::FailureKind::not_found, fmt::format("{}: {}", file.string(), parsed.error_message()));
    }
    templates.sources_.emplace(file.stem().string(), *source);
  }
  return templates;
}

std::string Templates::render(const std::string& name, const Data& data, const device::Catalogue& words) const {
  const auto source = sources_.find(name);
  if (source == sources_.end()) return fmt::format("template {} is missing\n", name);
  mustache::mustache page(source->second);
  PageContext context(data, sources_, words);
  return page.render(context);
}

}  // namespace paneltwin::net::pages

#include "device/text/catalogue.hpp"

#include <algorithm>

namespace paneltwin::device {

static std::map<std::string, PoText, std::less<>> without_places(
    const std::map<std::string, std::string, std::less<>>& texts) {
  std::map<std::string, PoText, std::less<>> entries;
  for (const auto& [key, text] : texts) entries.emplace(key, PoText{{text}, {}});
  return entries;
}

Catalogue::Catalogue(std::string tag, std::shared_ptr<const Catalogue> fallback)
    : tag_(std::move(tag)), fallback_(std::move(fallback)) {}

Catalogue::Catalogue(std::string tag, const std::map<std::string, std::string, std::less<>>& texts,
                     std::shared_ptr<const Catalogue> fallback)
    : Catalogue(std::move(tag), std::move(fallback)) {
  take(without_places(texts), {});
}

std::string_view Catalogue::kept(const std::string& text) { return *letters_.insert(text).first; }

void Catalogue::take(const std::map<std::string, PoText, std::less<>>& texts, PluralRule plural) {
  auto reading = std::make_shared<Reading>();
  reading->plural = std::move(plural);
  for (const auto& [key, entry] : texts) {
    Text text{{}, entry.place};
    for (const auto& form : entry.forms) text.forms.push_back(kept(form));
    reading->texts.emplace_hint(reading->texts.end(), key, std::move(text));
  }
  const std::lock_guard lock(mutex_);
  now_ = std::move(reading);
}

std::shared_ptr<const Catalogue::Reading> Catalogue::now() const {
  const std::lock_guard lock(mutex_);
  return now_;
}

std::shared_ptr<const Catalogue::Own> Catalogue::own_kept() const {
  auto reading = now();
  const auto* texts = &reading->texts;
  return {std::move(reading), texts};
}

std::string_view Catalogue::text(std::string_view key) const {
  const auto reading = now();
  if (const auto found = reading->texts.find(key); found != reading->texts.end()) return found->second.forms.front();
  if (fallback_) return fallback_->text(key);
  miss(key);
  return key;
}

void Catalogue::miss(std::string_view key) const {
  constexpr std::size_t most = 1000;
  const std::lock_guard lock(mutex_);
  if (missed_.size() < most) missed_.emplace(key);
}

std::set<std::string, std::less<>> Catalogue::missed() const {
  if (fallback_) return fallback_->missed();
  const std::lock_guard lock(mutex_);
  return missed_;
}

static std::string filled(std::string_view pattern, Arguments arguments) {
  std::string whole;
  for (std::size_t at = 0; at < pattern.size();) {
    const auto open = pattern.find('{', at);
    whole += pattern.substr(at, open - at);
    if (open == std::string_view::npos) break;
    const auto close = pattern.find('}', open);
    const auto name = close == std::string_view::npos ? "" : pattern.substr(open + 1, close - open - 1);
    const auto* argument = std::ranges::find(arguments, name, [](const auto& pair) { return pair.first; });
    if (close == std::string_view::npos || argument == arguments.end()) {
      whole += '{';
      at = open + 1;
    } else {
      whole += argument->second;
      at = close + 1;
    }
  }
  return whole;
}

std::string Catalogue::text(std::string_view key, Arguments arguments) const { return filled(text(key), arguments); }

std::string Catalogue::counted(std::string_view key, std::uint64_t count, Arguments arguments) const {
  const auto reading = now();
  const auto found = reading->texts.find(key);
  if (found == reading->texts.end() && fallback_) return fallback_->counted(key, count, arguments);
  const auto digits = std::to_string(count);
  std::string_view pattern = key;
  if (found != reading->texts.end()) {
    const auto& forms = found->second.forms;
    pattern = forms[std::min(reading->plural.form(count), forms.size() - 1)];
  }
  return filled(filled(pattern, arguments), {{"count", digits}});
}

bool Catalogue::has(std::string_view key) const {
  return now()->texts.contains(key) || (fallback_ && fallback_->has(key));
}

}  // namespace paneltwin::device

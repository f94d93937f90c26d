#include "device/yaml/limited_yaml.hpp"

#include <algorithm>
#include <sstream>
#include <string_view>

#include <yaml-cpp/eventhandler.h>

namespace paneltwin::device {

namespace {

constexpr int deepest = 32, most_values = 50'000, most_aliases = 100;

/// Sees without a parser that most files keep within the limits, so that these are read once and not twice: they have
/// few bytes, no aliases, and neither lines far to the right nor brackets in brackets enough. Every doubt is false.
class PlainlySmall {
 public:
  explicit PlainlySmall(std::string_view content) : rest_(content) {}

  bool check() {
    if (rest_.size() > most_values || rest_.find_first_of("*&!%\t") != std::string_view::npos) return false;
    while (!rest_.empty()) {
      const auto end = rest_.find('\n');
      if (!check_line(rest_.substr(0, end))) return false;
      rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    }
    return true;
  }

 private:
  // A column can begin a list and the map in it; what stands in brackets is deeper by one for each.
  static constexpr std::size_t last_column = 9;
  static constexpr int most_brackets = deepest - 2 * (static_cast<int>(last_column) + 1) - 1;

  bool check_line(std::string_view line) {
    std::size_t begin = line.find_first_not_of(' ');
    if (begin == std::string_view::npos || line[begin] == '#') return true;
    while (begin + 1 < line.size() && (line[begin] == '-' || line[begin] == '?') && line[begin + 1] == ' ') {
      begin = std::min(line.find_first_not_of(' ', begin + 1), line.size());
    }
    if (begin > last_column && brackets_ == 0) return false;
    for (std::size_t at = begin; at < line.size(); ++at) {
      const bool begins = at == begin || std::string_view(" [{,:").contains(line[at - 1]);
      if (line[at] == '#' && begins) return true;
      if ((line[at] == '"' || line[at] == '\'') && begins) {
        at = end_of_quote(line, at);
        if (at == std::string_view::npos) return false;
      } else if (line[at] == '[' || line[at] == '{') {
        if (++brackets_ > most_brackets) return false;
      } else if (line[at] == ']' || line[at] == '}') {
        brackets_ = std::max(brackets_ - 1, 0);
      }
    }
    return true;
  }

  /// Quotes within quotes are doubted.
  static std::size_t end_of_quote(std::string_view line, std::size_t begin) {
    const auto end = line.find(line[begin], begin + 1);
    const bool is_plain = end != std::string_view::npos && line.substr(begin, end - begin).find('\\') == line.npos &&
                          !line.substr(end + 1).starts_with(line[begin]);
    return is_plain ? end : std::string_view::npos;
  }

  std::string_view rest_;
  int brackets_ = 0;
};

/// Reads along and builds nothing.
class Limits : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { value(mark); }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t, const std::string&) override {
    value(mark);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    if (++aliases_ > most_aliases) throw YAML::Exception(mark, "more than 100 aliases");
    value(mark);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    deeper(mark);
  }
  void OnSequenceEnd() override { --depth_; }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    deeper(mark);
  }
  void OnMapEnd() override { --depth_; }

 private:
  void value(const YAML::Mark& mark) {
    if (++values_ > most_values) throw YAML::Exception(mark, "more than 50,000 values");
  }
  void deeper(const YAML::Mark& mark) {
    value(mark);
    if (++depth_ > deepest) throw YAML::Exception(mark, "nested deeper than 32");
  }

  int depth_ = 0, values_ = 0, aliases_ = 0;
};

}  // namespace

YAML::Node load_limited_yaml(const std::string& content) {
  if (PlainlySmall(content).check()) return YAML::Load(content);
  std::istringstream in(content);
  YAML::Parser parser(in);
  Limits limits;
  parser.HandleNextDocument(limits);
  return YAML::Load(content);
}

}  // namespace paneltwin::device

#include "device/text/plural_rule.hpp"

#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace paneltwin::device {

namespace {

using Step = PluralRule::Step;
using Kind = PluralRule::Step::Kind;

constexpr std::size_t longest_header = 500, most_forms = 6;
constexpr int deepest = 40;  // brackets in brackets; real rules have three

struct Operator {
  std::string_view sign;
  Kind kind;
};
// From those that bind loosest; a sign that begins another stands after it.
constexpr std::array<std::array<Operator, 4>, 6> levels{{
    {{{"||", Kind::either}}},
    {{{"&&", Kind::both}}},
    {{{"==", Kind::equal}, {"!=", Kind::unequal}}},
    {{{"<=", Kind::less_or_equal}, {">=", Kind::more_or_equal}, {"<", Kind::less}, {">", Kind::more}}},
    {{{"+", Kind::add}, {"-", Kind::subtract}}},
    {{{"*", Kind::multiply}, {"/", Kind::divide}, {"%", Kind::rest}}},
}};

/// Reads one expression; the first thing that is wrong ends it, and everything after is nothing.
class Expression {
 public:
  explicit Expression(std::string_view text) : rest_(text) {}

  std::optional<std::size_t> read() {
    const auto root = choice();
    skip_blanks();
    return root && rest_.empty() ? root : std::nullopt;
  }
  std::vector<Step> take_steps() { return std::move(steps_); }

 private:
  using Place = std::optional<std::size_t>;

  void skip_blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\n"), rest_.size())); }

  bool take(std::string_view sign) {
    skip_blanks();
    if (!rest_.starts_with(sign)) return false;
    rest_.remove_prefix(sign.size());
    return true;
  }

  Place put(Step step) {
    steps_.push_back(step);
    return steps_.size() - 1;
  }

  Place choice() {
    if (++depth_ > deepest) return std::nullopt;
    auto asked = operation(0);
    if (asked && take("?")) {
      const auto yes = choice();
      const auto no = yes && take(":") ? choice() : std::nullopt;
      asked = no ? put({.kind = Kind::choose, .a = *asked, .b = *yes, .c = *no}) : std::nullopt;
    }
    --depth_;
    return asked;
  }

  Place operation(std::size_t level) {
    if (level == levels.size()) return single();
    auto left = operation(level + 1);
    while (left) {
      const Operator* found = nullptr;
      for (const auto& one : levels[level]) {
        if (!one.sign.empty() && take(one.sign)) {
          found = &one;
          break;
        }
      }
      if (!found) return left;
      const auto right = operation(level + 1);
      left = right ? put({.kind = found->kind, .a = *left, .b = *right}) : std::nullopt;
    }
    return left;
  }

  Place single() {
    if (take("n")) return put({.kind = Kind::count});
    if (take("!")) {
      if (++depth_ > deepest) return std::nullopt;
      const auto inner = single();
      --depth_;
      return inner ? put({.kind = Kind::no, .a = *inner}) : std::nullopt;
    }
    if (take("(")) {
      const auto inner = choice();
      return inner && take(")") ? inner : std::nullopt;
    }
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
    if (error != std::errc{}) return std::nullopt;
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return put({.kind = Kind::number, .number = number});
  }

  std::string_view rest_;
  std::vector<Step> steps_;
  int depth_ = 0;
};

/// "2" of "nplurals=2; plural=n>1;".
std::optional<std::string_view> member(std::string_view header, std::string_view name) {
  for (auto at = header.find(name); at != header.npos; at = header.find(name, at + 1)) {
    auto rest = header.substr(at + name.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    const bool begins = at == 0 || header[at - 1] == ' ' || header[at - 1] == ';';
    if (!begins || !rest.starts_with('=')) continue;
    rest.remove_prefix(1);
    return rest.substr(0, rest.find(';'));
  }
  return std::nullopt;
}

}  // namespace

PluralRule::PluralRule()
    : steps_{{.kind = Kind::count}, {.number = 1}, {.kind = Kind::unequal, .a = 0, .b = 1}}, root_(2) {}

std::expected<PluralRule, std::string> PluralRule::parse(std::string_view header) {
  if (header.size() > longest_header) return std::unexpected("Plural-Forms is longer than 500 letters");
  const auto forms = member(header, "nplurals"), plural = member(header, "plural");
  if (!forms || !plural) return std::unexpected("Plural-Forms needs 'nplurals=…; plural=…;'");
  PluralRule rule;
  const auto first = std::min(forms->find_first_not_of(' '), forms->size());
  const auto [end, error] = std::from_chars(forms->data() + first, forms->data() + forms->size(), rule.forms_);
  if (error != std::errc{} || rule.forms_ < 1 || rule.forms_ > most_forms) {
    return std::unexpected("nplurals: expected 1 to 6");
  }
  Expression expression(*plural);
  const auto root = expression.read();
  if (!root) return std::unexpected("plural: this is not an expression of n");
  rule.steps_ = expression.take_steps();
  rule.root_ = *root;
  return rule;
}

std::size_t PluralRule::form(std::uint64_t count) const {
  const auto form = value(root_, count);
  return form < forms_ ? static_cast<std::size_t>(form) : forms_ - 1;
}

std::uint64_t PluralRule::value(std::size_t step, std::uint64_t count) const {
  const auto& now = steps_[step];
  const auto a = [&] { return value(now.a, count); };
  const auto b = [&] { return value(now.b, count); };
  switch (now.kind) {
    case Kind::number:
      return now.number;
    case Kind::count:
      return count;
    case Kind::no:
      return a() == 0;
    case Kind::multiply:
      return a() * b();
    case Kind::divide: {
      const auto by = b();
      return by == 0 ? 0 : a() / by;
    }
    case Kind::rest: {
      const auto by = b();
      return by == 0 ? 0 : a() % by;
    }
    case Kind::add:
      return a() + b();
    case Kind::subtract:
      return a() - b();
    case Kind::less:
      return a() < b();
    case Kind::more:
      return a() > b();
    case Kind::less_or_equal:
      return a() <= b();
    case Kind::more_or_equal:
      return a() >= b();
    case Kind::equal:
      return a() == b();
    case Kind::unequal:
      return a() != b();
    case Kind::both:
      return a() != 0 && b() != 0;
    case Kind::either:
      return a() != 0 || b() != 0;
    case Kind::choose:
      return a() != 0 ? b() : value(now.c, count);
  }
  return 0;
}

}  // namespace paneltwin::device

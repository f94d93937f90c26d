#include "device/yaml/limited_yaml.hpp"

#include <sstream>

#include <yaml-cpp/eventhandler.h>

namespace paneltwin::device {

namespace {

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
  static constexpr int deepest = 32, most_values = 50'000, most_aliases = 100;

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
  std::istringstream in(content);
  YAML::Parser parser(in);
  Limits limits;
  parser.HandleNextDocument(limits);
  return YAML::Load(content);
}

}  // namespace paneltwin::device

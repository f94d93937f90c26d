#include "device/security/program_verifier.hpp"

#include <memory>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "device/answer.hpp"

namespace paneltwin::device {

namespace {
constexpr const char* recorded_name = "program.recorded";
constexpr std::size_t most_names = 20;  // of what is altered, in the state
using Phase = ProgramVerification::Phase;
}  // namespace

void ProgramVerifier::start(const SettingValues& kept) {
  was_on_ = is_on();
  if (!was_on_) return;
  const auto known = kept.find(recorded_name);
  if (known != kept.end()) recorded_ = program_digests_in(known->second);
  if (recorded_.empty()) return record({});  // the power went before it was recorded
  core_.state.program.phase = Phase::verifying;
  read([this](const ProgramDigests& now) { compare(now); });
}

void ProgramVerifier::settings_changed() {
  if (std::exchange(was_on_, is_on()) == is_on()) return;
  if (was_on_) return record({});
  recorded_.clear();
  (void)core_.keep({{recorded_name, std::nullopt}});
  show({});
}

void ProgramVerifier::accept(Reply reply) {
  if (core_.state.program.phase != Phase::altered) return reply(fail(FailureKind::not_found));
  record(std::move(reply));
}

void ProgramVerifier::firmware_written() {
  if (is_on()) record({});
}

void ProgramVerifier::read(std::function<void(const ProgramDigests&)> then) {
  core_.work([program = core_.options.program, &assets = core_.assets] { return digests_of(program, assets); },
             [then = std::move(then)](const ProgramDigests& now) { then(now); });
}

void ProgramVerifier::record(Reply reply) {
  show({.phase = Phase::verifying});
  read([this, told = std::make_shared<Reply>(std::move(reply))](const ProgramDigests& now) {
    const auto kept = is_on() ? keep(now) : fail(FailureKind::not_found);
    if (kept) show({.phase = Phase::good});
    if (*told) answer(*told, kept);
  });
}

Result<void> ProgramVerifier::keep(const ProgramDigests& digests) {
  auto kept = core_.keep({{recorded_name, written(digests)}});
  if (kept) recorded_ = digests;
  return kept;
}

void ProgramVerifier::compare(const ProgramDigests& now) {
  if (!is_on()) return;  // turned off meanwhile
  auto altered = differences(recorded_, now);
  if (altered.empty()) return show({.phase = Phase::good});
  ProgramVerification verification{.phase = Phase::altered, .altered_count = static_cast<int>(altered.size())};
  if (altered.size() > most_names) altered.resize(most_names);
  verification.altered = std::move(altered);
  auditor_.happened({.place = "machine",
                     .event = AuditEvent::program_altered,
                     .detail = fmt::format("{}", fmt::join(verification.altered, ", ")),
                     .done = true});
  show(std::move(verification));
}

void ProgramVerifier::show(ProgramVerification verification) {
  core_.set_device_error(FailureKind::program_altered, verification.phase == Phase::altered);
  core_.state.program = std::move(verification);
  core_.publish();
}

}  // namespace paneltwin::device

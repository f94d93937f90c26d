#include "panel/sound/speaker.hpp"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <span>
#include <thread>

#include <alsa/asoundlib.h>

#include "panel/sound/tone_file.hpp"

namespace paneltwin::panel {

namespace {

using namespace std::chrono_literals;

constexpr unsigned latency = 40'000;                    // microseconds
constexpr std::size_t most_waiting = 4;                 // who taps faster hears some of the clicks
constexpr auto kept_open = 2s;                          // then others may have the sound card
constexpr std::size_t piece = samples_per_second / 50;  // after which a stop is heeded

/// ALSA writes its complaints to standard error by itself.
void say_nothing(const char*, int, const char*, int, const char*, ...) {}

class SoundCard {
 public:
  /// False: there is none.
  bool open() {
    if (pcm_) return true;
    snd_lib_error_set_handler(say_nothing);
    if (snd_pcm_open(&pcm_, "default", SND_PCM_STREAM_PLAYBACK, 0) < 0) {
      pcm_ = nullptr;
      return false;
    }
    const int set =
        snd_pcm_set_params(pcm_, SND_PCM_FORMAT_S16, SND_PCM_ACCESS_RW_INTERLEAVED, 1, samples_per_second, 1, latency);
    if (set < 0) close();
    return set >= 0;
  }
  void play(std::span<const std::int16_t> samples, const std::stop_token& stop) {
    snd_pcm_prepare(pcm_);
    while (!samples.empty() && !stop.stop_requested()) {
      const auto written = snd_pcm_writei(pcm_, samples.data(), std::min(piece, samples.size()));
      if (written < 0 && snd_pcm_recover(pcm_, static_cast<int>(written), 1) < 0) return close();
      if (written > 0) samples = samples.subspan(static_cast<std::size_t>(written));
    }
    if (stop.stop_requested()) return (void)snd_pcm_drop(pcm_);
    if (snd_pcm_state(pcm_) == SND_PCM_STATE_PREPARED) snd_pcm_start(pcm_);  // shorter than what it waits for by itself
    snd_pcm_drain(pcm_);
  }
  void close() {
    if (auto* pcm = std::exchange(pcm_, nullptr)) snd_pcm_close(pcm);
  }
  SoundCard() = default;
  SoundCard(const SoundCard&) = delete;
  SoundCard& operator=(const SoundCard&) = delete;
  ~SoundCard() { close(); }

 private:
  snd_pcm_t* pcm_ = nullptr;
};

struct Wanted {
  Sound sound;
  std::uint64_t reading = 0;
};

}  // namespace

struct Speaker::Impl {
  const device::Assets& assets;
  std::atomic<bool> silent{false};  // there is no sound card
  std::mutex mutex;
  std::condition_variable_any something;
  std::deque<Wanted> waiting;
  Tones tones;  // the thread's
  std::optional<std::uint64_t> read_at;
  std::jthread thread;  // from the first sound on; goes first

  void read(std::uint64_t reading) {
    if (read_at == reading) return;
    read_at = reading;
    if (auto read = load_tones(assets)) tones = std::move(*read);
  }

  /// Nothing once `kept_open` has passed, or there is a stop.
  std::optional<Wanted> next(const std::stop_token& stop, bool at_once) {
    std::unique_lock lock(mutex);
    const auto is_any = [this] { return !waiting.empty(); };
    const bool any = at_once ? something.wait_for(lock, stop, kept_open, is_any) : something.wait(lock, stop, is_any);
    if (!any || stop.stop_requested()) return std::nullopt;
    const auto wanted = waiting.front();
    waiting.pop_front();
    return wanted;
  }

  void run(const std::stop_token& stop) {
    SoundCard card;
    bool is_open = false;
    while (!stop.stop_requested()) {
      const auto wanted = next(stop, is_open);
      if (!wanted) {
        card.close();
        is_open = false;
        continue;
      }
      if (!card.open()) {
        silent = true;
        return;
      }
      is_open = true;
      read(wanted->reading);
      const auto tone = tones.find(std::pair(std::string(wanted->sound.event), wanted->sound.pattern));
      if (tone != tones.end()) card.play(samples_of(tone->second, wanted->sound.volume), stop);
    }
  }
};

Speaker::Speaker(const device::Assets& assets) : impl_(std::make_unique<Impl>(assets)) {}
Speaker::~Speaker() = default;

void Speaker::play(const Sound& sound, std::uint64_t reading) {
  if (impl_->silent) return;
  {
    const std::lock_guard lock(impl_->mutex);
    if (impl_->waiting.size() >= most_waiting) return;
    impl_->waiting.push_back({sound, reading});
  }
  impl_->something.notify_one();
  if (!impl_->thread.joinable()) {
    impl_->thread = std::jthread([this](const std::stop_token& stop) { impl_->run(stop); });
  }
}

}  // namespace paneltwin::panel

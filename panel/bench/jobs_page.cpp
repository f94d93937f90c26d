#include "device/names.hpp"
#include "panel/bench/parts.hpp"
#include "panel/render/icons.hpp"
#include "panel/ui/box.hpp"

namespace paneltwin::panel::bench {

static std::string clock_time(device::Instant at) { return device::to_iso8601(at).substr(11, 8); }

static void show_job(Ui& ui, RowList& list, const Bench& bench, const device::Job& job) {
  const auto& theme = ui.theme();
  const auto id = std::to_string(job.receipt);
  Rect line = list.place(theme.row * 1.6f);
  cut_left(line, theme.margin);
  cut_right(line, theme.margin);
  const bool failed = job.result == device::JobResult::failed;
  const bool ended = job.phase == device::JobPhase::ended;
  const Rect mark = cut_left(line, ui.mm(5));
  const Colour colour = failed                                       ? theme.error
                        : !ended                                     ? theme.hint
                        : job.result == device::JobResult::completed ? theme.good
                                                                     : theme.secondary;
  ui.canvas().circle(mark.x + ui.mm(1.5), mark.y + mark.height / 2, ui.mm(1.1), colour);
  Rect words = line;
  label(ui, cut_top(words, line.height * 0.36f), "job-" + id,
        id + "  " + bench.text("job.type." + std::string(device::name_of(job.type))), {theme.body, theme.text});
  std::string when = clock_time(job.started) + (job.ended ? " – " + clock_time(*job.ended) : std::string());
  when += "  ·  " + (ended ? bench.text("job.result." + std::string(device::name_of(job.result)))
                           : bench.text("job.phase." + std::string(device::name_of(job.phase))));
  if (job.pages_total > 0) when += "  ·  " + std::to_string(job.pages_done) + "/" + std::to_string(job.pages_total);
  label(ui, cut_top(words, line.height * 0.32f), "job-when-" + id, when, {theme.small, theme.secondary});
  std::string how;
  if (job.failure) {
    const int code = device::words_for(job.failure->kind).code;
    how = (code ? std::to_string(code) + "  " : std::string()) + std::string(device::name_of(job.failure->kind)) +
          "  " + job.failure->detail;
  } else {
    for (const auto& to : job.destinations) how += (how.empty() ? "→ " : ", ") + to;
  }
  label(ui, words, "job-how-" + id, how, {theme.small, failed ? theme.error : theme.secondary});
}

/// What was to be heard of late, taps apart: in a quiet room it is seen.
static void show_sounds(RowList& list, const Bench& bench) {
  constexpr std::size_t most_shown = 5;
  std::size_t shown = 0;
  const auto& sounds = bench.panel.sounds();
  for (auto one = sounds.rbegin(); one != sounds.rend() && shown < most_shown; ++one) {
    const auto& sound = one->sound;
    if (sound.event == "click" || sound.event == "refuse") continue;
    if (shown++ == 0) list.heading("sounds", bench.text("screen.sound"));
    const auto how = bench.text("bench.sound",
                                {{"pattern", std::to_string(sound.pattern)}, {"volume", std::to_string(sound.volume)}});
    list.fact({"sound-" + std::to_string(shown),
               clock_time(one->at) + "  " + bench.text("bench.sound." + std::string(sound.event)), how});
  }
}

void show_jobs(Ui& ui, const Bench& bench, Rect area) {
  if (bench.state.active.empty() && bench.state.log.empty()) return nothing_here(ui, area, bench.text("bench.no_jobs"));
  RowList list(ui, "jobs-list", area, false);
  for (const auto& job : bench.state.active) show_job(ui, list, bench, job);
  for (const auto& job : bench.state.log) show_job(ui, list, bench, job);
  show_sounds(list, bench);
}

}  // namespace paneltwin::panel::bench

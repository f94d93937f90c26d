#include "panel/screens/date_time.hpp"

#include "device/date_time.hpp"
#include "panel/screens/administrator.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/entry.hpp"
#include "panel/screens/page.hpp"

namespace paneltwin::panel {

/// "2026-11-23" and "09:30"; nothing when there is no such day or time.
static std::optional<device::Instant> instant_of(const std::string& date, const std::string& time) {
  return device::from_iso8601(date + "T" + time + ":00Z");
}

/// The machine's local time as the entry shows it, whatever format is set: "2026-11-23T09:30".
static std::string entry_words(const Context& context) {
  return device::to_iso8601(device::local_time(context.state, context.now)).substr(0, 16);
}

static void type(const Context& context, bool date) {
  const auto words = entry_words(context);
  const auto read = [date](const Context& now, const std::string& text) {
    const auto shown = entry_words(now);
    return date ? instant_of(text, shown.substr(11)) : instant_of(shown.substr(0, 10), text);
  };
  const auto is_good = [date](const std::string& text) {
    return (date ? instant_of(text, "00:00") : instant_of("2026-01-01", text)).has_value();
  };
  const auto done = [read](const Context& now, const std::string& text) {
    if (const auto local = read(now, text)) now.post(device::command::SetDateTime{*local}, say_when_refused());
  };
  context.stage.open_sheet(entry_sheet({.id = date ? "date-entry" : "time-entry",
                                        .title = date ? "date_time.date" : "date_time.time",
                                        .text = date ? words.substr(0, 10) : words.substr(11),
                                        .kind = EntryKind::number,
                                        .limit = date ? 10U : 5U,
                                        .is_good = is_good,
                                        .done = done}));
}

static void show_date_time(Ui& ui, const Context& context, Rect page) {
  RowList list(ui, "date-time-list", title_bar(ui, context, page, context.text("screen.date-time")));
  const auto row = [&](const char* id, const char* text, const std::string& value, bool date) {
    if (!list.row({.id = id, .text = context.text(text), .value = value, .locked = context.is_locked()})) return;
    when_unlocked(context, [date](const Context& now) { type(now, date); });
  };
  row("date", "date_time.date", device::date_words(context.state, context.now), true);
  row("time", "date_time.time", device::time_words(context.state, context.now), false);
}

Screen date_time_screen() { return {"date-time", show_date_time}; }

}  // namespace paneltwin::panel

#include "device/assets.hpp"
#include "panel/bench/parts.hpp"
#include "panel/render/icons.hpp"
#include "panel/ui/box.hpp"

namespace paneltwin::panel::bench {

OutputPage::OutputPage(Machine& machine, std::function<void()> wake) : machine_(machine) {
  machine.loop().sync([&] {
    mails_->list = machine.cloud().mails();
    machine.cloud().on_mail([&machine, mails = mails_, wake = std::move(wake)] {
      {
        const std::lock_guard lock(mails->mutex);
        mails->list = machine.cloud().mails();
      }
      wake();
    });
  });
}

OutputPage::~OutputPage() {
  machine_.loop().sync([this] { machine_.cloud().on_mail({}); });
}

/// The whole message as a file, for the desktop's own mail program.
void OutputPage::open_mail(const Bench& bench, const net::cloud::MailSummary& mail) {
  std::optional<std::string> source;
  machine_.loop().sync([&] { source = machine_.cloud().mail_source(mail.id); });
  const auto file = machine_.options().state / "opened" / (mail.id + ".eml");
  std::error_code error;
  std::filesystem::create_directories(file.parent_path(), error);
  if (source && device::write_file(file, *source, 0600)) bench.desktop.open(file.string());
}

void OutputPage::show(Ui& ui, const Bench& bench, Rect area) {
  const auto& theme = ui.theme();
  std::vector<net::cloud::MailSummary> mails;
  {
    const std::lock_guard lock(mails_->mutex);
    mails = mails_->list;
  }
  RowList list(ui, "output-list", area, false);
  list.heading("mails", bench.text("bench.mails"));
  if (mails.empty()) list.fact({"no-mail", bench.text("bench.no_mail"), ""});
  for (const auto& mail : mails) {
    Rect line = list.place(theme.row * 1.5f);
    cut_left(line, theme.margin);
    cut_right(line, theme.margin * 0.5f);
    const Rect open = cut_right(line, theme.touch);
    Rect words = line;
    label(ui, cut_top(words, line.height * 0.4f), "mail-" + mail.id, mail.subject, {theme.body, theme.text});
    std::string about = mail.from + " → " + mail.mailbox;
    label(ui, cut_top(words, line.height * 0.3f), "mail-way-" + mail.id, about, {theme.small, theme.secondary});
    std::string files;
    for (const auto& name : mail.attachments) files += (files.empty() ? "" : ", ") + name;
    label(ui, words, "mail-files-" + mail.id, files, {theme.small, theme.secondary});
    if (icon_button(ui, open,
                    {.id = "open-mail-" + mail.id, .text = bench.text("bench.open"), .icon = icon::open_in_new})) {
      open_mail(bench, mail);
    }
  }
  list.heading("tray", bench.text("bench.tray"));
  const auto sheets = machine_.tray().sheets();
  if (sheets.empty()) list.fact({"no-sheet", bench.text("bench.no_sheet"), ""});
  for (const auto& name : sheets) {
    if (list.row({.id = "sheet-" + name, .text = name, .icon = icon::file})) {
      if (const auto file = machine_.tray().sheet(name)) bench.desktop.open(file->string());
    }
  }
}

}  // namespace paneltwin::panel::bench

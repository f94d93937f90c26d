// Scan > Email > Scan Settings.
#include <algorithm>
#include <charconv>

#include "device/jobs/scan_defaults.hpp"
#include "panel/screens/condition_words.hpp"
#include "panel/screens/form_rows.hpp"
#include "panel/screens/page.hpp"
#include "panel/screens/request_rows.hpp"
#include "panel/screens/scan_form.hpp"
#include "panel/screens/stage.hpp"

namespace paneltwin::panel {

namespace {

constexpr const char* format_ids[] = {"pdf", "pdf-a", "jpeg", "tiff-single", "tiff-multi"};
constexpr const char* scan_color_ids[] = {"auto", "color", "gray", "black-and-white"};

template <class Ids>
int index_of(const Ids& ids, const std::string& id) {
  return static_cast<int>(std::ranges::find(ids, id) - std::begin(ids));
}

std::string format_words(const Context& context, const std::string& id) { return context.text("scan.format." + id); }
std::string color_words(const Context& context, const std::string& id) { return context.text("scan.color." + id); }
std::string dpi_words(const Context& context, const std::string& dpi) {
  return context.text("value.dpi", {{"count", dpi}});
}
std::string megabyte_words(const Context& context, const std::string& count) {
  return context.text("value.megabytes", {{"count", count}});
}

constexpr int edge_fills[] = {0, 3, 5, 10, 20, device::widest_edge_fill};  // mm
std::string edge_words(const Context& context, const std::string& mm) {
  return mm == "0" ? context.text("value.off") : length_words(context, std::stoi(mm));
}

template <class Numbers>
std::vector<std::string> as_ids(const Numbers& numbers) {
  std::vector<std::string> ids;
  for (const int number : numbers) ids.push_back(std::to_string(number));
  return ids;
}

Entry subject_entry(const ScanFormPtr& form) {
  const auto set = [form](const Context&, const std::string& text) { form->scan.subject = text; };
  const auto is_good = [](const std::string& text) { return text.size() <= 255; };
  return {.id = "subject", .title = "scan.subject", .text = form->scan.subject, .is_good = is_good, .done = set};
}

void subject_row(RowList& list, const Context& context, const ScanFormPtr& form) {
  const auto& subject = form->scan.subject;
  text_row(list, context, subject_entry(form), subject.empty() ? context.text("email.subject") : subject);
}

bool is_file_name_part(const std::string& text) {
  return text.size() <= 64 && !text.starts_with('.') && text.find_first_of("/\\:*?\"<>|") == std::string::npos;
}

void file_name_rows(RowList& list, const Context& context, const ScanFormPtr& form) {
  auto& scan = form->scan;
  const auto set = [form](const Context&, const std::string& text) { form->scan.file_name_prefix = text; };
  const auto is_good = [form](const std::string& text) {
    return is_file_name_part(text) && (!text.empty() || form->scan.add_date || form->scan.add_time);
  };
  text_row(list, context,
           {.id = "file-name-prefix",
            .title = "scan.file_name_prefix",
            .text = scan.file_name_prefix,
            .limit = 64,
            .is_good = is_good,
            .done = set},
           scan.file_name_prefix);
  const bool alone = scan.file_name_prefix.empty();  // a file must have some name
  if (list.row({.id = "add-date",
                .text = context.text("scan.add_date"),
                .end = Row::End::on_off,
                .on = scan.add_date,
                .enabled = !(alone && scan.add_date && !scan.add_time)})) {
    scan.add_date = !scan.add_date;
  }
  if (list.row({.id = "add-time",
                .text = context.text("scan.add_time"),
                .end = Row::End::on_off,
                .on = scan.add_time,
                .enabled = !(alone && scan.add_time && !scan.add_date)})) {
    scan.add_time = !scan.add_time;
  }
}

void pdf_password(RowList& list, const Context& context, const ScanFormPtr& form, const char* id, const char* title,
                  std::string device::PdfPasswords::* member) {
  password_row(list, context,
               {.id = id,
                .title = title,
                .limit = device::longest_pdf_password,
                .is_set = !(form->scan.pdf.*member).empty(),
                .take = [form, member](const std::string& password) { form->scan.pdf.*member = password; }});
}

Screen pdf_settings(const ScanFormPtr& form) {
  return {"pdf-settings", [form](Ui& ui, const Context& context, const Rect& page) {
            RowList list(ui, "pdf-setting-list", title_bar(ui, context, page, context.text("scan.pdf_settings")));
            pdf_password(list, context, form, "open-password", "scan.pdf.open", &device::PdfPasswords::open);
            pdf_password(list, context, form, "permissions-password", "scan.pdf.permissions",
                         &device::PdfPasswords::permissions);
          }};
}

/// Everything as User Settings say, but for where it goes.
void clear_settings(const Context& context, device::ScanRequest& scan) {
  auto fresh = device::default_scan(context.state.settings);
  fresh.destination = scan.destination;
  fresh.recipients = std::move(scan.recipients);
  fresh.contacts = std::move(scan.contacts);
  fresh.folder = std::move(scan.folder);
  scan = std::move(fresh);
}

std::vector<std::string> area_ids(const Context& context) {
  std::vector<std::string> ids{"auto"};
  for (const auto name : device::names<device::PaperSize>) {
    if (name != "a3" || context.model.has("a3")) ids.emplace_back(name);
  }
  return ids;
}

/// What is done to each page.
void page_rows(RowList& list, const Context& context, const ScanFormPtr& form) {
  auto& scan = form->scan;
  choice_row(list, context,
             {"scan-area", "scan.area", area_ids(context),
              scan.page.area ? std::string(device::name_of(*scan.page.area)) : "auto",
              [](const Context& now, const std::string& id) {
                const auto size = device::named<device::PaperSize>(id);
                return size ? measured_size(now, *size) : now.text("scan.area.auto");
              },
              [form](const std::string& id) { form->scan.page.area = device::named<device::PaperSize>(id); }});
  enum_row<device::OriginalType>(list, context, "original-type", "scan.original_type", "scan.original_type.",
                                 scan.page.original,
                                 [form](device::OriginalType type) { form->scan.page.original = type; });
  choice_row(list, context,
             {"orientation",
              "scan.orientation",
              {"upright", "turned"},
              scan.page.turned ? "turned" : "upright",
              [](const Context& now, const std::string& id) { return now.text("scan.orientation." + id); },
              [form](const std::string& id) { form->scan.page.turned = id == "turned"; }});
  density_row(list, context, scan.page.density, [form](int density) { form->scan.page.density = density; });
  switch_row(list, context, "remove-background", "scan.remove_background", scan.page.remove_background);
  switch_row(list, context, "remove-shadow", "scan.remove_shadow", scan.page.remove_shadow);
  switch_row(list, context, "remove-punch-holes", "scan.remove_punch_holes", scan.page.remove_punch_holes);
  choice_row(list, context,
             {"edge-fill", "scan.edge_fill", as_ids(edge_fills), std::to_string(scan.page.edge_fill), edge_words,
              [form](const std::string& id) { form->scan.page.edge_fill = std::stoi(id); }});
  switch_row(list, context, "mixed-sizes", "scan.mixed_sizes", scan.mixed_sizes);
  switch_row(list, context, "skip-blank-pages", "scan.skip_blank_pages", scan.skip_blank_pages);
  enum_row<device::Compression>(list, context, "compression", "scan.compression", "scan.compression.", scan.compression,
                                [form](device::Compression ratio) { form->scan.compression = ratio; });
}

}  // namespace

void type_subject(const Context& context, const ScanFormPtr& form) {
  auto entry = subject_entry(form);
  entry.id += "-entry";
  context.stage.open_sheet(entry_sheet(std::move(entry)));
}

void show_scan_settings(Ui& ui, const Context& context, const Rect& area, const ScanFormPtr& form) {
  auto& scan = form->scan;
  RowList list(ui, "scan-setting-list", area);
  choice_row(list, context,
             {"color-mode",
              "scan.color_mode",
              {std::begin(scan_color_ids), std::end(scan_color_ids)},
              scan_color_ids[static_cast<int>(scan.color)],
              color_words,
              [form](const std::string& id) {
                form->scan.color = static_cast<device::ColorMode>(index_of(scan_color_ids, id));
              }});
  choice_row(list, context,
             {"file-format",
              "scan.file_format",
              {std::begin(format_ids), std::end(format_ids)},
              format_ids[static_cast<int>(scan.format)],
              format_words,
              [form](const std::string& id) {
                form->scan.format = static_cast<device::FileFormat>(index_of(format_ids, id));
              }});
  if (scan.format == device::FileFormat::pdf &&
      list.row({.id = "pdf-settings",
                .text = context.text("scan.pdf_settings"),
                .value = context.text(scan.pdf.any() ? "value.on" : "value.off")})) {
    context.stage.go(pdf_settings(form));
  }
  choice_row(list, context,
             {"resolution", "scan.resolution", as_ids(device::resolutions), std::to_string(scan.resolution), dpi_words,
              [form](const std::string& id) { form->scan.resolution = std::stoi(id); }});
  if (list.row(
          {.id = "two-sided", .text = context.text("scan.two_sided"), .end = Row::End::on_off, .on = scan.two_sided})) {
    scan.two_sided = !scan.two_sided;
  }
  page_rows(list, context, form);
  const bool email = scan.destination == device::ScanDestination::email;
  if (email) subject_row(list, context, form);
  if (email) {
    choice_row(list, context,
               {"attachment-limit", "scan.attachment_limit", as_ids(device::attachment_limits_mb),
                std::to_string(scan.attachment_limit_mb), megabyte_words,
                [form](const std::string& id) { form->scan.attachment_limit_mb = std::stoi(id); }});
  }
  file_name_rows(list, context, form);
  if (list.row({.id = "clear-all-settings", .text = context.text("scan.clear_all")})) {
    clear_settings(context, scan);
    context.stage.say(context.text("scan.cleared"));
  }
}

}  // namespace paneltwin::panel

// Import and Export of a register: a CSV file in, with what was wrong with which row, and one out.
#include <fmt/format.h>

#include "net/webconfig/menu.hpp"
#include "net/webconfig/register_page.hpp"

namespace paneltwin::net::webconfig {

namespace {

constexpr std::size_t largest_file = 2 << 20, largest_form = 64 << 20;  // what is too large is told on a page

std::string text_of(const RegisterFile& file, std::string_view name, const device::Catalogue& words) {
  return std::string(words.text(fmt::format("{}{}", file.words, name)));
}

std::string words_of(const device::Failure& failure, const device::Catalogue& words) {
  if (failure.detail == "row") return std::string(words.text("web.file.bad_cells"));
  return std::string(words.text(device::words_for(failure.kind).problem));
}

pages::Data bad_rows(const RegisterFile& file, const device::FileImport& import, const device::Catalogue& words) {
  pages::Data list{pages::Data::type::list};
  for (const auto& [line, failure] : import.bad) {
    list.push_back(pages::Data("row", words.text("web.file.line", {{"line", std::to_string(line)},
                                                                   {"field", file.label(failure.detail, words)},
                                                                   {"problem", words_of(failure, words)}})));
  }
  return list;
}

void put_import(pages::Data& data, const RegisterFile& file, const device::FileImport& import,
                const device::Catalogue& words) {
  const auto rows = std::to_string(import.rows), done = std::to_string(import.done), kept = std::to_string(import.kept);
  data.set("importing", !import.ended);
  if (!import.ended) {
    data.set("refresh", "1");
    data.set("outcome", words.text("web.file.progress", {{"done", done}, {"rows", rows}}));
    return;
  }
  data.set("good", !import.failure && import.bad.empty());
  data.set("outcome", import.failure
                          ? fmt::format("{} {}", words.text("web.file.failed"), words_of(*import.failure, words))
                          : words.text(fmt::format("{}import.done", file.words), {{"kept", kept}, {"rows", rows}}));
  data.set("any_bad", !import.bad.empty());
  data.set("bad", bad_rows(file, import, words));
}

Form register_file_form(const RegisterFile& file, const device::Catalogue& words) {
  FormField field{.name = std::string(file.field),
                  .label = std::string(words.text("web.file")),
                  .kind = FormField::Kind::file,
                  .help = text_of(file, "import.text", words)};
  return {.groups = {{"", {std::move(field)}}}, .ok = std::string(words.text("web.file.import")), .has_files = true};
}

/// `problem`: catalogue key; empty at first.
void show_register_file(const Site& site, Visit visit, const RegisterFile& file, std::string_view problem) {
  auto form = register_file_form(file, visit.words);
  if (!problem.empty()) form.problem = visit.words.text(problem);
  pages::Data data;
  put_form(data, form, file.id);
  const auto state = site.device.snapshot();
  if (const auto& import = file.last(*state); import && problem.empty()) {
    put_import(data, file, *import, visit.words);
  }
  data.set("export_action", address(file.id, "EXPORT.CSV"));
  data.set("export_text", text_of(file, "export.text", visit.words));
  site.answer(std::move(visit), "register_file", file.id, std::move(data));
}

using FilePtr = std::shared_ptr<const RegisterFile>;

void take_file_register_file(Site& site, Visit visit, const FilePtr& file) {
  const auto* brought = visit.file(file->field);
  if (!brought) return show_register_file(site, std::move(visit), *file, "web.file.none");
  if (brought->content.size() > largest_file)
    return show_register_file(site, std::move(visit), *file, "web.file.too_large");
  auto command = file->read(brought->content, *site.device.snapshot());
  if (!command) return show_register_file(site, std::move(visit), *file, "web.file.no_columns");
  site.device.post(
      std::move(*command),
      [site = site.shared_from_this(), visit = std::move(visit),
       file](const device::Result<std::int64_t>& begun) mutable {
        if (begun) return site->redirect(std::move(visit), address(file->id));
        show_register_file(*site, std::move(visit), *file, device::words_for(begun.error().kind).problem);
      },
      device::Origin::web);
}

}  // namespace

void add_register_file(Site& site, RegisterFile register_file) {
  const FilePtr file = std::make_shared<const RegisterFile>(std::move(register_file));
  site.show_to_administrator(file->id, "TOP",
                             [&site, file](Visit visit) { show_register_file(site, std::move(visit), *file, ""); });
  site.take_from_administrator(file->id, "SET",
                               [&site, file](Visit visit) { take_file_register_file(site, std::move(visit), file); },
                               {.most = largest_form, .files = true});
  site.take_from_administrator(file->id, "EXPORT.CSV",
                               [&site, file](Visit visit) {
                                 auto content = file->write(*site.device.snapshot());
                                 site.answer_file(std::move(visit), std::move(content), "text/csv; charset=utf-8",
                                                  file->name);
                               },
                               {.changes = false});
}

}  // namespace paneltwin::net::webconfig

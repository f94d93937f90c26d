// Import and Export Users: a CSV file in, with what was wrong with which row, and one out.
#include <fmt/format.h>

#include "net/webconfig/form.hpp"
#include "net/webconfig/menu.hpp"
#include "net/webconfig/user_file.hpp"
#include "net/webconfig/user_pages.hpp"

namespace paneltwin::net::webconfig {

namespace {

constexpr std::string_view page_id = "SEC_EPA_IMPORT";
constexpr std::size_t largest_file = 2 << 20, largest_form = 64 << 20;  // what is too large is told on a page

std::string words_of(const device::Failure& failure, const device::Catalogue& words) {
  if (failure.detail == "row") return std::string(words.text("web.users.bad_cells"));
  return std::string(words.text(device::words_for(failure.kind).problem));
}

pages::Data bad_rows(const device::UserImport& import, const device::Catalogue& words) {
  pages::Data list{pages::Data::type::list};
  for (const auto& [line, failure] : import.bad) {
    list.push_back(pages::Data("row", words.text("web.users.line", {{"line", std::to_string(line)},
                                                                    {"field", user_field(failure.detail, words)},
                                                                    {"problem", words_of(failure, words)}})));
  }
  return list;
}

void put_import(pages::Data& data, const device::UserImport& import, const device::Catalogue& words) {
  const auto rows = std::to_string(import.rows), done = std::to_string(import.done), kept = std::to_string(import.kept);
  data.set("importing", !import.ended);
  if (!import.ended) {
    data.set("refresh", "1");
    data.set("outcome", words.text("web.users.import.progress", {{"done", done}, {"rows", rows}}));
    return;
  }
  data.set("good", !import.failure && import.bad.empty());
  data.set("outcome", import.failure ? fmt::format("{} {}", words.text("web.users.import.failed"),
                                                   words_of(*import.failure, words))
                                     : words.text("web.users.import.done", {{"kept", kept}, {"rows", rows}}));
  data.set("any_bad", !import.bad.empty());
  data.set("bad", bad_rows(import, words));
}

Form form_of(const device::Catalogue& words) {
  FormField file{.name = "INPUTF_USERFILE",
                 .label = std::string(words.text("web.users.file")),
                 .kind = FormField::Kind::file,
                 .help = std::string(words.text("web.users.import.text"))};
  return {
      .groups = {{"", {std::move(file)}}}, .ok = std::string(words.text("web.users.import.start")), .has_files = true};
}

/// `problem`: catalogue key; empty at first.
void show(const Site& site, Visit visit, std::string_view problem) {
  auto form = form_of(visit.words);
  if (!problem.empty()) form.problem = visit.words.text(problem);
  pages::Data data;
  put_form(data, form, page_id);
  if (const auto& import = site.device.snapshot()->users.import; import && problem.empty()) {
    put_import(data, *import, visit.words);
  }
  data.set("export_action", address(page_id, "EXPORT.CSV"));
  site.answer(std::move(visit), "user_file", page_id, std::move(data));
}

void take_file(Site& site, Visit visit) {
  const auto* file = visit.file("INPUTF_USERFILE");
  if (!file) return show(site, std::move(visit), "web.users.no_file");
  if (file->content.size() > largest_file) return show(site, std::move(visit), "web.users.too_large");
  auto rows = read_users(file->content, site.device.snapshot()->users.list);
  if (!rows) return show(site, std::move(visit), "web.users.no_columns");
  site.device.post(
      device::command::ImportUsers{std::move(*rows)},
      [site = site.shared_from_this(), visit = std::move(visit)](const device::Result<std::int64_t>& begun) mutable {
        if (begun) return site->redirect(std::move(visit), address(page_id));
        show(*site, std::move(visit), device::words_for(begun.error().kind).problem);
      },
      device::Origin::web);
}

}  // namespace

void add_user_file_page(Site& site) {
  site.show_to_administrator(page_id, "TOP", [&site](Visit visit) { show(site, std::move(visit), ""); });
  site.take_from_administrator(page_id, "SET", [&site](Visit visit) { take_file(site, std::move(visit)); },
                               {.most = largest_form, .files = true});
  site.take_from_administrator(page_id, "EXPORT.CSV",
                               [&site](Visit visit) {
                                 auto file = write_users(site.device.snapshot()->users.list);
                                 site.answer_file(std::move(visit), std::move(file), "text/csv; charset=utf-8",
                                                  "users.csv");
                               },
                               {.changes = false});
}

}  // namespace paneltwin::net::webconfig

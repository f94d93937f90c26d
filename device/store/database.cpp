#include "device/store/database.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

namespace paneltwin::device {

namespace fs = std::filesystem;

namespace {

int bind(sqlite3_stmt* statement, int index, const Database::Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return sqlite3_bind_int64(statement, index, *number);
  if (const auto* text = std::get_if<std::string>(&value)) {
    return sqlite3_bind_text64(statement, index, text->data(), text->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  }
  return sqlite3_bind_null(statement, index);
}

}  // namespace

std::int64_t Database::Row::integer(int column) const { return sqlite3_column_int64(statement_, column); }

std::string Database::Row::text(int column) const {
  const auto* words = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  return words ? std::string(words, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))) : "";
}

bool Database::Row::empty(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

void Database::Close::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
void Database::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

std::unexpected<Failure> Database::failed(std::string_view why) const {
  return fail(FailureKind::store_failed, fmt::format("{}: {}", file_.string(), why));
}

std::unexpected<Failure> Database::failed() const {
  if (sqlite3_errcode(connection_.get()) == SQLITE_BUSY) return failed("another program is using it");
  return failed(sqlite3_errmsg(connection_.get()));
}

Result<Database> Database::open(const fs::path& file, const Schema& schema) {
  Database database(file);
  if (auto good = database.connect(); !good) return std::unexpected(good.error());
  // Until it is known to be ours and sound, not even what a crash left in the log may be moved into the file.
  sqlite3_db_config(database.connection_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  if (auto good = database.examine(schema); !good) return std::unexpected(good.error());
  if (auto good = database.prepare(schema); !good) return std::unexpected(good.error());
  sqlite3_db_config(database.connection_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
  return database;
}

Result<void> Database::connect() {
  const int descriptor = ::open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) return failed(std::strerror(errno));
  ::close(descriptor);
  sqlite3* connection = nullptr;
  const int opened = sqlite3_open_v2(file_.c_str(), &connection, SQLITE_OPEN_READWRITE, nullptr);
  connection_.reset(connection);
  if (opened != SQLITE_OK) return failed();
  return run("PRAGMA locking_mode = EXCLUSIVE");
}

Result<void> Database::examine(const Schema& schema) {
  const auto tables = number("SELECT count(*) FROM sqlite_schema");
  if (!tables) return std::unexpected(tables.error());
  const auto id = number("PRAGMA application_id");
  if (!id) return std::unexpected(id.error());
  const auto version = number("PRAGMA user_version");
  if (!version) return std::unexpected(version.error());
  if (*tables == 0 && *version == 0) return {};  // new, or made and not written yet when the power went
  if (*id != schema.application_id) return failed("this is another program's database");
  const auto known = static_cast<std::int64_t>(schema.steps.size());
  if (*version > known) {
    return failed(fmt::format("a newer version wrote it (schema {}, this one knows {})", *version, known));
  }
  std::string verdict;
  auto checked = query("PRAGMA quick_check(1)", {}, [&](const Row& row) { verdict = row.text(0); });
  std::ranges::replace(verdict, '\n', ' ');
  if (checked && verdict != "ok") return failed(fmt::format("damaged: {}", verdict));
  return checked;
}

Result<void> Database::prepare(const Schema& schema) {
  for (const auto* pragma : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA secure_delete = ON"}) {
    if (auto good = run(pragma); !good) return good;
  }
  const auto version = number("PRAGMA user_version");
  if (!version) return std::unexpected(version.error());
  for (auto step = static_cast<std::size_t>(*version); step < schema.steps.size(); ++step) {
    const auto sql = fmt::format("BEGIN IMMEDIATE; {}; PRAGMA application_id = {}; PRAGMA user_version = {}; COMMIT",
                                 schema.steps[step], schema.application_id, step + 1);
    if (sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return failed();
  }
  return {};
}

Result<void> Database::run(std::string_view sql, std::initializer_list<Value> values) {
  return query(sql, values, [](const Row&) {});
}

Result<void> Database::query(std::string_view sql, std::initializer_list<Value> values,
                             const std::function<void(const Row&)>& seen) {
  auto statement = take(sql);
  int status = statement ? SQLITE_OK : SQLITE_ERROR;
  int index = 0;
  for (const auto& value : values) {
    if (status == SQLITE_OK) status = bind(statement.get(), ++index, value);
  }
  if (status != SQLITE_OK) return failed();
  while ((status = sqlite3_step(statement.get())) == SQLITE_ROW) seen(Row(statement.get()));
  if (status != SQLITE_DONE) return failed();
  put_to_rest(sql, std::move(statement));
  return {};
}

Database::Statement Database::take(std::string_view sql) {
  if (const auto found = resting_.find(sql); found != resting_.end() && found->second) return std::move(found->second);
  sqlite3_stmt* prepared = nullptr;
  sqlite3_prepare_v3(connection_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &prepared,
                     nullptr);
  return Statement(prepared);
}

void Database::put_to_rest(std::string_view sql, Statement statement) {
  sqlite3_reset(statement.get());
  sqlite3_clear_bindings(statement.get());
  const auto found = resting_.find(sql);
  auto& place = found != resting_.end() ? found->second : resting_[std::string(sql)];
  if (!place) place = std::move(statement);
}

Result<void> Database::transaction(const std::function<Result<void>()>& steps) {
  if (sqlite3_get_autocommit(connection_.get()) == 0) return steps();
  auto done = run("BEGIN IMMEDIATE");
  if (!done) return done;
  done = steps();
  if (done) done = run("COMMIT");
  if (!done) (void)run("ROLLBACK");  // what failed first is what matters
  return done;
}

std::int64_t Database::last_insert_id() const { return sqlite3_last_insert_rowid(connection_.get()); }

Result<std::int64_t> Database::number(std::string_view sql) {
  std::int64_t number = 0;
  auto done = query(sql, {}, [&](const Row& row) { number = row.integer(0); });
  if (!done) return std::unexpected(done.error());
  return number;
}

}  // namespace paneltwin::device

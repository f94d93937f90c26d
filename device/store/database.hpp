// One SQLite file in the house's manner: values in, rows out, failures as values, and nothing acknowledged is lost.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>

#include "device/failure.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace paneltwin::device {

/// What a file is for, and how it came to be as it is now.
struct Schema {
  std::int32_t application_id;              // tells our files from others'
  std::span<const std::string_view> steps;  // SQL; step i leads from version i to i + 1
};

/// Every failure is store_failed; its detail names the file and says why. One thread at a time.
class Database {
 public:
  using Value = std::variant<std::nullptr_t, std::int64_t, std::string>;

  class Row {
   public:
    explicit Row(sqlite3_stmt* statement) : statement_(statement) {}
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] bool empty(int column) const;  // NULL

   private:
    sqlite3_stmt* statement_;
  };

  /// Opens or makes `file`, for this process alone, with WAL and synchronous=FULL. A file that is damaged, newer than
  /// `schema` or not ours is refused and left as it was.
  static Result<Database> open(const std::filesystem::path& file, const Schema& schema);

  Result<void> run(std::string_view sql, std::initializer_list<Value> values = {});
  Result<void> query(std::string_view sql, std::initializer_list<Value> values,
                     const std::function<void(const Row&)>& seen);
  /// All of `steps` or, when one of them fails, nothing. Durable when it returns; within another transaction, when that
  /// one does.
  Result<void> transaction(const std::function<Result<void>()>& steps);
  [[nodiscard]] std::int64_t last_insert_id() const;
  [[nodiscard]] const std::filesystem::path& file() const { return file_; }

 private:
  struct Close {
    void operator()(sqlite3* connection) const;
  };
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  explicit Database(std::filesystem::path file) : file_(std::move(file)) {}
  Result<void> connect();
  Result<void> examine(const Schema& schema);
  Result<void> prepare(const Schema& schema);
  /// A resting statement of this SQL, or a new one; nothing when SQLite does not understand it.
  Statement take(std::string_view sql);
  void put_to_rest(std::string_view sql, Statement statement);
  Result<std::int64_t> number(std::string_view sql);
  [[nodiscard]] std::unexpected<Failure> failed(std::string_view why) const;
  [[nodiscard]] std::unexpected<Failure> failed() const;

  std::filesystem::path file_;
  std::unique_ptr<sqlite3, Close> connection_;
  // Prepared once, by their SQL; a statement that runs is not among them.
  std::unordered_map<std::string, Statement, Hash, std::equal_to<>> resting_;
};

}  // namespace paneltwin::device

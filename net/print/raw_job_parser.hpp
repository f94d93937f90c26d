// What computers send to port 9100: job after job, each with lines of PJL (HP's Printer Job Language) before it that
// say whose it is, then the document. Documents end at PJL's mark or with the stream.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paneltwin::net::print {

struct RawJob {
  std::string user, name;  // as PJL gives them, UTF-8, 255 bytes at most
  int copies = 1;          // 1 to 999
  bool two_sided = false, gray = false;
  std::string content;  // never empty, once the job is given out
};

/// Fed with the stream as it comes, in whatever pieces.
class RawJobParser {
 public:
  explicit RawJobParser(std::size_t document_limit = 64u << 20) : document_limit_(document_limit) {}

  void feed(std::string_view bytes);
  /// The jobs that are whole by now.
  [[nodiscard]] std::vector<RawJob> take();
  /// What has come of the last one, at the end of the stream; nothing where no document has begun.
  [[nodiscard]] std::optional<RawJob> rest();
  /// The document is larger than the limit: nothing more is kept of it.
  [[nodiscard]] bool is_too_large() const { return too_large_; }
  /// More lines of PJL than any job has: no printer's client.
  [[nodiscard]] bool is_hopeless() const { return hopeless_; }
  [[nodiscard]] std::size_t held() const { return pending_.size() + job_.content.size(); }

 private:
  bool read_head();
  bool read_document();
  void read_line(std::string_view line);
  void set(std::string_view name, std::string_view value);
  void end_job();

  std::size_t document_limit_;
  std::size_t head_bytes_ = 0;
  std::string pending_;  // not understood yet
  RawJob job_;
  std::vector<RawJob> whole_;
  bool in_document_ = false, too_large_ = false, hopeless_ = false;
};

}  // namespace paneltwin::net::print

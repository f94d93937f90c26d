// What comes in on port 9100, in whatever pieces.
#include "net/print/raw_job_parser.hpp"

#include <gmock/gmock.h>

namespace paneltwin::net::print {

using testing::IsEmpty;
using testing::SizeIs;

static constexpr std::string_view mark = "\x1b%-12345X";

static std::vector<RawJob> jobs_in(std::string_view stream, std::size_t piece = std::string_view::npos) {
  RawJobParser parser;
  std::vector<RawJob> jobs;
  for (std::size_t at = 0; at < stream.size(); at += std::min(piece, stream.size() - at)) {
    parser.feed(stream.substr(at, piece));
    for (auto& job : parser.take()) jobs.push_back(std::move(job));
  }
  if (auto rest = parser.rest()) jobs.push_back(std::move(*rest));
  return jobs;
}

static std::string two_jobs() {
  const std::string escape(mark);
  return escape +
         "@PJL COMMENT a driver\r\n@PJL JOB NAME = \"Report 1\" DISPLAY=\"x\"\r\n@PJL SET USERNAME=\"alex\"\r\n"
         "@PJL SET COPIES=3\n@PJL set duplex=on\n@PJL SET RENDERMODE=GRAYSCALE\n@PJL ENTER LANGUAGE=PDF\r\n"
         "%PDF-1.4 one\n\x1b%-123 not the mark" +
         escape + "@PJL EOJ NAME=\"Report 1\"\r\n" + escape + "@PJL SET USERNAME=megan\r\n@PJL ENTER LANGUAGE = PDF\n" +
         "%PDF-1.4 two" + escape;
}

TEST(RawJobParser, lines_of_pjl_say_whose_it_is_and_how_it_is_printed) {
  const auto jobs = jobs_in(two_jobs());
  ASSERT_THAT(jobs, SizeIs(2));
  EXPECT_EQ(jobs[0].user, "alex");
  EXPECT_EQ(jobs[0].name, "Report 1");
  EXPECT_EQ(jobs[0].copies, 3);
  EXPECT_TRUE(jobs[0].two_sided);
  EXPECT_TRUE(jobs[0].gray);
  EXPECT_EQ(jobs[0].content, "%PDF-1.4 one\n\x1b%-123 not the mark");
  EXPECT_EQ(jobs[1].user, "megan");
  EXPECT_EQ(jobs[1].name, "");
  EXPECT_EQ(jobs[1].copies, 1);
  EXPECT_EQ(jobs[1].content, "%PDF-1.4 two");
}

TEST(RawJobParser, it_does_not_matter_how_the_stream_is_cut) {
  const auto stream = two_jobs();
  for (std::size_t piece = 1; piece < stream.size(); ++piece) {
    const auto jobs = jobs_in(stream, piece);
    ASSERT_THAT(jobs, SizeIs(2)) << piece;
    EXPECT_EQ(jobs[0].user + jobs[0].name + jobs[0].content, "alexReport 1%PDF-1.4 one\n\x1b%-123 not the mark")
        << piece;
    EXPECT_EQ(jobs[1].user + jobs[1].name + jobs[1].content, "megan%PDF-1.4 two") << piece;
  }
}

TEST(RawJobParser, a_document_alone_is_nobodys) {
  const auto jobs = jobs_in("%PDF-1.4 alone");
  ASSERT_THAT(jobs, SizeIs(1));
  EXPECT_EQ(jobs[0].user, "");
  EXPECT_EQ(jobs[0].content, "%PDF-1.4 alone");
}

TEST(RawJobParser, without_a_document_there_is_no_job) {
  EXPECT_THAT(jobs_in(""), IsEmpty());
  EXPECT_THAT(jobs_in("@PJL INFO STATUS\r\n"), IsEmpty());
  EXPECT_THAT(jobs_in(std::string(mark) + "@PJL SET USERNAME=\"a\"\r\n@PJL ENTER LANGUAGE=PDF\r\n" + std::string(mark)),
              IsEmpty());
}

TEST(RawJobParser, what_people_read_is_utf8_short_and_without_control_characters) {
  const auto jobs = jobs_in("@PJL SET USERNAME=\"a\x01\xffz\"\n@PJL JOB NAME=\"" + std::string(400, 'n') + "\"\n%PDF");
  ASSERT_THAT(jobs, SizeIs(1));
  EXPECT_EQ(jobs[0].user, "a\xef\xbf\xbdz");
  EXPECT_THAT(jobs[0].name, SizeIs(255));
}

TEST(RawJobParser, more_copies_than_there_may_be_are_one) {
  EXPECT_EQ(jobs_in("@PJL SET COPIES=1000\n%PDF").front().copies, 1);
  EXPECT_EQ(jobs_in("@PJL SET QTY=-1\n%PDF").front().copies, 1);
  EXPECT_EQ(jobs_in("@PJL SET QTY=999\n%PDF").front().copies, 999);
}

TEST(RawJobParser, a_document_over_the_limit_is_not_kept) {
  RawJobParser parser(10);
  parser.feed("%PDF-" + std::string(100, 'x'));
  EXPECT_TRUE(parser.is_too_large());
  EXPECT_EQ(parser.held(), 0u);
  parser.feed(std::string(1000, 'x'));
  EXPECT_EQ(parser.held(), 0u);
  EXPECT_TRUE(parser.rest());
}

TEST(RawJobParser, pjl_without_end_is_given_up) {
  RawJobParser line, lines;
  line.feed("@PJL " + std::string(100'000, 'x'));
  EXPECT_TRUE(line.is_hopeless());
  for (int i = 0; i < 10'000; ++i) lines.feed("@PJL COMMENT\n");
  EXPECT_TRUE(lines.is_hopeless());
  EXPECT_FALSE(lines.rest());
}

}  // namespace paneltwin::net::print

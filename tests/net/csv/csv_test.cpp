#include "net/csv/csv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace paneltwin::net::csv {

namespace {

using testing::ElementsAre;

std::vector<std::vector<std::string>> cells(std::string_view file) {
  std::vector<std::vector<std::string>> all;
  for (auto& row : read(file)) all.push_back(row.good ? row.cells : std::vector<std::string>{"bad"});
  return all;
}

using Cells = std::vector<std::string>;

TEST(Csv, rows_and_cells_as_rfc_4180_has_them) {
  EXPECT_THAT(cells("a,b\r\n\"c,d\",\"say \"\"e\"\"\"\r\n"), ElementsAre(Cells{"a", "b"}, Cells{"c,d", "say \"e\""}));
  EXPECT_THAT(cells("a,\n,b"), ElementsAre(Cells{"a", ""}, Cells{"", "b"}));
  EXPECT_THAT(cells("\"two\r\nlines\",x\r\ny,z"), ElementsAre(Cells{"two\r\nlines", "x"}, Cells{"y", "z"}));
  EXPECT_THAT(cells("\"\"\r\n"), ElementsAre(Cells{""}));
}

TEST(Csv, a_byte_order_mark_and_any_line_end_are_no_part_of_it) {
  EXPECT_THAT(cells("\xEF\xBB\xBF"
                    "a\rb\nc\r\n\r\n"),
              ElementsAre(Cells{"a"}, Cells{"b"}, Cells{"c"}));
  EXPECT_THAT(cells("\xEF\xBB"), ElementsAre(Cells{"\xEF\xBB"}));
  EXPECT_TRUE(cells("").empty());
}

TEST(Csv, a_quotation_mark_out_of_place_makes_its_row_bad_and_no_other) {
  EXPECT_THAT(cells("a\"b,c\nd"), ElementsAre(Cells{"bad"}, Cells{"d"}));
  EXPECT_THAT(cells("\"a\"b,c\nd"), ElementsAre(Cells{"bad"}, Cells{"d"}));
  EXPECT_THAT(cells("a\n\"never ended\nb"), ElementsAre(Cells{"a"}, Cells{"bad"}));
}

TEST(Csv, rows_know_their_lines) {
  const auto rows = read("a\n\"b\nb\"\n\nc");
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[1].line, 2);
  EXPECT_EQ(rows[2].line, 5);
}

TEST(Csv, an_endless_row_costs_no_memory) {
  const auto rows = read(std::string(1 << 20, 'x') + "\nb");
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_FALSE(rows[0].good);
  EXPECT_LT(rows[0].cells[0].size(), 20000U);
}

TEST(Csv, cut_anywhere_it_reads_the_same) {
  const std::string file =
      "\xEF\xBB\xBF"
      "id,name\r\n\"a,1\",\"say \"\"x\"\"\"\r\nb\"c,d\r\n\r\n\"two\nlines\",\r\nlast";
  const auto whole = read(file);
  for (std::size_t cut = 0; cut <= file.size(); ++cut) {
    Reader reader;
    reader.feed(std::string_view(file).substr(0, cut));
    reader.feed(std::string_view(file).substr(cut));
    EXPECT_EQ(reader.finish(), whole) << cut;
  }
}

TEST(Csv, no_cell_is_a_formula_and_each_comes_back_as_it_was) {
  EXPECT_EQ(cell("=1+1"), "\"'=1+1\"");
  for (const auto* text : {"plain", "=1+1", "@x", "-", "'quoted'", "a\"b", ""}) {
    EXPECT_EQ(plain(read(cell(text)).front().cells.front()), text);
  }
}

}  // namespace

}  // namespace paneltwin::net::csv

// CSS selectors, asked on a tree: what each finds, and what is no selector.
#include "panel/automation/webdriver/css_selector.hpp"

#include <gtest/gtest.h>

#include "panel/automation/webdriver/locator.hpp"

using namespace paneltwin::panel;
using namespace paneltwin::panel::webdriver;

namespace {

Node node(std::string role, std::string id, std::string text = {}, std::vector<Node> children = {}) {
  return {.role = std::move(role),
          .id = std::move(id),
          .text = std::move(text),
          .rect = {0, 0, 10, 10},
          .clip = {0, 0, 100, 100},
          .pressable = true,
          .children = std::move(children)};
}

/// A list of five rows under a title, and a dialog over it.
Node a_tree() {
  auto list = node("list", "list", "",
                   {node("row", "one", "One"), node("row", "two", "It's \"two\""),
                    node("switch", "three", "Three", {node("text", "detail", "More")}), node("row", "four", "four 4"),
                    node("row", "fünf", "Five-a")});
  list.children[1].enabled = false;
  list.children[2].selected = true;
  return node("panel", "panel", "",
              {node("screen", "home", "", {node("text", "title", "Home"), std::move(list)}),
               node("dialog", "ask", "Sure?", {node("button", "one", "OK")})});
}

std::string found(const std::string& selector) {
  const auto tree = a_tree();
  const Document document(tree);
  const auto all = find_all(document, {Strategy::css_selector, selector}, nullptr);
  if (!all) return std::string(name_of(all.error().code));
  std::string ids;
  for (const auto* element : *all) ids += (ids.empty() ? "" : " ") + element->path;
  return ids;
}

}  // namespace

TEST(CssSelector, FindsByTypeIdAndAttribute) {
  EXPECT_EQ(found("switch"), "home:list:three");
  EXPECT_EQ(found("#two"), "home:list:two");
  EXPECT_EQ(found("row[text=\"One\"]"), "home:list:one");
  EXPECT_EQ(found("row[ text = 'It\\'s \"two\"' ]"), "home:list:two");
  EXPECT_EQ(found("[text^=Thr]"), "home:list:three");
  EXPECT_EQ(found("[text$='4']"), "home:list:four");
  EXPECT_EQ(found("[text*=hre]"), "home:list:three");
  EXPECT_EQ(found("[text~='4']"), "home:list:four");
  EXPECT_EQ(found("[text|=Five]"), "home:list:fünf");
  EXPECT_EQ(found("[text=tHREE i]"), "home:list:three");
  EXPECT_EQ(found("[text^='']"), "");
  EXPECT_EQ(found(".none"), "");
}

TEST(CssSelector, FindsByPlace) {
  EXPECT_EQ(found("screen > list > switch text"), "home:list:three:detail");
  EXPECT_EQ(found("row + switch"), "home:list:three");
  EXPECT_EQ(found("switch ~ row"), "home:list:four home:list:fünf");
  EXPECT_EQ(found("list > :first-child"), "home:list:one");
  EXPECT_EQ(found("list > :last-child"), "home:list:fünf");
  EXPECT_EQ(found("list > :nth-child(2n+1)"), "home:list:one home:list:three home:list:fünf");
  EXPECT_EQ(found("list > :nth-child(-n + 2)"), "home:list:one home:list:two");
  EXPECT_EQ(found("list > :nth-last-child(2)"), "home:list:four");
  EXPECT_EQ(found("row:nth-of-type(3)"), "home:list:four");
  EXPECT_EQ(found(":only-child:not(button)"), "home:list:three:detail");
  EXPECT_EQ(found(":root"), "");
}

TEST(CssSelector, FindsByState) {
  EXPECT_EQ(found("row:disabled"), "home:list:two");
  EXPECT_EQ(found("list > :checked"), "home:list:three");
  EXPECT_EQ(found("list > :not(row)"), "home:list:three");
  EXPECT_EQ(found("list > :not(:enabled, switch)"), "home:list:two");
}

TEST(CssSelector, WhatLiesOnTopComesFirst) {
  EXPECT_EQ(found("#one"), "ask:one home:list:one");
  EXPECT_EQ(found("#two, #one"), "ask:one home:list:one home:list:two");
}

TEST(CssSelector, UnderstandsEscapes) {
  EXPECT_EQ(found("#f\\FC nf"), "home:list:fünf");
  EXPECT_EQ(found("#\\66 ünf"), "home:list:fünf");
}

TEST(CssSelector, RefusesWhatIsNone) {
  for (const auto* selector : {"",
                               " ",
                               ",",
                               "#",
                               "a >",
                               "> a",
                               "a >> b",
                               "[",
                               "[a",
                               "[a=",
                               "[a='x]",
                               "[a=1]",
                               "a:hover",
                               "a::before",
                               ":not(",
                               ":not()",
                               ":nth-child(x)",
                               ":nth-child(2n 1)",
                               ":nth-child()",
                               ":nth-of-type(2)",
                               "a b,",
                               "a)",
                               "1a",
                               "a\\"}) {
    EXPECT_EQ(found(selector), "invalid selector") << selector;
  }
}

TEST(CssSelector, QuotesForXPath) {
  EXPECT_EQ(xpath_string("a"), "'a'");
  EXPECT_EQ(xpath_string("it's"), "\"it's\"");
  EXPECT_EQ(xpath_string("'\""), "concat('',\"'\",'\"')");
}

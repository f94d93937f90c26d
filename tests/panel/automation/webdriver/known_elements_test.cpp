// Ids of elements: the node's own where it names it alone, and never another node's later.
#include "panel/automation/webdriver/known_elements.hpp"

#include <gtest/gtest.h>

using namespace paneltwin::panel;
using namespace paneltwin::panel::webdriver;

static Node screen(std::string id, std::vector<std::string> buttons) {
  Node page{.role = "screen", .id = std::move(id)};
  for (auto& button : buttons) page.children.push_back({.role = "button", .id = std::move(button)});
  return {.role = "panel", .id = "panel", .children = {std::move(page)}};
}

static std::string id_at(KnownElements& known, const Node& tree, const std::string& path) {
  const Document document(tree);
  return known.id_of(document, *document.at_path(path));
}

TEST(KnownElements, AreCalledLikeTheirNodes) {
  KnownElements known;
  const auto tree = screen("home", {"scan", "recipient-a+b", "twin", "twin", ""});
  EXPECT_EQ(id_at(known, tree, "home:scan"), "scan");
  EXPECT_EQ(id_at(known, tree, "home:recipient-a+b"), "recipient-a~2bb");
  EXPECT_EQ(id_at(known, tree, "home:twin"), "home:twin");
  EXPECT_EQ(id_at(known, tree, "home:twin.2"), "home:twin.2");
  EXPECT_EQ(id_at(known, tree, "home:button"), "home:button");
}

TEST(KnownElements, AnIdStaysWithItsNode) {
  KnownElements known;
  const auto first = screen("first", {"ok"}), second = screen("second", {"ok"});
  EXPECT_EQ(id_at(known, first, "first:ok"), "ok");
  EXPECT_EQ(id_at(known, second, "second:ok"), "second:ok");
  EXPECT_EQ(known.find(Document(second), "ok").error().code, ErrorCode::stale_element_reference);
  EXPECT_EQ(known.find(Document(first), "second:ok").error().code, ErrorCode::stale_element_reference);
  const Document back(first);
  EXPECT_EQ((*known.find(back, "ok"))->path, "first:ok");
}

TEST(KnownElements, ANodesIdDoesWithoutBeingFound) {
  const KnownElements known;
  const auto tree = screen("home", {"scan"});
  const Document document(tree);
  EXPECT_EQ((*known.find(document, "scan"))->path, "home:scan");
  EXPECT_EQ(known.find(document, "coffee").error().code, ErrorCode::no_such_element);
}

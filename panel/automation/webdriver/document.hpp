// The tree of nodes as an XML document, which is what selectors are asked on and what page source answers:
//
//   <row id="email-server-status" text="Email Server Status" value="Signed in" x="0" … enabled="true" …>Email Server
//   Status</row>
//
// An element's name is the node's role; its words are its text content too, as XPath asks for them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <pugixml.hpp>

#include "panel/ui/tree.hpp"

namespace paneltwin::panel::webdriver {

class Document {
 public:
  struct Element {
    const Node* node = nullptr;
    pugi::xml_node xml;
    std::size_t parent = 0;  // the root's is itself
    std::string path;        // ids from below the root, ":" between; what has none goes by its role, twins are numbered
    int layer = 0;           // sheets and dialogs lie over what was drawn before them
  };

  /// `root` must outlive it; the tree is made anew each frame.
  explicit Document(const Node& root);

  [[nodiscard]] const std::vector<Element>& elements() const { return elements_; }  // in tree order, the root first
  [[nodiscard]] const Element* at_path(std::string_view path) const;
  [[nodiscard]] const Element* of(pugi::xml_node xml) const;
  [[nodiscard]] bool is_within(const Element& element, const Element& scope) const;
  /// The number of elements with this id.
  [[nodiscard]] std::size_t count_id(std::string_view id) const;
  [[nodiscard]] pugi::xml_node xml() const { return xml_; }
  [[nodiscard]] std::string source() const;

 private:
  void add(const Node& node, pugi::xml_node above, std::size_t parent, const std::string& path, int layer);

  pugi::xml_document xml_;
  std::vector<Element> elements_;
  std::unordered_map<std::string, std::size_t> by_path_;
  std::unordered_map<std::size_t, std::size_t> by_xml_;
};

}  // namespace paneltwin::panel::webdriver

#include "panel/automation/webdriver/element_hands.hpp"

#include <algorithm>

#include "panel/automation/finger.hpp"
#include "panel/automation/webdriver/key_codes.hpp"

namespace paneltwin::panel::webdriver {

namespace {

int top_layer(const Document& document) {
  return std::ranges::max(document.elements(), {}, &Document::Element::layer).layer;
}

/// The field over a keyboard that is up.
const Document::Element* open_field(const Document& document) {
  const Document::Element* field = nullptr;
  bool keyboard = false;
  for (const auto& element : document.elements()) {
    if (element.node->role == "keyboard") keyboard = true;
    if (element.node->role == "field" && element.node->selected) field = &element;
  }
  return keyboard ? field : nullptr;
}

void feed(Panel& panel, std::vector<InputEvent> events) {
  for (auto& event : events) panel.input(std::move(event));
}

Outcome<std::string> path_now(const Panel& panel, const KnownElements& known, std::string_view id) {
  const Document document(panel.tree());
  const auto element = known.find(document, id);
  if (!element) return std::unexpected(element.error());
  return (*element)->path;
}

/// Text typed now goes to this element.
bool is_open_for(const Panel& panel, const std::string& path, const Editing& editing) {
  const Document document(panel.tree());
  const auto* field = open_field(document);
  return field && (field->path == path || editing.path == path || document.is_within(*field, *document.at_path(path)));
}

/// Has the keyboard up for this element; taps it when need be.
Outcome<void> open_for(Panel& panel, const KnownElements& known, std::string_view id, Editing& editing) {
  panel.settle();
  const auto path = path_now(panel, known, id);
  if (!path) return std::unexpected(path.error());
  if (is_open_for(panel, *path, editing)) return {};
  if (auto clicked = click(panel, known, id); !clicked) return clicked;
  editing.path = *path;
  if (open_field(Document(panel.tree()))) return {};
  return refuse(ErrorCode::element_not_interactable, "'" + std::string(id) + "' takes no text");
}

}  // namespace

Outcome<Point> middle_of(Panel& panel, const KnownElements& known, std::string_view id) {
  panel.settle();
  const auto path = path_now(panel, known, id);
  if (!path) return std::unexpected(path.error());
  const Node* node = bring_into_sight(panel, [&path](const Node& root) {
    const Document document(root);
    const auto* element = document.at_path(*path);
    return element ? element->node : nullptr;
  });
  if (!node) return refuse(ErrorCode::stale_element_reference, "'" + std::string(id) + "' went away");
  const Rect seen = seen_part(*node);
  if (seen.width <= 0 || seen.height <= 0) {
    return refuse(ErrorCode::element_not_interactable, "'" + std::string(id) + "' is out of sight");
  }
  return Point{seen.x + seen.width / 2, seen.y + seen.height / 2};
}

Outcome<void> click(Panel& panel, const KnownElements& known, std::string_view id) {
  const auto middle = middle_of(panel, known, id);
  if (!middle) return std::unexpected(middle.error());
  {
    const Document document(panel.tree());
    const auto element = known.find(document, id);
    if (!element) return std::unexpected(element.error());
    const auto over = std::ranges::find(document.elements(), top_layer(document), &Document::Element::layer);
    if ((*element)->layer < over->layer) {
      return refuse(ErrorCode::element_click_intercepted, "'" + std::string(id) + "' lies under the " +
                                                              over->node->role + " '" + over->node->id +
                                                              "': " + over->node->text);
    }
  }
  panel.input(PointerDown{middle->x, middle->y});
  panel.input(PointerUp{middle->x, middle->y});
  panel.settle();
  return {};
}

Outcome<void> send_keys(Panel& panel, const KnownElements& known, std::string_view id, std::string_view text,
                        Editing& editing) {
  if (auto open = open_for(panel, known, id, editing); !open) return open;
  Modifiers modifiers;
  for (const auto& character : characters_of(text)) {
    if (character == "\xEE\x80\x80") {  // NULL lets all modifiers go
      modifiers = {};
    } else {
      feed(panel, press_key(character, modifiers));
    }
  }
  panel.settle();
  return {};
}

Outcome<void> clear(Panel& panel, const KnownElements& known, std::string_view id, Editing& editing) {
  if (auto open = open_for(panel, known, id, editing); !open) {
    if (open.error().code != ErrorCode::element_not_interactable) return open;
    return refuse(ErrorCode::invalid_element_state, open.error().message);
  }
  const auto letters = [&panel] {
    const Document document(panel.tree());
    const auto* field = open_field(document);
    return field ? characters_of(field->node->value).size() : 0;
  };
  // The caret may stand anywhere: what is behind it goes first, then what is before.
  for (const auto* key : {"Delete", "Backspace"}) {
    for (auto left = letters(); left > 0; --left) panel.input(KeyPress{key});
    panel.settle();
  }
  if (letters() == 0) return {};
  return refuse(ErrorCode::invalid_element_state, "'" + std::string(id) + "' keeps its text");
}

const Document::Element& active_element(const Document& document) {
  if (const auto* field = open_field(document)) return *field;
  const auto focused =
      std::ranges::find_if(document.elements(), [](const auto& element) { return element.node->focused; });
  return focused == document.elements().end() ? document.elements().front() : *focused;
}

}  // namespace paneltwin::panel::webdriver

// A way on the glass: of a swipe, of the arrow keys.
#pragma once

namespace paneltwin::panel {

enum class Direction { left, right, up, down };

}  // namespace paneltwin::panel

// Paper in millimetres.
#pragma once

#include <utility>

#include "device/condition/condition.hpp"

namespace paneltwin::device {

struct SizeInMm {
  double width = 210, height = 297;
};

/// Upright.
constexpr SizeInMm size_in_mm(PaperSize size) {
  switch (size) {
    case PaperSize::a4:
      return {210, 297};
    case PaperSize::a3:
      return {297, 420};
    case PaperSize::a5:
      return {148, 210};
    case PaperSize::b5:
      return {182, 257};
    case PaperSize::letter:
      return {215.9, 279.4};
    case PaperSize::legal:
      return {215.9, 355.6};
  }
  return {};
}

}  // namespace paneltwin::device

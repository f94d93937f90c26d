#include "device/random.hpp"

#include <stdexcept>

#include <openssl/rand.h>

namespace paneltwin::device {

std::string random_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(count)) != 1) {
    throw std::runtime_error("the system gives no random numbers");
  }
  return bytes;
}

std::string random_text(std::size_t count, std::string_view alphabet) {
  const std::size_t even = 256 - 256 % alphabet.size();  // bytes from here on would favour the first letters
  std::string text;
  while (text.size() < count) {
    for (const char byte : random_bytes(count)) {
      const auto number = static_cast<unsigned char>(byte);
      if (number < even && text.size() < count) text += alphabet[number % alphabet.size()];
    }
  }
  return text;
}

}  // namespace paneltwin::device

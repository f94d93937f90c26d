#include "net/smtp/capabilities.hpp"

#include <algorithm>
#include <charconv>
#include <sstream>

namespace paneltwin::net::smtp {

bool Capabilities::offers(std::string_view mechanism) const {
  return std::ranges::find(mechanisms, mechanism) != mechanisms.end();
}

static std::string upper(std::string word) {
  for (char& letter : word) {
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  }
  return word;
}

Capabilities capabilities_of(const Reply& ehlo) {
  Capabilities can;
  for (std::size_t i = 1; i < ehlo.lines.size(); ++i) {  // the first line is the server's name
    std::istringstream line(upper(ehlo.lines[i]));
    std::string word, value;
    line >> word;
    if (word.starts_with("AUTH=")) {  // as old servers wrote it
      can.mechanisms.push_back(word.substr(5));
      word = "AUTH";
    }
    if (word == "STARTTLS") can.starttls = true;
    if (word == "PIPELINING") can.pipelining = true;
    if (word == "SMTPUTF8") can.smtputf8 = true;
    if (word == "8BITMIME") can.eight_bit_mime = true;
    if (word == "SIZE") {
      can.size = true;
      std::uint64_t largest = 0;
      if (line >> value && std::from_chars(value.data(), value.data() + value.size(), largest).ec == std::errc{} &&
          largest > 0) {
        can.largest = largest;
      }
    }
    while (word == "AUTH" && line >> value) can.mechanisms.push_back(value);
  }
  return can;
}

}  // namespace paneltwin::net::smtp

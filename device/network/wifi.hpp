// Wi-Fi: the access points around, the one that the machine has joined, and Wi-Fi Direct.
#pragma once

#include <string>
#include <vector>

namespace paneltwin::device {

/// An access point as the world has it; its password is never in a snapshot.
struct AccessPoint {
  std::string ssid, security;  // "WPA2-PSK (AES)"
  std::string password;
  int channel = 1, signal = 4;     // 1 to 4 bars
  bool filters_addresses = false;  // lets in only machines whose MAC address it knows: never ours
  bool button_pressed = false;     // of WPS: whoever asks for it now gets in without a password
};

/// One of those around, as the machine finds it.
struct FoundNetwork {
  std::string ssid, security;
  int channel = 1, signal = 4;
  bool operator==(const FoundNetwork&) const = default;
};

struct Wifi {
  bool in_use = false;              // instead of the wired LAN
  bool joined = false;              // the password was right, and the access point is there
  FoundNetwork network;             // what was chosen
  int error = 0;                    // E-code of the last try to join; 0: none
  std::string pin;                  // that waits to be entered at the access point (PIN Code Setup); empty: none
  std::vector<FoundNetwork> found;  // strongest first
  // Wi-Fi Direct, while it is on.
  std::string direct_ssid;  // "DIRECT-12345678"
  std::string direct_address = "192.168.223.1";
  int direct_devices = 0;  // connected
  bool operator==(const Wifi&) const = default;
};

}  // namespace paneltwin::device

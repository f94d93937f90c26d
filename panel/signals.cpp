#include "panel/signals.hpp"

#include <csignal>

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>

namespace paneltwin::panel {

struct Signals::Impl {
  explicit Impl(boost::asio::io_context& io) : signals(io, SIGTERM, SIGINT) {}
  boost::asio::signal_set signals;
};

Signals::Signals(device::Loop& loop, std::stop_source stop) : impl_(std::make_unique<Impl>(loop.io())) {
  impl_->signals.async_wait([stop = std::move(stop)](const boost::system::error_code& error, int) mutable {
    if (!error) stop.request_stop();
  });
}

Signals::~Signals() = default;

}  // namespace paneltwin::panel

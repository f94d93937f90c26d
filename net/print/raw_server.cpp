#include "net/print/raw_server.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/error.hpp>
#include <spdlog/spdlog.h>

#include "net/print/raw_job_parser.hpp"
#include "net/serve/answer_of.hpp"
#include "net/serve/listener.hpp"
#include "net/serve/server_stream.hpp"

namespace paneltwin::net::print {

namespace asio = boost::asio;
using asio::ip::tcp;
using device::FailureKind;

namespace {

bool takes_jobs(const device::State& state) {
  const bool on = state.power == device::PowerState::on || state.power == device::PowerState::asleep;
  return on && state.network.link && state.settings.is_on("raw-printing");
}

device::ComputerPrint print_of(RawJob job, std::optional<FailureKind> trouble) {
  return {.user = std::move(job.user),
          .name = std::move(job.name),
          .copies = job.copies,
          .two_sided = job.two_sided,
          .color = job.gray ? device::ColorMode::black_and_white : device::ColorMode::automatic,
          .content = std::make_shared<const std::string>(std::move(job.content)),
          .trouble = trouble};
}

}  // namespace

struct RawServer::Impl {
  Impl(device::Loop& the_loop, device::Device& the_device, RawServerOptions chosen)
      : loop(the_loop), device(the_device), options(std::move(chosen)) {}

  device::Loop& loop;
  device::Device& device;
  RawServerOptions options;
  std::unique_ptr<Listener> listener;
  std::set<ServerStream*> connections;
  std::size_t held = 0;  // bytes, of all connections
  device::Device::Subscription following;

  static device::Result<void> open(const std::shared_ptr<Impl>& self);
  static void follow(const std::shared_ptr<Impl>& self, const device::State& state);
  static asio::awaitable<void> serve(std::shared_ptr<Impl> self, tcp::socket socket);
  asio::awaitable<void> talk(ServerStream& stream);
  asio::awaitable<void> submit(RawJob job, std::optional<FailureKind> trouble = {});
};

asio::awaitable<void> RawServer::Impl::submit(RawJob job, std::optional<FailureKind> trouble) {
  const auto size = job.content.size();
  held += size;
  device::Command print = device::command::PrintFromComputer{print_of(std::move(job), trouble)};
  using Answer = device::Result<std::int64_t>;
  const auto answer = co_await answer_of<Answer>(
      [&](auto tell) { device.post(std::move(print), std::move(tell), device::Origin::world); });
  held -= size;
  if (!answer) spdlog::warn("raw printing: {} {}", device::name_of(answer.error().kind), answer.error().detail);
}

asio::awaitable<void> RawServer::Impl::talk(ServerStream& stream) {
  using std::chrono::seconds;
  using std::chrono::steady_clock;
  RawJobParser parser(options.document_limit);
  const auto end = steady_clock::now() + options.connection_time;
  std::string buffer(64u << 10, '\0');
  std::optional<FailureKind> trouble;
  for (;;) {
    const auto left = std::chrono::duration_cast<seconds>(end - steady_clock::now());
    stream.give_time(std::clamp(left, seconds(0), options.idle_time));
    const auto read = co_await stream.read(asio::buffer(buffer));
    if (read.error == asio::error::eof) break;
    if (read.error) {
      trouble = FailureKind::canceled;
      break;
    }
    const auto before = parser.held();
    parser.feed(std::string_view(buffer.data(), read.count));
    auto jobs = parser.take();
    held = held + parser.held() - before;
    for (auto& job : jobs) co_await submit(std::move(job));
    if (parser.is_hopeless()) break;
    if (parser.is_too_large() || held > options.memory_limit) {
      trouble = FailureKind::print_memory_full;
      break;
    }
  }
  held -= parser.held();
  auto rest = parser.rest();
  if (rest) co_await submit(std::move(*rest), trouble);
}

asio::awaitable<void> RawServer::Impl::serve(std::shared_ptr<Impl> self, tcp::socket socket) {
  ServerStream stream(std::move(socket));
  self->connections.insert(&stream);
  co_await self->talk(stream);
  co_await stream.end();
  self->connections.erase(&stream);
}

device::Result<void> RawServer::Impl::open(const std::shared_ptr<Impl>& self) {
  auto opened = Listener::open(self->loop, self->options.address, self->options.port,
                               [weak = std::weak_ptr(self)](tcp::socket socket) {
                                 const auto server = weak.lock();
                                 if (!server || server->connections.size() >= server->options.connection_limit) return;
                                 asio::co_spawn(server->loop.io(), serve(server, std::move(socket)), asio::detached);
                               });
  if (!opened) return std::unexpected(opened.error());
  self->listener = std::move(*opened);
  self->options.port = self->listener->port();
  return {};
}

void RawServer::Impl::follow(const std::shared_ptr<Impl>& self, const device::State& state) {
  const bool wanted = takes_jobs(state);
  if (wanted == (self->listener != nullptr)) return;
  if (!wanted) return self->listener.reset();
  // Somebody else may sit on the port by now: the next change of the machine tries again.
  if (auto opened = open(self); !opened) spdlog::warn("raw printing: {}", opened.error().detail);
}

device::Result<std::unique_ptr<RawServer>> RawServer::listen(device::Loop& loop, device::Device& device,
                                                             RawServerOptions options) {
  auto impl = std::make_shared<Impl>(loop, device, std::move(options));
  if (auto opened = Impl::open(impl); !opened) return std::unexpected(opened.error());
  Impl::follow(impl, *device.snapshot());
  impl->following = device.subscribe([weak = std::weak_ptr(impl)](const device::Snapshot& now) {
    if (const auto self = weak.lock()) Impl::follow(self, *now);
  });
  return std::unique_ptr<RawServer>(new RawServer(std::move(impl)));
}

RawServer::RawServer(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}

RawServer::~RawServer() {
  impl_->following.reset();
  impl_->listener.reset();
  for (auto* connection : impl_->connections) connection->close();
}

std::uint16_t RawServer::port() const { return impl_->options.port; }

}  // namespace paneltwin::net::print

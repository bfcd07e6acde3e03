// SPDX-License-Identifier: Apache-2.0
// Clients of a server in one thread, cheap enough not to be what is measured. It knows sockets and no Paceline, so the
// same load goes to somebody else's server.
//
//   load PORT REQUESTS CLIENTS TIMES   sends so many requests in all, each client its next one when it was answered
//   load PORT REQUESTS CLIENTS         sends one each and stays connected until standard input ends
//
// REQUESTS is a file of whole requests with "\n%%\n" between them; client K sends the one K modulo their number, with a
// number that never comes again in place of each "NNNNNNNNNNNN". Prints one line of JSON: how long it took, and the
// milliseconds that half and 95 of 100 requests waited. Ends with 1 when an answer is not 2xx or 3xx.
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Time = std::chrono::steady_clock;
constexpr std::string_view kNumber = "NNNNNNNNNNNN";
constexpr std::size_t kComingAtOnce = 64;
constexpr std::string_view kBetween = "\n%%\n";

[[noreturn]] void give_up(const char* doing) {
  std::perror(doing);
  std::exit(1);
}

struct Client {
  int socket = -1;
  std::string request;
  std::vector<std::size_t> numbers_at;
  std::string answer;
  Time::time_point sent;
};

std::vector<std::string> requests_of(const char* path) {
  std::ifstream file(path);
  const std::string all{std::istreambuf_iterator<char>(file), {}};
  std::vector<std::string> requests;
  for (std::size_t from = 0; from < all.size();) {
    const auto end = std::min(all.find(kBetween, from), all.size());
    requests.push_back(all.substr(from, end - from));
    from = end + kBetween.size();
  }
  if (requests.empty()) give_up(path);
  return requests;
}

int connected(std::uint16_t port) {
  const int made = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in server{};
  server.sin_family = AF_INET;
  server.sin_port = htons(port);
  server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (made < 0 || ::connect(made, reinterpret_cast<const sockaddr*>(&server), sizeof server) != 0) give_up("connect");
  const int at_once = 1;
  ::setsockopt(made, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
  return made;
}

void send(Client& client, long number) {
  std::array<char, kNumber.size() + 1> digits{};
  std::snprintf(digits.data(), digits.size(), "%0*ld", static_cast<int>(kNumber.size()), number);
  for (const std::size_t at : client.numbers_at) client.request.replace(at, kNumber.size(), digits.data());
  client.answer.clear();
  client.sent = Time::now();
  const auto sent = ::send(client.socket, client.request.data(), client.request.size(), MSG_NOSIGNAL);
  if (sent != static_cast<ssize_t>(client.request.size())) give_up("send");
}

/// Reads what has come; whether the head is there, and with `whole` the body too.
bool has_answer(Client& client, bool whole) {
  std::array<char, 65536> bytes{};
  const auto come = ::recv(client.socket, bytes.data(), bytes.size(), 0);
  if (come <= 0) give_up("recv");
  client.answer.append(bytes.data(), static_cast<std::size_t>(come));
  const auto head = client.answer.find("\r\n\r\n");
  if (head == std::string::npos) return false;
  if (client.answer.size() < 10 || (client.answer[9] != '2' && client.answer[9] != '3')) {
    std::fprintf(stderr, "load: %s\n", client.answer.c_str());
    std::exit(1);
  }
  if (!whole) return true;
  const auto field = client.answer.find("Content-Length: ");
  const auto length = field < head ? std::strtoul(client.answer.c_str() + field + 16, nullptr, 10) : 0;
  return client.answer.size() >= head + 4 + length;
}

std::vector<Client> clients_of(std::uint16_t port, const char* path, int number, int waiter) {
  const auto requests = requests_of(path);
  std::vector<Client> clients(static_cast<std::size_t>(number));
  for (std::size_t at = 0; at < clients.size(); ++at) {
    Client& client = clients[at];
    client.request = requests[at % requests.size()];
    for (auto found = client.request.find(kNumber); found != std::string::npos;
         found = client.request.find(kNumber, found + 1))
      client.numbers_at.push_back(found);
    client.socket = connected(port);
    epoll_event wanted{};
    wanted.events = EPOLLIN;
    wanted.data.ptr = &client;
    if (::epoll_ctl(waiter, EPOLL_CTL_ADD, client.socket, &wanted) != 0) give_up("epoll_ctl");
  }
  return clients;
}

/// Whoever was answered, until `times` answers have come; each then sends again while there is something to send.
std::vector<double> run(std::vector<Client>& clients, int waiter, long times, bool whole) {
  std::vector<double> waits;
  waits.reserve(static_cast<std::size_t>(times));
  const long first = Time::now().time_since_epoch() / std::chrono::milliseconds(1) % 100'000'000;
  long sent = 0;
  const auto next = [&](Client& client) {
    if (sent < times) send(client, first * 10'000 + sent);
    ++sent;
  };
  // Those who stay connected do not all come at once: a server puts up with only so many who wait.
  const std::size_t at_once = whole ? clients.size() : std::min(clients.size(), kComingAtOnce);
  for (std::size_t at = 0; at < at_once; ++at) next(clients[at]);
  std::array<epoll_event, 256> ready{};
  while (static_cast<long>(waits.size()) < times) {
    const int number = ::epoll_wait(waiter, ready.data(), static_cast<int>(ready.size()), 60'000);
    if (number <= 0) give_up("nobody answers for a minute");
    for (int at = 0; at < number; ++at) {
      Client& client = *static_cast<Client*>(ready[static_cast<std::size_t>(at)].data.ptr);
      if (!has_answer(client, whole)) continue;
      waits.push_back(std::chrono::duration<double, std::milli>(Time::now() - client.sent).count());
      if (whole) {
        next(client);
        continue;
      }
      ::epoll_ctl(waiter, EPOLL_CTL_DEL, client.socket, nullptr);
      if (sent < times) next(clients[static_cast<std::size_t>(sent)]);
    }
  }
  std::sort(waits.begin(), waits.end());
  return waits;
}

void allow_many_sockets() {
  rlimit files{};
  ::getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  allow_many_sockets();
  const bool stays = argc < 5;
  const int number = std::atoi(argv[3]);
  const long times = stays ? number : std::atol(argv[4]);
  const int waiter = ::epoll_create1(0);
  auto clients = clients_of(static_cast<std::uint16_t>(std::atoi(argv[1])), argv[2], number, waiter);
  const auto began = Time::now();
  const auto waits = run(clients, waiter, times, !stays);
  const double seconds = std::chrono::duration<double>(Time::now() - began).count();
  std::printf(R"({"requests": %zu, "seconds": %.4f, "half_ms": %.3f, "p95_ms": %.3f})"
              "\n",
              waits.size(), seconds, waits[waits.size() / 2], waits[waits.size() * 95 / 100]);
  std::fflush(stdout);
  while (stays && std::getchar() != EOF) continue;
}

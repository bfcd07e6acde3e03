// SPDX-License-Identifier: Apache-2.0
// A request and its answer, apart from how they travel: a socket, a socket in the data folder, or a function call.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace paceline::api {

enum class Method { get, head, post, put, patch, remove };

/// Where a request came in decides which credentials it may use.
enum class Door {
  network,   ///< cookie or bearer token
  operator_  ///< the command line: in the same process, or the socket that only the owner of the data folder can open
};

struct Request {
  Method method = Method::get;
  std::string path;                                        ///< decoded, without the query, "/api/v1/activities"
  std::vector<std::pair<std::string, std::string>> query;  ///< decoded, in order
  std::map<std::string, std::string> headers;              ///< names in lower case
  std::string body;
  std::string peer;  ///< address of the client, for limits on tries; empty at the operator's door
  Door door = Door::network;
  int rows = 0;  ///< of a page, in place of the query's limit: the program's own exports may ask for more; 0: the limit
};

/// One change that a live stream tells.
struct LiveEvent {
  std::int64_t seq = 0;
  std::int64_t rep = 0;  ///< whose figures changed; 0: everybody's
  std::string data;      ///< JSON
};

/// What an answer asks for when the connection is to stay open as a live stream.
struct LiveSubscription {
  std::int64_t org = 0;
  std::int64_t after_seq = 0;
  std::function<bool(const LiveEvent&)> may_see;
  /// Whether whoever asked still has the rights of the beginning: asked before anything is told. False ends the stream.
  std::function<bool()> holds;
};

/// The parts of a body after the first, each asked for when the one before it is on its way; empty: that was all. An
/// error cuts the answer off. What it reads lives no longer than the router.
using NextPart = std::function<Result<std::string>()>;

/// What was asked and by whom, for metrics and logs: nothing in it was written by the client.
struct Asked {
  std::string_view route;  ///< the pattern of the table, "/api/v1/activities/{activity}/void"; empty: none of it
  std::int64_t org = 0;    ///< 0: nobody was recognised
  std::int64_t user = 0;   ///< 0: the system, or nobody was recognised
};

struct Response {
  int status = 200;
  std::string content_type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  std::optional<LiveSubscription> live;
  NextPart next_part;  ///< of a body that is not held as a whole
  Asked asked;         ///< is not sent
};

/// The changes that live streams tell.
class LiveSource {
 public:
  virtual ~LiveSource() = default;
  /// The number of the newest change of each of these organisations; one that has told none may be missing. Called a
  /// few times a second with all that have listeners.
  virtual std::map<std::int64_t, std::int64_t> newest(const std::vector<std::int64_t>& orgs) = 0;
  /// Changes of one organisation after `seq`, oldest first, at most `limit`.
  virtual std::vector<LiveEvent> after(std::int64_t org, std::int64_t seq, int limit) = 0;
};

/// Answers every request, also the wrong ones. Called from several threads at once.
using Handler = std::function<Response(const Request&)>;

}  // namespace paceline::api

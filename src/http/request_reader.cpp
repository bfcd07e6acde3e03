// SPDX-License-Identifier: Apache-2.0
#include "http/request_reader.h"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>
#include <utility>

#include "base/result.h"
#include "base/utf8.h"
#include "http/request_target.h"

namespace paceline::http {
namespace {

namespace beast = boost::beast;
using beast::error_code;
using Verb = beast::http::verb;

std::string_view view(beast::string_view text) {
  return {text.data(), text.size()};
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

// Later this text stands in JSON and in the database, and those take UTF-8 only.
std::string as_utf8(std::string_view text) {
  std::string clean(text);
  const auto beyond_ascii = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  if (std::ranges::any_of(text, beyond_ascii) && !is_utf8(text)) std::ranges::replace_if(clean, beyond_ascii, '?');
  return clean;
}

std::optional<api::Method> method_of(Verb verb) {
  switch (verb) {
    case Verb::get: return api::Method::get;
    case Verb::head: return api::Method::head;
    case Verb::post: return api::Method::post;
    case Verb::put: return api::Method::put;
    case Verb::patch: return api::Method::patch;
    case Verb::delete_: return api::Method::remove;
    default: return std::nullopt;
  }
}

// Fills a request from the fields. Sees one complete header and never a body.
class HeaderParser final : public beast::http::basic_parser<true> {
 public:
  HeaderParser(const Limits& limits, api::Request& request) : request_(request) {
    header_limit(static_cast<std::uint32_t>(limits.header_bytes) + 1);
    body_limit(boost::none);
  }

  [[nodiscard]] std::optional<Refusal> parse(std::string_view header) {
    error_code fault;
    const std::size_t used = put(boost::asio::const_buffer(header.data(), header.size()), fault);
    if (fault) return refusal_of(fault, header);
    if (used != header.size() || !is_header_done()) return Refusal::malformed;
    return check();
  }

  [[nodiscard]] bool is_http_1_0() const { return version_ == 10; }

 private:
  void on_request_impl(Verb verb, beast::string_view, beast::string_view target, int version, error_code&) override {
    method_ = method_of(verb);
    version_ = version;
    target_ = view(target);
  }
  void on_field_impl(beast::http::field name, beast::string_view text, beast::string_view value, error_code&) override {
    if (name == beast::http::field::host) ++hosts_;
    if (name == beast::http::field::content_length) has_length_ = true;
    if (name == beast::http::field::transfer_encoding) has_coding_ = true;
    auto [at, fresh] = request_.headers.try_emplace(lower_case(view(text)));
    if (!fresh) at->second += name == beast::http::field::cookie ? "; " : ", ";
    at->second += as_utf8(view(value));
  }
  void on_response_impl(int, beast::string_view, int, error_code&) override {}
  void on_header_impl(error_code&) override {}
  void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}
  std::size_t on_body_impl(beast::string_view, error_code&) override { return 0; }
  void on_chunk_header_impl(std::uint64_t, beast::string_view, error_code&) override {}
  std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view, error_code&) override { return 0; }
  void on_finish_impl(error_code&) override {}

  [[nodiscard]] Refusal refusal_of(const error_code& fault, std::string_view header) const {
    using beast::http::error;
    if (fault == error::multiple_content_length) return Refusal::length_conflict;
    if (fault == error::bad_content_length && has_coding_) return Refusal::length_conflict;
    if (fault == error::bad_transfer_encoding && has_length_) return Refusal::length_conflict;
    if (fault == error::header_limit) return Refusal::header_too_large;
    if (fault == error::bad_version) {
      const std::string_view line = header.substr(0, header.find('\r'));
      const std::string_view version = line.substr(line.rfind(' ') + 1);
      if (version.starts_with("HTTP/")) return Refusal::version_unknown;
    }
    return Refusal::malformed;
  }

  [[nodiscard]] std::optional<Refusal> check() {
    if (has_coding_) {
      if (has_length_) return Refusal::length_conflict;
      if (is_http_1_0()) return Refusal::malformed;
      if (lower_case(request_.headers["transfer-encoding"]) != "chunked") return Refusal::coding_unknown;
    }
    if (hosts_ > 1 || (hosts_ == 0 && !is_http_1_0())) return Refusal::host_missing;
    if (hosts_ == 1 && request_.headers["host"].empty()) return Refusal::host_missing;
    if (!method_) return Refusal::method_unknown;
    request_.method = *method_;
    auto target = http::parse_target(target_);
    if (!target) return Refusal::target_malformed;
    request_.path = std::move(target->path);
    request_.query = std::move(target->query);
    if (!target->authority.empty()) request_.headers["host"] = std::move(target->authority);
    return std::nullopt;
  }

  api::Request& request_;
  std::optional<api::Method> method_;
  std::string_view target_;
  int version_ = 0;
  int hosts_ = 0;
  bool has_length_ = false;
  bool has_coding_ = false;
};

}  // namespace

void RequestReader::feed(std::string_view bytes) {
  if (refusal_) return;
  pending_.erase(0, begin_);
  scanned_ -= std::min(begin_, scanned_);
  begin_ = 0;
  pending_.append(bytes);
}

RequestReader::Event RequestReader::next() {
  if (!refusal_ && !in_body_) {
    if (!scan_header()) return refusal_ ? Event::refused : Event::need_more;
    parse_header();
  }
  if (refusal_) return Event::refused;
  if (std::exchange(expects_continue_, false)) return Event::expects_continue;
  if (!read_body()) return refusal_ ? Event::refused : Event::need_more;
  return Event::request;
}

api::Request RequestReader::take() {
  PACELINE_ASSERT(in_body_);
  in_body_ = false;
  chunks_.reset();
  scanned_ = begin_;
  header_bytes_ = lines_ = line_length_ = target_length_ = 0;
  blanks_ = 0;
  previous_ = '\0';
  if (begin_ == pending_.size()) {
    std::string().swap(pending_);  // an idle connection holds no buffer
    begin_ = scanned_ = 0;
  }
  return std::exchange(request_, {});
}

RequestReader::Stage RequestReader::stage() const {
  if (in_body_) return Stage::body;
  return begin_ == pending_.size() ? Stage::between : Stage::header;
}

// Returns whether the header is complete.
bool RequestReader::scan_header() {
  while (scanned_ < pending_.size() && !refusal_) {
    if (++header_bytes_ > limits_.header_bytes)
      refuse(Refusal::header_too_large);
    else if (scan(pending_[scanned_++]))
      return true;
  }
  return false;
}

bool RequestReader::scan(char c) {
  const char previous = std::exchange(previous_, c);
  if (c == '\n') {
    const bool blank = line_length_ == 1;
    line_length_ = 0;
    if (previous != '\r') {
      refuse(Refusal::malformed);
    } else if (!blank) {
      if (++lines_ > limits_.header_fields + 1) refuse(Refusal::header_too_large);
    } else if (lines_ == 0) {
      begin_ = scanned_;  // some clients end a body with a line too many
    } else {
      return true;
    }
    return false;
  }
  const bool control = (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\r') || c == 0x7f;
  const bool folded = line_length_ == 0 && (c == ' ' || c == '\t');
  if (control || folded || previous == '\r') refuse(Refusal::malformed);
  ++line_length_;
  if (lines_ == 0) {
    if (c == ' ')
      ++blanks_;
    else if (blanks_ == 1 && ++target_length_ > limits_.target_bytes)
      refuse(Refusal::target_too_long);
  }
  return false;
}

void RequestReader::parse_header() {
  HeaderParser parser(limits_, request_);
  const auto header = std::string_view(pending_).substr(begin_, scanned_ - begin_);
  if (const auto refusal = parser.parse(header)) return refuse(*refusal);
  begin_ = scanned_;
  in_body_ = true;
  keep_alive_ = parser.keep_alive();
  body_left_ = parser.content_length().value_or(0);
  if (parser.chunked()) chunks_.emplace(limits_.body_bytes, limits_.chunk_framing_bytes);
  if (const auto expect = request_.headers.find("expect"); expect != request_.headers.end() && !parser.is_http_1_0()) {
    if (lower_case(expect->second) != "100-continue") return refuse(Refusal::expectation_unknown);
    expects_continue_ = body_left_ > 0 || chunks_;
  }
  if (body_left_ > limits_.body_bytes) refuse(Refusal::body_too_large);
}

// Returns whether the body is complete.
bool RequestReader::read_body() {
  std::string_view rest = std::string_view(pending_).substr(begin_);
  if (!chunks_) {
    const auto taken = static_cast<std::size_t>(std::min<std::uint64_t>(body_left_, rest.size()));
    request_.body.append(rest.substr(0, taken));
    begin_ += taken;
    body_left_ -= taken;
    return body_left_ == 0;
  }
  const auto outcome = chunks_->take(rest, request_.body);
  begin_ = pending_.size() - rest.size();
  if (outcome == ChunkedBody::Outcome::malformed) refuse(Refusal::malformed);
  if (outcome == ChunkedBody::Outcome::too_large) refuse(Refusal::body_too_large);
  return outcome == ChunkedBody::Outcome::done;
}

}  // namespace paceline::http

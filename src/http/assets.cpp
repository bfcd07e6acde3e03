// SPDX-License-Identifier: Apache-2.0
#include "http/assets.h"

#include <sys/random.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/result.h"
#include "base/utf8.h"
#include "http/refusals.h"

namespace paceline::http {
namespace {

constexpr std::string_view kIndex = "/index.html";
constexpr std::string_view kNonceMark = "__CSP_NONCE__";
constexpr std::string_view kHashedFolder = "/assets/";
constexpr std::string_view kCompressed = ".br";

std::string hex(std::uint64_t value) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text(16, '0');
  for (std::size_t at = text.size(); at-- > 0; value >>= 4U) text[at] = kDigits[value & 15U];
  return text;
}

std::string fresh_nonce() {
  std::array<std::uint64_t, 2> random{};
  const auto got = getrandom(random.data(), sizeof random, 0);
  PACELINE_ASSERT(got == static_cast<ssize_t>(sizeof random));
  return hex(random[0]) + hex(random[1]);
}

// FNV-1a. An entity tag tells versions of one file apart; it keeps nobody out.
std::uint64_t hash(std::string_view bytes) {
  std::uint64_t hashed = 14695981039346656037U;
  for (const char byte : bytes) hashed = (hashed ^ static_cast<unsigned char>(byte)) * 1099511628211U;
  return hashed;
}

std::string_view extension(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string_view{} : name.substr(dot + 1);
}

std::string_view content_type(std::string_view path) {
  using Pair = std::pair<std::string_view, std::string_view>;
  static constexpr std::array kTypes{
      Pair{"js", "text/javascript; charset=utf-8"},
      Pair{"mjs", "text/javascript; charset=utf-8"},
      Pair{"css", "text/css; charset=utf-8"},
      Pair{"html", "text/html; charset=utf-8"},
      Pair{"txt", "text/plain; charset=utf-8"},
      Pair{"json", "application/json"},
      Pair{"map", "application/json"},
      Pair{"webmanifest", "application/manifest+json"},
      Pair{"svg", "image/svg+xml"},
      Pair{"png", "image/png"},
      Pair{"jpg", "image/jpeg"},
      Pair{"webp", "image/webp"},
      Pair{"ico", "image/x-icon"},
      Pair{"woff2", "font/woff2"},
      Pair{"wasm", "application/wasm"},
  };
  const auto* const found = std::ranges::find(kTypes, extension(path), &Pair::first);
  return found == kTypes.end() ? "application/octet-stream" : found->second;
}

std::string_view next_item(std::string_view& list) {
  const std::string_view item = list.substr(0, list.find(','));
  list.remove_prefix(std::min(item.size() + 1, list.size()));
  return trimmed(item);
}

std::string_view field(const api::Request& request, const std::string& name) {
  const auto found = request.headers.find(name);
  return found == request.headers.end() ? std::string_view{} : found->second;
}

bool names_tag(std::string_view if_none_match, std::string_view quoted_tag) {
  while (!if_none_match.empty()) {
    std::string_view tag = next_item(if_none_match);
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    if (tag == quoted_tag || tag == "*") return true;
  }
  return false;
}

Reply not_built() {
  api::Response response;
  response.status = 404;
  response.content_type = "text/plain; charset=utf-8";
  response.body = "This program was built without its web page.\n";
  return reply_of(std::move(response), false);
}

}  // namespace

Assets::Assets(const std::vector<EmbeddedAsset>& files) {
  for (const EmbeddedAsset& asset : files)
    if (!asset.path.ends_with(kCompressed)) add(asset);
  for (const EmbeddedAsset& asset : files) {
    if (!asset.path.ends_with(kCompressed)) continue;
    const auto plain = files_.find(asset.path.substr(0, asset.path.size() - kCompressed.size()));
    if (plain == files_.end()) continue;
    plain->second.brotli = asset.content();
    plain->second.fields += "Vary: Accept-Encoding\r\n";
  }
}

void Assets::add(const EmbeddedAsset& asset) {
  if (asset.path == kIndex) {
    for (std::string_view rest = asset.content();;) {
      const std::size_t mark = rest.find(kNonceMark);
      page_parts_.push_back(rest.substr(0, mark));
      if (mark == std::string_view::npos) return;
      rest.remove_prefix(mark + kNonceMark.size());
    }
  }
  File& file = files_[asset.path];
  file.identity = asset.content();
  file.entity_tag = hex(hash(file.identity));
  const bool hashed = asset.path.starts_with(kHashedFolder);
  file.fields.append("Content-Type: ").append(content_type(asset.path)).append("\r\nCache-Control: ");
  file.fields.append(hashed ? "public, max-age=31536000, immutable" : "no-cache").append("\r\n");
  // A service worker obeys the policy that came with its own file, so it must be allowed to fetch.
  file.fields.append("Content-Security-Policy: default-src 'self'; frame-ancestors 'none'\r\n").append(kCommonFields);
}

Reply Assets::answer(const api::Request& request) const {
  if (request.method != api::Method::get && request.method != api::Method::head)
    return reply_of(problem(Refusal::page_method), false);
  if (request.path != kIndex) {
    if (const auto file = files_.find(request.path); file != files_.end()) return file_reply(file->second, request);
    if (request.path.starts_with(kHashedFolder) || !extension(request.path).empty() ||
        request.path.find("/..") != std::string::npos)
      return reply_of(problem(Refusal::page_not_found), false);
  }
  return page_parts_.empty() ? not_built() : page();
}

Reply Assets::file_reply(const File& file, const api::Request& request) const {
  const bool compressed = !file.brotli.empty() && accepts_coding(field(request, "accept-encoding"), "br");
  const std::string tag = '"' + file.entity_tag + (compressed ? "-br\"" : "\"");
  Reply reply;
  reply.fields.reserve(file.fields.size() + 64);
  reply.fields.append("ETag: ").append(tag).append("\r\n").append(file.fields);
  if (names_tag(field(request, "if-none-match"), tag)) {
    reply.status = 304;
    return reply;
  }
  if (compressed) reply.fields.append("Content-Encoding: br\r\n");
  reply.lasting_body = compressed ? file.brotli : file.identity;
  return reply;
}

Reply Assets::page() const {
  const std::string nonce = fresh_nonce();
  Reply reply;
  for (std::size_t at = 0; at < page_parts_.size(); ++at) {
    if (at > 0) reply.body += nonce;
    reply.body += page_parts_[at];
  }
  reply.fields = "Content-Type: text/html; charset=utf-8\r\nCache-Control: no-cache\r\n";
  reply.fields += "Content-Security-Policy: default-src 'none'; script-src 'self' 'nonce-" + nonce +
                  "'; style-src 'self' 'nonce-" + nonce +
                  "'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
                  "worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'\r\n";
  reply.fields += kCommonFields;
  return reply;
}

bool accepts_coding(std::string_view accept_encoding, std::string_view coding) {
  bool any = false;
  while (!accept_encoding.empty()) {
    const std::string_view item = next_item(accept_encoding);
    const std::size_t semicolon = std::min(item.find(';'), item.size());
    const std::string_view name = trimmed(item.substr(0, semicolon));
    std::string_view weight = trimmed(item.substr(std::min(semicolon + 1, item.size())));
    if (name != coding && name != "*") continue;
    if (weight.starts_with("q=") || weight.starts_with("Q=")) weight.remove_prefix(2);
    const bool wanted = weight.empty() || weight.find_first_not_of("0.") != std::string_view::npos;
    if (name == coding) return wanted;
    any = wanted;
  }
  return any;
}

}  // namespace paceline::http

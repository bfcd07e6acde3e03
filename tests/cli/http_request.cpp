// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/http_request.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "tests/cli/case_text.h"

namespace paceline::cases {
namespace {

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("no file " + path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string request_of(const std::vector<std::string>& words, const std::string& folder) {
  if (words.size() < 2) throw std::runtime_error("a request is METHOD PATH");
  std::string fields = "Host: localhost\r\n";
  std::string body;
  for (std::size_t i = 2; i < words.size(); ++i) {
    const bool named = i + 1 < words.size();
    if (words[i] == "as" && named) {
      fields += "Authorization: Bearer " + words[++i] + "\r\n";
    } else if (words[i] == "key" && named) {
      fields += "Idempotency-Key: " + words[++i] + "\r\n";
    } else {
      body = content_of(folder + "/" + words[i]);
      fields += "Content-Type: application/json\r\n";
    }
  }
  if (words[0] != "GET") fields += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  return words[0] + " " + words[1] + " HTTP/1.1\r\n" + fields + "\r\n" + body;
}

}  // namespace

http::RawAnswer ask_over_http(int port, const std::string& words, const std::string& folder) {
  auto answer = http::ask(static_cast<std::uint16_t>(port), request_of(split_words(words), folder));
  if (answer.status == 0) throw std::runtime_error("no answer");
  return answer;
}

}  // namespace paceline::cases

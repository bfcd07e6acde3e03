// SPDX-License-Identifier: Apache-2.0
#include "contact/digit_pattern.h"

#include <functional>
#include <memory>

#include "base/result.h"

namespace paceline {
namespace {

constexpr unsigned kAnyDigit = (1U << 10U) - 1;

struct Piece;
using Sequence = std::vector<Piece>;

/// One digit of a set, or a group of alternatives, so many times; or the end of the text.
struct Piece {
  bool is_end = false;
  unsigned digits = 0;
  std::vector<Sequence> alternatives;  ///< none: it is a set
  std::optional<std::size_t> group;
  std::size_t least = 1;
  std::size_t most = 1;
};

/// Reads the text of a pattern.
class PatternReader {
 public:
  explicit PatternReader(std::string_view pattern) : rest_(pattern) {}

  std::vector<Sequence> alternatives() {
    std::vector<Sequence> all(1);
    while (!rest_.empty() && rest_.front() != ')') {
      if (take("|")) {
        all.emplace_back();
      } else {
        all.back().push_back(piece());
      }
    }
    return all;
  }
  [[nodiscard]] std::size_t groups() const { return groups_; }

 private:
  bool take(std::string_view sign) {
    if (!rest_.starts_with(sign)) return false;
    rest_.remove_prefix(sign.size());
    return true;
  }

  std::size_t number() {
    std::size_t value = 0;
    while (!rest_.empty() && '0' <= rest_.front() && rest_.front() <= '9') value = value * 10 + digit();
    return value;
  }

  unsigned digit() {
    PACELINE_ASSERT(!rest_.empty() && '0' <= rest_.front() && rest_.front() <= '9');
    const auto value = static_cast<unsigned>(rest_.front() - '0');
    rest_.remove_prefix(1);
    return value;
  }

  unsigned set() {
    unsigned digits = 0;
    while (!take("]")) {
      if (take("\\d")) {
        digits = kAnyDigit;
        continue;
      }
      const unsigned from = digit();
      const unsigned to = take("-") ? digit() : from;
      for (unsigned each = from; each <= to; ++each) digits |= 1U << each;
    }
    return digits;
  }

  Piece piece() {
    Piece piece;
    if (take("(")) {
      if (!take("?:")) piece.group = groups_++;
      piece.alternatives = alternatives();
      const bool closed = take(")");
      PACELINE_ASSERT(closed);
    } else if (take("$")) {
      piece.is_end = true;
    } else if (take("[")) {
      piece.digits = set();
    } else if (take("\\d")) {
      piece.digits = kAnyDigit;
    } else {
      piece.digits = 1U << digit();
    }
    repetition(piece);
    return piece;
  }

  void repetition(Piece& piece) {
    if (take("?")) piece.least = 0;
    if (!take("{")) return;
    piece.least = number();
    piece.most = take(",") ? number() : piece.least;
    const bool closed = take("}");
    PACELINE_ASSERT(closed);
  }

  std::string_view rest_;
  std::size_t groups_ = 0;
};

/// Whether what comes after fits from a place on.
using Then = std::function<bool(std::size_t)>;

class Matching {
 public:
  Matching(std::string_view text, std::size_t groups) : text_(text), groups_(groups) {}

  bool any(const std::vector<Sequence>& alternatives, std::size_t at, const Then& then) {
    for (const Sequence& each : alternatives) {
      if (sequence(each, 0, at, then)) return true;
    }
    return false;
  }
  [[nodiscard]] const std::vector<std::string_view>& groups() const { return groups_; }

 private:
  bool sequence(const Sequence& pieces, std::size_t next, std::size_t at, const Then& then) {
    if (next == pieces.size()) return then(at);
    return repeated(pieces[next], 0, at, [&](std::size_t place) { return sequence(pieces, next + 1, place, then); });
  }

  /// As often as it goes, and then less and less often.
  bool repeated(const Piece& piece, std::size_t times, std::size_t at, const Then& then) {
    if (times < piece.most && once(piece, times, at, then)) return true;
    return times >= piece.least && then(at);
  }

  bool once(const Piece& piece, std::size_t times, std::size_t at, const Then& then) {
    if (piece.is_end) return at == text_.size() && repeated(piece, times + 1, at, then);
    if (piece.alternatives.empty()) {
      const bool fits = at < text_.size() && (piece.digits >> static_cast<unsigned>(text_[at] - '0') & 1U) != 0;
      return fits && repeated(piece, times + 1, at + 1, then);
    }
    const auto after = [&](std::size_t place) {
      if (!piece.group) return repeated(piece, times + 1, place, then);
      const std::string_view before = groups_[*piece.group];
      groups_[*piece.group] = text_.substr(at, place - at);
      if (repeated(piece, times + 1, place, then)) return true;
      groups_[*piece.group] = before;
      return false;
    };
    return any(piece.alternatives, at, after);
  }

  std::string_view text_;
  std::vector<std::string_view> groups_;
};

std::optional<DigitMatch> match(std::string_view pattern, std::string_view text, bool entirely) {
  PatternReader reader(pattern);
  const std::vector<Sequence> alternatives = reader.alternatives();
  Matching matching(text, reader.groups());
  DigitMatch match;
  const bool found = matching.any(alternatives, 0, [&](std::size_t end) {
    match.length = end;
    return !entirely || end == text.size();
  });
  if (!found) return std::nullopt;
  match.groups = matching.groups();
  return match;
}

}  // namespace

std::optional<DigitMatch> match_beginning(std::string_view pattern, std::string_view text) {
  return match(pattern, text, false);
}

bool matches_entirely(std::string_view pattern, std::string_view text) {
  return match(pattern, text, true).has_value();
}

}  // namespace paceline

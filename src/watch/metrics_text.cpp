// SPDX-License-Identifier: Apache-2.0
#include "watch/metrics_text.h"

#include <algorithm>
#include <charconv>

namespace paceline {
namespace {

/// The shortest text that is read as the same number.
std::string text_of(double value) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  return {text.data(), end};
}

std::string escaped(std::string_view text) {
  std::string all;
  all.reserve(text.size());
  for (const char c : text) {
    if (c == '\\' || c == '"') all += '\\';
    if (c == '\n') all += "\\n";
    if (c != '\n') all += c;
  }
  return all;
}

}  // namespace

void Histogram::add(double seconds) {
  const auto* const bound = std::lower_bound(kBounds.begin(), kBounds.end(), seconds);
  ++counts.at(static_cast<std::size_t>(bound - kBounds.begin()));
  sum += seconds;
}

void MetricsText::family(std::string_view name, std::string_view type, std::string_view help) {
  text_.append("# HELP ").append(name).append(" ").append(help);
  text_.append("\n# TYPE ").append(name).append(" ").append(type).append("\n");
}

void MetricsText::written(std::string_view name, const Labels& labels, std::string_view value) {
  text_ += name;
  for (std::size_t at = 0; at < labels.size(); ++at) {
    text_.append(at == 0 ? "{" : ",").append(labels[at].first);
    text_.append("=\"").append(escaped(labels[at].second)).append("\"");
  }
  text_.append(labels.empty() ? " " : "} ").append(value).append("\n");
}

void MetricsText::sample(std::string_view name, const Labels& labels, double value) {
  written(name, labels, text_of(value));
}

void MetricsText::sample(std::string_view name, const Labels& labels, std::int64_t value) {
  written(name, labels, std::to_string(value));
}

void MetricsText::single(std::string_view name, std::string_view type, std::string_view help, double value) {
  family(name, type, help);
  sample(name, {}, value);
}

void MetricsText::histogram(std::string_view name, const Labels& labels, std::span<const double> bounds,
                            std::span<const std::int64_t> counts, double sum) {
  const std::string whole(name);
  std::int64_t so_far = 0;
  for (std::size_t at = 0; at < counts.size(); ++at) {
    so_far += counts[at];
    const std::string bound = at < bounds.size() ? text_of(bounds[at]) : "+Inf";
    Labels with_bound = labels;
    with_bound.emplace_back("le", bound);
    sample(whole + "_bucket", with_bound, so_far);
  }
  sample(whole + "_sum", labels, sum);
  sample(whole + "_count", labels, so_far);
}

}  // namespace paceline

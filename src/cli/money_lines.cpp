// SPDX-License-Identifier: Apache-2.0
#include "cli/money_lines.h"

#include <algorithm>

#include "cli/body.h"
#include "cli/whole_number.h"

namespace paceline::cli {
namespace {

constexpr std::size_t kDecimals = 3;  // of a quantity

std::optional<std::int64_t> thousandths(std::string_view text) {
  const auto point = std::min(text.find('.'), text.size());
  std::string decimals(text.substr(std::min(point + 1, text.size())));
  if (decimals.size() > kDecimals || (point < text.size() && decimals.empty())) return std::nullopt;
  decimals.resize(kDecimals, '0');
  return whole_number_of(text.substr(0, point)) ? whole_number_of(std::string(text.substr(0, point)) + decimals)
                                                : std::nullopt;
}

std::optional<MoneyLine> money_line(std::string_view text, bool with_quantity) {
  MoneyLine line;
  const auto equals = text.rfind('=');
  if (equals == 0) return std::nullopt;
  if (equals != std::string_view::npos) {
    line.product_line = text.substr(0, equals);
    text.remove_prefix(equals + 1);
  }
  const auto times = text.find('x');
  if (times != std::string_view::npos) {
    line.quantity_milli = with_quantity ? thousandths(text.substr(0, times)) : std::nullopt;
    if (!line.quantity_milli) return std::nullopt;
    text.remove_prefix(times + 1);
  }
  const auto minor = whole_number_of(text);
  if (!minor) return std::nullopt;
  line.minor = *minor;
  return line;
}

}  // namespace

Checked<std::vector<MoneyLine>> money_lines_of(const std::vector<std::string>& texts, bool with_quantity) {
  std::vector<MoneyLine> lines;
  Errors faults;
  for (std::size_t at = 0; at < texts.size(); ++at) {
    auto line = money_line(texts[at], with_quantity);
    if (line)
      lines.push_back(*std::move(line));
    else
      faults.push_back({Fault::invalid, "line.malformed", "/lines/" + std::to_string(at), texts[at]});
  }
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return lines;
}

std::string money_json(std::int64_t minor, const std::string& currency) {
  return body_of({{"currency", currency}}, {{"amount_minor", std::to_string(minor)}});
}

std::string amounts_json(const std::vector<MoneyLine>& lines, const std::string& currency,
                         const std::vector<std::string>& at_list_price) {
  std::string items;
  const auto add = [&](const std::string& item) { items += (items.empty() ? "" : ",") + item; };
  for (const MoneyLine& line : lines)
    add(body_of({{"product_line", line.product_line}}, {{"amount", money_json(line.minor, currency)}}));
  for (const std::string& product_line : at_list_price) add(body_of({{"product_line", product_line}}));
  return items.empty() ? items : "[" + items + "]";
}

}  // namespace paceline::cli

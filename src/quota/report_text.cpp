// SPDX-License-Identifier: Apache-2.0
#include "base/enum_text.h"
#include "quota/report.h"

namespace paceline {
namespace {

/// One line for each thing; each value with its length, so that no two reports read alike.
class Text {
 public:
  Text& line(std::string_view name) {
    text_ += "\n";
    text_ += name;
    return *this;
  }
  Text& add(std::string_view value) {
    text_ += " " + std::to_string(value.size()) + ":";
    text_ += value;
    return *this;
  }
  Text& add(std::int64_t value) { return add(std::string_view(std::to_string(value))); }
  template <class E>
  requires std::is_enum_v<E> Text& add(E value) { return add(enum_text(value)); }
  Text& add(Day day) { return add(std::string_view(to_text(day))); }
  Text& add(Instant instant) { return add(instant.microseconds()); }
  template <class Tag>
  Text& add(Id<Tag> id) {
    return add(id.value());
  }
  template <class T>
  Text& add(const std::optional<T>& value) {
    if (value) return add(*value);
    text_ += " -";
    return *this;
  }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_ = "paceline period report 1";
};

template <class T>
std::optional<std::int64_t> member(const std::optional<Amounts>& amounts, T Amounts::*which) {
  if (!amounts) return std::nullopt;
  return (*amounts).*which;
}

void add_head(Text& text, const PeriodReport& report) {
  const ReportHead& head = report.head;
  const Proration& asked = report.proration;
  text.line("report").add(head.report_id).add(head.quota_id).add(head.key).add(head.name).add(head.rep_id);
  text.line("period").add(to_text(head.period_kind)).add(head.period_key).add(head.span.from).add(head.span.to);
  text.line("closed").add(head.closed_by).add(head.closed_at).add(head.zone);
  text.line("asked").add(asked.amount).add(asked.floor).add(asked.stretch).add(asked.amount_full);
  text.line("minutes").add(asked.minutes).add(asked.minutes_full).add(report.full_day_minutes);
  text.line("excused").add(std::int64_t{asked.excused});
  for (const ProrationPart& part : asked.parts) text.line("part").add(part.why).add(part.minutes);
  text.line("counted").add(report.counted).add(report.adjustment).add(report.grade).add(report.proposal);
}

}  // namespace

std::string canonical_text(const PeriodReport& report) {
  Text text;
  add_head(text, report);
  for (const ReportDay& day : report.days) {
    text.line("day").add(day.day).add(std::int64_t{day.started}).add(day.team_id).add(day.rule_id);
    text.add(member(day.amounts, &Amounts::quota)).add(member(day.amounts, &Amounts::floor));
    text.add(member(day.amounts, &Amounts::stretch)).add(day.minutes_full).add(day.minutes_calendar);
    text.add(day.minutes_asked).add(day.share_bp).add(day.name).add(std::int64_t{day.closing}).add(day.counted);
  }
  for (const ReportRow& row : report.rows) {
    text.line("row").add(row.activity_id).add(row.occurred_at).add(row.day).add(row.kind).add(row.direction);
    text.add(row.outcome).add(row.duration_s).add(row.topic).add(row.contact_id).add(row.reason);
    text.add(row.counted_before);
    if (row.worth) text.add(*row.worth);
  }
  for (const Adjustment& each : report.adjustments) {
    text.line("adjustment").add(each.about_id).add(each.activity_id).add(each.occurred_at).add(each.day);
    text.add(each.change).add(each.reason_before).add(each.reason);
  }
  return text.take();
}

}  // namespace paceline

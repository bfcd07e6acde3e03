// SPDX-License-Identifier: Apache-2.0
#include "app/decide_report.h"

#include "base/enum_text.h"
#include "base/utf8.h"

namespace paceline {
namespace {

bool fits(const std::optional<std::string>& text) {
  return !text || is_plain_text(*text, kLongestReportText);
}

std::optional<std::string> without_spaces(const std::optional<std::string>& text) {
  if (!text || trimmed(*text).empty()) return std::nullopt;
  return std::string(trimmed(*text));
}

Errors faults_of(const DecisionDraft& draft, bool replaces) {
  Errors faults;
  const auto refuse = [&](const char* code, const char* pointer) {
    faults.push_back({Fault::invalid, code, pointer, {}});
  };
  if (draft.verdict == Verdict::excused && !draft.excuse) refuse("report.excuse.missing", "/excuse");
  if (draft.verdict != Verdict::excused && draft.excuse) refuse("report.excuse.not_allowed", "/excuse");
  if (!fits(draft.note)) refuse("report.text.not_allowed", "/note");
  if (replaces && !without_spaces(draft.note)) refuse("report.note.missing", "/note");
  return faults;
}

Errors nobody() {
  return {{Fault::forbidden, "report.person_missing", {}, {}}};
}

Result<void> tell(const Actor& actor, const char* action, const PeriodReport& report, std::string_view detail,
                  Instant now, LedgerStore& ledger) {
  PACELINE_CHECK(ledger.note({actor.user_id, action, to_text(report.head.report_id), std::string(detail), now}));
  return ledger.tell("report", report.head.rep_id, now);
}

}  // namespace

Checked<ReportDecision> decide_report(const Actor& actor, const PeriodReport& report, const DecisionDraft& draft,
                                      Instant now, Ids& ids, Stores& stores) {
  if (!actor.user_id) return tl::unexpected(nobody());
  const auto earlier = stores.reports.decisions_of(report.head.report_id);
  if (!earlier) return tl::unexpected(Errors{earlier.error()});
  if (Errors faults = faults_of(draft, !earlier->empty()); !faults.empty()) return tl::unexpected(std::move(faults));
  const ReportDecision decision{ids.make<ReportDecisionId>(), draft.verdict, draft.excuse,
                                without_spaces(draft.note),   actor.user_id, now};
  auto stored = stores.reports.add_decision(report.head.report_id, decision);
  if (stored) stored = tell(actor, "report.decide", report, enum_text(draft.verdict), now, stores.ledger);
  if (!stored) return tl::unexpected(Errors{stored.error()});
  return decision;
}

Checked<Acknowledgement> acknowledge_report(const Actor& actor, const PeriodReport& report, Side side,
                                            const std::optional<std::string>& remark, Instant now, Ids& ids,
                                            Stores& stores) {
  if (!actor.user_id) return tl::unexpected(nobody());
  if (!fits(remark)) return tl::unexpected(Errors{{Fault::invalid, "report.text.not_allowed", "/remark", {}}});
  const Acknowledgement given{ids.make<AcknowledgementId>(), side, without_spaces(remark), actor.user_id, now};
  auto stored = stores.reports.add_acknowledgement(report.head.report_id, given);
  if (stored) stored = tell(actor, "report.acknowledge", report, enum_text(side), now, stores.ledger);
  if (!stored) return tl::unexpected(Errors{stored.error()});
  return given;
}

Verdict verdict_of(const PeriodReport& report, const std::vector<ReportDecision>& decisions) {
  return decisions.empty() ? report.proposal : decisions.back().verdict;
}

}  // namespace paceline

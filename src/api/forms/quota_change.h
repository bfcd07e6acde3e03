// SPDX-License-Identifier: Apache-2.0
// Definitions of quotas as the editor reads and writes them: versions, who set, proposed and agreed, previews, many at
// once, copies, proposals.
#pragma once

#include "api/forms/apply.h"
#include "api/forms/quota.h"
#include "app/apply_parts.h"

namespace paceline {

BOOST_DESCRIBE_ENUM(ItemOutcome, created, changed, unchanged)

}  // namespace paceline

namespace paceline::api::form {

/// Somebody by name; id 0 is the system.
struct Signed {
  UserId user_id;
  std::string name;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(Signed, (), (user_id, name, at))

struct QuotaVersion {
  Day from;
  std::int64_t amount = 0;
  std::optional<std::int64_t> floor;
  std::optional<std::int64_t> stretch;
  Excuses excuses;
  Rule rule;
  std::vector<QuotaSubject> subjects;      ///< those that the caller may know; none: the quota has ended
  Signed set;                              ///< who made it hold, and when
  std::optional<std::string> proposed_by;  ///< name of somebody else whose proposal it was
  std::vector<Signed> agreed;              ///< of those whom it asks
};
BOOST_DESCRIBE_STRUCT(QuotaVersion, (),
                      (from, amount, floor, stretch, excuses, rule, subjects, set, proposed_by, agreed))

struct QuotaDetail : Quota {
  std::vector<QuotaVersion> versions;  ///< oldest first
  bool may_manage = false;
};
BOOST_DESCRIBE_STRUCT(QuotaDetail, (Quota), (versions, may_manage))

/// What the period before would have been under the definition.
struct PreviewBefore {
  Period period;
  std::int64_t amount = 0;
  bool excused = false;
  std::optional<std::int64_t> counted;  ///< null where the monitoring profile keeps it to the rep; so with the grade
  std::optional<Grade> grade;
};
BOOST_DESCRIBE_STRUCT(PreviewBefore, (), (period, amount, excused, counted, grade))

struct PreviewRep {
  RepId rep_id;
  std::string rep_name;
  Period period;
  std::int64_t amount = 0;
  std::optional<std::int64_t> floor;
  std::optional<std::int64_t> stretch;
  std::int64_t amount_full = 0;
  bool excused = false;
  std::vector<ProrationPart> proration;
  PreviewBefore before;
};
BOOST_DESCRIBE_STRUCT(PreviewRep, (),
                      (rep_id, rep_name, period, amount, floor, stretch, amount_full, excused, proration, before))

struct QuotaPreview {
  Day from;
  bool is_new = true;
  std::vector<PreviewRep> reps;
};
BOOST_DESCRIBE_STRUCT(QuotaPreview, (), (from, is_new, reps))

/// All of them or none.
struct ManyQuotas {
  std::optional<json::Items<NewQuota, 500>> quotas;
  std::optional<json::Items<ShortText, 500>> scaled;  ///< keys of quotas whose amounts change by `percent`
  std::optional<int> percent;                         ///< -100 to 1000
  std::optional<Day> from;                            ///< of the scaled ones; absent: their next periods
  std::optional<json::Prose<1, 500>> reason;
};
BOOST_DESCRIBE_STRUCT(ManyQuotas, (), (quotas, scaled, percent, from, reason))

struct ChangedQuota {
  std::string key;
  ItemOutcome outcome = ItemOutcome::unchanged;
  QuotaDetail quota;  ///< as it is, or would be, afterwards
};
BOOST_DESCRIBE_STRUCT(ChangedQuota, (), (key, outcome, quota))

BOOST_DEFINE_ENUM_CLASS(CopiedAmounts, as_defined, as_asked)

struct CopyQuota {
  ShortText key;
  Name name;
  std::optional<Span> span;              ///< of a campaign: the new days
  std::optional<Day> from;               ///< absent: this period
  std::optional<CopiedAmounts> amounts;  ///< as_asked: each rep who was asked, with what was asked; absent: as_defined
};
BOOST_DESCRIBE_STRUCT(CopyQuota, (), (key, name, span, from, amounts))

struct EndQuota {
  std::optional<Day> from;  ///< the first day that asks nobody; absent: the next period
  std::optional<json::Prose<1, 500>> reason;
};
BOOST_DESCRIBE_STRUCT(EndQuota, (), (from, reason))

struct NewProposal {
  std::optional<ShortText> rep;  ///< absent: me
  std::int64_t amount = 0;
  std::optional<std::int64_t> floor;
  std::optional<std::int64_t> stretch;
  std::optional<Day> from;  ///< absent: the period after the agreement
  std::optional<json::Prose<1, 500>> note;
};
BOOST_DESCRIBE_STRUCT(NewProposal, (), (rep, amount, floor, stretch, from, note))

BOOST_DEFINE_ENUM_CLASS(ProposalState, open, agreed, declined)

struct Proposal {
  ProposalId proposal_id;
  QuotaId quota_id;
  std::string key;
  std::string name;
  RepId rep_id;
  std::string rep_name;
  std::int64_t amount = 0;
  std::optional<std::int64_t> floor;
  std::optional<std::int64_t> stretch;
  std::optional<std::int64_t> amount_now;  ///< what is asked today
  std::optional<Day> from;
  std::string note;
  ProposalState state = ProposalState::open;
  Signed proposed;
  std::optional<Signed> decided;
  std::string decision_note;
  bool may_decide = false;              ///< the caller is the other side
  std::optional<std::string> currency;  ///< of what is counted by worth: amounts are minor units
};
BOOST_DESCRIBE_STRUCT(Proposal, (),
                      (proposal_id, quota_id, key, name, rep_id, rep_name, amount, floor, stretch, amount_now, from,
                       note, state, proposed, decided, decision_note, may_decide, currency))

struct ProposalsQuery : PageQuery {
  std::optional<ProposalState> state;  ///< absent: all
};
BOOST_DESCRIBE_STRUCT(ProposalsQuery, (PageQuery), (state))

struct ProposalDecision {
  bool agreed = false;
  std::optional<json::Prose<1, 500>> note;
};
BOOST_DESCRIBE_STRUCT(ProposalDecision, (), (agreed, note))

struct HistoryQuery : MomentQuery {
  std::optional<ShortText> rep;               ///< absent: me
  std::optional<json::Whole<1, 24>> periods;  ///< absent: 12
};
BOOST_DESCRIBE_STRUCT(HistoryQuery, (MomentQuery), (rep, periods))

struct PastPeriod {
  Period period;
  std::int64_t amount = 0;
  std::optional<std::int64_t> floor;
  std::optional<std::int64_t> stretch;
  bool excused = false;
  std::int64_t counted = 0;
  std::optional<double> attainment;
  std::optional<Grade> grade;
};
BOOST_DESCRIBE_STRUCT(PastPeriod, (), (period, amount, floor, stretch, excused, counted, attainment, grade))

}  // namespace paceline::api::form

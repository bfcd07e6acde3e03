// SPDX-License-Identifier: Apache-2.0
#include "store/sales.h"

#include <algorithm>

#include "store/columns.h"
#include "store/money_columns.h"
#include "store/sql/in_list.h"
#include "store/sql/insert_all.h"

namespace paceline::store {
namespace {

constexpr Statement kAdd{
    "sale.add",
    "INSERT INTO sale (org_id, sale_id, sale_key, opportunity_id, account_id, day, occurred_at, known_at, stored_at,"
    " actor_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};
constexpr Statement kAddLine{
    "sale_line.add",
    "INSERT INTO sale_line (org_id, sale_id, number, product_line_id, amount_minor, currency) VALUES ($1, $2, $3, $4, $5, $6)"};
constexpr Statement kAddShare{
    "sale_share.add",
    "INSERT INTO sale_share (org_id, sale_id, seq, number, rep_id, share_bp) VALUES ($1, $2, $3, $4, $5, $6)"};
constexpr Statement kAddChange{
    "sale_change.add",
    "INSERT INTO sale_change (org_id, sale_id, seq, kind, day, adjustment, reason, known_at, stored_at, actor_id)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};
constexpr Statement kPutNow{
    "sale_now.put",
    "INSERT INTO sale_now (org_id, sale_id, day, cancelled, version) VALUES ($1, $2, $3, $4, $5)"
    " ON CONFLICT (org_id, sale_id) DO UPDATE SET day = excluded.day, cancelled = excluded.cancelled,"
    " version = excluded.version"};

constexpr Statement kByKey{"sale.by_key", "SELECT sale_id FROM sale WHERE org_id = $1 AND sale_key = $2"};
constexpr Statement kSales{
    "sale.many",
    "SELECT sale_id, sale_key, opportunity_id, account_id, day, occurred_at, known_at, stored_at, actor_id FROM sale"
    " WHERE org_id = $1 AND sale_id IN ($2)"};
constexpr Statement kLines{"sale_line.many",
                           "SELECT sale_id, product_line_id, amount_minor, currency FROM sale_line"
                           " WHERE org_id = $1 AND sale_id IN ($2) ORDER BY sale_id, number"};
constexpr Statement kShares{"sale_share.many",
                            "SELECT sale_id, seq, rep_id, share_bp FROM sale_share"
                            " WHERE org_id = $1 AND sale_id IN ($2) ORDER BY sale_id, seq, number"};
constexpr Statement kNows{
    "sale_now.many", "SELECT sale_id, day, cancelled, version FROM sale_now WHERE org_id = $1 AND sale_id IN ($2)"};
constexpr Statement kChanges{"sale_change.of",
                             "SELECT sale_id, seq, kind, day, adjustment, reason, known_at, stored_at, actor_id"
                             " FROM sale_change WHERE org_id = $1 AND sale_id = $2 ORDER BY seq"};
constexpr Statement kChangesUntil{"sale_change.until",
                                  "SELECT sale_id, seq, kind, day, adjustment, reason, known_at, stored_at, actor_id"
                                  " FROM sale_change WHERE org_id = $1 AND known_at <= $2 ORDER BY sale_id, seq"};
constexpr Statement kChangesOfMany{"sale_change.many",
                                   "SELECT sale_id, seq, kind, day, adjustment, reason, known_at, stored_at, actor_id"
                                   " FROM sale_change WHERE org_id = $1 AND known_at <= $2 AND sale_id IN ($3)"
                                   " ORDER BY sale_id, seq"};
constexpr Statement kOfRep{
    "sale_now.of_rep",
    "SELECT DISTINCT n.sale_id FROM sale_now n JOIN sale_share s ON s.org_id = $1 AND s.sale_id = n.sale_id"
    " WHERE n.org_id = $1 AND s.rep_id = $2 AND n.day >= $3 AND n.day < $4 ORDER BY n.sale_id"};
constexpr Statement kOfRepUntil{
    "sale.of_rep_until",
    "SELECT DISTINCT b.sale_id FROM sale_share s JOIN sale b ON b.org_id = $1 AND b.sale_id = s.sale_id"
    " WHERE s.org_id = $1 AND s.rep_id = $2 AND b.known_at <= $3 ORDER BY b.sale_id"};
constexpr Statement kOfOpportunity{
    "sale.of_opportunity", "SELECT sale_id FROM sale WHERE org_id = $1 AND opportunity_id = $2 ORDER BY sale_id"};
constexpr Statement kOfAccount{"sale.of_account",
                               "SELECT sale_id FROM sale WHERE org_id = $1 AND account_id = $2 ORDER BY sale_id"};
constexpr Statement kOfPeriod{
    "sale_now.of_period",
    "SELECT sale_id FROM sale_now WHERE org_id = $1 AND day >= $2 AND day < $3 AND cancelled = 0"
    " ORDER BY day, sale_id"};
constexpr Statement kDaysUntil{"sale.days_until", "SELECT sale_id, day FROM sale WHERE org_id = $1 AND known_at <= $2"};
constexpr Statement kDayChangesUntil{"sale_change.days_until",
                                     "SELECT sale_id, kind, day FROM sale_change WHERE org_id = $1 AND known_at <= $2"
                                     " AND kind IN ('cancelled', 'day') ORDER BY sale_id, seq"};
constexpr Statement kEverSharedBy{"sale_share.by_reps",
                                  "SELECT DISTINCT sale_id FROM sale_share WHERE org_id = $1 AND rep_id IN ($2)"};
constexpr Statement kUntil{"sale.until",
                           "SELECT sale_id FROM sale WHERE org_id = $1 AND known_at <= $2 ORDER BY sale_id"};
constexpr Statement kAllNow{"sale_now.ids", "SELECT sale_id FROM sale_now WHERE org_id = $1 ORDER BY sale_id"};
// The rule of a day that asks says what the report counts there: calls are no affair of a sale.
constexpr Statement kIsClosed{
    "period_report.covers",
    "SELECT r.report_id FROM period_report r"
    " JOIN report_day d ON d.org_id = $1 AND d.report_id = r.report_id AND d.day = $3 AND d.amount IS NOT NULL"
    " JOIN rule u ON u.org_id = $1 AND u.rule_id = d.rule_id AND u.unit IN ('won', 'booked')"
    " WHERE r.org_id = $1 AND r.rep_id = $2 AND r.from_day <= $3 AND r.to_day > $3 LIMIT 1"};

// A sale that was stored after the period of one of those who shared it first; a change says so itself.
constexpr Statement kAddedLate{
    "sale.added_late",
    "SELECT DISTINCT b.sale_id FROM sale b JOIN sale_share s ON s.org_id = $1 AND s.sale_id = b.sale_id AND s.seq = 0"
    " JOIN period_report r ON r.org_id = $1 AND r.rep_id = s.rep_id AND r.from_day <= b.day AND r.to_day > b.day"
    " AND r.closed_at < b.stored_at"
    " JOIN report_day d ON d.org_id = $1 AND d.report_id = r.report_id AND d.day = b.day AND d.amount IS NOT NULL"
    " JOIN rule u ON u.org_id = $1 AND u.rule_id = d.rule_id AND u.unit IN ('won', 'booked')"
    " WHERE b.org_id = $1 AND r.closed_at <= $2 AND b.sale_id IN ($3)"};
constexpr Statement kChangedLate{"sale_change.adjusting",
                                 "SELECT DISTINCT sale_id FROM sale_change WHERE org_id = $1 AND known_at <= $2"
                                 " AND adjustment = 1 AND sale_id IN ($3)"};

constexpr Statement kHasClosed{
    "period_report.touches",
    "SELECT report_id FROM period_report WHERE org_id = $1 AND from_day < $3 AND to_day > $2 LIMIT 1"};

struct SaleRecord {
  SaleId sale_id;
  std::optional<std::string> key;
  std::optional<OpportunityId> opportunity_id;
  std::optional<AccountId> account_id;
  Day day;
  Instant occurred_at;
  Instant known_at;
  Instant stored_at;
  UserId actor_id;
};
BOOST_DESCRIBE_STRUCT(SaleRecord, (),
                      (sale_id, key, opportunity_id, account_id, day, occurred_at, known_at, stored_at, actor_id))

struct SaleLineRecord {
  SaleId sale_id;
  std::optional<ProductLineId> product_line_id;
  std::int64_t amount_minor = 0;
  std::string currency;
};
BOOST_DESCRIBE_STRUCT(SaleLineRecord, (), (sale_id, product_line_id, amount_minor, currency))

struct ShareRecord {
  SaleId sale_id;
  std::int64_t seq = 0;
  RepId rep_id;
  std::int64_t share_bp = 0;
};
BOOST_DESCRIBE_STRUCT(ShareRecord, (), (sale_id, seq, rep_id, share_bp))

struct SaleChangeRecord {
  SaleId sale_id;
  std::int64_t seq = 0;
  SaleChangeKind kind = SaleChangeKind::cancelled;
  std::optional<Day> day;
  bool adjustment = false;
  std::string reason;
  Instant known_at;
  Instant stored_at;
  UserId actor_id;
};
BOOST_DESCRIBE_STRUCT(SaleChangeRecord, (),
                      (sale_id, seq, kind, day, adjustment, reason, known_at, stored_at, actor_id))

struct SaleDayRecord {
  SaleId sale_id;
  Day day;
};
BOOST_DESCRIBE_STRUCT(SaleDayRecord, (), (sale_id, day))

struct SaleDayChangeRecord {
  SaleId sale_id;
  SaleChangeKind kind = SaleChangeKind::day;
  std::optional<Day> day;
};
BOOST_DESCRIBE_STRUCT(SaleDayChangeRecord, (), (sale_id, kind, day))

struct SaleNowRecord {
  SaleId sale_id;
  Day day;
  bool cancelled = false;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(SaleNowRecord, (), (sale_id, day, cancelled, version))

using Shares = std::map<std::pair<SaleId, std::int64_t>, std::vector<SaleShare>>;

Shares shares_from(const std::vector<ShareRecord>& records) {
  Shares shares;
  for (const ShareRecord& r : records) shares[{r.sale_id, r.seq}].push_back({r.rep_id, r.share_bp});
  return shares;
}

SaleChange change_from(SaleChangeRecord r, const Shares& shares) {
  const auto found = shares.find({r.sale_id, r.seq});
  return {r.sale_id,
          r.seq,
          r.kind,
          r.day,
          found == shares.end() ? std::vector<SaleShare>() : found->second,
          r.adjustment,
          std::move(r.reason),
          r.known_at,
          r.stored_at,
          r.actor_id};
}

/// The shares of the change with the highest number that has any.
std::vector<SaleShare> latest_shares(const Shares& shares, SaleId sale_id) {
  std::vector<SaleShare> latest;
  for (auto at = shares.lower_bound({sale_id, 0}); at != shares.end() && at->first.first == sale_id; ++at)
    latest = at->second;
  return latest;
}

struct SalesWithShares {
  std::vector<Sale> sales;  ///< in the order of the ids
  Shares shares;            ///< also those of their changes
};

Result<SalesWithShares> read_sales(const OrgScope& scope, const std::vector<SaleId>& sales) {
  const std::span<const SaleId> ids(sales);
  const auto first = params(scope.org_id);
  PACELINE_TRY(auto records, query_list<SaleRecord>(scope.connection, kSales, first, ids));
  PACELINE_TRY(const auto lines, query_list<SaleLineRecord>(scope.connection, kLines, first, ids));
  PACELINE_TRY(const auto share_records, query_list<ShareRecord>(scope.connection, kShares, first, ids));
  SalesWithShares read{{}, shares_from(share_records)};
  std::map<SaleId, Sale> found;
  for (SaleRecord& r : records) {
    const auto own = read.shares.find({r.sale_id, 0});
    found.emplace(r.sale_id, Sale{r.sale_id,
                                  std::move(r.key),
                                  r.opportunity_id,
                                  r.account_id,
                                  {},
                                  r.day,
                                  own == read.shares.end() ? std::vector<SaleShare>() : own->second,
                                  r.occurred_at,
                                  r.known_at,
                                  r.stored_at,
                                  r.actor_id});
  }
  for (const SaleLineRecord& line : lines)
    found.at(line.sale_id).lines.push_back({line.product_line_id, stored_money(line.amount_minor, line.currency)});
  read.sales.reserve(sales.size());
  for (const SaleId id : sales) {
    if (found.contains(id)) read.sales.push_back(std::move(found.at(id)));
  }
  return read;
}

}  // namespace

Result<void> SqlSaleStore::add_shares(SaleId sale_id, std::int64_t seq, const std::vector<SaleShare>& shares) {
  std::vector<Parameters> rows;
  rows.reserve(shares.size());
  std::int64_t number = 0;
  for (const SaleShare& share : shares) {
    rows.push_back(std::move(Parameters().add(scope_.org_id, sale_id, seq, number++, share.rep_id, share.share_bp)));
  }
  PACELINE_CHECK(insert_all(scope_.connection, kAddShare, rows));
  return {};
}

Result<void> SqlSaleStore::add(const Sale& s) {
  const auto added =
      scope_.connection.execute(kAdd, params(scope_.org_id, s.sale_id, s.key, s.opportunity_id, s.account_id, s.day,
                                             s.occurred_at, s.known_at, s.stored_at, s.actor_id));
  if (!added && added.error().code == "store.unique") return fail(Fault::conflict, "sale.key.taken", "/key");
  PACELINE_CHECK(added);
  std::int64_t number = 0;
  for (const SaleLine& line : s.lines) {
    PACELINE_CHECK(scope_.connection.execute(kAddLine, params(scope_.org_id, s.sale_id, number++, line.product_line_id,
                                                              line.amount.minor(), line.amount.currency().code())));
  }
  PACELINE_CHECK(add_shares(s.sale_id, 0, s.shares));
  PACELINE_CHECK(scope_.connection.execute(kPutNow, params(scope_.org_id, s.sale_id, s.day, false, 0)));
  return {};
}

Result<void> SqlSaleStore::add_change(const SaleChange& c, const SaleNow& now) {
  const auto added =
      scope_.connection.execute(kAddChange, params(scope_.org_id, c.sale_id, c.seq, c.kind, c.day, c.adjustment,
                                                   c.reason, c.known_at, c.stored_at, c.actor_id));
  if (!added && added.error().code == "store.unique") return fail(Fault::conflict, "sale.changed");
  PACELINE_CHECK(added);
  PACELINE_CHECK(add_shares(c.sale_id, c.seq, c.shares));
  PACELINE_CHECK(
      scope_.connection.execute(kPutNow, params(scope_.org_id, now.sale_id, now.day, now.cancelled, now.version)));
  return {};
}

Result<std::vector<KnownSale>> SqlSaleStore::known(const Statement& ids_of, std::span<const Value> parameters) {
  PACELINE_TRY(const auto sales, query_all<SaleId>(scope_.connection, ids_of, parameters));
  return known_now(sales);
}

Result<std::vector<KnownSale>> SqlSaleStore::known_now(const std::vector<SaleId>& sales) {
  const std::span<const SaleId> ids(sales);
  const auto first = params(scope_.org_id);
  PACELINE_TRY(auto read, read_sales(scope_, sales));
  PACELINE_TRY(const auto records, query_list<SaleNowRecord>(scope_.connection, kNows, first, ids));
  std::map<SaleId, SaleNow> nows;
  for (const SaleNowRecord& r : records)
    nows.emplace(r.sale_id, SaleNow{r.sale_id, r.day, r.cancelled, latest_shares(read.shares, r.sale_id), r.version});
  std::vector<KnownSale> known;
  known.reserve(read.sales.size());
  for (Sale& sale : read.sales) {
    const SaleId id = sale.sale_id;
    known.push_back({std::move(sale), nows.at(id)});
  }
  return known;
}

Result<std::optional<Sale>> SqlSaleStore::find(SaleId sale_id) {
  PACELINE_TRY(auto found, read_sales(scope_, {sale_id}));
  return found.sales.empty() ? std::optional<Sale>() : std::optional(std::move(found.sales.front()));
}

Result<std::optional<Sale>> SqlSaleStore::find_by_key(std::string_view key) {
  PACELINE_TRY(const auto id, query_one<SaleId>(scope_.connection, kByKey, params(scope_.org_id, key)));
  if (!id) return std::optional<Sale>();
  return find(*id);
}

Result<std::vector<SaleChange>> SqlSaleStore::changes_of(SaleId sale_id) {
  PACELINE_TRY(auto records, query_all<SaleChangeRecord>(scope_.connection, kChanges, params(scope_.org_id, sale_id)));
  const std::vector<SaleId> one{sale_id};
  PACELINE_TRY(const auto share_records, query_list<ShareRecord>(scope_.connection, kShares, params(scope_.org_id),
                                                                 std::span<const SaleId>(one)));
  const Shares shares = shares_from(share_records);
  std::vector<SaleChange> changes;
  changes.reserve(records.size());
  for (SaleChangeRecord& record : records) changes.push_back(change_from(std::move(record), shares));
  return changes;
}

Result<std::vector<KnownSale>> SqlSaleStore::of_opportunity(OpportunityId opportunity_id) {
  return known(kOfOpportunity, params(scope_.org_id, opportunity_id));
}

Result<std::vector<KnownSale>> SqlSaleStore::of_account(AccountId account_id) {
  return known(kOfAccount, params(scope_.org_id, account_id));
}

Result<std::vector<SaleId>> SqlSaleStore::ids_within(Period period, AsOf when) {
  if (!when.is_now()) return ids_within_then(period, when.as_of);
  return query_all<SaleId>(scope_.connection, kOfPeriod, params(scope_.org_id, period.from, period.to));
}

Result<std::vector<SaleId>> SqlSaleStore::ids_within_then(Period period, Instant as_of) {
  const auto until = params(scope_.org_id, as_of);
  PACELINE_TRY(const auto records, query_all<SaleDayRecord>(scope_.connection, kDaysUntil, until));
  PACELINE_TRY(const auto changes, query_all<SaleDayChangeRecord>(scope_.connection, kDayChangesUntil, until));
  std::map<SaleId, Day> days;
  for (const SaleDayRecord& each : records) days.emplace(each.sale_id, each.day);
  for (const SaleDayChangeRecord& change : changes) {
    if (change.kind == SaleChangeKind::cancelled) days.erase(change.sale_id);
    const auto found = days.find(change.sale_id);
    if (found != days.end() && change.day) found->second = *change.day;
  }
  std::erase_if(days, [&](const auto& each) { return !period.contains(each.second); });
  std::vector<SaleId> ids;
  ids.reserve(days.size());
  for (const auto& [id, day] : days) ids.push_back(id);
  std::stable_sort(ids.begin(), ids.end(), [&](SaleId a, SaleId b) { return days.at(a) < days.at(b); });
  return ids;
}

Result<std::set<SaleId>> SqlSaleStore::ids_ever_shared_by(const std::vector<RepId>& reps) {
  PACELINE_TRY(const auto ids, query_list<SaleId>(scope_.connection, kEverSharedBy, params(scope_.org_id),
                                                  std::span<const RepId>(reps)));
  return std::set<SaleId>(ids.begin(), ids.end());
}

Result<std::vector<KnownSale>> SqlSaleStore::known_at(const std::vector<SaleId>& sales, AsOf when) {
  return when.is_now() ? known_now(sales) : folded(sales, false, when.as_of);
}

Result<std::vector<KnownSale>> SqlSaleStore::of_rep(RepId rep_id, Period period) {
  return known(kOfRep, params(scope_.org_id, rep_id, period.from, period.to));
}

Result<std::vector<KnownSale>> SqlSaleStore::of_rep_as_of(RepId rep_id, Instant as_of) {
  PACELINE_TRY(const auto ids, query_all<SaleId>(scope_.connection, kOfRepUntil, params(scope_.org_id, rep_id, as_of)));
  return folded(ids, false, as_of);
}

Result<std::vector<KnownSale>> SqlSaleStore::all_as_of(Instant as_of) {
  PACELINE_TRY(const auto ids, query_all<SaleId>(scope_.connection, kUntil, params(scope_.org_id, as_of)));
  return folded(ids, true, as_of);
}

Result<std::vector<KnownSale>> SqlSaleStore::folded(const std::vector<SaleId>& ids, bool all, Instant as_of) {
  PACELINE_TRY(auto read, read_sales(scope_, ids));
  const auto until = params(scope_.org_id, as_of);
  PACELINE_TRY(auto records, all ? query_all<SaleChangeRecord>(scope_.connection, kChangesUntil, until)
                                 : query_list<SaleChangeRecord>(scope_.connection, kChangesOfMany, until,
                                                                std::span<const SaleId>(ids)));
  std::map<SaleId, std::vector<SaleChange>> changes;
  for (SaleChangeRecord& record : records) {
    const SaleId id = record.sale_id;
    changes[id].push_back(change_from(std::move(record), read.shares));
  }
  std::vector<KnownSale> known;
  known.reserve(read.sales.size());
  for (Sale& sale : read.sales) {
    const auto now = sale_as_of(sale, changes[sale.sale_id], as_of);
    PACELINE_ASSERT(now);
    known.push_back({std::move(sale), *now});
  }
  return known;
}

Result<std::vector<KnownSale>> SqlSaleStore::all_now() {
  return known(kAllNow, params(scope_.org_id));
}

Result<std::set<SaleId>> SqlSaleStore::adjusting(const std::vector<SaleId>& sales, Instant as_of) {
  const std::span<const SaleId> ids(sales);
  const auto first = params(scope_.org_id, as_of);
  PACELINE_TRY(const auto added, query_list<SaleId>(scope_.connection, kAddedLate, first, ids));
  PACELINE_TRY(const auto changed, query_list<SaleId>(scope_.connection, kChangedLate, first, ids));
  std::set<SaleId> late(added.begin(), added.end());
  late.insert(changed.begin(), changed.end());
  return late;
}

Result<bool> SqlSaleStore::has_closed(Period span) {
  return exists(scope_.connection, kHasClosed, params(scope_.org_id, span.from, span.to));
}

Result<bool> SqlSaleStore::is_closed(RepId rep_id, Day day) {
  return exists(scope_.connection, kIsClosed, params(scope_.org_id, rep_id, day));
}

}  // namespace paceline::store

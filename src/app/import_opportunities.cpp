// SPDX-License-Identifier: Apache-2.0
#include "app/import_opportunities.h"

#include <algorithm>

#include "app/put_activities.h"
#include "app/relation.h"
#include "app/written_instant.h"

namespace paceline {
namespace {

constexpr std::string_view kCorrectedSince = "import.kept.corrected";
constexpr std::string_view kHadEnded = "import.kept.ended";
constexpr std::string_view kBuiltUpon = "import.kept.in_use";
constexpr char kBetweenMembers = '\x1F';
std::string text_of_moment(const std::optional<WrittenMoment>& written) {
  if (!written) return {};
  return to_text(written->day) + "T" + std::to_string(written->microsecond) + written->zone +
         (written->offset_minute ? std::to_string(*written->offset_minute) : "");
}

/// Everything that the row says.
std::string said_by(const OpportunityCells& cells) {
  std::string said = cells.name;
  for (const auto* member :
       {&cells.key, &cells.rep, &cells.account, &cells.contact, &cells.pipeline, &cells.product_line, &cells.amount,
        &cells.currency, &cells.stage, &cells.began_stage, &cells.reason, &cells.source})
    said += kBetweenMembers + member->value_or("");
  for (const auto* moment : {&cells.began_at, &cells.moved_at, &cells.close_day})
    said += kBetweenMembers + text_of_moment(*moment);
  return said;
}

Error at(std::string pointer, Error error) {
  error.field = std::move(pointer);
  return error;
}

const ProductLine* find_line_keyed(const std::vector<ProductLine>& lines, const std::string& key) {
  const auto found = std::find_if(lines.begin(), lines.end(), [&](const ProductLine& line) { return line.key == key; });
  return found == lines.end() ? nullptr : &*found;
}

bool gives_up(const Stage& stage) {
  return stage.ends == StageEnds::lost || stage.ends == StageEnds::no_decision;
}

std::optional<std::string> line_text(const std::optional<ProductLineId>& line) {
  return line ? std::optional(to_text(*line)) : std::nullopt;
}

/// Where the row says what a fault of the draft or of its move is about. `of_history`: the row is new, and its draft is
/// how it began.
Errors at_members(Errors faults, bool of_history) {
  constexpr std::string_view moves = "/moves/";
  for (Error& fault : faults) {
    const bool of_move = fault.field.starts_with(moves);
    const std::size_t end = of_move ? std::min(fault.field.find('/', moves.size()), fault.field.size()) : 0;
    const bool of_beginning = of_history && !of_move;
    std::string member = fault.field.substr(end);
    if (member == "/stage" && of_beginning) member = "/began_stage";
    if (member == "/occurred_at" || member == "/known_at") member = of_beginning ? "/began_at" : "/moved_at";
    if (member.starts_with("/amounts")) member = member.ends_with("/product_line") ? "/product_line" : "/amount";
    fault.field = std::move(member);
  }
  return faults;
}

/// The facts that one import added to a known one have one moment of storing.
std::size_t begin_of_last_change(const std::vector<OpportunityFact>& facts) {
  std::size_t begin = facts.size() - 1;
  while (begin > 0 && facts[begin - 1].stored_at == facts.back().stored_at) --begin;
  return begin;
}

}  // namespace

Result<void> ImportOpportunities::read_definitions() {
  PACELINE_TRY(pipelines_, stores_.pipelines.pipelines());
  PACELINE_TRY(lines_, stores_.pipelines.product_lines());
  PACELINE_TRY(users_, stores_.people.users());
  PACELINE_TRY(const auto organisation, stores_.people.organisation());
  PACELINE_TRY(currency_, Currency::parse(organisation.currency));
  return {};
}

Result<Whose> ImportOpportunities::relation_to(UserId user_id) {
  return relation_to_user(context_.actor, user_id, context_.now, context_.zones, stores_);
}

Result<User> ImportOpportunities::find_rep(const std::optional<std::string>& name) {
  std::vector<User> found;
  for (const User& user : users_) {
    const bool named = name ? user.email == *name || user.name == *name : user.user_id == context_.entry.rep_id;
    if (named) found.push_back(user);
  }
  if (found.size() != 1) return fail(Fault::invalid, "activity.rep.not_found", "/rep", name.value_or(""));
  PACELINE_TRY(const Whose whose, relation_to(found.front().user_id));
  if (const auto allowed = authorise(context_.actor, Right::edit_opportunities, whose); !allowed)
    return tl::unexpected(at("/rep", allowed.error()));
  return found.front();
}

Result<User> ImportOpportunities::rep_of(const std::optional<std::string>& name) {
  const auto known = reps_.find(name.value_or(""));
  if (known != reps_.end()) return known->second;
  return reps_.emplace(name.value_or(""), find_rep(name)).first->second;
}

Result<AccountId> ImportOpportunities::find_account(const std::string& name) {
  PACELINE_TRY(auto id, stores_.accounts.find_by_key(name));
  if (!id) {
    const auto parsed = parse_name(name);
    PACELINE_TRY(const auto named, stores_.contacts.find_account_by_name(parsed ? *parsed : name));
    if (named) id = named->account_id;
  }
  if (!id) return fail(Fault::invalid, "account.key.unknown", "/account", name);
  PACELINE_TRY(const auto account, stores_.accounts.find(*id));
  PACELINE_TRY(const LocalTime local, context_.zones.local(context_.now, context_.zone));
  const auto owner = owner_on(*account, local.day);
  Whose whose = Whose::nobody;
  if (owner) {
    PACELINE_TRY(whose, relation_to(*owner));
  }
  if (const auto allowed = authorise(context_.actor, Right::read_contacts, whose); !allowed)
    return tl::unexpected(at("/account", allowed.error()));
  return *id;
}

Result<AccountId> ImportOpportunities::account_of(const std::string& name) {
  const auto known = accounts_.find(name);
  if (known != accounts_.end()) return known->second;
  return accounts_.emplace(name, find_account(name)).first->second;
}

Result<ContactId> ImportOpportunities::contact_of(const std::string& key) {
  PACELINE_TRY(const auto contact, stores_.contacts.find_contact_by_key(key));
  if (!contact) return fail(Fault::invalid, "contact.key.unknown", "/contact", key);
  Whose whose = Whose::nobody;
  if (contact->owner_id) {
    PACELINE_TRY(whose, relation_to(*contact->owner_id));
  }
  if (const auto allowed = authorise(context_.actor, Right::read_contacts, whose); !allowed)
    return tl::unexpected(at("/contact", allowed.error()));
  return contact->contact_id;
}

Result<Pipeline> ImportOpportunities::pipeline_of(const std::optional<std::string>& name) const {
  if (pipelines_.empty() && !name) return usual_pipeline();
  const auto found = std::find_if(pipelines_.begin(), pipelines_.end(), [&](const Pipeline& pipeline) {
    return pipeline.active && (!name || pipeline.key == *name);
  });
  if (found == pipelines_.end()) return fail(Fault::invalid, "pipeline.unknown", "/pipeline");
  return *found;
}

/// A day of the file is the rep's own, and known when it was over.
Result<ImportOpportunities::Times> ImportOpportunities::times_of(const WrittenMoment& written, const User& rep) const {
  const bool exact = written.precision == Precision::second;
  const std::string& zone = !written.zone.empty() ? written.zone : exact ? context_.zone : rep.zone;
  Times times;
  PACELINE_TRY(times.occurred_at, instant_of(written, zone, context_.zones));
  PACELINE_TRY(const Instant over, end_of(written, zone, context_.zones));
  if (times.occurred_at > context_.now) return fail(Fault::invalid, "opportunity.occurred_at.in_future");
  times.known_at = std::min(over, context_.now);
  return times;
}

/// None: the row says none; money of nothing says nothing of one that was lost.
Result<std::optional<AmountEdit>> ImportOpportunities::amount_of(const OpportunityCells& cells) const {
  if (!cells.amount) return std::optional<AmountEdit>();
  PACELINE_TRY(const Currency currency,
               cells.currency ? Currency::parse(*cells.currency) : Result<Currency>(*currency_));
  PACELINE_TRY(const Money money, parse_money(*cells.amount, currency));
  if (money.minor() < 0) return fail(Fault::invalid, "opportunity.amount.out_of_range");
  return std::optional(AmountEdit{cells.product_line, money.minor(), currency, false});
}

void ImportOpportunities::tell_stages(const OpportunityCells& cells, const User& rep, Told& told, Errors& faults) {
  const auto pipeline = pipeline_of(cells.pipeline);
  if (!pipeline) return faults.push_back(pipeline.error());
  const Stage* stage = cells.stage ? stage_named(*pipeline, *cells.stage) : &first_stage(*pipeline);
  const Stage* began = cells.began_stage ? stage_named(*pipeline, *cells.began_stage) : stage;
  if (stage == nullptr) faults.push_back({Fault::invalid, "opportunity.stage.unknown", "/stage", *cells.stage});
  if (began == nullptr && cells.began_stage)
    faults.push_back({Fault::invalid, "opportunity.stage.unknown", "/began_stage", *cells.began_stage});
  auto amount = amount_of(cells);
  if (!amount) faults.push_back(at("/amount", amount.error()));
  if (stage == nullptr || began == nullptr || !amount) return;
  const bool has_history = began->key != stage->key && cells.began_at;
  if (gives_up(*stage) && *amount && (*amount)->amount_minor == 0) amount->reset();
  if (stage->ends == StageEnds::won && !*amount)
    faults.push_back({Fault::invalid, "opportunity.amount.missing", "/amount", {}});
  if (gives_up(*stage) && !cells.reason)
    faults.push_back({Fault::invalid, "opportunity.reason.missing", "/reason", {}});

  OpportunityEdit& first = told.draft.first;
  first.stage = has_history ? began->key : stage->key;
  const bool won_later = has_history && stage->ends == StageEnds::won;
  const ProductLine* line = cells.product_line ? find_line_keyed(lines_, *cells.product_line) : nullptr;
  if (cells.product_line && line == nullptr)
    faults.push_back({Fault::invalid, "product_line.unknown", "/product_line", {}});
  if (*amount && !won_later)
    first.amounts.push_back(**amount);
  else if (line != nullptr && line->list_price)
    first.amounts.push_back({line->key, {}, {}, false});

  const auto& beginning = cells.began_at ? cells.began_at : cells.moved_at;
  if (beginning) {
    const auto times = times_of(*beginning, rep);
    if (!times) return faults.push_back(at(cells.began_at ? "/began_at" : "/moved_at", times.error()));
    first.occurred_at = times->occurred_at;
    first.known_at = times->known_at;
  }
  if (!has_history) {
    if (gives_up(*stage)) first.reason = cells.reason;
    return;
  }
  OpportunityEdit move;
  move.stage = stage->key;
  if (gives_up(*stage)) move.reason = cells.reason;
  if (won_later && *amount) move.amounts.push_back(**amount);
  if (cells.moved_at) {
    const auto times = times_of(*cells.moved_at, rep);
    if (!times) return faults.push_back(at("/moved_at", times.error()));
    move.occurred_at = times->occurred_at;
    move.known_at = std::max(times->known_at, *first.known_at);  // of a day is known at its end only
    if (*move.occurred_at < *first.occurred_at)
      faults.push_back({Fault::invalid, "opportunity.move.before_last", "/moved_at", {}});
  }
  told.moves.push_back(std::move(move));
}

Checked<ImportOpportunities::Told> ImportOpportunities::told_by(const OpportunityCells& cells) {
  Told told;
  Errors faults;
  told.draft.key = cells.key;
  told.draft.pipeline = cells.pipeline;
  OpportunityEdit& first = told.draft.first;
  first.name = cells.name;
  if (const auto name = parse_name(cells.name); !name) faults.push_back(at("/name", name.error()));
  if (cells.source) first.source.emplace(cells.source);
  if (cells.close_day) first.close_day.emplace(cells.close_day->day);
  if (cells.account) {
    const auto account = account_of(*cells.account);
    if (account) first.account_id.emplace(*account);
    if (!account) faults.push_back(account.error());
  }
  if (cells.contact) {
    const auto contact = contact_of(*cells.contact);
    if (contact) first.contact_id.emplace(*contact);
    if (!contact) faults.push_back(contact.error());
  }
  const auto rep = rep_of(cells.rep);
  if (!rep) faults.push_back(rep.error());
  if (rep) first.rep_id = rep->user_id;
  told.names_rep = cells.rep.has_value();
  told.names_stage = cells.stage.has_value();
  told.says_when = cells.moved_at.has_value();
  if (rep) tell_stages(cells, *rep, told, faults);
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return told;
}

/// A key may name somebody else's opportunity. A file without reps leaves each with whom it was given to.
Result<void> ImportOpportunities::may_change(Told& told) {
  PACELINE_TRY(const auto known, stores_.opportunities.find_by_keys({*told.draft.key}));
  if (known.empty()) return {};
  PACELINE_TRY(const auto facts, stores_.opportunities.facts_of(known.front().opportunity_id));
  const auto now = opportunity_as_of(facts, kEver);
  PACELINE_TRY(const Whose whose, relation_to(now->rep_id));
  if (const auto allowed = authorise(context_.actor, Right::edit_opportunities, whose); !allowed)
    return tl::unexpected(at("/key", allowed.error()));
  told.is_known = true;
  if (!told.names_rep) told.draft.first.rep_id.reset();
  if (!told.names_stage) {
    told.draft.first.stage.reset();
    told.moves.clear();
  }
  if (told.moves.empty() && !told.says_when) {
    told.draft.first.occurred_at.reset();
    told.draft.first.known_at.reset();
  }
  return {};
}

Result<void> ImportOpportunities::take_off_others(Told& told) {
  PACELINE_TRY(const auto known, stores_.opportunities.find_by_keys({*told.draft.key}));
  // What was agreed stands with the move that won it.
  const bool agreed = !told.moves.empty() && !told.moves.back().amounts.empty();
  const auto& amounts = agreed ? told.moves.back().amounts : told.draft.first.amounts;
  if (known.empty() || amounts.empty()) return {};
  PACELINE_TRY(const auto facts, stores_.opportunities.facts_of(known.front().opportunity_id));
  const auto now = opportunity_as_of(facts, kEver);
  const auto named = amounts.front().product_line;
  const ProductLine* line = named ? find_line_keyed(lines_, *named) : nullptr;
  for (const LineAmount& each : now->amounts) {
    const bool same = line == nullptr ? !each.product_line_id : each.product_line_id == line->product_line_id;
    if (!same) told.draft.first.amounts.push_back({line_text(each.product_line_id), {}, {}, true});
  }
  return {};
}

Checked<PutRow> ImportOpportunities::put_one(Told told) {
  const auto ready = [&]() -> Result<void> {
    PACELINE_CHECK(may_change(told));
    return take_off_others(told);
  }();
  if (!ready) return tl::unexpected(Errors{ready.error()});
  const EditContext context{context_.actor, context_.now, context_.zones, context_.ids};
  const bool of_history = !told.is_known && !told.moves.empty();
  if (context_.dry) {
    const auto put = opportunity_told(told.draft, told.moves, context, stores_);
    if (!put) return tl::unexpected(at_members(put.error(), of_history));
    const Put as = *put == PutOpportunity::added     ? Put::added
                   : *put == PutOpportunity::changed ? Put::changed
                                                     : Put::unchanged;
    return PutRow{as, {}, {}, {}};
  }
  bool wrote = false;
  auto put = put_opportunity(told.draft, told.moves, context, stores_, wrote);
  if (!put) {
    Errors faults = at_members(std::move(put).error(), of_history);
    // Half of it is stored: the desk gives the transaction up, and does the row alone.
    if (wrote) faults.front().fault = Fault::unavailable;
    return tl::unexpected(std::move(faults));
  }
  PutRow row{Put::unchanged, RecordId(put->known.now.opportunity_id.value()), {}, {}};
  if (put->put == PutOpportunity::added) row.put = Put::added;
  if (put->put == PutOpportunity::changed) {
    row.put = Put::changed;
    row.change_id = ChangeId(put->known.now.version);
  }
  return row;
}

Result<std::vector<Checked<PutRow>>> ImportOpportunities::put(const std::vector<const NamedRow*>& rows,
                                                              const RowReader&) {
  PACELINE_CHECK(read_definitions());
  const std::string source = source_of_import(context_.entry);
  std::vector<std::string> ids;
  ids.reserve(rows.size());
  for (const NamedRow* row : rows) ids.push_back(row->external_id);
  PACELINE_TRY(const auto sources, stores_.opportunities.sources(source, ids));
  std::map<std::string, const OpportunitySource*> known;
  for (const OpportunitySource& each : sources) known.emplace(each.external_id, &each);
  std::vector<Checked<PutRow>> put;
  put.reserve(rows.size());
  for (const NamedRow* row : rows) {
    const auto& cells = std::get<OpportunityCells>(row->row.cells);
    const std::string said = said_by(cells);
    const auto before = known.find(row->external_id);
    if (before != known.end() && before->second->said == said) {
      put.push_back(PutRow{Put::unchanged, RecordId(before->second->opportunity_id.value()), {}, {}});
      continue;
    }
    if (!cells.key) {
      put.push_back(tl::unexpected(Errors{{Fault::invalid, "import.value.missing", "/key", {}}}));
      continue;
    }
    auto told = told_by(cells);
    put.push_back(told ? put_one(*std::move(told)) : Checked<PutRow>(tl::unexpected(told.error())));
    if (!put.back() && put.back().error().front().fault == Fault::unavailable)
      return tl::unexpected(put.back().error().front());
    if (!put.back() || context_.dry) continue;
    const OpportunityId id(put.back()->record_id.value());
    PACELINE_CHECK(stores_.opportunities.put_source(source, {row->external_id, id, said}));
  }
  return put;
}

Result<std::vector<TakenBack>> ImportOpportunities::take_back(const std::vector<ImportedRow>& rows, bool /*again*/) {
  std::vector<TakenBack> taken;
  taken.reserve(rows.size());
  for (const ImportedRow& row : rows) {
    PACELINE_TRY(auto one, take_one_back(row));
    taken.push_back(std::move(one));
  }
  return taken;
}

/// Somebody set an appointment for it, wrote an estimate, gave a trial, noted a next step, or changed its sale.
Result<bool> ImportOpportunities::is_built_upon(OpportunityId id) {
  PACELINE_TRY(const auto appointments, stores_.appointments.of_opportunity(id));
  PACELINE_TRY(const auto estimates, stores_.estimates.of_opportunity(id));
  PACELINE_TRY(const auto trials, stores_.trials.of_opportunity(id));
  PACELINE_TRY(const auto steps, stores_.next_steps.of_opportunity(id));
  if (!appointments.empty() || !estimates.empty() || !trials.empty() || !steps.empty()) return true;
  PACELINE_TRY(const auto sales, stores_.sales.of_opportunity(id));
  return std::any_of(sales.begin(), sales.end(),
                     [](const KnownSale& sale) { return !sale.now.cancelled && sale.now.version > 0; });
}

Result<TakenBack> ImportOpportunities::take_one_back(const ImportedRow& row) {
  const OpportunityId id(row.record_id.value());
  PACELINE_TRY(const auto facts, stores_.opportunities.facts_of(id));
  if (facts.empty()) return TakenBack{};
  const auto now = opportunity_as_of(facts, kEver);
  if (now->state == OpportunityState::voided) return TakenBack{};
  const std::size_t begin = begin_of_last_change(facts);
  if (!row.change_id) {
    const bool as_added = begin == 0 || facts.back().reason == kImportUndone;
    if (!as_added) return TakenBack{false, std::string(kCorrectedSince), false};
    PACELINE_TRY(const bool in_use, is_built_upon(id));
    if (in_use) return TakenBack{false, std::string(kBuiltUpon), false};
    OpportunityEdit edit;
    edit.voids = true;
    edit.reason = std::string(kImportUndone);
    const EditContext context{context_.actor, context_.now, context_.zones, context_.ids};
    if (const auto voided = edit_opportunity(id, edit, context, stores_); !voided)
      return tl::unexpected(voided.error().front());
  } else {
    if (ChangeId(now->version) != *row.change_id) return TakenBack{false, std::string(kCorrectedSince), false};
    const auto before = opportunity_as_of(std::span(facts).first(begin), kEver);
    if (!before || has_ended(before->state)) return TakenBack{false, std::string(kHadEnded), false};
    PACELINE_CHECK(set_back(*now, *before));
  }
  PACELINE_CHECK(stores_.opportunities.forget_sources(id));
  return TakenBack{true, std::nullopt, false};
}

/// To what it was before the change of an import, by new facts.
Result<void> ImportOpportunities::set_back(const OpportunityNow& now, const OpportunityNow& before) {
  const EditContext context{context_.actor, context_.now, context_.zones, context_.ids};
  OpportunityEdit back;
  back.reason = std::string(kImportUndone);
  back.told_again = true;
  OpportunityEdit rest;
  rest.reason = back.reason;
  if (before.state == OpportunityState::voided) {
    back.voids = true;
  } else if (now.stage_id != before.stage_id) {
    back.stage = to_text(before.stage_id);
    back.occurred_at = before.stage_since;
  }
  if (before.name != now.name) rest.name = before.name;
  if (before.rep_id != now.rep_id) rest.rep_id = before.rep_id;
  if (before.account_id != now.account_id) rest.account_id = before.account_id;
  if (before.contact_id != now.contact_id) rest.contact_id = before.contact_id;
  if (before.source != now.source) rest.source = before.source;
  if (before.close_day != now.close_day) rest.close_day = before.close_day;
  for (const LineAmount& each : now.amounts) {
    const bool stays = std::any_of(before.amounts.begin(), before.amounts.end(), [&](const LineAmount& other) {
      return other.product_line_id == each.product_line_id;
    });
    if (!stays) rest.amounts.push_back({line_text(each.product_line_id), {}, {}, true});
  }
  for (const LineAmount& each : before.amounts) {
    if (std::find(now.amounts.begin(), now.amounts.end(), each) != now.amounts.end()) continue;
    AmountEdit amount{line_text(each.product_line_id), {}, {}, false};
    if (!each.assumed) amount.amount_minor = each.amount.minor();
    if (!each.assumed) amount.currency = each.amount.currency();
    rest.amounts.push_back(std::move(amount));
  }
  const bool more = rest.name || rest.rep_id || rest.account_id || rest.contact_id || rest.source || rest.close_day ||
                    !rest.amounts.empty();
  if (back.stage || back.voids) {
    if (const auto edited = edit_opportunity(now.opportunity_id, back, context, stores_); !edited)
      return tl::unexpected(edited.error().front());
  }
  if (!more || back.voids) return {};
  if (const auto edited = edit_opportunity(now.opportunity_id, rest, context, stores_); !edited)
    return tl::unexpected(edited.error().front());
  return {};
}

}  // namespace paceline

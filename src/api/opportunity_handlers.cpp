// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "api/batches.h"
#include "api/handlers.h"
#include "api/moments.h"
#include "api/opportunity_edits.h"
#include "api/opportunity_forms.h"
#include "api/opportunity_sight.h"
#include "api/pages.h"
#include "api/references.h"
#include "app/put_opportunity.h"
#include "pipeline/tree.h"

namespace paceline::api {
namespace {

/// What a query asks for beside what the store filters.
struct OpportunityWanted {
  OpportunityPage page;
  std::optional<std::set<StageId>> stages;
  std::optional<std::set<ProductLineId>> lines;
  std::optional<std::set<AccountId>> accounts;  ///< of the territory
};

bool is_wanted(const OpportunityNow& now, const OpportunityWanted& wanted) {
  if (wanted.stages && !wanted.stages->contains(now.stage_id)) return false;
  if (wanted.accounts && (!now.account_id || !wanted.accounts->contains(*now.account_id))) return false;
  if (!wanted.lines) return true;
  return std::any_of(now.amounts.begin(), now.amounts.end(), [&](const LineAmount& each) {
    return each.product_line_id && wanted.lines->contains(*each.product_line_id);
  });
}

/// The same as the store's page, but for where it begins: for a moment that is over.
bool is_in_page(const OpportunityNow& now, const OpportunityPage& page) {
  if (page.account_id && now.account_id != *page.account_id) return false;
  if (page.state ? now.state != *page.state : now.state == OpportunityState::voided) return false;
  return is_one_of(page.reps, now.rep_id);
}

Result<std::set<StageId>> stages_named(const std::string& name, const std::vector<Pipeline>& pipelines) {
  std::set<StageId> stages;
  for (const Pipeline& pipeline : pipelines) {
    if (const Stage* stage = find_stage(pipeline, name)) stages.insert(stage->stage_id);
  }
  if (stages.empty()) return fail(Fault::not_found, "opportunity.stage.unknown", "?stage");
  return stages;
}

/// The product line and all its parts.
Result<std::set<ProductLineId>> lines_within(const std::string& name, PipelineStore& pipelines) {
  PACELINE_TRY(const auto lines, pipelines.product_lines());
  PACELINE_TRY(const auto line, product_line_named(name, lines));
  return all_within(parents_of(lines, &ProductLine::product_line_id), line);
}

/// The accounts that belong to the territory, or to a part of it, on the day.
Result<std::set<AccountId>> accounts_within(const std::string& name, Day day, Stores& stores) {
  PACELINE_TRY(const auto territories, stores.pipelines.territories());
  PACELINE_TRY(const auto rules, stores.pipelines.territory_rules());
  PACELINE_TRY(const auto whole, territory_named(name, territories));
  const auto within = all_within(parents_of(territories, &Territory::territory_id), whole);
  PACELINE_TRY(const auto accounts, stores.accounts.all());
  std::set<AccountId> ids;
  for (const AccountProfile& account : accounts) {
    const auto territory = territory_of(account, rules, day);
    if (territory && within.contains(*territory)) ids.insert(account.account_id);
  }
  return ids;
}

Result<OpportunityWanted> wanted_of(const form::OpportunitiesQuery& query, AsOf when, const OpportunityWriter& writer,
                                    const Call& call, const Backend& backend, Stores& stores) {
  OpportunityWanted wanted;
  PACELINE_TRY(wanted.page.reps,
               asked_reps(api::name_of(query.rep), api::name_of(query.team), call, backend, stores.people));
  wanted.page.state = query.state;
  wanted.page.account_id = query.account;
  if (query.cursor) {
    const auto before = parse_id<OpportunityId>(query.cursor->value);
    if (!before) return fail(Fault::invalid, "query.cursor.malformed", "?cursor");
    wanted.page.before = *before;
  }
  if (query.stage) {
    PACELINE_TRY(wanted.stages, stages_named(query.stage->value, writer.pipelines()));
    if (wanted.stages->size() == 1) wanted.page.stage_id = *wanted.stages->begin();
  }
  if (query.product_line) {
    PACELINE_TRY(wanted.lines, lines_within(query.product_line->value, stores.pipelines));
  }
  if (query.territory) {
    PACELINE_TRY(const auto organisation, stores.people.organisation());
    PACELINE_TRY(const LocalTime local, backend.zones.local(when.as_of, organisation.zone));
    PACELINE_TRY(wanted.accounts, accounts_within(query.territory->value, local.day, stores));
  }
  return wanted;
}

/// One more than asked for, so that a following page is known.
Result<std::vector<KnownOpportunity>> found_now(OpportunityWanted wanted, std::size_t most, OpportunityStore& store) {
  std::vector<KnownOpportunity> found;
  wanted.page.limit = form::kLargestLimit;
  for (bool more = true; more && found.size() <= most;) {
    PACELINE_TRY(auto page, store.page(wanted.page));
    more = page.size() == static_cast<std::size_t>(form::kLargestLimit);
    if (!page.empty()) wanted.page.before = page.back().now.opportunity_id;
    for (KnownOpportunity& each : page) {
      if (is_wanted(each.now, wanted) && found.size() <= most) found.push_back(std::move(each));
    }
  }
  return found;
}

Result<std::vector<KnownOpportunity>> found_then(OpportunityWanted wanted, std::size_t most, Instant as_of,
                                                 OpportunityStore& store) {
  std::vector<KnownOpportunity> found;
  for (bool more = true; more && found.size() <= most;) {
    PACELINE_TRY(const auto ids, store.made_before(wanted.page.before, form::kLargestLimit));
    more = ids.size() == static_cast<std::size_t>(form::kLargestLimit);
    if (!ids.empty()) wanted.page.before = ids.back();
    PACELINE_TRY(auto then, store.as_of(ids, as_of));
    for (KnownOpportunity& each : then) {
      const bool wants = is_in_page(each.now, wanted.page) && is_wanted(each.now, wanted);
      if (wants && found.size() <= most) found.push_back(std::move(each));
    }
  }
  return found;
}

Result<form::List<form::Opportunity>> list_opportunities(const Call& call, const form::OpportunitiesQuery& query,
                                                         const Backend& backend, Stores& stores) {
  PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
  PACELINE_TRY(auto writer, OpportunityWriter::make(when, backend, stores));
  PACELINE_TRY(const auto wanted, wanted_of(query, when, writer, call, backend, stores));
  const auto most = static_cast<std::size_t>(query.limit.value);
  PACELINE_TRY(auto found, when.is_now() ? found_now(wanted, most, stores.opportunities)
                                         : found_then(wanted, most, when.as_of, stores.opportunities));
  form::List<form::Opportunity> list;
  if (found.size() > most) {
    found.resize(most);
    list.next = to_text(found.back().now.opportunity_id);
  }
  PACELINE_TRY(list.items, writer.forms_of(found));
  std::set<RepId> reps;
  for (const form::Opportunity& form : list.items) reps.insert(form.rep.rep_id);
  PACELINE_CHECK(note_looks(call, reps, Looked::activities, backend, stores.people));
  return list;
}

Result<KnownOpportunity> known_at(OpportunityId id, AsOf when, Stores& stores) {
  PACELINE_TRY(const auto opportunity, stores.opportunities.find(id));
  if (!opportunity) return fail(Fault::not_found, "opportunity.not_found");
  PACELINE_TRY(const auto facts, stores.opportunities.facts_of(id));
  auto now = opportunity_as_of(facts, when.is_now() ? facts.back().known_at : when.as_of);
  if (!now) return fail(Fault::not_found, "opportunity.not_found");
  return KnownOpportunity{*opportunity, *std::move(now)};
}

Response with_version(const Call& call, const form::OpportunityDetail& detail) {
  Response response = answer_with(call, detail);
  response.headers.emplace_back("ETag", '"' + std::to_string(detail.version) + '"');
  return response;
}

/// Whoever may not read a sale, since it is shared by others alone, is not told their parts.
Result<form::OpportunityDetail> with_shares_in_sight(form::OpportunityDetail detail, const Call& call,
                                                     const Backend& backend, Stores& stores) {
  if (detail.shares.empty()) return detail;
  PACELINE_TRY(const SomeReps readable, readable_reps(call, backend, stores.people));
  const bool sees = std::any_of(detail.shares.begin(), detail.shares.end(),
                                [&](const form::Sharer& each) { return is_one_of(readable, each.rep.rep_id); });
  if (!sees) detail.shares.clear();
  return detail;
}

Result<form::OpportunityDetail> detail_now(const KnownOpportunity& known, const Call& call, const Backend& backend,
                                           Stores& stores) {
  const Instant now = std::max(backend.clock.now(), known.now.changed_at);
  PACELINE_TRY(auto writer, OpportunityWriter::make(AsOf{now, now}, backend, stores));
  PACELINE_TRY(auto detail, writer.detail_of(known));
  return with_shares_in_sight(std::move(detail), call, backend, stores);
}

/// Whom and what an edit names by id, the answer names by name.
Result<void> may_name(const OpportunityEdit& edit, const Call& call, const Backend& backend) {
  for (const PersonEdit& person : edit.people)
    PACELINE_CHECK(may_with_named_contact(Right::read_contacts, person.contact_id, call, backend));
  if (edit.contact_id) PACELINE_CHECK(may_with_named_contact(Right::read_contacts, *edit.contact_id, call, backend));
  if (edit.account_id) PACELINE_CHECK(may_with_named_account(Right::read_contacts, *edit.account_id, call, backend));
  return {};
}

Response edited(OpportunityId id, OpportunityEdit edit, const Call& call, const Backend& backend) {
  const auto version = seen_version(call);
  if (!version) return problem(version.error());
  if (const auto may = may_name(edit, call, backend); !may) return problem(may.error());
  edit.seen_version = *version;
  const EditContext context{call.actor(), backend.clock.now(), backend.zones, backend.ids};
  const auto known = edit_opportunity(id, edit, context, call.stores());
  if (!known) return problem(known.error());
  const auto detail = detail_now(*known, call, backend, call.stores());
  return detail ? with_version(call, *detail) : problem(detail.error());
}

/// Adds the facts of one form to an opportunity.
template <class Form>
auto adding(const Backend& backend) {
  return [&backend](const Call& call, const Form& form) -> Response {
    const auto id = call.path_id<OpportunityId>("opportunity");
    if (!id) return problem(id.error());
    const auto may = may_with_opportunity(Right::edit_opportunities, *id, call, backend, call.stores());
    if (!may) return problem(may.error());
    return edited(*id, opportunity_edit_of(form), call, backend);
  };
}

Result<OpportunityEdit> change_asked(OpportunityId id, const form::OpportunityChange& form, const Call& call,
                                     const Backend& backend) {
  PACELINE_CHECK(may_with_opportunity(Right::edit_opportunities, id, call, backend, call.stores()));
  OpportunityEdit edit = opportunity_edit_of(form);
  if (form.rep) {
    PACELINE_TRY(const User rep,
                 rep_for(Right::edit_opportunities, api::name_of(form.rep), call, backend, call.stores().people));
    edit.rep_id = rep.user_id;
  }
  return edit;
}

/// A key may name somebody else's opportunity. One that is there keeps its rep when the item names none.
Result<OpportunityDraft> draft_to_put(const form::PutOpportunity& form, const Call& call, const Backend& backend) {
  PACELINE_TRY(auto draft, opportunity_draft_of(form, call, backend));
  if (!draft.key) return draft;
  PACELINE_TRY(const auto known, call.stores().opportunities.find_by_keys({*draft.key}));
  if (known.empty()) return draft;
  const OpportunityId id = known.front().opportunity_id;
  PACELINE_CHECK(may_with_opportunity(Right::edit_opportunities, id, call, backend, call.stores()));
  if (!form.rep) draft.first.rep_id.reset();
  return draft;
}

/// One of a batch. `wrote`: something of it is stored already, also when it is refused.
Checked<bool> put_one(const form::PutOpportunity& form, const Call& call, const Backend& backend, bool& wrote) {
  const auto draft = draft_to_put(form, call, backend);
  if (!draft) return tl::unexpected(Errors{draft.error()});
  std::vector<OpportunityEdit> moves;
  if (form.moves) {
    for (const form::NewMove& move : *form.moves) moves.push_back(opportunity_edit_of(move));
  }
  const EditContext context{call.actor(), backend.clock.now(), backend.zones, backend.ids};
  const auto put = put_opportunity(*draft, moves, context, call.stores(), wrote);
  if (!put) return tl::unexpected(put.error());
  return put->put != PutOpportunity::unchanged;
}

/// In one order, whatever order the batch has: so two batches that name the same ones do not wait for each other.
Result<void> take_turns_of_known(const form::Batch<form::PutOpportunity>& batch, OpportunityStore& opportunities) {
  std::vector<std::string> keys;
  for (const auto& item : batch.items) {
    if (item && item->key) keys.push_back(item->key->value);
  }
  if (keys.empty()) return {};
  PACELINE_TRY(const auto known, opportunities.find_by_keys(keys));
  std::set<OpportunityId> ids;
  for (const Opportunity& each : known) ids.insert(each.opportunity_id);
  for (const OpportunityId id : ids) PACELINE_CHECK(opportunities.take_turn_of(id));
  return {};
}

/// An item that is refused does not refuse the others, unless a part of it is written: then nothing is.
Checked<form::BatchResult> put_all(const form::Batch<form::PutOpportunity>& batch, const Call& call,
                                   const Backend& backend) {
  std::vector<Checked<bool>> verdicts;
  verdicts.reserve(batch.items.size());
  if (const auto taken = take_turns_of_known(batch, call.stores().opportunities); !taken)
    return tl::unexpected(Errors{taken.error()});
  for (std::size_t at = 0; at < batch.items.size(); ++at) {
    const auto& item = batch.items[at];
    bool wrote = false;
    auto verdict = item ? put_one(*item, call, backend, wrote) : Checked<bool>(tl::unexpected(item.error()));
    if (!verdict && wrote) {
      Errors faults = std::move(verdict).error();
      for (Error& fault : faults) fault.field = "/items/" + std::to_string(at) + fault.field;
      return tl::unexpected(std::move(faults));
    }
    verdicts.push_back(std::move(verdict));
  }
  return gathered(verdicts);
}

void add_reading(Router& router, const Backend& backend) {
  router.on("list_opportunities", [&backend](const Call& call, const form::OpportunitiesQuery& query) {
    return reading<form::List<form::Opportunity>>(
        call, backend, [&](Stores& stores) { return list_opportunities(call, query, backend, stores); });
  });

  router.on("get_opportunity", [&backend](const Call& call, const form::MomentQuery& query) -> Response {
    const auto detail =
        reading<form::OpportunityDetail>(call, backend, [&](Stores& stores) -> Result<form::OpportunityDetail> {
          PACELINE_TRY(const auto id, call.path_id<OpportunityId>("opportunity"));
          PACELINE_CHECK(may_with_opportunity(Right::read_opportunities, id, call, backend, stores));
          PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
          PACELINE_TRY(const auto known, known_at(id, when, stores));
          PACELINE_TRY(auto writer, OpportunityWriter::make(when, backend, stores));
          PACELINE_TRY(auto found, writer.detail_of(known));
          PACELINE_CHECK(note_looks(call, {found.rep.rep_id}, Looked::activities, backend, stores.people));
          return with_shares_in_sight(std::move(found), call, backend, stores);
        });
    return detail ? with_version(call, *detail) : problem(detail.error());
  });

  router.on("list_opportunity_history", [&backend](const Call& call, const form::MomentPageQuery& query) {
    using Events = form::List<form::OpportunityEvent>;
    return reading<Events>(call, backend, [&](Stores& stores) -> Result<Events> {
      PACELINE_TRY(const auto id, call.path_id<OpportunityId>("opportunity"));
      PACELINE_CHECK(may_with_opportunity(Right::read_opportunities, id, call, backend, stores));
      PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
      PACELINE_TRY(auto writer, OpportunityWriter::make(when, backend, stores));
      PACELINE_TRY(const auto facts, stores.opportunities.facts_of(id));
      PACELINE_TRY(auto events, writer.events_of(facts));
      std::reverse(events.begin(), events.end());
      return page_of(std::move(events), query);
    });
  });
}

}  // namespace

void add_opportunity_handlers(Router& router, const Backend& backend) {
  add_reading(router, backend);

  router.on("add_opportunity", [&backend](const Call& call, const form::NewOpportunity& form) -> Response {
    const auto draft = opportunity_draft_of(form, call, backend);
    if (!draft) return problem(draft.error());
    const EditContext context{call.actor(), backend.clock.now(), backend.zones, backend.ids};
    const auto added = add_opportunity(*draft, context, call.stores());
    if (!added) return problem(added.error());
    const auto detail = detail_now(*added, call, backend, call.stores());
    return detail ? with_version(call, *detail) : problem(detail.error());
  });

  router.on("put_opportunities", [&backend](const Call& call, const form::Batch<form::PutOpportunity>& batch) {
    return put_all(batch, call, backend);
  });

  router.on("move_opportunity", adding<form::NewMove>(backend));
  router.on("change_opportunity_amounts", adding<form::NewOpportunityAmounts>(backend));
  router.on("change_opportunity_close_day", adding<form::NewCloseDay>(backend));
  router.on("change_opportunity_people", adding<form::NewPeople>(backend));
  router.on("qualify_opportunity", adding<form::NewQualification>(backend));
  router.on("void_opportunity", adding<form::VoidOpportunity>(backend));

  router.on("change_opportunity", [&backend](const Call& call, const form::OpportunityChange& form) -> Response {
    const auto id = call.path_id<OpportunityId>("opportunity");
    if (!id) return problem(id.error());
    auto edit = change_asked(*id, form, call, backend);
    return edit ? edited(*id, *std::move(edit), call, backend) : problem(edit.error());
  });
}

}  // namespace paceline::api

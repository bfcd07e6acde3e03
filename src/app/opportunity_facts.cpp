// SPDX-License-Identifier: Apache-2.0
#include "app/opportunity_facts.h"

#include <algorithm>
#include <set>

#include "app/latest_told.h"
#include "base/utf8.h"

namespace paceline {
namespace {

constexpr std::int64_t kMostAmountMinor = 1'000'000'000'000'000;
constexpr std::size_t kLongestWords = 2'000;

const ProductLine* find_line(const std::vector<ProductLine>& lines, const std::string& name) {
  const auto id = parse_id<ProductLineId>(name);
  const auto found = std::find_if(lines.begin(), lines.end(), [&](const ProductLine& line) {
    return line.key == name || (id && line.product_line_id == *id);
  });
  return found == lines.end() ? nullptr : &*found;
}

/// Collects the facts of one edit, and its faults.
class FactMaker {
 public:
  FactMaker(OpportunityId opportunity_id, const OpportunityEdit& edit, const EditGround& ground, UserId actor,
            Instant now)
      : edit_(edit), ground_(ground), now_(now) {
    head_.opportunity_id = opportunity_id;
    head_.seq = ground.now == nullptr ? 0 : ground.now->version;
    head_.reason = edit.reason;
    head_.actor_id = actor;
    head_.stored_at = now;
    const Instant last = ground.now == nullptr ? Instant() : ground.now->changed_at;
    head_.known_at = edit.known_at.value_or(std::max(now, last));
    head_.occurred_at = edit.occurred_at.value_or(head_.known_at);
    if (edit.known_at && *edit.known_at < last)
      refuse(Fault::conflict, "opportunity.known_at.before_last", "/known_at", to_text(last));
  }

  Checked<AskedFacts> make() {
    check_times();
    check_words();
    if (edit_.name) add_name();
    if (edit_.rep_id) add(OpportunityFactKind::rep_change).rep_id = edit_.rep_id;
    if (edit_.account_id) add(OpportunityFactKind::account_change).account_id = *edit_.account_id;
    if (edit_.contact_id) add(OpportunityFactKind::contact_change).contact_id = *edit_.contact_id;
    if (edit_.source) add(OpportunityFactKind::source_change).text = *edit_.source;
    for (std::size_t at = 0; at < edit_.amounts.size(); ++at) add_amount(at);
    if (edit_.close_day) add_close_day();
    for (const PersonEdit& person : edit_.people) {
      OpportunityFact& fact = add(OpportunityFactKind::person_change);
      fact.contact_id = person.contact_id;
      fact.part = person.part;
    }
    for (std::size_t at = 0; at < edit_.answers.size(); ++at) add_answer(at);
    if (edit_.stage) add_move();
    if (edit_.voids) add_void();
    if (asked_.facts.empty() && faults_.empty()) refuse(Fault::invalid, "opportunity.edit.empty", "", {});
    if (!faults_.empty()) return tl::unexpected(std::move(faults_));
    return std::move(asked_);
  }

 private:
  void refuse(Fault fault, std::string code, std::string pointer, std::string detail = {}) {
    faults_.push_back({fault, std::move(code), std::move(pointer), std::move(detail)});
  }
  OpportunityFact& add(OpportunityFactKind kind) {
    OpportunityFact& fact = asked_.facts.emplace_back(head_);
    fact.kind = kind;
    fact.seq = head_.seq + static_cast<std::int64_t>(asked_.facts.size());
    return fact;
  }
  [[nodiscard]] bool ended() const { return ground_.now != nullptr && has_ended(ground_.now->state); }
  [[nodiscard]] bool has_reason() const { return edit_.reason && !trimmed(*edit_.reason).empty(); }

  void check_times() {
    const Instant latest = latest_told(now_);
    if (head_.known_at > latest) refuse(Fault::invalid, "opportunity.known_at.in_future", "/known_at");
    if (head_.occurred_at > latest) refuse(Fault::invalid, "opportunity.occurred_at.in_future", "/occurred_at");
    if (head_.known_at < head_.occurred_at && head_.occurred_at <= latest)
      refuse(Fault::invalid, "opportunity.known_at.before_occurred_at", "/known_at");
  }
  void check_text(const std::optional<std::string>& text, const char* pointer) {
    const bool fits = !text || is_plain_text(*text, kLongestWords);
    if (!fits) refuse(Fault::invalid, "opportunity.text.not_allowed", pointer);
  }
  void check_words() {
    check_text(edit_.reason, "/reason");
    if (edit_.source) check_text(*edit_.source, "/source");
  }

  void add_name() {
    const auto name = parse_name(*edit_.name);
    if (!name) return refuse(Fault::invalid, name.error().code, "/name");
    add(OpportunityFactKind::name_change).text = *name;
  }

  void add_amount(std::size_t at) {
    const AmountEdit& amount = edit_.amounts[at];
    const std::string pointer = "/amounts/" + std::to_string(at);
    if (ended()) return refuse(Fault::conflict, "opportunity.ended", pointer, "reopen it first");
    const ProductLine* line = amount.product_line ? find_line(ground_.product_lines, *amount.product_line) : nullptr;
    if (amount.product_line && (line == nullptr || (!line->active && !amount.taken_off)))
      return refuse(Fault::invalid, "product_line.unknown", pointer + "/product_line");
    const auto line_id = line == nullptr ? std::nullopt : std::optional(line->product_line_id);
    if (!lines_named_.insert(line_id).second)
      return refuse(Fault::invalid, "opportunity.amount.twice", pointer + "/product_line");
    const bool assumed = !amount.amount_minor && !amount.taken_off;
    if (assumed && (line == nullptr || !line->list_price))
      return refuse(Fault::invalid, "opportunity.amount.no_list_price", pointer);
    if (amount.amount_minor && (*amount.amount_minor < 0 || *amount.amount_minor > kMostAmountMinor))
      return refuse(Fault::invalid, "opportunity.amount.out_of_range", pointer + "/amount");
    OpportunityFact& fact = add(OpportunityFactKind::amount_change);
    if (line != nullptr) fact.product_line_id = line->product_line_id;
    if (amount.taken_off) return;
    fact.amount_minor = assumed ? line->list_price->minor() : *amount.amount_minor;
    const Currency currency = assumed ? line->list_price->currency() : amount.currency.value_or(ground_.currency);
    fact.currency = std::string(currency.code());
    fact.assumed = assumed;
  }

  void add_close_day() {
    if (ended()) return refuse(Fault::conflict, "opportunity.ended", "/close_day", "reopen it first");
    if (ground_.now != nullptr && ground_.now->close_day == *edit_.close_day) return;
    if (ground_.now == nullptr && !*edit_.close_day) return;
    add(OpportunityFactKind::close_change).day = *edit_.close_day;
  }

  void add_answer(std::size_t at) {
    const AnswerEdit& answer = edit_.answers[at];
    const std::string pointer = "/answers/" + std::to_string(at);
    if (answer.note && answer.ground == QualificationGround::unknown)
      return refuse(Fault::invalid, "opportunity.answer.unknown_with_note", pointer + "/note");
    check_text(answer.note, "/answers");
    OpportunityFact& fact = add(OpportunityFactKind::qualification);
    fact.question = answer.question;
    fact.ground = answer.ground;
    if (answer.note) asked_.notes.emplace(fact.seq, *answer.note);
  }

  void add_move() {
    const Stage* stage = find_stage(ground_.pipeline, *edit_.stage);
    if (stage == nullptr) return refuse(Fault::invalid, "opportunity.stage.unknown", "/stage");
    if (!stage->active) return refuse(Fault::invalid, "opportunity.stage.inactive", "/stage");
    const bool comes_back = ground_.now != nullptr && ground_.now->state == OpportunityState::voided;
    if (ground_.now != nullptr && ground_.now->stage_id == stage->stage_id && !comes_back)
      return refuse(Fault::conflict, "opportunity.stage.same", "/stage");
    if (ground_.now != nullptr && head_.occurred_at < ground_.now->stage_since && !edit_.told_again)
      refuse(Fault::invalid, "opportunity.move.before_last", "/occurred_at", to_text(ground_.now->stage_since));
    const bool gives_up = stage->ends == StageEnds::lost || stage->ends == StageEnds::no_decision;
    if ((gives_up || ended()) && !has_reason()) refuse(Fault::invalid, "opportunity.reason.missing", "/reason");
    OpportunityFact& fact = add(OpportunityFactKind::stage_move);
    fact.stage_id = stage->stage_id;
    fact.ends = stage->ends;
  }

  void add_void() {
    if (!has_reason()) refuse(Fault::invalid, "opportunity.reason.missing", "/reason");
    add(OpportunityFactKind::voided);
  }

  const OpportunityEdit& edit_;
  const EditGround& ground_;
  Instant now_;
  OpportunityFact head_;
  AskedFacts asked_;
  Errors faults_;
  std::set<std::optional<ProductLineId>> lines_named_;
};

}  // namespace

Checked<AskedFacts> facts_of(OpportunityId opportunity_id, const OpportunityEdit& edit, const EditGround& ground,
                             UserId actor, Instant now) {
  return FactMaker(opportunity_id, edit, ground, actor, now).make();
}

}  // namespace paceline

// SPDX-License-Identifier: Apache-2.0
#include "app/check_quota.h"

#include "base/enum_text.h"

namespace paceline {
namespace {

class QuotaCheck {
 public:
  QuotaCheck(const QuotaDefinition& definition, const ApplyContext& context)
      : definition_(definition), context_(context) {}

  Checked<CheckedQuota> run() {
    auto frame =
        check_frame({definition_.key, definition_.name, definition_.period_kind, definition_.span, definition_.from});
    if (!frame) faults_ = frame.error();
    add(faults_of(definition_.amounts));
    QuotaVersion version;
    PACELINE_CHECK_ITEM(find_subjects(version));
    PACELINE_CHECK_ITEM(check_kinds());
    PACELINE_CHECK_ITEM(check_pipeline());
    auto rule = canonical(definition_.rule);
    if (!rule) take(rule.error());
    if (!faults_.empty()) return tl::unexpected(std::move(faults_));
    version.rule_id = rule->rule_id;
    version.amounts = definition_.amounts;
    version.excuses = definition_.excuses;
    frame->versions.push_back(std::move(version));
    return CheckedQuota{*std::move(frame), *std::move(rule)};
  }

 private:
  void refuse(std::string code, std::string pointer) {
    faults_.push_back({Fault::invalid, std::move(code), std::move(pointer), {}});
  }
  void take(const Errors& errors) {
    for (const Error& error : errors) refuse(error.code, "/rule" + error.field);
  }

  void add(const Errors& errors) { faults_.insert(faults_.end(), errors.begin(), errors.end()); }

  Result<void> find_subjects(QuotaVersion& version) {
    for (const SubjectDefinition& asked : definition_.subjects) {
      PACELINE_TRY(const auto id, subject_id(asked));
      if (!id) refuse(code_of_unknown(asked.kind), asked.pointer);
      if (asked.amounts) add(faults_of(*asked.amounts, asked.pointer));
      if (id) version.subjects.push_back({asked.kind, *id, asked.amounts});
    }
    if (definition_.subjects.empty() && !definition_.ends) refuse("quota.subject.missing", "/reps");
    std::stable_sort(version.subjects.begin(), version.subjects.end(), by_place);
    const auto last = std::unique(version.subjects.begin(), version.subjects.end(),
                                  [](const auto& a, const auto& b) { return !by_place(a, b) && !by_place(b, a); });
    version.subjects.erase(last, version.subjects.end());
    return {};
  }

  static std::string code_of_unknown(SubjectKind kind) {
    return "quota." + std::string(kind == SubjectKind::team_together ? "team" : enum_text(kind)) + ".unknown";
  }

  Result<std::optional<std::int64_t>> subject_id(const SubjectDefinition& asked) {
    PeopleStore& people = context_.stores.people;
    switch (asked.kind) {
      case SubjectKind::rep: {
        const auto email = parse_email(asked.name);
        PACELINE_TRY(const auto user, people.find_user_by_email(email ? *email : ""));
        return user ? std::optional(user->user_id.value()) : std::nullopt;
      }
      case SubjectKind::team:
      case SubjectKind::team_together: {
        PACELINE_TRY(const auto teams, people.teams());
        const Team* team = find_named(teams, asked.name);
        return team != nullptr ? std::optional(team->team_id.value()) : std::nullopt;
      }
      case SubjectKind::phase: {
        PACELINE_TRY(const Company company, people.company());
        for (const auto& [phase_id, phase] : company.phases) {
          if (phase.name == asked.name) return phase_id.value();
        }
        return std::nullopt;
      }
      case SubjectKind::role: {
        const auto role = parse_enum<Role>(asked.name);
        return role && *role != Role::system ? std::optional(static_cast<std::int64_t>(*role)) : std::nullopt;
      }
    }
    PACELINE_ASSERT(false);
  }

  Result<void> check_kinds() {
    PACELINE_TRY(const auto kinds, context_.stores.activities.kinds());
    for (std::size_t i = 0; i < definition_.rule.kinds.size(); ++i) {
      const bool known = find_kind(kinds, definition_.rule.kinds[i]) != nullptr;
      if (!known) refuse("quota.kind.unknown", "/rule/kinds/" + std::to_string(i));
    }
    return {};
  }

  /// What is sold must be known, or it would never count, and worth is told in one currency.
  Result<void> check_pipeline() {
    const Rule& rule = definition_.rule;
    if (!is_of_pipeline(rule.unit)) return {};
    PACELINE_TRY(const auto lines, context_.stores.pipelines.product_lines());
    for (std::size_t i = 0; i < rule.product_lines.size(); ++i) {
      const bool known = std::any_of(lines.begin(), lines.end(),
                                     [&](const ProductLine& line) { return line.key == rule.product_lines[i]; });
      if (!known) refuse("product_line.unknown", "/rule/product_lines/" + std::to_string(i));
    }
    PACELINE_TRY(const auto organisation, context_.stores.people.organisation());
    if (rule.currency.value_or(organisation.currency) != organisation.currency)
      refuse("rule.currency.not_reporting", "/rule/currency");
    return {};
  }

  const QuotaDefinition& definition_;
  const ApplyContext& context_;
  Errors faults_;
};

}  // namespace

Checked<CheckedQuota> check_quota(const QuotaDefinition& definition, const ApplyContext& context) {
  return QuotaCheck(definition, context).run();
}

Checked<Quota> check_frame(const QuotaFrame& frame) {
  Errors faults;
  const auto refuse = [&](std::string code, std::string pointer) {
    faults.push_back({Fault::invalid, std::move(code), std::move(pointer), {}});
  };
  if (!is_key(frame.key)) refuse("quota.key.malformed", "/key");
  const auto name = parse_name(frame.name);
  if (!name) refuse(name.error().code, "/name");
  const bool asks_span = frame.period_kind == PeriodKind::span;
  if (asks_span && !frame.span) refuse("quota.span.missing", "/span");
  if (!asks_span && frame.span) refuse("quota.span.not_allowed", "/span");
  if (asks_span && frame.span) {
    const int days = frame.span->days();
    if (days < 1 || days > kLongestSpan) refuse("quota.span.out_of_range", "/span");
    if (frame.from && !frame.span->contains(*frame.from)) refuse("quota.from.outside_span", "/from");
  }
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return Quota{{}, frame.key, *name, frame.period_kind, {}, frame.span};
}

Errors faults_of(const Amounts& amounts, const std::string& pointer) {
  Errors faults;
  const auto refuse = [&](std::string code, const std::string& at) {
    faults.push_back({Fault::invalid, std::move(code), pointer + at, {}});
  };
  const auto check = [&](std::optional<std::int64_t> amount, const char* member) {
    if (amount && (*amount < 0 || *amount > kLargestQuota)) refuse("quota.amount.out_of_range", member);
  };
  check(amounts.quota, "/amount");
  check(amounts.floor, "/floor");
  check(amounts.stretch, "/stretch");
  const bool rise = amounts.floor.value_or(amounts.quota) <= amounts.quota &&
                    amounts.quota <= amounts.stretch.value_or(amounts.quota);
  if (!rise) refuse("quota.grades.order", "/amount");
  return faults;
}

bool is_key(const std::string& text) {
  const auto may_stand = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  };
  return !text.empty() && text.size() <= 50 && std::all_of(text.begin(), text.end(), may_stand);
}

const Kind* find_kind(const std::vector<Kind>& kinds, const std::string& name) {
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) { return kind.kind == name; });
  return found == kinds.end() ? nullptr : &*found;
}

}  // namespace paceline

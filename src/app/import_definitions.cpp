// SPDX-License-Identifier: Apache-2.0
#include "app/import_definitions.h"

#include <algorithm>

namespace paceline {
namespace {

constexpr std::string_view kStaysDefined = "import.kept.definition";

/// What is imported here needs no country's calendar.
class NoCountries final : public CountryCalendars {
 public:
  Result<WorkingCalendar> of_country(std::string_view) const override {
    return fail(Fault::not_found, "calendar.country.unknown");
  }
  std::vector<CountryYears> countries() const override { return {}; }
  Checked<std::map<Day, CalendarException>> read_holidays(HolidayFormat, std::string_view, Day) const override {
    return std::map<Day, CalendarException>();
  }
};

Put put_as(ItemOutcome outcome) {
  switch (outcome) {
    case ItemOutcome::created: return Put::added;
    case ItemOutcome::changed: return Put::changed;
    case ItemOutcome::unchanged: return Put::unchanged;
  }
  return Put::unchanged;
}

auto refused_at(std::string code, std::string pointer) {
  return refused({Fault::invalid, std::move(code), std::move(pointer), {}});
}

const ProductLine* line_with_key(const std::vector<ProductLine>& lines, const std::string& key) {
  const auto found = std::find_if(lines.begin(), lines.end(), [&](const ProductLine& line) { return line.key == key; });
  return found == lines.end() ? nullptr : &*found;
}

std::optional<std::string> key_of_line(const std::vector<ProductLine>& lines, std::optional<ProductLineId> id) {
  const auto found =
      std::find_if(lines.begin(), lines.end(), [&](const ProductLine& line) { return line.product_line_id == id; });
  return id && found != lines.end() ? std::optional(found->key) : std::nullopt;
}

}  // namespace

/// Something of the row at hand is stored.
ItemResult ImportDefinitions::noting(ItemResult applied) {
  if (applied && *applied != ItemOutcome::unchanged) wrote_ = true;
  return applied;
}

std::string address_from_name(std::string_view name, std::string_view domain) {
  std::string local;
  for (const char c : name) {
    const bool capital = 'A' <= c && c <= 'Z';
    const char small = capital ? static_cast<char>(c - 'A' + 'a') : c;
    const bool fits = ('a' <= small && small <= 'z') || ('0' <= small && small <= '9');
    if (fits) local += small;
    if (!fits && !local.empty() && local.back() != '.') local += '.';
  }
  while (!local.empty() && local.back() == '.') local.pop_back();
  return local.empty() ? local : local + "@" + std::string(domain);
}

Checked<PutRow> ImportDefinitions::put_product_line(const ProductLineCells& cells, const ApplyContext& context) {
  PACELINE_TRY_ITEM(const auto lines, stores_.pipelines.product_lines());
  PACELINE_TRY_ITEM(const auto organisation, stores_.people.organisation());
  const std::string key = cells.key.value_or(cells.name);
  const ProductLine* known = line_with_key(lines, key);
  ProductLineDefinition definition{key, cells.name, cells.parent, {}, {}, known == nullptr || known->active};
  if (!cells.parent && known != nullptr) definition.parent = key_of_line(lines, known->parent_id);
  if (known != nullptr && known->list_price) {
    definition.list_price_minor = known->list_price->minor();
    definition.list_price_currency = known->list_price->currency();
  }
  if (cells.list_price) {
    const auto currency = Currency::parse(cells.currency.value_or(organisation.currency));
    if (!currency) return refused_at(currency.error().code, "/currency");
    const auto price = parse_money(*cells.list_price, *currency);
    if (!price) return refused_at(price.error().code, "/list_price");
    definition.list_price_minor = price->minor();
    definition.list_price_currency = *currency;
  }
  if (context_.dry) {
    const bool same =
        known != nullptr && known->name == cells.name && definition.parent == key_of_line(lines, known->parent_id) &&
        (!cells.list_price || (known->list_price && known->list_price->minor() == *definition.list_price_minor &&
                               known->list_price->currency() == *definition.list_price_currency));
    return PutRow{known == nullptr ? Put::added : same ? Put::unchanged : Put::changed, {}, {}, {}};
  }
  if (cells.parent && line_with_key(lines, *cells.parent) == nullptr) {
    const auto parent = noting(apply_product_line({*cells.parent, *cells.parent, {}, {}, {}, true}, context));
    if (!parent) return tl::unexpected(parent.error());
  }
  const auto applied = noting(apply_product_line(definition, context));
  if (!applied) return tl::unexpected(applied.error());
  PACELINE_TRY_ITEM(const auto after, stores_.pipelines.product_lines());
  PutRow put{put_as(*applied), RecordId(line_with_key(after, key)->product_line_id.value()), {}, {}};
  if (put.put == Put::changed) put.change_id = context_.ids.make<ChangeId>();
  return put;
}

Checked<PutRow> ImportDefinitions::put_user(const std::string& email, const std::string& name, Role role,
                                            const std::optional<std::string>& team, const ApplyContext& context) {
  UserDefinition definition;
  definition.email = email;
  definition.name = name;
  definition.role = role;
  definition.team = team;
  PACELINE_TRY_ITEM(const auto known, stores_.people.find_user_by_email(email));
  if (known) {
    definition.name = known->name;
    definition.role = known->role;
    definition.zone = known->zone;
    definition.active = known->active;
    PACELINE_TRY_ITEM(const auto calendars, stores_.calendars.calendars());
    for (const auto& calendar : calendars)
      if (calendar.calendar_id == known->calendar_id) definition.calendar = calendar.name;
  }
  if (context_.dry) {
    if (!known) return PutRow{Put::added, {}, {}, {}};
    PACELINE_TRY_ITEM(const auto placement, stores_.people.placement_of(known->user_id));
    PACELINE_TRY_ITEM(const auto local, context_.zones.local(context_.now, known->zone));
    PACELINE_TRY_ITEM(const auto company, stores_.people.company());
    const auto team_id = team_on(*placement, local.day);
    const bool same = !team || (team_id && company.teams.at(*team_id).name == *team);
    return PutRow{same ? Put::unchanged : Put::changed, {}, {}, {}};
  }
  const auto applied = noting(apply_user(definition, context));
  if (!applied) return tl::unexpected(applied.error());
  PACELINE_TRY_ITEM(const auto after, stores_.people.find_user_by_email(email));
  PutRow put{put_as(*applied), RecordId(after->user_id.value()), {}, {}};
  if (put.put == Put::changed) put.change_id = context_.ids.make<ChangeId>();
  return put;
}

Checked<PutRow> ImportDefinitions::put_person(const PersonCells& cells, const ApplyContext& context) {
  const std::string domain = cells.email_domain.value_or("");
  std::string email = cells.email.value_or("");
  if (email.empty() && !domain.empty()) email = address_from_name(cells.name, domain);
  const auto address = parse_email(email);
  if (!address) return refused_at("person.email.missing", "/email");
  if (!context_.dry && cells.team) {
    if (cells.parent_team) {
      if (const auto parent = noting(apply_team({*cells.parent_team, {}, {}}, context)); !parent)
        return tl::unexpected(parent.error());
    }
    if (const auto team = noting(apply_team({*cells.team, cells.parent_team, {}}, context)); !team)
      return tl::unexpected(team.error());
  }
  if (cells.manager) {
    const auto of_manager = parse_email(domain.empty() ? "" : address_from_name(*cells.manager, domain));
    if (!of_manager) return refused_at("user.unknown", "/manager");
    PACELINE_TRY_ITEM(const auto known, stores_.people.find_user_by_email(*of_manager));
    if (!known) {
      const auto made = put_user(*of_manager, *cells.manager, Role::manager, cells.team, context);
      if (!made) return tl::unexpected(made.error());
    }
  }
  return put_user(*address, cells.name, Role::rep, cells.team, context);
}

Checked<PutRow> ImportDefinitions::put_row(const RowCells& cells, const ApplyContext& context) {
  wrote_ = false;
  const auto* person = std::get_if<PersonCells>(&cells);
  auto put =
      person != nullptr ? put_person(*person, context) : put_product_line(std::get<ProductLineCells>(cells), context);
  // The desk gives the transaction up, and does the row alone.
  if (!put && wrote_) put.error().front().fault = Fault::unavailable;
  return put;
}

Result<std::vector<Checked<PutRow>>> ImportDefinitions::put(const std::vector<const NamedRow*>& rows,
                                                            const RowReader&) {
  const NoCountries countries;
  const ApplyContext context{context_.actor, context_.now, context_.zones, countries, context_.ids, stores_};
  const auto allowed = authorise(context_.actor, Right::administer, Whose::nobody);
  if (!context_.dry) PACELINE_CHECK(stores_.people.take_turn_of_definitions());
  std::vector<Checked<PutRow>> put;
  put.reserve(rows.size());
  for (const NamedRow* row : rows) {
    if (!allowed) {
      put.push_back(tl::unexpected(Errors{allowed.error()}));
      continue;
    }
    put.push_back(put_row(row->row.cells, context));
    if (!put.back() && put.back().error().front().fault == Fault::unavailable)
      return tl::unexpected(put.back().error().front());
  }
  return put;
}

Result<std::vector<TakenBack>> ImportDefinitions::take_back(const std::vector<ImportedRow>& rows, bool /*again*/) {
  return std::vector<TakenBack>(rows.size(), TakenBack{false, std::string(kStaysDefined), false});
}

}  // namespace paceline

// SPDX-License-Identifier: Apache-2.0
#include "importer/record_fields.h"

#include <algorithm>
#include <array>

namespace paceline {
namespace {

template <auto Member>
struct OwnerOf;
template <class Owner, class Type, Type Owner::*Member>
struct OwnerOf<Member> {
  using type = Owner;
};

template <auto Member>
auto& member_of(RowCells& cells) {
  return std::get<typename OwnerOf<Member>::type>(cells).*Member;
}

template <auto Member>
constexpr RecordField text(std::string_view name) {
  return {name, [](RowCells& cells, std::string_view said) { member_of<Member>(cells) = std::string(said); }, nullptr,
          nullptr, nullptr};
}

template <auto Member>
constexpr RecordField moment(std::string_view name) {
  return {name, nullptr, &member_of<Member>, nullptr, nullptr};
}

using A = ActivityCells;
constexpr std::array<RecordField, 21> kOfActivities{
    text<&A::rep>("rep"),
    text<&A::contact>("contact"),
    text<&A::kind>("kind"),
    text<&A::direction>("direction"),
    text<&A::outcome>("outcome"),
    RecordField{"duration_s", nullptr, nullptr, &member_of<&A::duration_s>, nullptr},
    text<&A::topic>("topic"),
    text<&A::product_line>("product_line"),
    text<&A::lead_source>("lead_source"),
    text<&A::contact_id>("contact_id"),
    text<&A::relation>("relation"),
    text<&A::temperature>("temperature"),
    text<&A::segment>("segment"),
    text<&A::state>("state"),
    text<&A::occurred_precision>("occurred_precision"),
    RecordField{"attributes", nullptr, nullptr, nullptr, &member_of<&A::attributes>},
    text<&A::note>("note"),
    text<&A::from_number>("from_number"),
    text<&A::to_number>("to_number"),
    moment<&A::occurred_at>("occurred_at"),
    moment<&A::known_at>("known_at")};
constexpr std::array<std::string_view, 2> kNeededOfActivities{"kind", "occurred_at"};

using C = ContactCells;
constexpr std::array<RecordField, 10> kOfContacts{text<&C::name>("name"),
                                                  text<&C::key>("key"),
                                                  text<&C::account_name>("account_name"),
                                                  text<&C::segment>("segment"),
                                                  text<&C::phone>("phone"),
                                                  text<&C::email>("email"),
                                                  text<&C::relation>("relation"),
                                                  text<&C::temperature>("temperature"),
                                                  text<&C::source>("source"),
                                                  text<&C::owner>("owner")};
constexpr std::array<std::string_view, 1> kNeededOfContacts{"name"};

constexpr RecordFields kActivities{kOfActivities,
                                   kNeededOfActivities,
                                   "kind",
                                   [](const RowCells& cells) { return !std::get<A>(cells).kind.empty(); },
                                   [] { return RowCells(A{}); },
                                   &member_of<&A::attributes>};
constexpr RecordFields kContacts{kOfContacts,
                                 kNeededOfContacts,
                                 "name",
                                 [](const RowCells& cells) { return !std::get<C>(cells).name.empty(); },
                                 [] { return RowCells(C{}); },
                                 nullptr};

using B = AccountCells;
constexpr std::array<RecordField, 8> kOfAccounts{
    text<&B::name>("name"),     text<&B::key>("key"),       text<&B::parent>("parent"),   text<&B::segment>("segment"),
    text<&B::sector>("sector"), text<&B::region>("region"), text<&B::country>("country"), text<&B::owner>("owner")};
constexpr RecordFields kAccounts{kOfAccounts,
                                 kNeededOfContacts,
                                 "name",
                                 [](const RowCells& cells) { return !std::get<B>(cells).name.empty(); },
                                 [] { return RowCells(B{}); },
                                 &member_of<&B::attributes>};

using P = PersonCells;
constexpr std::array<RecordField, 6> kOfPeople{text<&P::name>("name"),
                                               text<&P::email>("email"),
                                               text<&P::email_domain>("email_domain"),
                                               text<&P::team>("team"),
                                               text<&P::parent_team>("parent_team"),
                                               text<&P::manager>("manager")};
constexpr RecordFields kPeople{kOfPeople,
                               kNeededOfContacts,
                               "name",
                               [](const RowCells& cells) { return !std::get<P>(cells).name.empty(); },
                               [] { return RowCells(P{}); },
                               nullptr};

using L = ProductLineCells;
constexpr std::array<RecordField, 5> kOfProductLines{text<&L::name>("name"), text<&L::key>("key"),
                                                     text<&L::parent>("parent"), text<&L::list_price>("list_price"),
                                                     text<&L::currency>("currency")};
constexpr RecordFields kProductLines{kOfProductLines,
                                     kNeededOfContacts,
                                     "name",
                                     [](const RowCells& cells) { return !std::get<L>(cells).name.empty(); },
                                     [] { return RowCells(L{}); },
                                     nullptr};

using O = OpportunityCells;
constexpr std::array<RecordField, 16> kOfOpportunities{text<&O::name>("name"),
                                                       text<&O::key>("key"),
                                                       text<&O::rep>("rep"),
                                                       text<&O::account>("account"),
                                                       text<&O::contact>("contact"),
                                                       text<&O::pipeline>("pipeline"),
                                                       text<&O::product_line>("product_line"),
                                                       text<&O::amount>("amount"),
                                                       text<&O::currency>("currency"),
                                                       text<&O::stage>("stage"),
                                                       text<&O::began_stage>("began_stage"),
                                                       text<&O::reason>("reason"),
                                                       text<&O::source>("source"),
                                                       moment<&O::began_at>("began_at"),
                                                       moment<&O::moved_at>("moved_at"),
                                                       moment<&O::close_day>("close_day")};
constexpr std::array<std::string_view, 2> kNeededOfOpportunities{"name", "key"};
constexpr RecordFields kOpportunities{kOfOpportunities,
                                      kNeededOfOpportunities,
                                      "name",
                                      [](const RowCells& cells) { return !std::get<O>(cells).name.empty(); },
                                      [] { return RowCells(O{}); },
                                      nullptr};

}  // namespace

const RecordField* RecordFields::find(std::string_view name) const {
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const RecordField& field) { return field.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

const RecordFields& fields_of(ImportInto into) {
  switch (into) {
    case ImportInto::activities: return kActivities;
    case ImportInto::contacts: return kContacts;
    case ImportInto::accounts: return kAccounts;
    case ImportInto::people: return kPeople;
    case ImportInto::product_lines: return kProductLines;
    case ImportInto::opportunities: return kOpportunities;
  }
  PACELINE_ASSERT(false);
  return kActivities;
}

}  // namespace paceline

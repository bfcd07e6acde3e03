// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "pipeline/exchange.h"
#include "pipeline/opportunity.h"
#include "pipeline/sale.h"
#include "pipeline/territory.h"
#include "pipeline/tree.h"
#include "tests/base/random.h"

namespace paceline {
namespace {

Currency currency(std::string_view code) {
  return *Currency::parse(code);
}

Day day(std::string_view text) {
  return *parse_day(text);
}

Instant at(const std::string& text) {
  return *parse_instant(text + "T09:00:00Z");
}

TEST(Tree, RefusesALoop) {
  const Parents<ProductLineId> parents{
      {ProductLineId(1), {}}, {ProductLineId(2), ProductLineId(1)}, {ProductLineId(3), ProductLineId(2)}};
  EXPECT_EQ(all_within(parents, ProductLineId(1)), (std::set{ProductLineId(1), ProductLineId(2), ProductLineId(3)}));
  EXPECT_TRUE(makes_loop(parents, ProductLineId(1), std::optional(ProductLineId(3))));
  EXPECT_TRUE(makes_loop(parents, ProductLineId(1), std::optional(ProductLineId(1))));
  EXPECT_FALSE(makes_loop(parents, ProductLineId(3), std::optional(ProductLineId(1))));
  EXPECT_FALSE(makes_loop(parents, ProductLineId(1), std::optional<ProductLineId>()));
}

TEST(Tree, EndsInALoopThatIsThereNevertheless) {
  const Parents<ProductLineId> ring{{ProductLineId(1), ProductLineId(2)}, {ProductLineId(2), ProductLineId(1)}};
  EXPECT_FALSE(is_within(ring, ProductLineId(1), ProductLineId(3)));
}

AccountProfile bank_in_the_west() {
  AccountProfile bank{AccountId(7), "B-1", "Bank", {}, {}, {}, {}};
  bank.traits = {{AccountTrait::sector, kFirstDay, "finance"},
                 {AccountTrait::region, kFirstDay, "West"},
                 {AccountTrait::region, day("2026-05-01"), "East"}};
  bank.owners = {{kFirstDay, UserId(1)}, {day("2026-04-01"), {}}};
  return bank;
}

TEST(Territory, IsThatOfTheHeadersExample) {
  const TerritoryId west(1), banks(2);
  const std::vector<TerritoryRule> rules{
      {west, 0, AccountTrait::region, "West", kFirstDay, {}},
      {banks, 0, AccountTrait::sector, "finance", day("2026-03-10"), day("2026-06-01")}};
  const AccountProfile bank = bank_in_the_west();
  EXPECT_EQ(territory_of(bank, rules, day("2026-03-09")), west);
  EXPECT_EQ(territory_of(bank, rules, day("2026-03-10")), banks);
  EXPECT_EQ(territory_of(bank, rules, day("2026-05-31")), banks);
  EXPECT_EQ(territory_of(bank, rules, day("2026-06-01")), std::nullopt) << "it moved to the East in May";
}

TEST(Territory, AnAccountByItsKeyGoesBeforeEverythingElseAndThenTheSmallerPlace) {
  std::vector<TerritoryRule> rules{{TerritoryId(1), 5, AccountTrait::region, "West", kFirstDay, {}},
                                   {TerritoryId(2), 4, AccountTrait::region, "West", kFirstDay, {}}};
  const AccountProfile bank = bank_in_the_west();
  EXPECT_EQ(territory_of(bank, rules, day("2026-03-09")), TerritoryId(2));
  rules.push_back({TerritoryId(3), 9, AccountTrait::account, "B-1", kFirstDay, {}});
  EXPECT_EQ(territory_of(bank, rules, day("2026-03-09")), TerritoryId(3));
  EXPECT_EQ(territory_of(bank, {}, day("2026-03-09")), std::nullopt);
}

TEST(AccountProfile, HasAnOwnerFromADayOn) {
  const AccountProfile bank = bank_in_the_west();
  EXPECT_EQ(owner_on(bank, day("2026-03-31")), UserId(1));
  EXPECT_EQ(owner_on(bank, day("2026-04-01")), std::nullopt);
}

TEST(Stages, NeedOneOfEachEnd) {
  Pipeline usual = usual_pipeline();
  EXPECT_TRUE(check_stages(usual));
  EXPECT_EQ(first_stage(usual).key, "new");
  EXPECT_EQ(won_stage(usual).key, "won");
  for (Stage& stage : usual.stages) {
    if (stage.ends == StageEnds::won) stage.active = false;
  }
  EXPECT_EQ(check_stages(usual).error().code, "pipeline.stages.incomplete");
}

TEST(Stages, AreMeantByKeyOrByANameThatOneOfThemHas) {
  Pipeline usual = usual_pipeline();
  EXPECT_EQ(stage_named(usual, "no_decision")->name, "No decision");
  EXPECT_EQ(stage_named(usual, "NO decision")->key, "no_decision");
  EXPECT_EQ(stage_named(usual, "Closed Won"), nullptr);
  usual.stages.front().name = "Won";
  EXPECT_EQ(stage_named(usual, "Won"), nullptr) << "two are called so";
  EXPECT_EQ(stage_named(usual, "won")->ends, StageEnds::won) << "a key comes first";
}

/// The facts of one opportunity, numbered and known in order.
class Facts {
 public:
  OpportunityFact& add(OpportunityFactKind kind, const std::string& when) {
    OpportunityFact fact;
    fact.opportunity_id = OpportunityId(5);
    fact.seq = static_cast<std::int64_t>(all.size()) + 1;
    fact.kind = kind;
    fact.occurred_at = fact.known_at = fact.stored_at = at(when);
    all.push_back(fact);
    return all.back();
  }
  void move(int stage, StageEnds ends, const std::string& when, std::optional<std::string> reason = {}) {
    OpportunityFact& fact = add(OpportunityFactKind::stage_move, when);
    fact.stage_id = StageId(stage);
    fact.ends = ends;
    fact.reason = std::move(reason);
  }
  void amount(std::optional<int> line, std::optional<int> minor, const std::string& when) {
    OpportunityFact& fact = add(OpportunityFactKind::amount_change, when);
    if (line) fact.product_line_id = ProductLineId(*line);
    if (minor) fact.amount_minor = *minor;
    fact.currency = "EUR";
    fact.assumed = false;
  }
  void close(std::optional<Day> when_closing, const std::string& when) {
    add(OpportunityFactKind::close_change, when).day = when_closing;
  }
  std::vector<OpportunityFact> all;
};

Facts headers_example() {
  Facts facts;
  facts.add(OpportunityFactKind::name_change, "2026-03-02").text = "Alpha";
  facts.add(OpportunityFactKind::rep_change, "2026-03-02").rep_id = UserId(1);
  facts.move(1, StageEnds::open, "2026-03-02");
  facts.amount(1, 50'000, "2026-03-02");
  facts.close(day("2026-03-31"), "2026-03-02");
  facts.move(2, StageEnds::open, "2026-03-05");
  facts.amount(1, 80'000, "2026-03-09");
  facts.close(day("2026-04-30"), "2026-03-10");
  return facts;
}

TEST(Opportunity, IsThatOfTheHeadersExample) {
  const Facts facts = headers_example();
  const auto then = opportunity_as_of(facts.all, at("2026-03-06"));
  ASSERT_TRUE(then);
  EXPECT_EQ(then->stage_id, StageId(2));
  EXPECT_EQ(then->amounts, (std::vector<LineAmount>{{ProductLineId(1), Money(50'000, currency("EUR")), false}}));
  EXPECT_EQ(then->pushes, 0);
  EXPECT_EQ(then->version, 6);
  const auto now = opportunity_as_of(facts.all, at("2026-11-01"));
  EXPECT_EQ(now->amounts.front().amount.minor(), 80'000);
  EXPECT_EQ(now->pushes, 1);
  EXPECT_EQ(now->close_day, day("2026-04-30"));
  EXPECT_EQ(now->stage_since, at("2026-03-05"));
  EXPECT_EQ(now->version, 8);
  EXPECT_FALSE(opportunity_as_of(facts.all, at("2026-03-01"))) << "nobody knew of it";
  EXPECT_FALSE(opportunity_as_of({}, at("2026-03-01")));
}

TEST(Opportunity, HasItsFactsBesideEachOther) {
  auto facts = headers_example().all;
  const auto of_one = static_cast<std::ptrdiff_t>(facts.size());
  OpportunityFact& other = facts.emplace_back(facts.front());
  other.opportunity_id = OpportunityId(6);
  const auto each = by_opportunity(facts);
  ASSERT_EQ(each.size(), 2U);
  EXPECT_EQ(std::distance(each[0].begin(), each[0].end()), of_one);
  EXPECT_EQ(each[1].front().opportunity_id, OpportunityId(6));
  EXPECT_TRUE(by_opportunity({}).empty());
}

TEST(Opportunity, AnEarlierOrAFirstCloseDayIsNoPush) {
  Facts facts = headers_example();
  facts.close(day("2026-04-01"), "2026-03-11");
  facts.close({}, "2026-03-12");
  facts.close(day("2026-09-01"), "2026-03-13");
  EXPECT_EQ(opportunity_as_of(facts.all, at("2026-03-14"))->pushes, 1);
  facts.close(day("2026-09-02"), "2026-03-15");
  EXPECT_EQ(opportunity_as_of(facts.all, at("2026-03-16"))->pushes, 2);
}

TEST(Opportunity, ThatIsReopenedHasNeitherEndNorReason) {
  Facts facts = headers_example();
  facts.move(9, StageEnds::lost, "2026-03-20", "price");
  auto now = opportunity_as_of(facts.all, at("2026-03-20"));
  EXPECT_EQ(now->state, OpportunityState::lost);
  EXPECT_EQ(now->ended_at, at("2026-03-20"));
  EXPECT_EQ(now->end_reason, "price");
  facts.move(2, StageEnds::open, "2026-03-25", "they called again");
  now = opportunity_as_of(facts.all, at("2026-03-25"));
  EXPECT_EQ(now->state, OpportunityState::open);
  EXPECT_EQ(now->ended_at, std::nullopt);
  EXPECT_EQ(now->end_reason, std::nullopt);
  EXPECT_EQ(opportunity_as_of(facts.all, at("2026-03-24"))->state, OpportunityState::lost);
  facts.add(OpportunityFactKind::voided, "2026-03-26");
  EXPECT_EQ(opportunity_as_of(facts.all, at("2026-03-26"))->state, OpportunityState::voided);
}

TEST(Opportunity, IsWonByWhoeverHadItThen) {
  Facts facts = headers_example();
  EXPECT_FALSE(rep_of_last_win(facts.all)) << "it never was won";
  facts.move(3, StageEnds::won, "2026-03-11");
  facts.add(OpportunityFactKind::rep_change, "2026-03-12").rep_id = UserId(2);
  EXPECT_EQ(rep_of_last_win(facts.all), UserId(1));
  facts.move(4, StageEnds::won, "2026-03-13");
  EXPECT_EQ(rep_of_last_win(facts.all), UserId(1)) << "another stage that is won wins it no second time";
  facts.move(2, StageEnds::open, "2026-03-14");
  EXPECT_EQ(rep_of_last_win(facts.all), UserId(1));
  facts.move(3, StageEnds::won, "2026-03-15");
  EXPECT_EQ(rep_of_last_win(facts.all), UserId(2));
  facts.add(OpportunityFactKind::voided, "2026-03-16");
  facts.add(OpportunityFactKind::rep_change, "2026-03-17").rep_id = UserId(3);
  facts.move(3, StageEnds::won, "2026-03-17");
  EXPECT_EQ(rep_of_last_win(facts.all), UserId(3));
}

TEST(Opportunity, HasOneAmountOfEachLineAndThatOfNoLineFirst) {
  Facts facts = headers_example();
  facts.amount(3, 300, "2026-03-11");
  facts.amount({}, 100, "2026-03-12");
  auto now = opportunity_as_of(facts.all, at("2026-03-12"));
  ASSERT_EQ(now->amounts.size(), 3U);
  EXPECT_EQ(now->amounts[0].product_line_id, std::nullopt);
  EXPECT_EQ(now->amounts[2].product_line_id, ProductLineId(3));
  facts.amount(3, {}, "2026-03-13");
  EXPECT_EQ(opportunity_as_of(facts.all, at("2026-03-13"))->amounts.size(), 2U);
}

TEST(Opportunity, ShowsWhatNobodyAskedAsUnknown) {
  Facts facts = headers_example();
  OpportunityFact& fact = facts.add(OpportunityFactKind::qualification, "2026-03-11");
  fact.question = QualificationQuestion::budget;
  fact.ground = QualificationGround::inferred_from_purchases;
  const auto now = opportunity_as_of(facts.all, at("2026-03-11"));
  ASSERT_EQ(now->answers.size(), 4U);
  EXPECT_EQ(now->answers[0],
            (QualificationAnswer{QualificationQuestion::decision_maker, QualificationGround::unknown, 0}));
  EXPECT_EQ(now->answers[1],
            (QualificationAnswer{QualificationQuestion::budget, QualificationGround::inferred_from_purchases, 9}));
}

TEST(Opportunity, PeopleHaveOnePartEach) {
  Facts facts = headers_example();
  const auto person = [&](int contact, std::optional<OpportunityPart> part) {
    OpportunityFact& fact = facts.add(OpportunityFactKind::person_change, "2026-03-11");
    fact.contact_id = ContactId(contact);
    fact.part = part;
  };
  person(1, OpportunityPart::user);
  person(2, OpportunityPart::influencer);
  person(1, OpportunityPart::decision_maker);
  person(2, {});
  EXPECT_EQ(opportunity_as_of(facts.all, at("2026-03-11"))->people,
            (std::vector<OpportunityPerson>{{ContactId(1), OpportunityPart::decision_maker}}));
}

TEST(Exchange, IsThatOfTheHeadersExample) {
  const Currency eur = currency("EUR");
  const std::vector<CurrencyRate> rates{{currency("USD"), kFirstDay, 900'000'000},
                                        {currency("USD"), day("2026-02-01"), 920'000'000},
                                        {currency("JPY"), kFirstDay, 6'100'000}};
  const Day march = day("2026-03-01");
  EXPECT_EQ(in_currency(Money(10'000, currency("USD")), eur, rates, march)->minor(), 9'200);
  EXPECT_EQ(in_currency(Money(1'000, currency("JPY")), eur, rates, march)->minor(), 610);
  EXPECT_EQ(in_currency(Money(55, currency("USD")), eur, rates, day("2026-01-01"))->minor(), 50);
  EXPECT_EQ(in_currency(Money(7, eur), eur, {}, march)->minor(), 7);
  const auto missing = in_currency(Money(1, currency("GBP")), eur, rates, march);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, "currency.rate.missing");
  EXPECT_EQ(missing.error().detail, "GBP on 2026-03-01");
}

TEST(Exchange, ARateIsDecimalText) {
  EXPECT_EQ(*parse_rate("1.95583"), 1'955'830'000);
  EXPECT_EQ(rate_text(1'955'830'000), "1.95583");
  EXPECT_EQ(rate_text(92'000'000'000), "92");
  EXPECT_EQ(rate_text(6'100'000), "0.0061");
  for (const char* text :
       {"", "0", "0.0", "1.", ".5", "-1", "1,5", "1e3", "1.0000000001", "1000001", "12345678", "1.5 "})
    EXPECT_EQ(parse_rate(text).error().code, "currency.rate.malformed") << text;
}

TEST(Sale, IsSharedAsInTheHeadersExample) {
  const std::vector<SaleShare> shares{{UserId(1), 3'333}, {UserId(2), 6'667}};
  ASSERT_TRUE(check_shares(shares));
  const auto parts = parts_of(Money(100'001, currency("EUR")), shares);
  EXPECT_EQ(parts[0].minor(), 33'330);
  EXPECT_EQ(parts[1].minor(), 66'671);
}

TEST(Sale, ThePartsAddUpExactly) {
  testing_support::Random chance;
  for (int round = 0; round < 500; ++round) {
    const std::int64_t first = chance.between(1, 9'998);
    const std::int64_t second = chance.between(1, 9'999 - first);
    const std::vector<SaleShare> shares{
        {UserId(1), first}, {UserId(2), second}, {UserId(3), kWholeShareBp - first - second}};
    const std::int64_t whole = chance.between(-1'000'000, 1'000'000'000);
    std::int64_t sum = 0;
    for (const Money& part : parts_of(Money(whole, currency("EUR")), shares)) sum += part.minor();
    EXPECT_EQ(sum, whole);
  }
}

TEST(Sale, RefusesSharesThatDoNotAddUp) {
  for (const auto& shares : std::vector<std::vector<SaleShare>>{
           {}, {{UserId(1), 9'999}}, {{UserId(1), 5'000}, {UserId(1), 5'000}}, {{UserId(1), 10'000}, {UserId(2), 0}}})
    EXPECT_EQ(check_shares(shares).error().code, "sale.shares.sum");
}

TEST(Sale, ThatIsMadeAgainTakesOverTheSharesOfWhoIsThere) {
  const UserId rep(1);
  const std::vector<SaleShare> three{{rep, 5'000}, {UserId(2), 3'000}, {UserId(3), 2'000}};
  EXPECT_EQ(taken_over(three, rep, {}), three);
  EXPECT_EQ(taken_over(three, rep, {UserId(2)}), (std::vector<SaleShare>{{rep, 8'000}, {UserId(3), 2'000}}));
  EXPECT_EQ(taken_over(three, rep, {UserId(2), UserId(3)}), (std::vector<SaleShare>{{rep, kWholeShareBp}}));
  EXPECT_EQ(taken_over(three, rep, {rep}), three) << "whose it is keeps what is left";
  const std::vector<SaleShare> others{{UserId(2), 6'000}, {UserId(3), 4'000}};
  EXPECT_EQ(taken_over(others, rep, {}), others);
  EXPECT_EQ(taken_over(others, rep, {UserId(2)}), (std::vector<SaleShare>{{rep, 6'000}, {UserId(3), 4'000}}));
}

TEST(Sale, IsWhatItsChangesLeaveOfIt) {
  Sale sale{SaleId(1),
            {},
            {},
            {},
            {},
            day("2026-03-02"),
            {{UserId(1), kWholeShareBp}},
            at("2026-03-02"),
            at("2026-03-02"),
            at("2026-03-02"),
            {}};
  const std::vector<SaleChange> changes{
      {SaleId(1), 1, SaleChangeKind::day, day("2026-03-04"), {}, false, "signed later", at("2026-03-05"), {}, {}},
      {SaleId(1), 2, SaleChangeKind::cancelled, {}, {}, false, "withdrawn", at("2026-03-09"), {}, {}}};
  EXPECT_FALSE(sale_as_of(sale, changes, at("2026-03-01")));
  EXPECT_EQ(sale_as_of(sale, changes, at("2026-03-04"))->day, day("2026-03-02"));
  EXPECT_EQ(sale_as_of(sale, changes, at("2026-03-05"))->day, day("2026-03-04"));
  EXPECT_FALSE(sale_as_of(sale, changes, at("2026-03-08"))->cancelled);
  EXPECT_TRUE(sale_as_of(sale, changes, at("2026-03-09"))->cancelled);
}

}  // namespace
}  // namespace paceline

// SPDX-License-Identifier: Apache-2.0
// The stores of the pipeline, on the engine of the test.
#include "tests/product/company.h"

namespace paceline::product {
namespace {

class PipelineStores : public testing::Test {
 protected:
  PipelineStores() {
    pipeline_ = usual_pipeline();
    pipeline_.pipeline_id = c.product.ids.make<PipelineId>();
    for (Stage& stage : pipeline_.stages) stage.stage_id = c.product.ids.make<StageId>();
    c.product.write(c.first, [&](Stores& stores) { return stores.pipelines.put_pipeline(pipeline_); });
  }

  [[nodiscard]] OpportunityFact fact(OpportunityId id, std::int64_t seq, OpportunityFactKind kind) {
    OpportunityFact made;
    made.opportunity_id = id;
    made.seq = seq;
    made.kind = kind;
    made.occurred_at = made.known_at = made.stored_at = c.product.clock.now();
    return made;
  }

  [[nodiscard]] std::vector<OpportunityFact> first_facts(OpportunityId id, RepId rep_id) {
    auto name = fact(id, 1, OpportunityFactKind::name_change);
    name.text = "Alpha";
    auto rep = fact(id, 2, OpportunityFactKind::rep_change);
    rep.rep_id = rep_id;
    auto stage = fact(id, 3, OpportunityFactKind::stage_move);
    stage.stage_id = pipeline_.stages.front().stage_id;
    stage.ends = StageEnds::open;
    auto amount = fact(id, 4, OpportunityFactKind::amount_change);
    amount.amount_minor = 50'000;
    amount.currency = "EUR";
    amount.assumed = true;
    return {name, rep, stage, amount};
  }

  OpportunityId add(RepId rep_id, std::optional<std::string> key = {}) {
    const auto id = c.product.ids.make<OpportunityId>();
    const auto facts = first_facts(id, rep_id);
    c.product.write(c.first, [&](Stores& stores) {
      return stores.opportunities.add({id, key, pipeline_.pipeline_id, Origin::passive}, facts,
                                      *opportunity_as_of(facts, c.product.clock.now()));
    });
    return id;
  }

  [[nodiscard]] std::vector<KnownOpportunity> page(const OpportunityPage& wanted) {
    return *read_as<std::vector<KnownOpportunity>>(c.product.unit, c.first,
                                                   [&](Stores& s) { return s.opportunities.page(wanted); });
  }

  Company c;
  Pipeline pipeline_;
};

TEST_F(PipelineStores, GiveBackDefinitionsAsTheyWerePut) {
  const auto read = [&](auto work) {
    c.product.write(c.first, [&](Stores& stores) -> Result<void> { return work(stores); });
  };
  const ProductLine parent{c.product.ids.make<ProductLineId>(), "lines", "Lines", {}, {}, true};
  const ProductLine line{c.product.ids.make<ProductLineId>(),    "gtx", "GTX", parent.product_line_id,
                         Money(55'000, *Currency::parse("USD")), false};
  const Territory west{c.product.ids.make<TerritoryId>(), "west", "West", {}, true};
  const std::vector<TerritoryRule> rules{{west.territory_id, 1, AccountTrait::region, "West", kFirstDay, {}},
                                         {west.territory_id, 0, AccountTrait::sector, "a", Day(9), Day(12)}};
  const CurrencyRate rate{*Currency::parse("USD"), Day(20'000), 920'000'000};
  read([&](Stores& s) -> Result<void> {
    PACELINE_CHECK(s.pipelines.put_product_line(parent));
    PACELINE_CHECK(s.pipelines.put_product_line(line));
    PACELINE_CHECK(s.pipelines.put_territory(west, {rules.front()}));
    PACELINE_CHECK(s.pipelines.put_territory(west, rules));
    return s.pipelines.put_currency_rate(rate);
  });
  read([&](Stores& s) -> Result<void> {
    EXPECT_EQ(*s.pipelines.product_lines(), (std::vector{line, parent}));
    EXPECT_EQ(*s.pipelines.territories(), std::vector{west});
    EXPECT_EQ(*s.pipelines.territory_rules(), rules);
    EXPECT_EQ(*s.pipelines.pipelines(), std::vector{pipeline_});
    EXPECT_EQ(*s.pipelines.currency_rates(), std::vector{rate});
    return {};
  });
  const auto taken = c.product.unit.write(c.first, [&](Stores& s) {
    return s.pipelines.put_product_line({c.product.ids.make<ProductLineId>(), "gtx", "Other", {}, {}, true});
  });
  EXPECT_EQ(taken.error().code, "product_line.key.taken");
}

TEST_F(PipelineStores, GiveBackAnAccountInFull) {
  AccountProfile account{c.product.ids.make<AccountId>(), "A-1", "Alpha", {}, {}, {}, {{"employees", "12"}}};
  account.traits = {{AccountTrait::region, kFirstDay, "West"},
                    {AccountTrait::region, Day(20'000), {}},
                    {AccountTrait::segment, kFirstDay, "small"}};
  account.owners = {{kFirstDay, c.ana.user_id}, {Day(20'000), {}}};
  c.product.write(c.first, [&](Stores& s) { return s.accounts.add(account, c.ana.user_id, Instant(1)); });
  c.product.write(c.first, [&](Stores& s) -> Result<void> {
    PACELINE_TRY(const auto all, s.accounts.all());
    PACELINE_TRY(const auto one, s.accounts.find(account.account_id));
    EXPECT_EQ(all.size(), 1U);
    for (const AccountProfile& found : {all.front(), *one}) {
      EXPECT_EQ(found.key, account.key);
      EXPECT_EQ(found.traits, account.traits);
      EXPECT_EQ(found.owners, account.owners);
      EXPECT_EQ(found.attributes, account.attributes);
    }
    PACELINE_TRY(const auto known_to_contacts, s.contacts.find_account_by_name("Alpha"));
    EXPECT_EQ(known_to_contacts->segment, "small");
    EXPECT_EQ(s.accounts.names_of({account.account_id})->at(account.account_id), "Alpha");
    return {};
  });
  account.account_id = c.product.ids.make<AccountId>();
  const auto add = [&] {
    return c.product.unit.write(c.first, [&](Stores& s) { return s.accounts.add(account, {}, Instant(1)); });
  };
  EXPECT_EQ(add().error().code, "account.key.taken");
  account.key.reset();
  EXPECT_EQ(add().error().code, "account.name.taken");
}

TEST_F(PipelineStores, GiveBackThoseThatAreAskedForAsTheyWereThenInTheOrderAsked) {
  const auto first = add(c.ana.user_id);
  const Instant before = c.product.clock.now();
  c.product.clock.advance_seconds(60);
  const auto second = add(c.boris.user_id);
  c.product.write(c.first, [&](Stores& s) -> Result<void> {
    EXPECT_EQ(*s.opportunities.made_before({}, 1), (std::vector{second}));
    EXPECT_EQ(*s.opportunities.made_before(second, 500), (std::vector{first}));
    PACELINE_TRY(const auto then, s.opportunities.as_of({second, first}, before));
    PACELINE_TRY(const auto now, s.opportunities.as_of({second, first}, c.product.clock.now()));
    PACELINE_TRY(const auto projected, s.opportunities.as_now({second, first}));
    EXPECT_EQ(then.size(), 1U) << "the second was not known yet";
    EXPECT_EQ(then.at(0).now.opportunity_id, first);
    EXPECT_EQ(now.at(0).now.rep_id, c.boris.user_id);
    EXPECT_EQ(now.at(1).now.opportunity_id, first);
    EXPECT_EQ(projected.at(0).now.opportunity_id, second);
    PACELINE_TRY(const auto moves, s.opportunities.moves_as_of(c.product.clock.now()));
    EXPECT_EQ(by_opportunity(moves).size(), 2U);
    EXPECT_EQ(moves.front().opportunity_id, first) << "the oldest first";
    return {};
  });
}

TEST_F(PipelineStores, GiveBackAnOpportunityAndItsPastAndRefuseANumberThatIsTaken) {
  const auto id = add(c.ana.user_id, "O-1");
  const Instant before = c.product.clock.now();
  c.product.clock.advance_seconds(60);
  auto facts = first_facts(id, c.ana.user_id);
  auto moved = fact(id, 5, OpportunityFactKind::stage_move);
  moved.stage_id = pipeline_.stages[1].stage_id;
  moved.ends = StageEnds::open;
  const auto store = [&] {
    return c.product.unit.write(c.first, [&](Stores& s) -> Result<void> {
      PACELINE_TRY(auto all, s.opportunities.facts_of(id));
      all.push_back(moved);
      PACELINE_CHECK(s.opportunities.add_facts({moved}, *opportunity_as_of(all, c.product.clock.now())));
      return s.opportunities.add_note(id, 5, "they asked for a price");
    });
  };
  ASSERT_TRUE(store());
  EXPECT_EQ(store().error().code, "opportunity.changed");
  c.product.write(c.first, [&](Stores& s) -> Result<void> {
    PACELINE_TRY(const auto stored, s.opportunities.facts_of(id));
    EXPECT_EQ(stored.size(), 5U);
    EXPECT_EQ(stored.back(), moved);
    PACELINE_TRY(const auto now, s.opportunities.all_as_of(c.product.clock.now()));
    PACELINE_TRY(const auto then, s.opportunities.all_as_of(before));
    EXPECT_EQ(now.at(0).now.stage_id, pipeline_.stages[1].stage_id);
    EXPECT_EQ(then.at(0).now.stage_id, pipeline_.stages[0].stage_id);
    PACELINE_TRY(const auto never, s.opportunities.all_as_of(Instant(1)));
    EXPECT_TRUE(never.empty());
    EXPECT_EQ(s.opportunities.notes_of(id)->at(5), "they asked for a price");
    EXPECT_TRUE(*s.opportunities.take_turn_of(id));
    EXPECT_FALSE(*s.opportunities.take_turn_of(OpportunityId(4)));
    EXPECT_EQ(s.opportunities.find_by_keys({"O-1", "O-2"})->size(), 1U);
    return {};
  });
  EXPECT_EQ(c.product.differences(c.first), std::vector<std::string>());
  (void)c.product.alter("UPDATE opportunity_now SET pushes = 3");
  EXPECT_EQ(c.product.differences(c.first).size(), 1U);
}

TEST_F(PipelineStores, ListOpportunitiesByWhatIsAsked) {
  const auto first = add(c.ana.user_id);
  const auto second = add(c.boris.user_id);
  const auto third = add(c.ana.user_id);
  const auto ids = [&](const OpportunityPage& wanted) {
    std::vector<OpportunityId> found;
    for (const KnownOpportunity& each : page(wanted)) found.push_back(each.now.opportunity_id);
    return found;
  };
  using Ids = std::vector<OpportunityId>;
  OpportunityPage wanted;
  EXPECT_EQ(ids(wanted), (Ids{third, second, first}));
  wanted.limit = 2;
  EXPECT_EQ(ids(wanted), (Ids{third, second}));
  wanted.before = second;
  EXPECT_EQ(ids(wanted), (Ids{first}));
  wanted = {};
  wanted.reps = {c.ana.user_id};
  EXPECT_EQ(ids(wanted), (Ids{third, first}));
  wanted.reps = std::vector<RepId>();
  EXPECT_EQ(ids(wanted), Ids());
  wanted = {};
  wanted.state = OpportunityState::won;
  EXPECT_EQ(ids(wanted), Ids());
  wanted = {};
  wanted.stage_id = pipeline_.stages.front().stage_id;
  EXPECT_EQ(ids(wanted).size(), 3U);
  EXPECT_EQ(page({}).front().now.amounts.front().amount, Money(50'000, *Currency::parse("EUR")));
}

TEST_F(PipelineStores, EndANextStepOnce) {
  const auto of = add(c.ana.user_id);
  const Instant now = c.product.clock.now();
  const NextStep step{c.product.ids.make<NextStepId>(),
                      of,
                      {},
                      c.ana.user_id,
                      "Call back",
                      now.plus_seconds(3600),
                      NextStepState::open,
                      now,
                      now,
                      c.ana.user_id,
                      {},
                      {}};
  c.product.write(c.first, [&](Stores& s) -> Result<void> {
    PACELINE_CHECK(s.next_steps.add(step));
    EXPECT_EQ(s.next_steps.open_at({of}, now)->size(), 1U);
    EXPECT_EQ(s.next_steps.open_of(c.ana.user_id, now.plus_seconds(3601))->size(), 1U);
    EXPECT_EQ(s.next_steps.open_of(c.ana.user_id, now.plus_seconds(3600))->size(), 0U);
    const Instant later = now.plus_seconds(60);
    EXPECT_TRUE(*s.next_steps.end(step.next_step_id, NextStepState::done, c.ana.user_id, later));
    EXPECT_FALSE(*s.next_steps.end(step.next_step_id, NextStepState::dropped, c.ana.user_id, later));
    EXPECT_EQ(s.next_steps.open_at({of}, later)->size(), 0U);
    EXPECT_EQ(s.next_steps.open_at({of}, now)->size(), 1U) << "it was open then";
    return {};
  });
}

TEST_F(PipelineStores, GiveBackASaleAndItsPast) {
  const Instant now = c.product.clock.now();
  const Sale sale{c.product.ids.make<SaleId>(),
                  "S-1",
                  {},
                  {},
                  {{{}, Money(90'000, *Currency::parse("USD"))}},
                  Day(20'000),
                  {{c.ana.user_id, 6'000}, {c.boris.user_id, 4'000}},
                  now,
                  now,
                  now,
                  c.ana.user_id};
  c.product.write(c.first, [&](Stores& s) -> Result<void> {
    PACELINE_CHECK(s.sales.add(sale));
    PACELINE_TRY(const auto found, s.sales.find_by_key("S-1"));
    EXPECT_EQ(found->lines, sale.lines);
    EXPECT_EQ(found->shares, sale.shares);
    const AsOf at_present{now, now};
    EXPECT_EQ(*s.sales.ids_within({Day(20'000), Day(20'001)}, at_present), (std::vector{sale.sale_id}));
    EXPECT_TRUE(s.sales.ids_within({Day(20'001), Day(20'002)}, at_present)->empty());
    EXPECT_EQ(*s.sales.ids_ever_shared_by({c.boris.user_id}), (std::set{sale.sale_id}));
    EXPECT_TRUE(s.sales.ids_ever_shared_by({c.mila.user_id})->empty());
    const std::vector<SaleShare> alone{{c.boris.user_id, kWholeShareBp}};
    const SaleChange change{
        sale.sale_id, 1, SaleChangeKind::shares, {}, alone, false, "Boris alone", now.plus_seconds(60), now, {}};
    PACELINE_CHECK(s.sales.add_change(change, {sale.sale_id, sale.day, false, alone, 1}));
    PACELINE_TRY(const auto then, s.sales.all_as_of(now));
    EXPECT_EQ(then.at(0).now.shares, sale.shares);
    PACELINE_TRY(const auto today, s.sales.all_now());
    EXPECT_EQ(today.at(0).now.shares, alone);
    const AsOf later{now.plus_seconds(90), now.plus_seconds(180)};
    EXPECT_EQ(s.sales.known_at({sale.sale_id}, {now, now.plus_seconds(180)})->at(0).now.shares, sale.shares);
    EXPECT_EQ(s.sales.known_at({sale.sale_id}, later)->at(0).now.shares, alone);
    const auto change_of = [&](std::int64_t seq, SaleChangeKind kind, std::optional<Day> day) {
      return SaleChange{sale.sale_id, seq, kind, day, {}, false, "typing", now.plus_seconds(60 * seq), now, {}};
    };
    PACELINE_CHECK(s.sales.add_change(change_of(2, SaleChangeKind::day, Day(20'005)),
                                      {sale.sale_id, Day(20'005), false, alone, 2}));
    PACELINE_CHECK(
        s.sales.add_change(change_of(3, SaleChangeKind::cancelled, {}), {sale.sale_id, Day(20'005), true, alone, 3}));
    const auto found_on = [&](int day, int seconds) {
      const AsOf when{now.plus_seconds(seconds), now.plus_seconds(999)};
      return s.sales.ids_within({Day(day), Day(day + 1)}, when)->size();
    };
    EXPECT_EQ(found_on(20'000, -1), 0U) << "it was not known yet";
    EXPECT_EQ(found_on(20'000, 119), 1U);
    EXPECT_EQ(found_on(20'000, 120), 0U) << "its day was changed";
    EXPECT_EQ(found_on(20'005, 120), 1U);
    EXPECT_EQ(found_on(20'005, 180), 0U) << "it was cancelled";
    EXPECT_FALSE(*s.sales.is_closed(c.ana.user_id, sale.day));
    return {};
  });
  EXPECT_EQ(c.product.differences(c.first), std::vector<std::string>());
}

}  // namespace
}  // namespace paceline::product

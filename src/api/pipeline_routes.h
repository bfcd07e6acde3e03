// SPDX-License-Identifier: Apache-2.0
// The part of the table of routes that is about the pipeline: what is sold, to whom, through which stages, and what
// came of it. Included by routes.cpp alone.
#pragma once

#include <array>

#include "api/forms/account.h"
#include "api/forms/estimate.h"
#include "api/forms/next_step.h"
#include "api/forms/sale.h"
#include "api/forms/standing.h"
#include "api/forms/trial.h"
#include "api/route.h"

namespace paceline::api {

// clang-format off
// method, path, operation
//     right, query, body, answer, repeat, summary
inline constexpr auto kPipelineRoutes = [] {
  using enum Method;
  using enum Right;
  using enum Repeat;
  return std::to_array<Route>({
  {get, "/api/v1/product-lines", "list_product_lines",
       signed_in, query<form::PageQuery>(), kNoBody, answers<form::List<form::ProductLine>>(), freely, "What is sold"},
  {get, "/api/v1/territories", "list_territories",
       signed_in, query<form::PageQuery>(), kNoBody, answers<form::List<form::Territory>>(), freely,
       "Territories and the rules that put accounts into them"},
  {get, "/api/v1/pipelines", "list_pipelines",
       signed_in, query<form::PageQuery>(), kNoBody, answers<form::List<form::Pipeline>>(), freely,
       "Pipelines and their stages"},
  {get, "/api/v1/currency-rates", "list_currency_rates",
       signed_in, query<form::PageQuery>(), kNoBody, answers<form::List<form::CurrencyRate>>(), freely,
       "What other currencies cost in the reporting currency"},
  {get, "/api/v1/accounts", "list_accounts",
       read_contacts, query<form::AccountsQuery>(), kNoBody, answers<form::List<form::Account>>(), freely,
       "Accounts, by name"},
  {post, "/api/v1/accounts", "add_account",
       edit_contacts, kNoQuery, body<form::NewAccount>(), answers<form::Account>(201), once, "Add an account"},
  {post, "/api/v1/accounts/batch", "add_accounts",
       edit_contacts, kNoQuery, body<form::Batch<form::NewAccount>>(), answers<form::BatchResult>(), once,
       "Add many accounts"},
  {get, "/api/v1/accounts/{account}", "get_account",
       read_contacts, kNoQuery, kNoBody, answers<form::Account>(), freely, "One account"},
  {post, "/api/v1/accounts/{account}/changes", "change_account",
       edit_contacts, kNoQuery, body<form::AccountChange>(), answers<form::Account>(), once, "Change an account"},
  {get, "/api/v1/accounts/{account}/history", "get_account_history",
       read_contacts, query<form::PageQuery>(), kNoBody, answers<form::List<form::AccountEvent>>(), freely,
       "What happened with an account, newest first"},

  {get, "/api/v1/opportunities", "list_opportunities",
       read_opportunities, query<form::OpportunitiesQuery>(), kNoBody, answers<form::List<form::Opportunity>>(), freely,
       "Opportunities, newest first"},
  {post, "/api/v1/opportunities", "add_opportunity",
       edit_opportunities, kNoQuery, body<form::NewOpportunity>(), answers<form::OpportunityDetail>(201), once,
       "Add an opportunity"},
  {post, "/api/v1/opportunities/batch", "put_opportunities",
       edit_opportunities, kNoQuery, body<form::Batch<form::PutOpportunity>>(), answers<form::BatchResult>(), once,
       "Add many opportunities, and change those that are known by their key"},
  {get, "/api/v1/opportunities/{opportunity}", "get_opportunity",
       read_opportunities, query<form::MomentQuery>(), kNoBody, answers<form::OpportunityDetail>(), freely,
       "One opportunity"},
  {get, "/api/v1/opportunities/{opportunity}/history", "list_opportunity_history",
       read_opportunities, query<form::MomentPageQuery>(), kNoBody, answers<form::List<form::OpportunityEvent>>(),
       freely, "What became known of an opportunity, newest first"},
  {post, "/api/v1/opportunities/{opportunity}/moves", "move_opportunity",
       edit_opportunities, kNoQuery, body<form::NewMove>(), answers<form::OpportunityDetail>(), once,
       "Move an opportunity to another stage"},
  {post, "/api/v1/opportunities/{opportunity}/amounts", "change_opportunity_amounts",
       edit_opportunities, kNoQuery, body<form::NewOpportunityAmounts>(), answers<form::OpportunityDetail>(), once,
       "Say what an opportunity is worth"},
  {post, "/api/v1/opportunities/{opportunity}/close-days", "change_opportunity_close_day",
       edit_opportunities, kNoQuery, body<form::NewCloseDay>(), answers<form::OpportunityDetail>(), once,
       "Say when an opportunity is expected to close"},
  {post, "/api/v1/opportunities/{opportunity}/people", "change_opportunity_people",
       edit_opportunities, kNoQuery, body<form::NewPeople>(), answers<form::OpportunityDetail>(), once,
       "Say who decides, influences and uses"},
  {post, "/api/v1/opportunities/{opportunity}/qualification", "qualify_opportunity",
       edit_opportunities, kNoQuery, body<form::NewQualification>(), answers<form::OpportunityDetail>(), once,
       "Answer the questions of qualification"},
  {post, "/api/v1/opportunities/{opportunity}/changes", "change_opportunity",
       edit_opportunities, kNoQuery, body<form::OpportunityChange>(), answers<form::OpportunityDetail>(), once,
       "Change name, rep, account, contact or source of an opportunity"},
  {post, "/api/v1/opportunities/{opportunity}/void", "void_opportunity",
       edit_opportunities, kNoQuery, body<form::VoidOpportunity>(), answers<form::OpportunityDetail>(), once,
       "Void an opportunity that was entered by mistake"},
  {post, "/api/v1/opportunities/{opportunity}/next-steps", "add_next_step",
       edit_opportunities, kNoQuery, body<form::NewNextStep>(), answers<form::NextStep>(201), once,
       "Say what to do next"},
  {get, "/api/v1/next-steps", "list_next_steps",
       read_opportunities, query<form::NextStepsQuery>(), kNoBody, answers<form::List<form::NextStep>>(), freely,
       "Open next steps of a rep, the one due first first"},
  {post, "/api/v1/next-steps/{next_step}/end", "end_next_step",
       edit_opportunities, kNoQuery, body<form::EndNextStep>(), answers<form::NextStep>(), once,
       "A next step is done or dropped"},

  {get, "/api/v1/standing", "get_standing",
       read_opportunities, query<form::StandingQuery>(), kNoBody, answers<form::Standing>(), freely,
       "What is sold, expected and still to build in a period"},
  {get, "/api/v1/standing/rows", "list_standing_rows",
       read_opportunities, query<form::StandingRowsQuery>(), kNoBody, answers<form::List<form::StandingRow>>(), freely,
       "The sales and open opportunities behind a standing"},
  {get, "/api/v1/sales", "sum_sales",
       read_opportunities, query<form::SalesQuery>(), kNoBody, answers<form::List<form::SalesSum>>(), freely,
       "What was sold, by rep, team, product line, region, month or quarter"},
  {get, "/api/v1/sales/rows", "list_sales",
       read_opportunities, query<form::SalesRowsQuery>(), kNoBody, answers<form::List<form::Sale>>(), freely,
       "The sales behind it, by day"},
  {post, "/api/v1/sales", "add_sale",
       edit_opportunities, kNoQuery, body<form::NewSale>(), answers<form::Sale>(201), once, "Add an order"},
  {post, "/api/v1/sales/batch", "add_sales",
       edit_opportunities, kNoQuery, body<form::Batch<form::NewSale>>(), answers<form::BatchResult>(), once,
       "Add many orders"},
  {get, "/api/v1/sales/{sale}", "get_sale",
       read_opportunities, kNoQuery, kNoBody, answers<form::Sale>(), freely, "One sale"},
  {post, "/api/v1/sales/{sale}/cancel", "cancel_sale",
       edit_opportunities, kNoQuery, body<form::CancelSale>(), answers<form::Sale>(), once, "Cancel a sale"},
  {post, "/api/v1/sales/{sale}/day", "change_sale_day",
       edit_opportunities, kNoQuery, body<form::NewSaleDay>(), answers<form::Sale>(), once,
       "Say that a sale was agreed on another day"},
  {post, "/api/v1/sales/{sale}/shares", "change_sale_shares",
       edit_opportunities, kNoQuery, body<form::NewSharing>(), answers<form::Sale>(), once,
       "Share a sale among reps"},

  {get, "/api/v1/estimates", "list_estimates",
       read_opportunities, query<form::EstimatesQuery>(), kNoBody, answers<form::List<form::Estimate>>(), freely,
       "Estimates of an opportunity, or those that were sent, by day"},
  {get, "/api/v1/estimates/sums", "sum_estimates",
       read_opportunities, query<form::EstimateSumsQuery>(), kNoBody, answers<form::List<form::EstimateSum>>(), freely,
       "Estimates that were handed in, by number and worth, by rep, product line or month"},
  {get, "/api/v1/estimates/{estimate}", "get_estimate",
       read_opportunities, query<form::MomentQuery>(), kNoBody, answers<form::EstimateDetail>(), freely, "One estimate"},
  {post, "/api/v1/opportunities/{opportunity}/estimates", "add_estimate",
       edit_opportunities, kNoQuery, body<form::NewEstimate>(), answers<form::EstimateDetail>(201), once,
       "Write an estimate, or another edition of one"},
  {post, "/api/v1/estimates/{estimate}/send", "send_estimate",
       edit_opportunities, kNoQuery, body<form::SendEstimate>(), answers<form::EstimateDetail>(), once,
       "Say that an estimate was sent"},
  {post, "/api/v1/estimates/{estimate}/accept", "accept_estimate",
       edit_opportunities, kNoQuery, body<form::FactTimes>(), answers<form::EstimateDetail>(), once,
       "The customer accepts an estimate"},
  {post, "/api/v1/estimates/{estimate}/decline", "decline_estimate",
       edit_opportunities, kNoQuery, body<form::FactTimes>(), answers<form::EstimateDetail>(), once,
       "The customer declines an estimate"},
  {post, "/api/v1/estimates/{estimate}/withdraw", "withdraw_estimate",
       edit_opportunities, kNoQuery, body<form::FactTimes>(), answers<form::EstimateDetail>(), once,
       "Take an estimate back"},
  {get, "/api/v1/trials", "list_trials",
       read_opportunities, query<form::TrialsQuery>(), kNoBody, answers<form::List<form::Trial>>(), freely,
       "Trials of an opportunity, or the open ones of a rep, the one that ends first first"},
  {get, "/api/v1/opportunities/{opportunity}/suggested-trial", "suggest_trial",
       read_opportunities, query<form::MomentQuery>(), kNoBody, answers<form::TrialSuggestion>(), freely,
       "Whether an opportunity is slow to decide"},
  {post, "/api/v1/opportunities/{opportunity}/trials", "add_trial",
       edit_opportunities, kNoQuery, body<form::NewTrial>(), answers<form::Trial>(201), once,
       "Give a trial, a demo or a free extra"},
  {post, "/api/v1/trials/{trial}/extend", "extend_trial",
       edit_opportunities, kNoQuery, body<form::ExtendTrial>(), answers<form::Trial>(), once, "Prolong a trial"},
  {post, "/api/v1/trials/{trial}/end", "end_trial",
       edit_opportunities, kNoQuery, body<form::EndTrial>(), answers<form::Trial>(), once,
       "A trial ended, or the customer keeps it and pays"},
  });
}();
// clang-format on

}  // namespace paceline::api

// SPDX-License-Identifier: Apache-2.0
#include "stats/chain.h"

#include <Eigen/Core>
#include <Eigen/LU>
#include <cmath>

namespace paceline::stats {
namespace {

using Matrix = Eigen::MatrixXd;
using Column = Eigen::VectorXd;
using Row = Eigen::RowVectorXd;

constexpr std::size_t kMostStages = 200;
constexpr std::int64_t kMostPeriods = 100'000;

struct Moves {
  Matrix stay;
  Column win;
};

Result<Moves> moves_of(const std::vector<std::vector<double>>& moves, std::span<const double> win) {
  PACELINE_CHECK(check_some(moves.size(), "/moves"));
  if (moves.size() > kMostStages) return fail(Fault::invalid, "stats.count.out_of_range", "/moves");
  PACELINE_CHECK(check_same_length(moves.size(), win.size(), "/win"));
  const auto n = static_cast<Eigen::Index>(moves.size());
  Moves found{.stay = Matrix::Zero(n, n), .win = Column::Zero(n)};
  for (Eigen::Index i = 0; i < n; ++i) {
    const auto& row = moves[static_cast<std::size_t>(i)];
    PACELINE_CHECK(check_same_length(row.size(), moves.size(), "/moves"));
    double sum = win[static_cast<std::size_t>(i)];
    PACELINE_CHECK(check_probability(sum));
    found.win[i] = sum;
    for (Eigen::Index j = 0; j < n; ++j) {
      const double move = row[static_cast<std::size_t>(j)];
      PACELINE_CHECK(check_probability(move));
      found.stay(i, j) = move;
      sum += move;
    }
    if (sum > 1 + 1e-9) return fail(Fault::invalid, "stats.probability.out_of_range", "/moves");
  }
  return found;
}

}  // namespace

Result<Chain> chain_of(const std::vector<std::vector<double>>& moves, std::span<const double> win) {
  PACELINE_TRY(const Moves found, moves_of(moves, win));
  const Eigen::Index n = found.win.size();
  const Eigen::PartialPivLU<Matrix> factor(Matrix::Identity(n, n) - found.stay);
  if (!(factor.rcond() > 1e-14)) return fail(Fault::invalid, "stats.chain.never_ends", "/moves");
  const Column won = factor.solve(found.win);
  const Column periods = factor.solve(Column::Ones(n));
  Chain chain;
  for (Eigen::Index i = 0; i < n; ++i) {
    PACELINE_TRY(const double probability, told_probability(won[i]));
    chain.win.push_back(probability);
    chain.periods.push_back(periods[i]);
  }
  return chain;
}

Result<ChainWithin> chain_within(const std::vector<std::vector<double>>& moves, std::span<const double> win,
                                 std::int64_t start, std::int64_t periods) {
  PACELINE_TRY(const Moves found, moves_of(moves, win));
  if (start < 0 || start >= found.win.size()) return fail(Fault::invalid, "stats.count.out_of_range", "/start");
  if (periods < 0 || periods > kMostPeriods) return fail(Fault::invalid, "stats.count.out_of_range", "/periods");
  Row where = Row::Zero(found.win.size());
  where[start] = 1;
  ChainWithin within;
  for (std::int64_t t = 0; t < periods; ++t) {
    within.won += where.dot(found.win);
    where = where * found.stay;
  }
  within.open = where.sum();
  return within;
}

}  // namespace paceline::stats

// SPDX-License-Identifier: Apache-2.0
#include "stats/pooling.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <cmath>

namespace paceline::stats {
namespace {

using Column = Eigen::VectorXd;
using Matrix = Eigen::MatrixXd;
using Index = Eigen::Index;

constexpr std::int64_t kMostEffects = 150;  // of each

constexpr int kMostSteps = 200;

double expit(double x) {
  return 1 / (1 + std::exp(-x));
}

/// ln(1 + e^x) without overflow.
double softplus(double x) {
  return std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x)));
}

/// The penalised likelihood: effects are mu, then the reps, then the sources.
class Hill {
 public:
  Hill(std::span<const PoolCell> cells, std::size_t reps, std::size_t sources, PoolSpread spread)
      : cells_(cells), reps_(static_cast<Index>(reps)), penalty_(Column::Zero(static_cast<Index>(1 + reps + sources))) {
    penalty_.segment(1, reps_).setConstant(1 / (spread.rep * spread.rep));
    penalty_.tail(static_cast<Index>(sources)).setConstant(1 / (spread.source * spread.source));
  }

  [[nodiscard]] Index size() const { return penalty_.size(); }
  [[nodiscard]] double logit(const Column& effects, std::int64_t rep, std::int64_t source) const {
    return effects[0] + effects[rep_place(rep)] + effects[source_place(source)];
  }
  [[nodiscard]] Index rep_place(std::int64_t rep) const { return 1 + static_cast<Index>(rep); }
  [[nodiscard]] Index source_place(std::int64_t source) const { return 1 + reps_ + static_cast<Index>(source); }

  [[nodiscard]] double height(const Column& effects) const {
    double sum = -0.5 * effects.dot(penalty_.cwiseProduct(effects));
    for (const PoolCell& cell : cells_) {
      const double x = logit(effects, cell.rep, cell.source);
      sum += static_cast<double>(cell.tally.successes) * x - static_cast<double>(cell.tally.trials) * softplus(x);
    }
    return sum;
  }

  /// The gradient, and into `bend` minus the second derivatives.
  [[nodiscard]] Column slope(const Column& effects, Matrix& bend) const {
    Column gradient = -penalty_.cwiseProduct(effects);
    bend = Matrix(penalty_.asDiagonal());
    for (const PoolCell& cell : cells_) {
      const double p = expit(logit(effects, cell.rep, cell.source));
      const auto n = static_cast<double>(cell.tally.trials);
      const double off = static_cast<double>(cell.tally.successes) - n * p;
      const Index places[3] = {0, rep_place(cell.rep), source_place(cell.source)};
      for (const Index i : places) {
        gradient[i] += off;
        for (const Index j : places) bend(i, j) += n * p * (1 - p);
      }
    }
    return gradient;
  }

 private:
  std::span<const PoolCell> cells_;
  Index reps_;
  Column penalty_;
};

/// Newton's steps, halved until they climb; the hill is concave, so the first step that no longer moves is the top.
Column top_of(const Hill& hill, double start) {
  Column effects = Column::Zero(hill.size());
  effects[0] = start;
  double height = hill.height(effects);
  Matrix bend;
  for (int step = 0; step < kMostSteps; ++step) {
    const Column gradient = hill.slope(effects, bend);
    const Column move = bend.ldlt().solve(gradient);
    double part = 1;
    while (part > 1e-10 && hill.height(effects + part * move) < height - 1e-12 * std::abs(height)) part /= 2;
    effects += part * move;
    height = hill.height(effects);
    if (part * move.cwiseAbs().maxCoeff() < 1e-12) break;
  }
  return effects;
}

bool is_place(std::int64_t number) {
  return number >= 0 && number < kMostEffects;
}

struct Totals {
  std::size_t reps = 0, sources = 0;
  double successes = 0, trials = 0;
  std::vector<double> rep_successes, rep_trials, source_trials;
};

Result<Totals> totals_of(std::span<const PoolCell> cells) {
  Totals totals;
  for (const PoolCell& cell : cells) {
    if (cell.tally.trials != 0 || cell.tally.successes != 0) PACELINE_CHECK(check_tally(cell.tally));
    if (!is_place(cell.rep) || !is_place(cell.source))
      return fail(Fault::invalid, "stats.count.out_of_range", "/cells");
    const auto rep = static_cast<std::size_t>(cell.rep);
    const auto source = static_cast<std::size_t>(cell.source);
    totals.reps = std::max(totals.reps, rep + 1);
    totals.sources = std::max(totals.sources, source + 1);
    totals.rep_successes.resize(totals.reps);
    totals.rep_trials.resize(totals.reps);
    totals.source_trials.resize(totals.sources);
    const auto n = static_cast<double>(cell.tally.trials);
    const auto k = static_cast<double>(cell.tally.successes);
    totals.successes += k;
    totals.trials += n;
    totals.rep_successes[rep] += k;
    totals.rep_trials[rep] += n;
    totals.source_trials[source] += n;
  }
  PACELINE_CHECK(check_some(totals.trials > 0 ? 1 : 0, "/cells"));
  if (totals.successes == 0 || totals.successes == totals.trials)
    return fail(Fault::invalid, "stats.outcomes.all_alike", "/cells");
  return totals;
}

}  // namespace

Result<Pooled> pooled_effects(std::span<const PoolCell> cells, PoolSpread spread) {
  PACELINE_CHECK(check_positive(spread.rep, "/tau_rep"));
  PACELINE_CHECK(check_positive(spread.source, "/tau_source"));
  PACELINE_TRY(const Totals totals, totals_of(cells));
  const Hill hill(cells, totals.reps, totals.sources, spread);
  const Column effects = top_of(hill, std::log(totals.successes / (totals.trials - totals.successes)));
  Matrix bend;
  (void)hill.slope(effects, bend);
  const Matrix spread_of_all = bend.ldlt().solve(Matrix::Identity(hill.size(), hill.size()));
  Pooled found;
  found.middle = effects[0];
  for (std::size_t s = 0; s < totals.sources; ++s)
    found.source.push_back(effects[hill.source_place(static_cast<std::int64_t>(s))]);
  for (std::size_t r = 0; r < totals.reps; ++r) {
    const Index place = hill.rep_place(static_cast<std::int64_t>(r));
    found.rep.push_back(effects[place]);
    found.rep_error.push_back(std::sqrt(std::max(spread_of_all(place, place), 0.0)));
    found.raw.push_back(totals.rep_trials[r] > 0 ? std::optional(totals.rep_successes[r] / totals.rep_trials[r])
                                                 : std::nullopt);
    double rate = 0;
    for (std::size_t s = 0; s < totals.sources; ++s)
      rate += totals.source_trials[s] / totals.trials *
              expit(hill.logit(effects, static_cast<std::int64_t>(r), static_cast<std::int64_t>(s)));
    found.standardised.push_back(rate);
  }
  if (!effects.allFinite()) return fail(Fault::invalid, "stats.result.out_of_range");
  return found;
}

}  // namespace paceline::stats

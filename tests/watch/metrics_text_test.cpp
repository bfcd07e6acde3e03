// SPDX-License-Identifier: Apache-2.0
#include "watch/metrics_text.h"

#include <gtest/gtest.h>

#include "tests/watch/exposition.h"

namespace paceline {
namespace {

TEST(MetricsText, IsAsPrometheusReadsIt) {
  MetricsText text;
  text.family("paceline_jobs_total", "counter", "Jobs.");
  text.sample("paceline_jobs_total", {{"job", "closing"}}, std::int64_t{3});
  EXPECT_EQ(
      std::move(text).take(),
      "# HELP paceline_jobs_total Jobs.\n# TYPE paceline_jobs_total counter\npaceline_jobs_total{job=\"closing\"} 3\n");
}

TEST(MetricsText, EscapesWhatALabelMayNotHave) {
  MetricsText text;
  text.family("a", "gauge", "A.");
  text.sample("a", {{"b", "say \"x\\y\"\nz"}}, 0.25);
  const std::string written = std::move(text).take();
  EXPECT_NE(written.find("a{b=\"say \\\"x\\\\y\\\"\\nz\"} 0.25\n"), std::string::npos) << written;
  EXPECT_EQ(faults_of_exposition(written), "");
}

TEST(Histogram, CountsUpToAndWithItsBounds) {
  Histogram histogram;
  for (const double seconds : {0.0, 0.001, 0.0011, 10.0, 10.5}) histogram.add(seconds);
  EXPECT_EQ(histogram.counts.front(), 2);
  EXPECT_EQ(histogram.counts.at(1), 1);
  EXPECT_EQ(histogram.counts.at(11), 1);
  EXPECT_EQ(histogram.counts.back(), 1);
  MetricsText text;
  text.family("h", "histogram", "H.");
  text.histogram("h", {{"route", "/x"}}, Histogram::kBounds, histogram.counts, histogram.sum);
  const std::string written = std::move(text).take();
  EXPECT_EQ(faults_of_exposition(written), "");
  EXPECT_NE(written.find("h_bucket{route=\"/x\",le=\"0.0025\"} 3\n"), std::string::npos) << written;
  EXPECT_NE(written.find("h_bucket{route=\"/x\",le=\"+Inf\"} 5\n"), std::string::npos) << written;
  EXPECT_NE(written.find("h_count{route=\"/x\"} 5\n"), std::string::npos) << written;
}

TEST(Exposition, IsReadStrictly) {
  const std::string head = "# HELP a A.\n# TYPE a gauge\n";
  EXPECT_EQ(faults_of_exposition(head + "a 1\n"), "");
  EXPECT_EQ(faults_of_exposition(head + "a{b=\"c\",d=\"e\"} 1.5\na{b=\"x\",d=\"e\"} +Inf\n"), "");
  for (const std::string& wrong :
       {head + "a 1", head + "a\n", head + "a one\n", head + "b 1\n", head + "a{b=c} 1\n", head + "a{b=\"c} 1\n",
        head + "a{1b=\"c\"} 1\n", head + "a 1\na 2\n", std::string("a 1\n"), head + head + "a 1\n",
        std::string("# HELP a A.\n# TYPE a number\na 1\n"), std::string("# HELP a A.\n# TYPE a counter\na -1\n"),
        std::string("# HELP a A.\n# TYPE a counter\na 1\n"),
        std::string(
            "# HELP h H.\n# TYPE h histogram\nh_bucket{le=\"1\"} 2\nh_bucket{le=\"+Inf\"} 1\nh_sum 1\nh_count 1\n"),
        std::string("# HELP h H.\n# TYPE h histogram\nh_bucket{le=\"1\"} 2\nh_sum 1\nh_count 2\n")})
    EXPECT_NE(faults_of_exposition(wrong), "") << wrong;
}

}  // namespace
}  // namespace paceline

// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/postgres_url.h"

#include <gtest/gtest.h>

#include "store/postgres/postgres_session.h"

namespace paceline::store {
namespace {

TEST(PostgresUrl, KeepsOurOwnParameterFromLibpq) {
  const auto url = parse_postgres_url("postgresql://h/d?prepare=off&sslmode=require");
  ASSERT_TRUE(url);
  EXPECT_EQ(url->text, "postgresql://h/d?sslmode=require");
  EXPECT_FALSE(url->prepare);
  for (const char* good : {"postgresql://", "postgres:///d", "postgresql://u:p%40ss%2Fw@h1:1,h2:2/d",
                           "postgresql://u@%2Fvar%2Frun/d", "postgresql:///d?host=h&password=a@b"})
    EXPECT_TRUE(parse_postgres_url(good)) << good;
}

TEST(PostgresUrl, IsRefusedWithoutAWordOfItsPassword) {
  for (const char* bad :
       {"", "h/d", "mysql://u:secret@h/d", "postgresql:/u:secret@h/d", "postgresql://u:secret@wrong@h/d",
        "postgresql://u:secret/wrong@h/d", "postgresql://u:secret@h/d?prepare=maybe", "postgresql://u:secret@[h/d",
        "postgresql://u:secret%zz@h/d", "postgresql://u:secret/d", "postgresql://u:secret@h/d?colour=red"}) {
    const auto opened = open_postgres(bad);
    ASSERT_FALSE(opened) << bad;
    EXPECT_EQ(opened.error().code, "store.address_malformed") << bad;
    EXPECT_EQ(opened.error().fault, Fault::invalid) << bad;
    EXPECT_EQ(opened.error().detail.find("secret"), std::string::npos) << opened.error().detail;
    EXPECT_EQ(opened.error().detail.find("wrong"), std::string::npos) << opened.error().detail;
  }
}

}  // namespace
}  // namespace paceline::store

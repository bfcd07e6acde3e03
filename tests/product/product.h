// SPDX-License-Identifier: Apache-2.0
// The whole product in one process, as main.cpp wires it, on a database of its own and with a clock that a test sets.
// It is asked as a client on the network would ask it: with requests, cookies and tokens.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <boost/json/value.hpp>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "api/backend.h"
#include "api/live_changes.h"
#include "api/router.h"
#include "api/steps.h"
#include "app/found_organisation.h"
#include "app/looks.h"
#include "app/verify.h"
#include "calendar/country_files.h"
#include "calendar/zone_files.h"
#include "importer/json_import_files.h"
#include "language/icu_names.h"
#include "secret/sodium_secrets.h"
#include "store/unit_of_work.h"
#include "tests/database/test_database.h"

namespace paceline::product {

/// Stands still until it is told.
class FakeClock : public Clock {
 public:
  [[nodiscard]] Instant now() const override { return Instant(now_.load()); }
  void set(Instant now) { now_ = now.microseconds(); }
  void advance_seconds(std::int64_t seconds) { now_ += seconds * kMicrosecondsPerSecond; }
  void advance_microseconds(std::int64_t microseconds) { now_ += microseconds; }

 private:
  std::atomic<std::int64_t> now_{0};
};

/// What a client shows of itself. Nobody: all empty.
struct Caller {
  std::string cookie;
  std::string csrf_token;
  std::string bearer;
};

struct Person {
  UserId user_id;
  std::string email;
  Role role = Role::rep;
};

/// How a request is sent, where it is not sent as usual.
struct Sending {
  std::string key;  ///< Idempotency-Key; empty: one of its own
  std::string peer = "192.0.2.1";
  std::vector<std::pair<std::string, std::string>> headers;
};

/// An answer, with its body as JSON (null when it is none).
struct Answered {
  int status = 0;
  boost::json::value body;
  std::string text;
  api::Response whole;
  double handling_ms = 0;  ///< processor time that the request took, without the reading of its answer

  /// The code of a refusal; empty for anything else.
  [[nodiscard]] std::string code() const;
  /// "404 rep.not_found", "200".
  [[nodiscard]] std::string told() const;
  /// REQUIRES: the pointer leads somewhere; a missing one fails the test and is null.
  [[nodiscard]] const boost::json::value& at(const std::string& pointer) const;
  [[nodiscard]] std::string text_at(const std::string& pointer) const;
  [[nodiscard]] std::int64_t number_at(const std::string& pointer) const;
};

/// The text of the item's member, for each item of a list.
[[nodiscard]] std::vector<std::string> texts_of(const Answered& list, const std::string& member);

class Product {
 public:
  /// On a database of its own. The clock stands at 2026-11-18 12:00 UTC, a Wednesday.
  Product() : Product([](const TestDatabase& place) { return place.open(); }) {}
  /// On what `open` makes of the place.
  using Open = std::function<std::unique_ptr<store::Database>(const TestDatabase&)>;
  explicit Product(const Open& open);

  FakeClock clock;
  ZoneFiles zones;
  SodiumSecrets secrets;
  IcuNames names;
  CountryFiles countries;
  JsonImportFiles import_files;
  TimeOrderedIds ids{clock};

 private:
  TestDatabase place_;
  std::unique_ptr<store::Database> database_;

 public:
  store::SqlUnitOfWork unit;
  Looks looks;
  api::Backend backend;

 private:
  api::SignInTries tries_;
  api::Router router_;

 public:
  std::vector<std::string> reports;  ///< what nobody expected
  api::LiveChanges live{unit};
  [[nodiscard]] store::Database& database() { return *database_; }

  /// Founds an organisation; its admin is "admin@<name>.example".
  [[nodiscard]] OrgId found(const std::string& name, const std::string& zone = "Etc/UTC");
  /// Applies definitions as the system. Nothing may be refused.
  void apply(OrgId org_id, const std::string& document);
  [[nodiscard]] Person person(OrgId org_id, const std::string& email);
  [[nodiscard]] ContactId add_contact(OrgId org_id, const std::string& name, std::optional<UserId> owner,
                                      const std::string& account = "");
  /// An outbound call of the rep, now.
  [[nodiscard]] ActivityId add_call(OrgId org_id, UserId rep_id, std::optional<ContactId> contact_id = {});

  /// A session of the user, without a password. `seconds`: how long it lasts.
  [[nodiscard]] Caller session(OrgId org_id, UserId user_id, std::int64_t seconds = kSessionSeconds);
  [[nodiscard]] Caller token(OrgId org_id, UserId user_id, Scope scope);
  [[nodiscard]] std::string password(OrgId org_id, UserId user_id);

  /// `path` without "/api/v1", with or without a query: "/activities?rep=me&limit=3" (percent signs as they are).
  [[nodiscard]] Answered get(const Caller& caller, const std::string& path, const Sending& sending = {});
  [[nodiscard]] Answered post(const Caller& caller, const std::string& path, const std::string& body,
                              const Sending& sending = {});
  [[nodiscard]] Answered send(const Caller& caller, api::Method method, const std::string& path,
                              const std::string& body, const Sending& sending = {});
  [[nodiscard]] Answered send(api::Request request);
  /// The answer to a reading request, with the parts of its body still to be asked for.
  [[nodiscard]] api::Response begun(const Caller& caller, const std::string& path);

  /// What `verify` finds, one line for each difference.
  [[nodiscard]] std::vector<std::string> differences(OrgId org_id);
  /// Runs one statement on the tables, past the product. Returns the rows changed.
  std::int64_t alter(std::string_view sql);
  [[nodiscard]] std::int64_t number(std::string_view sql);

  /// Runs `work` on the stores of the organisation; it must succeed.
  template <class Work>
  void write(OrgId org_id, Work work) {
    const auto written = unit.write(org_id, [&](Stores& stores) -> Result<void> { return work(stores); });
    ASSERT_TRUE(written) << (written ? "" : written.error().code);
  }

 private:
  [[nodiscard]] api::Request request_of(const Caller& caller, api::Method method, const std::string& path,
                                        const std::string& body, const Sending& sending);

  int last_key_ = 0;
};

/// JSON from text in which ' stands for ".
[[nodiscard]] std::string json(std::string text);

}  // namespace paceline::product

// SPDX-License-Identifier: Apache-2.0
#include "store/phones.h"

#include "store/columns.h"
#include "store/sql/insert_all.h"

namespace paceline {

BOOST_DESCRIBE_STRUCT(ContactPhone, (), (contact_id, number))
BOOST_DESCRIBE_STRUCT(UserPhone, (), (user_id, number))

}  // namespace paceline

namespace paceline::store {
namespace {

constexpr Statement kAddPhone{"contact_phone.add",
                              "INSERT INTO contact_phone (org_id, e164, contact_id) VALUES ($1, $2, $3)"
                              " ON CONFLICT (org_id, e164, contact_id) DO NOTHING"};
constexpr Statement kClearPhones{"contact_phone.clear", "DELETE FROM contact_phone WHERE org_id = $1"};
constexpr Statement kClearContact{"contact_phone.clear_contact",
                                  "DELETE FROM contact_phone WHERE org_id = $1 AND contact_id = $2"};
constexpr Statement kPhones{"contact_phone.all",
                            "SELECT contact_id, e164 FROM contact_phone WHERE org_id = $1 ORDER BY contact_id, e164"};
constexpr Statement kContactsWith{
    "contact_phone.contacts",
    "SELECT contact_id FROM contact_phone WHERE org_id = $1 AND e164 = $2 ORDER BY contact_id"};
constexpr Statement kWhole{"contact_phone_whole.get", "SELECT org_id FROM contact_phone_whole WHERE org_id = $1"};
constexpr Statement kSetWhole{"contact_phone_whole.set",
                              "INSERT INTO contact_phone_whole (org_id) VALUES ($1) ON CONFLICT (org_id) DO NOTHING"};
constexpr Statement kTyped{"contact_detail.phones",
                           "SELECT contact_id, phone FROM contact_detail WHERE org_id = $1 AND phone IS NOT NULL"};

constexpr Statement kUserWith{"member_phone.user",
                              "SELECT user_id FROM member_phone WHERE org_id = $1 AND number = $2"};
constexpr Statement kPhonesOf{"member_phone.of",
                              "SELECT number FROM member_phone WHERE org_id = $1 AND user_id = $2 ORDER BY number"};
constexpr Statement kUserPhones{"member_phone.all",
                                "SELECT user_id, number FROM member_phone WHERE org_id = $1 ORDER BY user_id, number"};
constexpr Statement kClearUser{"member_phone.clear", "DELETE FROM member_phone WHERE org_id = $1 AND user_id = $2"};
constexpr Statement kAddUserPhone{"member_phone.add",
                                  "INSERT INTO member_phone (org_id, number, user_id) VALUES ($1, $2, $3)"};

}  // namespace

Result<void> SqlPhoneStore::put_contact_phones(ContactId contact_id, const std::vector<ContactPhone>& phones) {
  PACELINE_CHECK(scope_.connection.execute(kClearContact, params(scope_.org_id, contact_id)));
  return add_contact_phones(phones);
}

Result<void> SqlPhoneStore::add_contact_phones(const std::vector<ContactPhone>& phones) {
  std::vector<Parameters> rows;
  rows.reserve(phones.size());
  for (const ContactPhone& phone : phones)
    rows.push_back(std::move(Parameters().add(scope_.org_id, phone.number, phone.contact_id)));
  PACELINE_CHECK(insert_all(scope_.connection, kAddPhone, rows));
  return {};
}

Result<void> SqlPhoneStore::remove_contact_phones() {
  PACELINE_CHECK(scope_.connection.execute(kClearPhones, params(scope_.org_id)));
  return {};
}

Result<bool> SqlPhoneStore::is_whole() {
  return exists(scope_.connection, kWhole, params(scope_.org_id));
}

Result<void> SqlPhoneStore::set_whole() {
  PACELINE_CHECK(scope_.connection.execute(kSetWhole, params(scope_.org_id)));
  return {};
}

Result<std::vector<ContactPhone>> SqlPhoneStore::contact_phones() {
  return query_all<ContactPhone>(scope_.connection, kPhones, params(scope_.org_id));
}

Result<std::vector<ContactId>> SqlPhoneStore::contacts_with(std::string_view e164) {
  return query_all<ContactId>(scope_.connection, kContactsWith, params(scope_.org_id, e164));
}

Result<std::vector<ContactPhone>> SqlPhoneStore::typed_phones() {
  return query_all<ContactPhone>(scope_.connection, kTyped, params(scope_.org_id));
}

Result<std::optional<UserId>> SqlPhoneStore::user_with(std::string_view number) {
  return query_one<UserId>(scope_.connection, kUserWith, params(scope_.org_id, number));
}

Result<std::vector<std::string>> SqlPhoneStore::phones_of(UserId user_id) {
  return query_all<std::string>(scope_.connection, kPhonesOf, params(scope_.org_id, user_id));
}

Result<std::vector<UserPhone>> SqlPhoneStore::user_phones() {
  return query_all<UserPhone>(scope_.connection, kUserPhones, params(scope_.org_id));
}

Result<void> SqlPhoneStore::put_user_phones(UserId user_id, const std::vector<std::string>& numbers) {
  PACELINE_CHECK(scope_.connection.execute(kClearUser, params(scope_.org_id, user_id)));
  for (const std::string& number : numbers) {
    const auto added = scope_.connection.execute(kAddUserPhone, params(scope_.org_id, number, user_id));
    if (!added && added.error().code == "store.unique") return fail(Fault::conflict, "user.phone.taken", "/phones");
    PACELINE_CHECK(added);
  }
  return {};
}

}  // namespace paceline::store

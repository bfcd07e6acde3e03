// SPDX-License-Identifier: Apache-2.0
// Rows that become opportunities: known again by their key, changed by new facts where the file says something else,
// voided by undo.
//
// A row tells where an opportunity stands, when it came there, and where it stood when it began: so history comes in
// with the moments of the file, known when its day was over. What the file does not say stays unknown. One without
// money has the list price of its product line, marked as assumed. A row that says what it said before changes nothing,
// whatever people did since.
// Worked example: engaged on 2016-10-20, won on 2017-03-01 for 1054: begins in its first stage with the list price,
// known from the end of the 20th on, and is won on 1 March with a sale of 1054.
#pragma once

#include "app/import_records.h"
#include "app/put_opportunity.h"

namespace paceline {

class ImportOpportunities final : public ImportRecords {
 public:
  ImportOpportunities(const ImportContext& context, Stores& stores) : context_(context), stores_(stores) {}

  /// Faults at the members of a row: "activity.rep.not_found" and forbidden at "/rep", "account.key.unknown",
  /// "contact.key.unknown", "pipeline.unknown", "opportunity.stage.unknown", "product_line.unknown",
  /// "opportunity.amount.missing" of a won one, those of parse_money at "/amount", "opportunity.move.before_last" at
  /// "/moved_at", and the codes of put_opportunity(). A row is checked as a whole before anything of it is stored.
  Result<std::vector<Checked<PutRow>>> put(const std::vector<const NamedRow*>& rows, const RowReader& reader) override;
  Result<std::vector<TakenBack>> take_back(const std::vector<ImportedRow>& rows, bool again) override;

 private:
  struct Told {
    OpportunityDraft draft;
    std::vector<OpportunityEdit> moves;
    bool names_rep = false;    ///< else it is the importer's when it is new, and whose it was when it is known
    bool names_stage = false;  ///< else it begins in the first one, and stays where it is when it is known
    bool says_when = false;    ///< it came into its stage; else it is known of a known one since the import
    bool is_known = false;
  };
  struct Times {
    Instant occurred_at;
    Instant known_at;
  };

  [[nodiscard]] Result<void> read_definitions();
  [[nodiscard]] Result<Whose> relation_to(UserId user_id);
  [[nodiscard]] Result<User> find_rep(const std::optional<std::string>& name);
  [[nodiscard]] Result<User> rep_of(const std::optional<std::string>& name);
  [[nodiscard]] Result<AccountId> find_account(const std::string& name);
  [[nodiscard]] Result<AccountId> account_of(const std::string& name);
  [[nodiscard]] Result<ContactId> contact_of(const std::string& key);
  [[nodiscard]] Result<Pipeline> pipeline_of(const std::optional<std::string>& name) const;
  [[nodiscard]] Result<Times> times_of(const WrittenMoment& written, const User& rep) const;
  [[nodiscard]] Result<std::optional<AmountEdit>> amount_of(const OpportunityCells& cells) const;
  void tell_stages(const OpportunityCells& cells, const User& rep, Told& told, Errors& faults);
  [[nodiscard]] Checked<Told> told_by(const OpportunityCells& cells);
  [[nodiscard]] Result<void> may_change(Told& told);
  /// Lines of a known one that the file names no more.
  [[nodiscard]] Result<void> take_off_others(Told& told);
  [[nodiscard]] Checked<PutRow> put_one(Told told);
  [[nodiscard]] Result<bool> is_built_upon(OpportunityId id);
  [[nodiscard]] Result<TakenBack> take_one_back(const ImportedRow& row);
  [[nodiscard]] Result<void> set_back(const OpportunityNow& now, const OpportunityNow& before);

  const ImportContext& context_;
  Stores& stores_;
  std::vector<Pipeline> pipelines_;
  std::vector<ProductLine> lines_;
  std::vector<User> users_;
  std::optional<Currency> currency_;
  std::map<std::string, Result<User>> reps_;
  std::map<std::string, Result<AccountId>> accounts_;
};

}  // namespace paceline

// SPDX-License-Identifier: Apache-2.0
// The cards of a vCard file (2.1, 3.0, 4.0) as rows. A column is the name of a property; its value is without escapes,
// quoted-printable or charset. Of several telephone numbers or addresses it is the preferred one, then a mobile one,
// then one of work, a fax last.
//
// FN falls back to N ("Ann Doe"), then NICKNAME, ORG, EMAIL; ORG is the company without its departments; TEL and EMAIL
// are without "tel:" and "mailto:". ID is UID, and of a card without one its FN and ORG: two cards of one name are one
// row and a repeated key. What names a row without a key is what the mapping reads of it: a photo or a date of change
// is not. A row is refused: "import.vcard.line_malformed", "import.vcard.unfinished", "import.row.too_large" (over 1
// MB, photos and cards in it among them), "import.row.undecodable". The file is refused with "import.vcard.no_card"
// when no card is in it.
#pragma once

#include <map>

#include "importer/mapped_reader.h"
#include "text/content_lines.h"

namespace paceline {

class VcardRows final : public MappedReader {
 public:
  explicit VcardRows(Mapping mapping);

 private:
  void read(std::string_view bytes) override;
  void read_end() override;
  void take(const ContentLine& line);
  void take_property(const ContentLine& line);
  void give_card();
  [[nodiscard]] std::string decoded(const ContentLine& line) const;
  [[nodiscard]] std::string cell_named(const std::string& column) const;

  struct Chosen {
    std::string value;  ///< with its escapes
    int rank = 0;
  };

  std::optional<TextDecoder> decoder_;  ///< of UTF-16; else each line says how it is written
  std::string text_;
  bool at_beginning_ = true;
  ContentLineReader lines_;
  std::size_t depth_ = 0;  ///< cards in cards: an AGENT
  std::size_t begin_ = 0;
  std::size_t size_ = 0;  ///< bytes of the card
  std::string fault_;
  std::string fault_detail_;
  bool in_base64_ = false;  ///< lines of a photo that are not folded
  std::map<std::string, Chosen> properties_;
};

}  // namespace paceline

// SPDX-License-Identifier: Apache-2.0
// The rows of a JSON file by a mapping: the objects of an array (json), or an object a line (jsonl). A column is the
// name of a member, or a JSON pointer ("/organizer/upn") into the object. The number of a row is its place in the
// array, the first being 1, or its line.
//
// A row is refused with "import.json.malformed", "import.json.not_an_object", "import.row.too_large" (over 1 MB), and
// the last one of a file that ends too early with "import.json.unfinished". The file is refused with
// "import.json.malformed" when it is no JSON, and "import.json.no_array" when there is no array where the mapping says.
#pragma once

#include <boost/json/value.hpp>

#include "importer/json_elements.h"
#include "importer/mapped_reader.h"

namespace paceline {

class JsonRows final : public MappedReader {
 public:
  explicit JsonRows(Mapping mapping);

 private:
  void read(std::string_view bytes) override;
  void read_end() override;
  void take_text();
  void take_line();
  void take(const JsonElement& element);

  TextDecoder decoder_;
  std::string text_;
  bool by_line_;
  JsonElements elements_;
  std::string line_;  ///< as far as it is read
  bool line_too_large_ = false;
  std::size_t lines_ = 0;
  std::vector<std::string> cells_;
};

}  // namespace paceline

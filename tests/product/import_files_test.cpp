// SPDX-License-Identifier: Apache-2.0
// Every calendar, address book and Salesforce file of shared/data: read, or refused with words. Nothing crashes, and
// nothing is written half. The table of docs/import_files.md is what comes out:
//   PACELINE_WRITE_TABLE=docs/import_files.md tests/product_test --gtest_filter='ImportFiles.*'
// Left out where the data are not there.
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/utf8.h"
#include "tests/product/importing.h"

namespace paceline::product {
namespace {

const std::filesystem::path kShared = std::filesystem::path(PACELINE_SOURCE_DIR) / "../shared/data";

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::filesystem::path data_folder() {
  const char* given = std::getenv("PACELINE_DATA");
  return given == nullptr ? kShared : std::filesystem::path(given);
}

/// Some of the folder's files, with what their index says of them.
struct Lot {
  std::string folder;
  std::string mapping;
  std::string counted;  ///< member of the index
  std::string what;     ///< what it counts
};

const std::vector<Lot>& lots() {
  static const std::vector<Lot> all{{"calendars", "ics-meetings", "begin_vevent", "events"},
                                    {"vcards", "vcard-contacts", "begin_vcard", "cards"},
                                    {"crm-csv", "salesforce-accounts", "csv_records_with_header", "rows and header"}};
  return all;
}

/// As a person would pick it for what the file looks like.
std::string encoding_for(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return "utf_16_le";
  return is_utf8(bytes) ? "utf_8" : "windows_1252";
}

class ImportFiles : public Importing {
 protected:
  /// A mapping of its own for each file: two that hold the same event are no repetition.
  std::string mapping_for(const std::string& name, std::string_view bytes, std::size_t number) {
    auto document = boost::json::parse(product.import_files.shipped().at(name)).as_object();
    document["name"] = "file-" + std::to_string(number);
    document["encoding"] = encoding_for(bytes);
    return boost::json::serialize(document);
  }

  /// "refused because": each code with how often.
  std::string reasons(const std::string& id) {
    std::map<std::string, int> counts;
    const auto faults = product.get(admin, "/imports/" + id + "/faults?limit=500");
    for (const auto& fault : faults.at("/items").as_array()) ++counts[std::string(fault.at("code").as_string())];
    std::string text;
    for (const auto& each : counts) {
      text += (text.empty() ? "`" : ", `") + each.first + "`";
      if (each.second > 1) text += " " + std::to_string(each.second);
    }
    return text;
  }

  std::int64_t records() {
    return product.number("SELECT count(*) FROM contact") +
           product.number("SELECT count(*) FROM activity_now WHERE state <> 'voided'");
  }

  std::string row_for(const Lot& lot, const boost::json::value& entry, std::size_t number) {
    const std::string name(entry.at("file").as_string());
    const std::string bytes = bytes_of(data_folder() / lot.folder / name);
    const std::int64_t before = records();
    ann = admin;
    const std::string id = imported(bytes, mapping_for(lot.mapping, bytes, number));
    const auto done = of(id);
    const std::string state = done.text_at("/state");
    const std::int64_t added = done.number_at("/added");
    const std::int64_t refused = done.number_at("/refused");
    EXPECT_TRUE(state == "done" || state == "failed") << name << state;
    EXPECT_EQ(done.number_at("/rows"), added + refused) << name;
    EXPECT_EQ(records(), before + added) << name << ": what is reported is what is written";
    std::string why = reasons(id);
    EXPECT_EQ(why.empty(), refused == 0 && state == "done") << name;
    EXPECT_EQ(wish(id, "undo").status, 200);
    work();
    EXPECT_EQ(records(), before) << name << ": and undo takes all of it back";
    EXPECT_EQ(of(id).number_at("/voided"), added) << name;
    const auto* counted = entry.as_object().if_contains(lot.counted);
    return "| `" + name + "` | " + (counted == nullptr ? "" : boost::json::serialize(*counted)) + " | " +
           std::to_string(added) + " | " + (state == "done" ? std::to_string(refused) : "the file") + " | " + why +
           " |\n";
  }

  Caller admin = product.session(org, product.person(org, "admin@acme.example").user_id);
};

TEST_F(ImportFiles, AreReadOrRefusedWithWords) {
  if (!std::filesystem::exists(data_folder() / "vcards/index.json")) GTEST_SKIP() << "no data in " << data_folder();
  std::string page =
      "# What sample files give\n\nEvery calendar, address book and Salesforce file of the sample data, imported with the"
      " mapping that comes with the program, in the\nencoding that the file has. *There*: what its index counts. Made by"
      " tests/product/import_files_test.cpp, which fails when a file gives something else.\n";
  std::size_t number = 0;
  for (const Lot& lot : lots()) {
    const auto index = boost::json::parse(bytes_of(data_folder() / lot.folder / "index.json"));
    std::string rows;
    std::size_t files = 0;
    for (const auto& entry : index.at("entries").as_array()) {
      rows += row_for(lot, entry, ++number);
      ++files;
    }
    EXPECT_EQ(files, index.at("files").as_int64()) << lot.folder;
    page += "\n## " + lot.folder + ", by `" + lot.mapping + "`\n\n| file | " + lot.what +
            " there | read | refused | why |\n| --- | --- | --- | --- | --- |\n" + rows;
  }
  const auto committed = std::filesystem::path(PACELINE_SOURCE_DIR) / "docs/import_files.md";
  if (const char* path = std::getenv("PACELINE_WRITE_TABLE"))
    std::ofstream(path) << page;
  else
    EXPECT_EQ(page, bytes_of(committed));
}

}  // namespace
}  // namespace paceline::product

// SPDX-License-Identifier: Apache-2.0
// Imports by the program itself: killed in the middle it goes on, and however large a file is, the memory of the server
// stays small.
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <filesystem>
#include <iomanip>
#include <sstream>
#include <thread>

#include "app/ports/import_store.h"
#include "tests/base/random.h"
#include "tests/product/product.h"
#include "tests/product/program.h"

namespace paceline::product {
namespace {

constexpr std::chrono::milliseconds kPause{20};
constexpr const char* kFirstOfFile = "2020-03-01";
constexpr std::int64_t kRowsOfDay = 500;

/// A file that is made while it is sent: every row has the same length.
struct MadeFile {
  std::string mapping;
  std::string head;
  std::string row;      ///< with "########" where its number stands, "####-##-##" or "#DAY####" where its day does
  std::string between;  ///< two rows
  std::string tail;
  std::int64_t rows = 0;

  [[nodiscard]] std::int64_t bytes() const {
    return static_cast<std::int64_t>(head.size() + tail.size()) + rows * static_cast<std::int64_t>(row.size()) +
           (rows - 1) * static_cast<std::int64_t>(between.size());
  }
  [[nodiscard]] std::string text_of(std::int64_t number) const {
    const std::string day = to_text(*parse_day(kFirstOfFile) + static_cast<int>(number / kRowsOfDay));
    std::string text = row;
    put(day, "####-##-##", text);
    put(day.substr(0, 4) + day.substr(5, 2) + day.substr(8), "#DAY####", text);
    std::ostringstream digits;
    digits << std::setw(8) << std::setfill('0') << number;
    put(digits.str(), "########", text);
    return text + (number + 1 < rows ? between : tail);
  }

 private:
  static void put(const std::string& what, std::string_view place, std::string& text) {
    for (auto at = text.find(place); at != std::string::npos; at = text.find(place))
      text.replace(at, place.size(), what);
  }
};

class ImportClient {
 public:
  ImportClient(const Server& server, std::string token) : server_(server), token_(std::move(token)) {}

  std::string begin(const MadeFile& file) {
    const auto begun = ask(
        api::Method::post, "/imports",
        json("{'file_name': 'made', 'bytes': " + std::to_string(file.bytes()) + ", 'mapping': " + file.mapping + "}"));
    return std::string(begun.at("import_id").as_string());
  }

  void send(const std::string& id, const MadeFile& file) {
    std::string waiting = file.head;
    std::int64_t part = 0;
    for (std::int64_t number = 0; number < file.rows; ++number) {
      waiting += file.text_of(number);
      if (static_cast<std::int64_t>(waiting.size()) < kImportPartBytes) continue;
      send_part(id, part++, waiting.substr(0, kImportPartBytes));
      waiting.erase(0, kImportPartBytes);
    }
    if (!waiting.empty()) send_part(id, part, waiting);
  }

  boost::json::value wish(const std::string& id, const std::string& what) {
    return ask(api::Method::post, "/imports/" + id + "/" + what, "");
  }
  boost::json::value state(const std::string& id) { return ask(api::Method::get, "/imports/" + id, ""); }

  /// Its end, whatever it is.
  boost::json::value wait(const std::string& id) {
    while (true) {
      auto now = state(id);
      const auto& word = now.at("state").as_string();
      if (word != "checking" && word != "importing" && word != "undoing") return now;
      std::this_thread::sleep_for(kPause);
    }
  }

 private:
  void send_part(const std::string& id, std::int64_t part, const std::string& bytes) {
    (void)ask(api::Method::put, "/imports/" + id + "/parts/" + std::to_string(part), bytes, "application/octet-stream");
  }

  boost::json::value ask(api::Method method, const std::string& path, const std::string& body,
                         const std::string& type = "application/json") {
    api::Request request;
    request.method = method;
    request.path = "/api/v1" + path;
    request.headers = {{"authorization", "Bearer " + token_}};
    if (method != api::Method::get) request.headers.emplace("idempotency-key", "import-" + std::to_string(next_key_++));
    if (!body.empty()) request.headers.emplace("content-type", type);
    request.body = body;
    const auto answered = server_.send(request);
    EXPECT_TRUE(answered && answered->status < 300) << path << (answered ? answered->body : answered.error().code);
    boost::json::error_code none;
    return answered ? boost::json::parse(answered->body, none) : boost::json::value();
  }

  const Server& server_;
  std::string token_;
  inline static int next_key_ = 0;
};

MadeFile csv_calls(std::int64_t rows, std::size_t width) {
  return {
      "{'name': 'made', 'key': ['id'], 'fields': {'kind': {'constant': 'call'}, 'occurred_at': {'column': 'at', 'form':"
      " 'yyyy-MM-dd HH:mm'}}}",
      "id,at,rest\n",
      "########,####-##-## 10:00," + std::string(width, 'x'),
      "\n",
      "\n",
      rows};
}

/// Until the server has got on with it, or is done. Whoever takes the work up waits for the lease of the one before.
void wait_for_more_than(std::int64_t bytes_or_voided, const char* member, const std::string& id, ImportClient client) {
  for (int tries = 0; tries < 3000; ++tries) {
    const auto now = client.state(id);
    if (now.at(member).as_int64() > bytes_or_voided || now.at("ended_at").is_string()) return;
    std::this_thread::sleep_for(kPause);
  }
}

TEST(ImportKilled, GoesOnAndUndoes) {
  const MemoryFolder folder;
  const Place place{"--data", folder.path() + "/data"};
  const std::string token = found_company(place);
  testing_support::Random chance;
  const MadeFile file = csv_calls(48'000, 10);
  std::string id;
  {
    const Server server(place);
    ImportClient client(server, token);
    id = client.begin(file);
    client.send(id, file);
    (void)client.wish(id, "start");
    wait_for_more_than(0, "rows", id, client);
    std::this_thread::sleep_for(std::chrono::microseconds(chance.between(0, 200'000)));
  }
  {
    const Server server(place);
    ImportClient client(server, token);
    const auto before = client.state(id);
    EXPECT_EQ(before.at("state").as_string(), "importing") << "it was done before it was killed";
    const auto done = client.wait(id);
    EXPECT_EQ(done.at("state").as_string(), "done");
    EXPECT_EQ(done.at("added").as_int64(), file.rows);
    (void)client.wish(id, "undo");
    wait_for_more_than(0, "voided", id, client);
  }
  EXPECT_EQ(verified_activities(place), file.rows);
  const Server server(place);
  const auto undone = ImportClient(server, token).wait(id);
  EXPECT_EQ(undone.at("state").as_string(), "undone");
  EXPECT_EQ(undone.at("voided").as_int64(), file.rows);
}

/// On a disk: what the server keeps of the file is no memory of its own.
class DiskFolder {
 public:
  DiskFolder() : path_(std::filesystem::temp_directory_path() / ("paceline-large-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(path_);
  }
  ~DiskFolder() { std::filesystem::remove_all(path_); }
  DiskFolder(const DiskFolder&) = delete;
  DiskFolder& operator=(const DiskFolder&) = delete;
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

struct LargeCase {
  const char* name;
  MadeFile file;
};

class LargeFile : public testing::TestWithParam<LargeCase> {};

constexpr std::int64_t kRowsImported = 100'000;
constexpr std::int64_t kMostMemoryKb = 150 * 1024;

TEST_P(LargeFile, NeedsLittleMemory) {
  const DiskFolder folder;
  const Place place{"--data", folder.path() + "/data"};
  const std::string token = found_company(place);
  const MadeFile& file = GetParam().file;
  Server server(place);
  ImportClient client(server, token);
  const std::string id = client.begin(file);
  client.send(id, file);
  (void)client.wish(id, "check");
  const auto checked = client.wait(id);
  EXPECT_EQ(checked.at("state").as_string(), "checked");
  EXPECT_EQ(checked.at("rows").as_int64(), file.rows);
  EXPECT_EQ(checked.at("added").as_int64(), file.rows);
  // The import itself: of the largest the beginning.
  (void)client.wish(id, "start");
  if (file.rows > kRowsImported) {
    wait_for_more_than(kRowsImported, "added", id, client);
    (void)client.wish(id, "cancel");
  }
  const auto ended = client.wait(id);
  EXPECT_GT(ended.at("added").as_int64(), 0);
  std::cout << GetParam().name << ": " << file.bytes() / 1'000'000 << " MB, " << file.rows << " rows, at most "
            << server.most_memory_kb() / 1024 << " MB of memory\n";
  EXPECT_GT(server.most_memory_kb(), 0);
  EXPECT_LT(server.most_memory_kb(), kMostMemoryKb);
}

INSTANTIATE_TEST_SUITE_P(
    Of, LargeFile,
    testing::Values(
        LargeCase{"csv", csv_calls(1'000'000, 475)},
        LargeCase{
            "json",
            {"{'name': 'made', 'format': 'json', 'records': '/value', 'key': ['id'], 'fields': {'kind': {'constant':"
             " 'call'}, 'occurred_at': {'column': 'at', 'form': 'yyyy-MM-dd'}}}",
             json("{'other': [1], 'value': ["),
             json("{'id': '########', 'at': '####-##-##', 'rest': '") + std::string(900, 'x') + json("'}"), ", ", "]}",
             100'000}},
        LargeCase{"ics",
                  {"'ics-meetings'", "BEGIN:VCALENDAR\r\n",
                   "BEGIN:VEVENT\r\nUID:########\r\nDTSTART:#DAY####T100000Z\r\nDESCRIPTION:" + std::string(900, 'x') +
                       "\r\nEND:VEVENT\r\n",
                   "", "END:VCALENDAR\r\n", 100'000}},
        LargeCase{"vcard",
                  {"'vcard-contacts'", "",
                   "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann ########\r\nUID:########\r\nPHOTO;ENCODING=b:" +
                       std::string(900, 'x') + "\r\nEND:VCARD\r\n",
                   "", "", 100'000}}),
    [](const auto& given) { return std::string(given.param.name); });

}  // namespace
}  // namespace paceline::product

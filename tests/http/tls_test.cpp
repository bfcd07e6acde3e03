// SPDX-License-Identifier: Apache-2.0
// HTTPS with a certificate that the test makes for itself.
#include "http/tls.h"

#include <arpa/inet.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <sys/socket.h>

#include <filesystem>
#include <fstream>

#include "tests/http/test_server.h"

namespace paceline::http {
namespace {

/// A key and a certificate of it in two files of a folder.
class CertificateFiles {
 public:
  CertificateFiles() {
    std::string made = (std::filesystem::temp_directory_path() / "paceline-XXXXXX").string();
    PACELINE_ASSERT(::mkdtemp(made.data()) != nullptr);
    folder_ = made;
    write("sales.example");
  }
  ~CertificateFiles() { std::filesystem::remove_all(folder_); }
  CertificateFiles(const CertificateFiles&) = delete;
  CertificateFiles& operator=(const CertificateFiles&) = delete;

  void write(const char* name) const {
    EVP_PKEY* key = EVP_RSA_gen(2048);
    X509* certificate = X509_new();
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, key);
    X509_NAME* subject = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>(name), -1, -1, 0);
    X509_set_issuer_name(certificate, subject);
    X509_sign(certificate, key, EVP_sha256());
    FILE* file = std::fopen(files().key.c_str(), "w");
    PEM_write_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr);
    std::fclose(file);
    file = std::fopen(files().certificate.c_str(), "w");
    PEM_write_X509(file, certificate);
    std::fclose(file);
    X509_free(certificate);
    EVP_PKEY_free(key);
  }
  [[nodiscard]] TlsFiles files() const { return {folder_ + "/certificate.pem", folder_ + "/key.pem"}; }

 private:
  std::string folder_;
};

int connect_to(std::uint16_t port) {
  const int number = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const timeval patience{10, 0};
  ::setsockopt(number, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  EXPECT_EQ(::connect(number, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  return number;
}

/// A client that trusts anybody.
class TlsClient {
 public:
  explicit TlsClient(std::uint16_t port, int newest_version = TLS1_3_VERSION)
      : context_(SSL_CTX_new(TLS_client_method())), session_(nullptr), number_(connect_to(port)) {
    SSL_CTX_set_min_proto_version(context_, TLS1_VERSION);
    SSL_CTX_set_security_level(context_, 0);
    SSL_CTX_set_max_proto_version(context_, newest_version);
    session_ = SSL_new(context_);
    SSL_set_fd(session_, number_);
    connected_ = SSL_connect(session_) == 1;
  }
  ~TlsClient() {
    SSL_free(session_);
    SSL_CTX_free(context_);
    ::close(number_);
  }
  TlsClient(const TlsClient&) = delete;
  TlsClient& operator=(const TlsClient&) = delete;

  [[nodiscard]] bool connected() const { return connected_; }
  [[nodiscard]] std::string version() const { return SSL_get_version(session_); }
  [[nodiscard]] std::string name_of_server() const {
    X509* certificate = SSL_get1_peer_certificate(session_);
    std::string name(100, '\0');
    const int length = X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, name.data(), 100);
    X509_free(certificate);
    name.resize(static_cast<std::size_t>(length));
    return name;
  }
  void send(const std::string& bytes) {
    EXPECT_EQ(SSL_write(session_, bytes.data(), static_cast<int>(bytes.size())), static_cast<int>(bytes.size()));
  }
  /// Until it stands in what came, or nothing more comes.
  std::string receive_until(std::string_view enough) {
    std::string all;
    std::string room(1000, '\0');
    while (all.find(enough) == std::string::npos) {
      const int bytes = SSL_read(session_, room.data(), static_cast<int>(room.size()));
      if (bytes <= 0) return all;
      all.append(room.data(), static_cast<std::size_t>(bytes));
    }
    return all;
  }

 private:
  SSL_CTX* context_;
  SSL* session_;
  int number_;
  bool connected_ = false;
};

class Https : public testing::Test {
 protected:
  [[nodiscard]] ServerOptions options() const {
    ServerOptions made;
    made.tls = certificate_.files();
    made.limits = brief();
    made.limits.certificate_look = std::chrono::milliseconds(20);
    return made;
  }
  static std::string request(const std::string& path, const std::string& body = "") {
    return (body.empty() ? "GET " : "POST ") + path +
           " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
  }
  CertificateFiles certificate_;
};

TEST_F(Https, AnswersOneRequestAfterAnotherOnOneConnection) {
  const TestServer server(options());
  TlsClient client(server.port);
  ASSERT_TRUE(client.connected());
  EXPECT_EQ(client.version(), "TLSv1.3");
  for (const char* path : {"/api/first", "/api/second", "/api/third"}) {
    client.send(request(path));
    EXPECT_NE(client.receive_until("?|").find(path), std::string::npos);
  }
  client.send(request("/api/a") + request("/api/b") + request("/api/c"));
  const std::string three = client.receive_until("/api/c?|");
  EXPECT_NE(three.find("/api/a?|"), std::string::npos) << "three in one record";
  EXPECT_EQ(TlsClient(server.port, TLS1_2_VERSION).version(), "TLSv1.2");
}

TEST_F(Https, MovesBodiesLargerThanAllBuffers) {
  ServerOptions large = options();
  large.handler = [](const api::Request& request) {
    api::Response response;
    response.body = request.body + request.body + request.body + request.body + "END";
    return response;
  };
  const TestServer server(large);
  std::string body(1'000'000, 'x');
  for (std::size_t at = 0; at < body.size(); at += 7) body[at] = static_cast<char>('a' + at % 26);
  TlsClient client(server.port);
  ASSERT_TRUE(client.connected());
  client.send(request("/api/large", body));
  const std::string answer = client.receive_until("END");
  EXPECT_NE(answer.find(body + body + body + body + "END"), std::string::npos);
}

TEST_F(Https, RefusesOldVersionsAndWhatIsNoTls) {
  const TestServer server(options());
  EXPECT_FALSE(TlsClient(server.port, TLS1_1_VERSION).connected());
  RawClient plain(server.port);
  plain.send(request("/api/plain"));
  EXPECT_TRUE(plain.closed_by_server());
  RawClient nonsense(server.port);
  nonsense.send(std::string(5000, '\x16'));
  EXPECT_TRUE(nonsense.closed_by_server());
  EXPECT_TRUE(TlsClient(server.port).connected()) << "and lives on";
}

TEST_F(Https, ClosesAHandshakeThatNeverEnds) {
  ServerOptions impatient = options();
  impatient.limits.handshake_time = std::chrono::milliseconds(50);
  const TestServer server(impatient);
  RawClient silent(server.port);
  EXPECT_TRUE(silent.closed_by_server());
  RawClient half(server.port);
  half.send(std::string("\x16\x03\x01\x02\x00\x01", 6));
  EXPECT_TRUE(half.closed_by_server());
}

TEST_F(Https, GivesWhoHasGreetedTheTimeOfEverybodyElse) {
  ServerOptions impatient = options();
  impatient.limits.handshake_time = std::chrono::milliseconds(300);
  const TestServer server(impatient);
  TlsClient client(server.port);
  ASSERT_TRUE(client.connected());
  std::this_thread::sleep_for(std::chrono::milliseconds(600));
  client.send(request("/api/later"));
  EXPECT_NE(client.receive_until("?|").find("/api/later"), std::string::npos);
}

TEST_F(Https, AsksBrowsersBeyondThisMachineToStayWithIt) {
  const auto answer_at = [&](const std::string& address) {
    ServerOptions made = options();
    made.address = address;
    const TestServer server(made);
    TlsClient client(server.port);
    client.send(request("/api/any"));
    return client.receive_until("?|");
  };
  EXPECT_NE(answer_at("0.0.0.0").find("Strict-Transport-Security: max-age=31536000\r\n"), std::string::npos);
  EXPECT_EQ(answer_at("127.0.0.1").find("Strict-Transport-Security"), std::string::npos)
      << "a browser would keep it for every port of this machine";
}

TEST_F(Https, TakesUpARenewedCertificateAndKeepsTheOldOneIfItIsUnusable) {
  std::atomic<int> reports{0};
  ServerOptions watched = options();
  watched.on_fault = [&](std::string_view) { ++reports; };
  const TestServer server(watched);
  EXPECT_EQ(TlsClient(server.port).name_of_server(), "sales.example");
  certificate_.write("renewed.example");
  EXPECT_TRUE(soon([&] { return TlsClient(server.port).name_of_server() == "renewed.example"; }));
  std::ofstream(certificate_.files().key) << "nonsense";
  EXPECT_TRUE(soon([&] { return reports.load() > 0; }));
  EXPECT_EQ(TlsClient(server.port).name_of_server(), "renewed.example");
}

TEST_F(Https, NamesFilesThatCannotBeUsed) {
  const auto code = [](const TlsFiles& files) {
    const auto loaded = Tls::load(files);
    return loaded ? "" : loaded.error().code;
  };
  const CertificateFiles other;
  EXPECT_EQ(code(certificate_.files()), "");
  EXPECT_EQ(code({"/nowhere.pem", certificate_.files().key}), "tls.certificate_unusable");
  EXPECT_EQ(code({certificate_.files().key, certificate_.files().key}), "tls.certificate_unusable");
  EXPECT_EQ(code({certificate_.files().certificate, "/nowhere.pem"}), "tls.certificate_unusable");
  EXPECT_EQ(code({certificate_.files().certificate, certificate_.files().certificate}), "tls.key_unusable");
  EXPECT_EQ(code({certificate_.files().certificate, other.files().key}), "tls.key_unusable")
      << "of another certificate";
}

}  // namespace
}  // namespace paceline::http

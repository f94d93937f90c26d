#include "net/smtp/message.hpp"

#include <gmime/gmime.h>
#include <gtest/gtest.h>

#include "device/assets.hpp"
#include "tests/device/temporary_folder.hpp"

namespace paneltwin::net::smtp {
namespace {

std::string text_of(const WrittenMessage& written) {
  std::string text(written.size, '\0');
  EXPECT_EQ(std::fread(text.data(), 1, text.size(), written.file.get()), text.size());
  return text;
}

device::MailMessage letter() {
  return {.message_id = "20261123.1@printer.example",
          .date = device::from_iso8601("2026-11-23T09:30:00Z").value(),
          .from = "printer@contoso.example",
          .to = {"anna@contoso.example", "bo@contoso.example"},
          .subject = "扫描 Scan of today",
          .body = "A line.\nÜber.\n",
          .attachments = {}};
}

TEST(Message, has_the_headers_that_were_asked_for) {
  const auto written = write_message(letter());
  ASSERT_TRUE(written);
  const auto text = text_of(*written);
  EXPECT_NE(text.find("Message-Id: <20261123.1@printer.example>\r\n"), std::string::npos) << text;
  EXPECT_NE(text.find("Date: Mon, 23 Nov 2026 09:30:00 +0000\r\n"), std::string::npos) << text;
  EXPECT_NE(text.find("From: printer@contoso.example\r\n"), std::string::npos) << text;
  EXPECT_NE(text.find("MIME-Version: 1.0\r\n"), std::string::npos) << text;
  EXPECT_EQ(text.find("扫描"), std::string::npos) << "headers are ASCII";
}

TEST(Message, every_line_ends_in_crlf) {
  const auto text = text_of(*write_message(letter()));
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1)) {
    ASSERT_TRUE(at > 0 && text[at - 1] == '\r') << "at " << at;
  }
}

TEST(Message, attachments_come_back_byte_for_byte) {
  const TemporaryFolder folder;
  std::string bytes;
  for (int i = 0; i < 100'000; ++i) bytes += static_cast<char>(i * 31 >> 3);
  ASSERT_TRUE(device::write_file(folder.path() / "a.pdf", bytes));
  auto message = letter();
  message.attachments = {{"扫描_0001.pdf", "application/pdf", folder.path() / "a.pdf"}};
  auto text = text_of(*write_message(message));

  GMimeStream* stream = g_mime_stream_mem_new_with_buffer(text.data(), text.size());
  GMimeParser* parser = g_mime_parser_new_with_stream(stream);
  GMimeMessage* parsed = g_mime_parser_construct_message(parser, nullptr);
  ASSERT_TRUE(parsed);
  EXPECT_STREQ(g_mime_message_get_subject(parsed), "扫描 Scan of today");
  auto* parts = GMIME_MULTIPART(g_mime_message_get_mime_part(parsed));
  ASSERT_EQ(g_mime_multipart_get_count(parts), 2);
  auto* part = GMIME_PART(g_mime_multipart_get_part(parts, 1));
  EXPECT_STREQ(g_mime_part_get_filename(part), "扫描_0001.pdf");
  GMimeStream* out = g_mime_stream_mem_new();
  g_mime_data_wrapper_write_to_stream(g_mime_part_get_content(part), out);
  const GByteArray* content = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(out));
  EXPECT_EQ(content->len, bytes.size());
  EXPECT_TRUE(std::string(reinterpret_cast<const char*>(content->data), content->len) == bytes);
  for (void* object :
       {static_cast<void*>(out), static_cast<void*>(parsed), static_cast<void*>(parser), static_cast<void*>(stream)}) {
    g_object_unref(object);
  }
}

TEST(Message, no_header_can_be_smuggled_in) {
  auto message = letter();
  message.subject = "Hello\r\nBcc: thief@example.com\r\n\r\nbody";
  message.to = {"anna@contoso.example\r\nBcc: thief@example.com"};
  const auto text = text_of(*write_message(message));
  EXPECT_EQ(text.find("\r\nBcc:"), std::string::npos) << text;
  EXPECT_EQ(text.find("\r\n\r\nbody"), std::string::npos) << text;
}

TEST(Message, an_attachment_that_is_gone_is_told) {
  auto message = letter();
  message.attachments = {{"a.pdf", "application/pdf", "/nonexistent/a.pdf"}};
  const auto written = write_message(message);
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().kind, device::FailureKind::not_found);
}

}  // namespace
}  // namespace paneltwin::net::smtp

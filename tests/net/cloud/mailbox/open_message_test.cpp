// Messages as strangers write them: decoded, named harmlessly, and never too deep.
#include "net/cloud/mailbox/open_message.hpp"

#include <gmock/gmock.h>

#include "device/settings/limits.hpp"
#include "net/cloud/mailbox/file_names.hpp"

namespace paneltwin::net::cloud {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

static std::string mixed(const std::string& parts) {
  return "From: =?UTF-8?B?5omT5Y2w5py6?= <printer@contoso.example>\r\nTo: Maria <maria.santos@contoso.example>\r\n"
         "Subject: =?UTF-8?Q?Rechnung_f=C3=BCr_Mai?=\r\nMessage-ID: <one@contoso.example>\r\nMIME-Version: 1.0\r\n"
         "Content-Type: multipart/mixed; boundary=b\r\n\r\n" +
         parts + "--b--\r\n";
}

static std::string attached(const std::string& name_parameter, const std::string& content) {
  return "--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; " + name_parameter + "\r\n\r\n" +
         content + "\r\n";
}

TEST(OpenMessage, DecodesHeadersWordsAndAttachments) {
  const auto source = mixed(
      "--b\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
      "f\xFCr Sie\r\n" +
      attached("filename*=UTF-8''%E5%8F%91%E7%A5%A8.pdf", "%PDF-1.7"));
  const auto message = open_message(source);
  EXPECT_EQ(message.subject, "Rechnung f\xC3\xBCr Mai");
  ASSERT_EQ(message.from.size(), 1u);
  EXPECT_THAT(message.from[0].name, HasSubstr("\xE6\x89\x93\xE5\x8D\xB0\xE6\x9C\xBA"));
  EXPECT_EQ(message.from[0].address, "printer@contoso.example");
  EXPECT_THAT(message.text, HasSubstr("f\xC3\xBCr Sie"));
  ASSERT_EQ(message.attachments.size(), 1u);
  EXPECT_EQ(message.attachments[0].name, "\xE5\x8F\x91\xE7\xA5\xA8.pdf");
  const auto file = open_attachment(source, 0);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->content, "%PDF-1.7");
  EXPECT_EQ(message.attachments[0].size, 8u);
  EXPECT_FALSE(open_attachment(source, 1));
  const auto outline = outline_of(source);
  EXPECT_THAT(outline.from, ElementsAre("printer@contoso.example"));
  EXPECT_EQ(outline.message_id, "<one@contoso.example>");
  EXPECT_THAT(outline.attachments, ElementsAre("\xE5\x8F\x91\xE7\xA5\xA8.pdf"));
}

TEST(OpenMessage, WhatIsNoUtf8IsMendedBeforeAnybodySeesIt) {
  const std::string source =
      "From: Bad \xFF\xFE <\xFF@contoso.example>\r\nTo: \xC3\x28 <a@b.example>\r\nSubject: raw \xFF\xC3\x28\r\n"
      "Message-ID: <\xFF@x>\r\nDate: \xFF\r\nImportance: \xFE\r\nMIME-Version: 1.0\r\n"
      "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=nowhere\r\n\r\n"
      "body \xFF\xFE end\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>\xFF</p>\r\n" +
      attached("filename*=UTF-8''%FF%FE.pdf", "%PDF") + attached("filename=\"\xFF.pdf\"", "%PDF") + "--b--\r\n";
  const auto message = open_message(source);
  const auto outline = outline_of(source);
  std::vector<std::string> texts{message.subject, message.date,    message.importance, message.text,
                                 message.html,    outline.subject, outline.message_id};
  for (const auto& people : {message.from, message.to}) {
    for (const auto& person : people) texts.insert(texts.end(), {person.name, person.address});
  }
  for (const auto& file : message.attachments) texts.insert(texts.end(), {file.name, file.media_type, file.content_id});
  texts.insert(texts.end(), outline.from.begin(), outline.from.end());
  texts.insert(texts.end(), outline.attachments.begin(), outline.attachments.end());
  EXPECT_EQ(message.attachments.size(), 2u);
  for (const auto& text : texts) EXPECT_TRUE(device::is_utf8(text)) << testing::PrintToString(text);
  EXPECT_THAT(message.text, HasSubstr("body \uFFFD"));
}

TEST(OpenMessage, NamesOfFilesLeadNowhere) {
  EXPECT_EQ(shown_file_name("../../etc/passwd"), "passwd");
  EXPECT_EQ(shown_file_name("C:\\Windows\\evil.exe"), "evil.exe");
  EXPECT_EQ(shown_file_name("a\r\nSet-Cookie: x\x01.pdf").find_first_of("\r\n\x01"), std::string::npos);
  EXPECT_THAT(shown_file_name("invoice\xE2\x80\xAE"
                              "fdp.exe"),
              Not(HasSubstr("\xE2\x80\xAE")));
  EXPECT_EQ(shown_file_name(""), "attachment");
  EXPECT_EQ(shown_file_name(".."), "attachment");
  EXPECT_LE(shown_file_name(std::string(5000, 'x') + ".pdf").size(), 200u);
}

TEST(OpenMessage, NamesInHeadersStayInTheirHeader) {
  const auto header = content_disposition("attachment", "a\"; filename=\"b\r\nX: y \xE4\xBD\xA0.pdf");
  EXPECT_EQ(header.find_first_of("\r\n"), std::string::npos);
  EXPECT_THAT(header, HasSubstr("filename*=UTF-8''"));
  EXPECT_THAT(header, Not(HasSubstr("; filename=\"b")));
}

TEST(OpenMessage, PicturesThatAFormattedMessageRefersToAreInIt) {
  const auto message = open_message(
      mixed("--b\r\nContent-Type: text/html\r\n\r\n<img src=\"cid:logo@x\"><img src=\"https://tracker.example/x\">\r\n"
            "--b\r\nContent-Type: image/png\r\nContent-ID: <logo@x>\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            "iVBORw0KGgo=\r\n"));
  EXPECT_THAT(message.html, HasSubstr("data:image/png;base64,iVBORw0KGgo="));
}

TEST(OpenMessage, AnythingAtAllCanBeOpened) {
  std::string deep = "Content-Type: multipart/mixed; boundary=b0\r\n\r\n";
  for (int i = 0; i < 3000; ++i) {
    deep += "--b" + std::to_string(i) + "\r\nContent-Type: multipart/mixed; boundary=b" + std::to_string(i + 1) +
            "\r\n\r\n";
  }
  std::string many = "Content-Type: multipart/mixed; boundary=b\r\n\r\n";
  for (int i = 0; i < 5000; ++i) many += attached("filename=x.pdf", "x");
  for (const auto& source : {std::string(), std::string("\0\1\2\xff", 4), std::string(100'000, '='),
                             std::string("Content-Type: text/html; charset=no-such\r\n\r\n\xff\xfe"), deep, many}) {
    const auto message = open_message(source);
    EXPECT_LE(message.attachments.size(), 200u);
    static_cast<void>(outline_of(source));
    static_cast<void>(open_attachment(source, 0));
  }
}

}  // namespace paneltwin::net::cloud

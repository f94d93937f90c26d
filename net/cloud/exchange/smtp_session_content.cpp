// SmtpSession: the message itself, by DATA (RFC 5321 4.1.1.4) or in chunks by BDAT (RFC 3030).
#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "net/cloud/exchange/smtp_session.hpp"
#include "net/cloud/store/words.hpp"

namespace paneltwin::net::cloud {

void SmtpSession::data(std::string_view argument) {
  if (!argument.empty()) return refuse(SmtpReply::bad_arguments);
  if (!envelope_) return refuse(SmtpReply::need_mail);
  if (envelope_->recipients.empty()) return refuse(SmtpReply::need_recipient);
  if (chunking_) return refuse(SmtpReply::bad_sequence);
  if (envelope_->body == Envelope::Body::binary) return refuse(SmtpReply::binary_needs_bdat);
  data_.emplace(limits_.message_size);
  mode_ = Mode::data;
  say("354 Start mail input; end with <CRLF>.<CRLF>\r\n");
}

void SmtpSession::take_data() {
  used_ += data_->take(std::string_view(input_).substr(used_));
  if (!data_->complete()) return;
  mode_ = Mode::command;
  if (data_->bare_line_end() || data_->too_large()) {
    say(text_of(data_->bare_line_end() ? SmtpReply::bare_line_feeds : SmtpReply::too_large, host_));
    return reset();
  }
  message_complete(data_->take_message());
}

void SmtpSession::bdat(std::string_view argument) {
  const auto number = argument.substr(0, argument.find(' '));
  const auto rest = trimmed(argument.substr(number.size()));
  std::uint64_t size = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), size);
  if (error != std::errc() || end != number.data() + number.size() ||
      !(rest.empty() || equal_without_case(rest, "LAST"))) {
    // How much content follows cannot be known, and none of it may be taken for commands.
    say(text_of(SmtpReply::bad_arguments, host_));
    closing_ = true;
    return;
  }
  chunk_left_ = chunk_size_ = size;
  chunk_last_ = !rest.empty();
  chunk_refused_ = !envelope_ || envelope_->recipients.empty();
  chunking_ = chunking_ || !chunk_refused_;
  mode_ = Mode::chunk;
}

void SmtpSession::take_chunk() {
  const auto bytes =
      std::string_view(input_).substr(used_, std::min<std::uint64_t>(chunk_left_, input_.size() - used_));
  used_ += bytes.size();
  chunk_left_ -= bytes.size();
  if (!chunk_refused_ && chunks_.size() + bytes.size() > limits_.message_size) {
    chunks_too_large_ = true;
    std::string().swap(chunks_);
  }
  if (!chunk_refused_ && !chunks_too_large_) chunks_ += bytes;
  if (chunk_left_ > 0) return;

  mode_ = Mode::command;
  if (chunk_refused_) {
    refuse(!greeted_    ? SmtpReply::hello_first
           : !secured_  ? SmtpReply::starttls_required
           : !envelope_ ? SmtpReply::need_mail
                        : SmtpReply::need_recipient);
  } else if (chunk_last_ && chunks_too_large_) {
    say(text_of(SmtpReply::too_large, host_));
    reset();
  } else if (chunk_last_) {
    message_complete(std::move(chunks_));
  } else {
    say(fmt::format("250 2.6.0 CHUNK received OK, {} octets\r\n", chunk_size_));
  }
}

}  // namespace paneltwin::net::cloud

#include "device/paper/finished_pdf.hpp"

#include <exception>

#include <fmt/format.h>
#include <lcms2.h>
#define POINTERHOLDER_TRANSITION 4  // qpdf's pointers are the standard's own; must be said before its headers
#include <qpdf/JSON.hh>             // QPDF.hh holds some, and does not say so
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "device/random.hpp"

namespace paneltwin::device {

namespace {

constexpr int rgb_channels = 3;

/// Says what the numbers of sRGB mean. The same bytes each time: a profile carries its date.
std::string srgb_profile() {
  const std::unique_ptr<void, cmsBool (*)(cmsHPROFILE)> profile(cmsCreate_sRGBProfile(), cmsCloseProfile);
  cmsUInt32Number size = 0;
  if (!profile || !cmsSaveProfileToMem(profile.get(), nullptr, &size)) return {};
  std::string bytes(size, '\0');
  if (!cmsSaveProfileToMem(profile.get(), bytes.data(), &size)) return {};
  constexpr std::size_t date_at = 24;
  constexpr char year_2026[] = {0x07, static_cast<char>(0xEA), 0, 1, 0, 1, 0, 0, 0, 0, 0, 0};
  bytes.replace(date_at, sizeof year_2026, year_2026, sizeof year_2026);
  return bytes;
}

std::string xmp(Instant made) {
  return fmt::format(
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
      "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
      "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"><pdfaid:part>2</pdfaid:part>"
      "<pdfaid:conformance>B</pdfaid:conformance><xmp:CreateDate>{0}</xmp:CreateDate>"
      "<xmp:ModifyDate>{0}</xmp:ModifyDate></rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>",
      to_iso8601(made));
}

QPDFObjectHandle stream_of(QPDF& pdf, const std::string& bytes, const std::string& entries) {
  auto stream = QPDFObjectHandle::newStream(&pdf, bytes);
  stream.replaceDict(QPDFObjectHandle::parse(entries));
  stream.replaceStreamData(bytes, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
  return stream;
}

/// Reads the file, lets `change` at it, and writes it in its place. The library throws.
template <class Change>
Result<void> rewrite(const std::filesystem::path& file, Change&& change) {
  const auto next = file.string() + ".part";
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processFile(file.c_str());
    QPDFWriter writer(pdf, next.c_str());
    change(pdf, writer);
    writer.write();
  } catch (const std::exception& error) {
    std::error_code ignored;
    std::filesystem::remove(next, ignored);
    return fail(FailureKind::memory_full, error.what());
  }
  std::error_code error;
  std::filesystem::rename(next, file, error);
  if (error) return fail(FailureKind::memory_full, error.message());
  return {};
}

}  // namespace

Result<void> make_archival(const std::filesystem::path& file, Instant made) {
  return rewrite(file, [&](QPDF& pdf, QPDFWriter& writer) {
    for (auto& object : pdf.getAllObjects()) {
      if (!object.isStream()) continue;
      auto entries = object.getDict();
      if (entries.getKey("/Subtype").isNameAndEquals("/Image")) entries.removeKey("/Interpolate");
    }
    const auto profile =
        pdf.makeIndirectObject(stream_of(pdf, srgb_profile(), fmt::format("<< /N {} >>", rgb_channels)));
    auto intent = QPDFObjectHandle::parse(
        "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) "
        "/Info (sRGB IEC61966-2.1) >>");
    intent.replaceKey("/DestOutputProfile", profile);
    auto intents = QPDFObjectHandle::newArray();
    intents.appendItem(pdf.makeIndirectObject(intent));
    auto root = pdf.getRoot();
    root.replaceKey("/OutputIntents", intents);
    root.replaceKey("/Metadata",
                    pdf.makeIndirectObject(stream_of(pdf, xmp(made), "<< /Type /Metadata /Subtype /XML >>")));
    pdf.getTrailer().removeKey("/Info");  // it would have to say the same in other words
    writer.setCompressStreams(false);     // metadata must be readable as it is; pictures stay as compressed as they are
    writer.setDecodeLevel(qpdf_dl_none);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setDeterministicID(true);
  });
}

Result<void> encrypt(const std::filesystem::path& file, const PdfPasswords& passwords) {
  // A PDF without a password of its owner would let its reader do everything.
  const auto owner = passwords.permissions.empty() ? random_text(32, hexadecimal_digits) : passwords.permissions;
  const bool unrestricted = passwords.permissions.empty();  // who may open it may do all
  return rewrite(file, [&](QPDF&, QPDFWriter& writer) {
    writer.setR6EncryptionParameters(passwords.open.c_str(), owner.c_str(), true, unrestricted, unrestricted,
                                     unrestricted, unrestricted, unrestricted,
                                     unrestricted ? qpdf_r3p_full : qpdf_r3p_none, true);
  });
}

}  // namespace paneltwin::device

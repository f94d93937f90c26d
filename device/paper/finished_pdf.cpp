#include "device/paper/finished_pdf.hpp"

#include <memory>
#include <type_traits>

#include <fmt/format.h>
#include <lcms2.h>
#include <qpdf/qpdf-c.h>  // its C++ headers are none that clang takes as C++23

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

struct CleanUp {
  void operator()(qpdf_data pdf) const { qpdf_cleanup(&pdf); }
};
using Document = std::unique_ptr<std::remove_pointer_t<qpdf_data>, CleanUp>;

/// The number of an indirect object in the file.
qpdf_oh add_stream(qpdf_data pdf, const std::string& bytes, const std::string& entries) {
  const auto stream = qpdf_oh_new_stream(pdf);
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  qpdf_oh_replace_stream_data(pdf, stream, data, bytes.size(), qpdf_oh_new_null(pdf), qpdf_oh_new_null(pdf));
  const auto said = qpdf_oh_parse(pdf, entries.c_str());
  for (qpdf_oh_begin_dict_key_iter(pdf, said); qpdf_oh_dict_more_keys(pdf);) {
    const auto* key = qpdf_oh_dict_next_key(pdf);
    qpdf_oh_replace_key(pdf, qpdf_oh_get_dict(pdf, stream), key, qpdf_oh_get_key(pdf, said, key));
  }
  return qpdf_make_indirect_object(pdf, stream);
}

/// Reads the file, lets `change` at it, and writes it in its place. The library remembers the first thing that failed.
template <class Change>
Result<void> rewrite(const std::filesystem::path& file, Change&& change) {
  const auto next = file.string() + ".part";
  const Document document(qpdf_init());
  auto* pdf = document.get();
  qpdf_silence_errors(pdf);
  qpdf_set_suppress_warnings(pdf, QPDF_TRUE);
  const auto went_well = [&](QPDF_ERROR_CODE code) { return (code & QPDF_ERRORS) == 0 && !qpdf_has_error(pdf); };
  const bool written = [&] {
    if (!went_well(qpdf_read(pdf, file.c_str(), nullptr)) || !went_well(qpdf_init_write(pdf, next.c_str())))
      return false;
    change(pdf);
    return went_well(QPDF_SUCCESS) && went_well(qpdf_write(pdf));
  }();
  std::error_code error;
  if (!written) {
    std::filesystem::remove(next, error);
    return fail(FailureKind::memory_full, qpdf_get_error_full_text(pdf, qpdf_get_error(pdf)));
  }
  std::filesystem::rename(next, file, error);
  if (error) return fail(FailureKind::memory_full, error.message());
  return {};
}

}  // namespace

Result<void> make_archival(const std::filesystem::path& file, Instant made) {
  return rewrite(file, [&](qpdf_data pdf) {
    const auto trailer = qpdf_get_trailer(pdf);
    const int objects = qpdf_oh_get_int_value_as_int(pdf, qpdf_oh_get_key(pdf, trailer, "/Size"));
    for (int id = 1; id < objects; ++id) {
      const auto object = qpdf_get_object_by_id(pdf, id, 0);
      if (!qpdf_oh_is_stream(pdf, object)) continue;
      const auto entries = qpdf_oh_get_dict(pdf, object);
      if (qpdf_oh_is_name_and_equals(pdf, qpdf_oh_get_key(pdf, entries, "/Subtype"), "/Image")) {
        qpdf_oh_remove_key(pdf, entries, "/Interpolate");
      }
    }
    const auto intent = qpdf_oh_parse(pdf,
                                      "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier "
                                      "(sRGB IEC61966-2.1) /Info (sRGB IEC61966-2.1) >>");
    const auto profile = add_stream(pdf, srgb_profile(), fmt::format("<< /N {} >>", rgb_channels));
    qpdf_oh_replace_key(pdf, intent, "/DestOutputProfile", profile);
    const auto intents = qpdf_oh_new_array(pdf);
    qpdf_oh_append_item(pdf, intents, qpdf_make_indirect_object(pdf, intent));
    const auto root = qpdf_get_root(pdf);
    qpdf_oh_replace_key(pdf, root, "/OutputIntents", intents);
    qpdf_oh_replace_key(pdf, root, "/Metadata", add_stream(pdf, xmp(made), "<< /Type /Metadata /Subtype /XML >>"));
    qpdf_oh_remove_key(pdf, trailer, "/Info");  // it would have to say the same in other words
    // Metadata must be readable as it is; pictures stay as compressed as they are.
    qpdf_set_compress_streams(pdf, QPDF_FALSE);
    qpdf_set_decode_level(pdf, qpdf_dl_none);
    qpdf_set_object_stream_mode(pdf, qpdf_o_disable);
    qpdf_set_deterministic_ID(pdf, QPDF_TRUE);
  });
}

Result<void> encrypt(const std::filesystem::path& file, const PdfPasswords& passwords) {
  // A PDF without a password of its owner would let its reader do everything.
  const auto owner = passwords.permissions.empty() ? random_text(32, hexadecimal_digits) : passwords.permissions;
  const QPDF_BOOL may = passwords.permissions.empty() ? QPDF_TRUE : QPDF_FALSE;  // who may open it may do all
  return rewrite(file, [&](qpdf_data pdf) {
    qpdf_set_r6_encryption_parameters2(pdf, passwords.open.c_str(), owner.c_str(), QPDF_TRUE, may, may, may, may, may,
                                       may == QPDF_TRUE ? qpdf_r3p_full : qpdf_r3p_none, QPDF_TRUE);
  });
}

}  // namespace paneltwin::device

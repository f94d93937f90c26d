// What a TIFF says of its pages (TIFF 6.0, section 2): width, bits, compression and lines an inch.
const names = new Map([[256, 'width'], [257, 'height'], [258, 'bits'], [259, 'compression'], [282, 'across'], [283, 'down']]);

/** @param {Buffer} tiff */
export function tiffPages(tiff) {
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const u32 = (at) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const pages = [];
  for (let at = u32(4); at !== 0;) {
    const page = {};
    const count = u16(at);
    for (let i = 0; i < count; ++i) {
      const entry = at + 2 + 12 * i, type = u16(entry + 2);
      const value = type === 3 ? u16(entry + 8) : type === 5 ? u32(u32(entry + 8)) / u32(u32(entry + 8) + 4) : u32(entry + 8);
      if (names.has(u16(entry))) page[names.get(u16(entry))] = Math.round(value);
    }
    pages.push(page);
    at = u32(at + 2 + 12 * count);
  }
  return pages;
}

/** The first attachment of a mail of that type. */
export function attachmentOf(eml, type) {
  const part = new RegExp(`Content-Type: ${type}[\\s\\S]*?\\r\\n\\r\\n([A-Za-z0-9+/=\\r\\n]+?)\\r\\n--`).exec(eml.toString('latin1'));
  return part && Buffer.from(part[1], 'base64');
}

/** Files that are told by their first bytes: how they begin, what they are called, and what to do instead. */
const signatures: readonly { starts: readonly number[]; refusal: string }[] = [
  { starts: [0x1f, 0x8b], refusal: "The file is still packed with gzip, perhaps twice. Unpack it once more." },
  { starts: [0x89, 0x50, 0x4e, 0x47], refusal: "The file is a PNG image, not a data set." },
  { starts: [0xff, 0xd8, 0xff], refusal: "The file is a JPEG image, not a data set." },
  { starts: [0x47, 0x49, 0x46, 0x38], refusal: "The file is a GIF image, not a data set." },
  { starts: [0x7f, 0x45, 0x4c, 0x46], refusal: "The file is a Linux program (ELF), not a data set." },
  { starts: [0x4d, 0x5a], refusal: "The file is a Windows program, not a data set." },
  { starts: [0x25, 0x50, 0x44, 0x46, 0x2d], refusal: "The file is a PDF document, not a data set." },
  {
    starts: [0xd0, 0xcf, 0x11, 0xe0],
    refusal: "The file is an old Office document. Export it as CSV from the spreadsheet.",
  },
  { starts: [0x50, 0x41, 0x52, 0x31], refusal: "The file is Parquet, which is not read. Convert it to JSON lines." },
  {
    starts: [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31],
    refusal: "The file is Arrow, which is not read. Convert it to JSON lines.",
  },
  {
    starts: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20],
    refusal: "The file is an SQLite database. Export its table as CSV.",
  },
  { starts: [0x42, 0x5a, 0x68], refusal: "The file is packed with bzip2. Unpack it, or pack it with gzip." },
  { starts: [0xfd, 0x37, 0x7a, 0x58, 0x5a], refusal: "The file is packed with xz. Unpack it, or pack it with gzip." },
  { starts: [0x28, 0xb5, 0x2f, 0xfd], refusal: "The file is packed with zstd. Unpack it, or pack it with gzip." },
  { starts: [0x37, 0x7a, 0xbc, 0xaf], refusal: "The file is a 7z archive. Unpack it and import the file inside." },
  { starts: [0x52, 0x61, 0x72, 0x21], refusal: "The file is a RAR archive. Unpack it and import the file inside." },
];

const ascii = new TextDecoder("latin1");

/**
 * What a file is when it is none of the text formats read here, as one sentence with the mend; null for what may be text.
 * Archives other than gzip are never opened, so paths and links inside them cannot matter.
 */
export function foreignContent(head: Uint8Array, fileName: string): string | null {
  const encoding = wideEncoding(head);
  if (encoding !== null) return `The file is written in ${encoding}. Save it as UTF-8.`;
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06]))
    return zipRefusal(head, fileName);
  for (const { starts, refusal } of signatures) if (startsWith(head, starts)) return refusal;
  if (ascii.decode(head.subarray(257, 262)) === "ustar")
    return "The file is a tar archive. Unpack it and import the file inside.";
  const start = ascii.decode(head.subarray(0, 1024));
  if (/(^|\n)%PDF-/.test(start)) return "The file is a PDF document, not a data set.";
  const markup = start
    .replace(/^\xEF\xBB\xBF/, "")
    .trimStart()
    .toLowerCase();
  if (markup.startsWith("<")) {
    if (markup.includes("<svg")) return "The file is an SVG image, not a data set.";
    if (/^<(!doctype html|html|head|body|script|!--)/.test(markup))
      return "The file is an HTML page, perhaps an error page saved by mistake. Download the data itself.";
    return "The file is XML or another markup, which is not read. Convert it to JSON lines or CSV.";
  }
  // JSON may go on: a zero byte inside is then one line's trouble, not the file's.
  if (head.subarray(0, 1024).includes(0) && !/^[{[]/.test(markup)) {
    return "The file holds zero bytes, so it is no text. Export the data as JSON lines or CSV.";
  }
  return null;
}

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

function zipRefusal(head: Uint8Array, fileName: string): string {
  const names = ascii.decode(head.subarray(0, 4096));
  const isSheet =
    /\.xlsx?m?$/i.test(fileName.slice(-10)) || names.includes("xl/") || names.includes("[Content_Types].xml");
  if (isSheet) return "The file is a spreadsheet (XLSX). Export it as CSV from the spreadsheet.";
  return "The file is a ZIP archive. Unpack it and import the file inside.";
}

/** UTF-16 and UTF-32, with a byte order mark or by where the zero bytes of the first characters stand. */
function wideEncoding(head: Uint8Array): string | null {
  const [a, b, c, d] = head;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? "UTF-32LE" : "UTF-16LE";
  if (a === 0xfe && b === 0xff) return "UTF-16BE";
  if (a === 0 && b === 0)
    return c === 0xfe && d === 0xff ? "UTF-32BE" : c === 0 && d !== 0 && d !== undefined ? "UTF-32BE" : null;
  if (a === 0 && c === 0 && b !== 0 && d !== 0) return "UTF-16BE";
  if (a !== 0 && b === 0 && d === 0) return c === 0 ? "UTF-32LE" : "UTF-16LE";
  return null;
}

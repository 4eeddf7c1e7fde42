/** The longest name kept, in bytes of UTF-8; file systems allow 255. */
const NAME_BYTES = 200;
const fallback = "upload";
const encoder = new TextEncoder();

/**
 * A file name fit to be shown and stored as a label: the last part of a path, without controls, direction marks and
 * characters that some system forbids, at most 200 bytes. Never used as a path: files are stored under names of our own.
 * O(characters).
 */
export function safeFileName(name: string): string {
  const last = name.slice(0, 10_000).toWellFormed().split(/[/\\]/).at(-1) ?? "";
  const cleaned = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
    .replaceAll(/[<>:"|?*]/g, "_")
    .replace(/^[. ]+/, "")
    .replace(/[. ]+$/, "");
  const isReserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i.test(cleaned);
  const usable = isReserved ? `_${cleaned}` : cleaned;
  return usable === "" ? fallback : shortened(usable);
}

function shortened(name: string): string {
  if (encoder.encode(name).length <= NAME_BYTES) return name;
  const [extension = ""] = /\.[A-Za-z0-9]{1,12}(\.gz)?$/.exec(name) ?? [];
  let kept = "";
  let bytes = extension.length;
  for (const character of name.slice(0, name.length - extension.length)) {
    bytes += encoder.encode(character).length;
    if (bytes > NAME_BYTES) break;
    kept += character;
  }
  return kept + extension;
}

/**
 * A `Content-Disposition` header for a download (RFC 6266): an ASCII name for old clients and the full one in UTF-8. No
 * name can end the header or open another.
 * @example contentDisposition("茶.jsonl") // => `attachment; filename="_.jsonl"; filename*=UTF-8''%E8%8C%B6.jsonl`
 */
export function contentDisposition(name: string): string {
  const safe = safeFileName(name);
  const plain = safe.replaceAll(/[^\x20-\x7E]/gu, "_").replaceAll(/["\\%]/g, "_");
  const encoded = encodeURIComponent(safe).replaceAll(
    /['()*!]/g,
    (found) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

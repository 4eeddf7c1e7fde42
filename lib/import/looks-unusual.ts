/** UTF-16 units that may deserve a note: controls, invisible and direction characters, private use, noncharacters. */
const unusual =
  /[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uE000-\uF8FF\uFDD0-\uFDEF\uFE00-\uFE0F\uFEFF\uFFFE\uFFFF]/;

/** Is set in `kinds` for a unit that may deserve a note, and for a combining mark. */
const UNUSUAL = 1;
const MARK = 2;

/** What each UTF-16 unit is: a table look-up is ten times faster than a regular expression over other scripts. */
let kinds: Uint8Array | null = null;

function listKinds(): Uint8Array {
  if (kinds !== null) return kinds;
  kinds = new Uint8Array(0x10000);
  for (let unit = 0; unit < kinds.length; unit += 1) {
    const character = String.fromCharCode(unit);
    if (isUnusualLead(unit) || unusual.test(character)) kinds[unit] = UNUSUAL;
    else if (/\p{M}/u.test(character)) kinds[unit] = MARK;
  }
  return kinds;
}

/** First halves of surrogate pairs: tags and selectors (plane 14), private use (15, 16), and the ends of planes 1 to 3. */
function isUnusualLead(unit: number): boolean {
  return unit === 0xdb40 || (unit >= 0xdb80 && unit <= 0xdbff) || unit === 0xd83f || unit === 0xd87f || unit === 0xd8bf;
}

/** Whether a text holds anything that may deserve a note, or `marks` combining marks in a row. Errs to yes. O(characters). */
export function looksUnusual(text: string, marks: number): boolean {
  const table = listKinds();
  let run = 0;
  for (let index = 0; index < text.length; index += 1) {
    const kind = table[text.charCodeAt(index)];
    if (kind === UNUSUAL) return true;
    if (kind !== MARK) run = 0;
    else {
      run += 1;
      if (run >= marks) return true;
    }
  }
  return false;
}

/** A sentence in one script, with its longest words and its tallest stacks of marks. */
export interface Specimen {
  language: string;
  direction: "ltr" | "rtl";
  /** The face that must be fetched for it; null where the reader's system has it. */
  face: string | null;
  text: string;
}

const ltr = (language: string, face: string | null, text: string): Specimen => ({
  language,
  direction: "ltr",
  face,
  text,
});
const rtl = (language: string, face: string | null, text: string): Specimen => ({
  language,
  direction: "rtl",
  face,
  text,
});

/** Twenty scripts and ways to set them. */
export const specimens: readonly Specimen[] = [
  rtl("ur", "Noto Nastaliq Urdu", "تشریف رکھیے، کیا مہمان کو پہلے پانی پیش کیجیے؟ ٹھہریے"),
  rtl("ar", "Noto Naskh Arabic", "هل يُقدَّمُ الشَّايُ لِلضَّيْفِ أوّلًا؟ فَأَسْقَيْنَاكُمُوهُ"),
  ltr("hi", "Noto Sans Devanagari", "क्या मेहमान को पहले पानी दिया जाता है? स्वातन्त्र्योत्तर र्ङ्क्ष्य"),
  ltr("bn", "Noto Sans Bengali", "অতিথিকে কি আগে জল দেওয়া হয়? কিংকর্তব্যবিমূঢ় স্ত্রী"),
  ltr("ta", "Noto Sans Tamil", "விருந்தினருக்கு முதலில் தண்ணீர் தருவார்களா? ஸ்ரீரங்கத்துக்காரர்களுக்கெல்லாம்"),
  ltr("te", "Noto Sans Telugu", "అతిథికి మొదట నీళ్ళు ఇస్తారా? స్త్రీత్వము క్ష్మాధిపతులకు"),
  ltr("th", "Noto Sans Thai Looped", "ควรเสิร์ฟน้ำให้แขกก่อนไหม ที่นี่ปั้นปื้ด"),
  ltr("lo", "Noto Sans Lao Looped", "ຄວນໃຫ້ນ້ຳແຂກກ່ອນບໍ ທີ່ນີ້ປຸ້ມປື້ມ"),
  ltr("km", "Noto Sans Khmer", "តើគេជូនទឹកភ្ញៀវមុនឬ? ស្ត្រីខ្មែរប្រៀបធៀប"),
  ltr("my", "Noto Sans Myanmar", "ဧည့်သည်ကို ရေအရင်တိုက်သလား။ ကြွေးကြော်ချက်"),
  ltr("zh", null, "客人来了先倒茶吗？"),
  ltr("ja", null, "お客様にはまずお茶を出しますか。"),
  ltr("ko", null, "손님에게 먼저 차를 내나요?"),
  ltr("am", "Noto Sans Ethiopic", "እንግዳ ሲመጣ መጀመሪያ ቡና ይቀርባል?"),
  rtl("he", "Noto Sans Hebrew", "הַאִם מַגִּישִׁים לָאוֹרֵחַ תֵּה תְּחִלָּה?"),
  ltr("hy", "Noto Sans Armenian", "Հյուրին նախ թե՞յ են մատուցում։ Ընդունարանային"),
  ltr("ka", "Noto Sans Georgian", "სტუმარს ჯერ ჩაის სთავაზობენ? გადმოგვიბრწყინვალდა"),
  ltr("ru", "Noto Sans", "Сначала ли подают гостю чай? Высокопревосходительство Й"),
  ltr("el", "Noto Sans", "Προσφέρουν πρώτα νερό στον καλεσμένο; Ἄνθρωπος ᾧ"),
  ltr("vi", "Noto Sans", "Có mời khách uống trà trước không? Ẫ Ổ Ữ nghiêng"),
];

/**
 * Runs inside the page: how far ink of text leaves the box that holds its lines, in px, upwards and downwards, by element.
 * Ink is as the canvas draws it with the computed font; the baseline is that of a box without size put into the line.
 */
export function inkOutside(selector: string): { text: string; language: string; up: number; down: number }[] {
  const pen = document.createElement("canvas").getContext("2d");
  if (pen === null) throw new Error("There is no canvas to measure on.");
  const found: { text: string; language: string; up: number; down: number }[] = [];
  for (const element of document.querySelectorAll<HTMLElement>(selector)) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const style = getComputedStyle(element);
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const text = element.textContent ?? "";
    const ink = pen.measureText(text);
    const baseline = (place: "afterbegin" | "beforeend") => {
      if (style.display.includes("flex")) {
        // Beside a probe the text would be an item of its own; its box is that of the face.
        const range = document.createRange();
        range.selectNodeContents(element);
        return range.getBoundingClientRect().top + ink.fontBoundingBoxAscent;
      }
      const probe = document.createElement("span");
      probe.style.display = "inline-block";
      element.insertAdjacentElement(place, probe);
      const { bottom } = probe.getBoundingClientRect();
      probe.remove();
      return bottom;
    };
    const box = element.getBoundingClientRect();
    const up = box.top - (baseline("afterbegin") - ink.actualBoundingBoxAscent);
    const down = baseline("beforeend") + ink.actualBoundingBoxDescent - box.bottom;
    // A box of several lines fades out below what it has room for; its first line is whole.
    const fades = style.overflowY === "hidden" && element.scrollHeight > element.clientHeight + 4;
    if (up > 0.5 || (down > 0.5 && !fades))
      found.push({ text: text.slice(0, 40), language: element.lang, up: Math.round(up), down: Math.round(down) });
  }
  return found;
}

const letter = /\p{L}/u;
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u;

/**
 * The direction a text is read in, by its first letter, as `dir="auto"` finds it; for what stands beside the text and
 * has to start on the same side. Left to right when there is no letter.
 */
export function directionOf(text: string): "ltr" | "rtl" {
  const first = letter.exec(text)?.[0];
  return first !== undefined && rightToLeft.test(first) ? "rtl" : "ltr";
}

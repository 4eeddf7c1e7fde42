import type { KeyStroke } from "../key-stroke.ts";

/** The key A, pressed once with nothing held, outside a text. */
export const plainStroke: KeyStroke = {
  key: "a",
  code: "KeyA",
  ctrl: false,
  meta: false,
  alt: false,
  shift: false,
  altGraph: false,
  repeat: false,
  composing: false,
  inText: false,
  onControl: false,
  underDialog: false,
};

/** The facts of one key press that decide what it does, free of the browser's event object. */
export interface KeyStroke {
  key: string;
  code: string;
  ctrl: boolean;
  meta: boolean;
  alt: boolean;
  shift: boolean;
  /** AltGr types a character on many layouts; it is never a command. */
  altGraph: boolean;
  /** The key is held down and repeats by itself. */
  repeat: boolean;
  /** An input method is composing; its Enter and letters belong to it. */
  composing: boolean;
  /** Focus is where text is typed. */
  inText: boolean;
  /** Focus is on something that answers Enter and Space itself. */
  onControl: boolean;
  /** A dialog or a menu is open over the page. */
  underDialog: boolean;
}

/** Reads a key press. `dialogOpen` is asked at the moment of the press. */
export function readKeyStroke(event: KeyboardEvent, dialogOpen: boolean): KeyStroke {
  const target = event.target instanceof Element ? event.target : null;
  return {
    key: event.key,
    code: event.code,
    ctrl: event.ctrlKey,
    meta: event.metaKey,
    alt: event.altKey,
    shift: event.shiftKey,
    altGraph: event.getModifierState("AltGraph"),
    repeat: event.repeat,
    // Safari and older Chromium end a composition before the key that ended it, and mark that key 229.
    composing: event.isComposing || event.keyCode === 229,
    inText: target !== null && isText(target),
    onControl: target?.closest("a[href], button, summary, [role=option], [role=menuitem]") != null,
    underDialog: dialogOpen && target?.closest("dialog, [role=dialog], [role=menu]") == null,
  };
}

function isText(element: Element): boolean {
  if (element.matches("textarea, select, [role=textbox], [role=combobox]")) return true;
  if (element instanceof HTMLElement && element.isContentEditable) return true;
  return (
    element instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit", "range"].includes(element.type)
  );
}

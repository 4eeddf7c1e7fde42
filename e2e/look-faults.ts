// Each function runs inside the page, so it refers to nothing but itself.

/** Whether the page scrolls sideways, or a part of it in both directions; only a grid of rows may, and columns that are each in sight whole. */
export function sidewaysFaults(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const faults = scrollWidth > clientWidth ? [`the page, by ${scrollWidth - clientWidth} px`] : [];
  for (const element of document.body.querySelectorAll("*")) {
    const { overflowX, overflowY } = getComputedStyle(element);
    const scrolls = (how: string) => how === "auto" || how === "scroll";
    if (!scrolls(overflowX) || !scrolls(overflowY) || element.matches(".data-grid, textarea")) continue;
    if (!element.checkVisibility() || element.clientWidth === 0) continue;
    const wide = element.scrollWidth - element.clientWidth;
    const columns = getComputedStyle(element).scrollSnapType.startsWith("x") ? [...element.children] : [];
    if (columns.length > 0 && columns.every((column) => column.clientWidth <= element.clientWidth)) continue;
    const high = element.scrollHeight - element.clientHeight;
    if (wide > 1 && high > 1) faults.push(`${element.tagName}.${element.className}, by ${wide} px`);
  }
  return faults;
}

/** What a pointer is to hit and cannot within 24 × 24 px; links inside a sentence may be as small as its words. */
export function smallTargets(): string[] {
  const pressed =
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=slider], [role=option], [role=button]";
  const faults: string[] = [];
  const seen = (element: Element | null): boolean =>
    element === null || (getComputedStyle(element).clipPath !== "inset(50%)" && seen(element.parentElement));
  // Behind an open dialog nothing can be hit.
  const ground = document.querySelector("dialog:modal") ?? document;
  for (const element of ground.querySelectorAll<HTMLElement>(pressed)) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.matches(":disabled, .skip")) continue;
    let box = element.getBoundingClientRect();
    if (box.width === 0 || !seen(element)) continue;
    // A label is pressed in place of its box.
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const round = labels.find((label) => label.contains(element))?.getBoundingClientRect();
    if (round !== undefined && round.width >= box.width && round.height >= box.height) box = round;
    if (box.width >= 23.5 && box.height >= 23.5) continue;
    const alone = [...(element.parentElement?.childNodes ?? [])].every(
      (node) => node === element || node.nodeType !== Node.TEXT_NODE || node.textContent?.trim() === "",
    );
    if (element.matches("a") && getComputedStyle(element).display === "inline" && !alone) continue;
    const own = `${Math.round(box.width)}×${Math.round(box.height)}`;
    element.scrollIntoView({ block: "center", inline: "nearest" });
    box = element.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const isHit = [-11, 0, 11].every((right) =>
      [-11, 0, 11].every((down) => {
        const hit = document.elementFromPoint(x + right, y + down);
        // A message that hangs over the page for a moment goes away at Escape.
        if (hit?.closest("[role=alert]")) return true;
        return hit !== null && (element.contains(hit) || labels.some((label) => label.contains(hit)));
      }),
    );
    if (!isHit) faults.push(`${own} ${element.outerHTML.slice(0, 160)}`);
  }
  return faults;
}

/** Words that a box cuts off and that cannot be scrolled to; told with the box that does it. */
export function clippedText(): string[] {
  // Cut on purpose: one line of a longer text whose whole is one key away, and what only readers aloud meet.
  const meant = ".c.row, .unseen, .crumb, [title]";
  const faults: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent?.trim() ?? "";
    if (parent === null || text === "" || parent.closest(meant) !== null) continue;
    if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    for (let round: Element | null = parent; round !== null && round !== document.body; round = round.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(round);
      const cuts = (how: string) => how === "hidden" || how === "clip";
      const edge = round.getBoundingClientRect();
      const wide = cuts(overflowX) && (box.right > edge.right + 2 || box.left < edge.left - 2);
      const high = cuts(overflowY) && (box.bottom > edge.bottom + 4 || box.top < edge.top - 4);
      if (wide || high) faults.push(`“${text.slice(0, 40)}” in ${round.tagName}.${round.className}`);
      if (wide || high || position === "fixed") break;
      // What scrolls in one direction can be brought in sight in it.
      if (overflowX === "auto" || overflowY === "auto" || overflowY === "scroll") break;
    }
  }
  return faults;
}

/** What is wrong with what has the focus; "again" when it had it before, "outside" when nothing of the page has it. */
export function focusFaults(): string[] | "again" | "outside" {
  const element = document.activeElement;
  if (element === null || element === document.body) return "outside";
  if (element.hasAttribute("data-met")) return "again";
  element.setAttribute("data-met", "");
  const faults: string[] = [];
  const name = element.outerHTML.replace(/ data-met=""/, "").slice(0, 140);
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  if (outlineStyle === "none" || Number.parseFloat(outlineWidth) < 2) faults.push(`is not seen: ${name}`);
  const label = element.closest("label");
  const own = (hit: Element | null) => hit !== null && (element.contains(hit) || (label?.contains(hit) ?? false));
  // What is in sight: within the window, and within all that cuts off what is larger than itself.
  const sight = { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight };
  for (let round: Element | null = element; round !== null; round = round.parentElement) {
    const { overflowX, overflowY, position } = getComputedStyle(round);
    const edge = round.getBoundingClientRect();
    if (round !== element && overflowX !== "visible") {
      sight.left = Math.max(sight.left, edge.left);
      sight.right = Math.min(sight.right, edge.right);
    }
    if (round !== element && overflowY !== "visible") {
      sight.top = Math.max(sight.top, edge.top);
      sight.bottom = Math.min(sight.bottom, edge.bottom);
    }
    if (position === "fixed") break;
  }
  for (const box of element.getClientRects()) {
    // The corners, a little inside; of what is larger those of its part in sight.
    const left = Math.max(box.left, sight.left) + 2;
    const right = Math.min(box.right, sight.right) - 2;
    const top = Math.max(box.top, sight.top) + 2;
    const bottom = Math.min(box.bottom, sight.bottom) - 2;
    if (right < left - 4 || bottom < top - 4) {
      faults.push(`is out of sight: ${name}`);
      continue;
    }
    for (const [x, y] of [
      [left, top],
      [right, top],
      [left, bottom],
      [right, bottom],
    ] as const) {
      const hit = document.elementFromPoint(x, y);
      // WCAG 2.4.11: what a person opened, and Escape closes, may lie over it; a handle between panes is seen through.
      if (own(hit) || hit?.closest("[popover], [role=alert], .guideline, hr")) continue;
      faults.push(`${Math.round(x)},${Math.round(y)} is covered by ${hit?.outerHTML.slice(0, 80)}: ${name}`);
      break;
    }
  }
  return faults;
}

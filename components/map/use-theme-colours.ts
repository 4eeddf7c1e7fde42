"use client";
import { useEffect, useState } from "react";

/** Custom properties of colour as the browser computes them, for what draws without style sheets; anew when the theme changes. */
export function useThemeColours(names: readonly string[]): readonly string[] {
  const [colours, setColours] = useState<readonly string[]>([]);
  const wanted = names.join(" ");
  useEffect(() => {
    const read = () => {
      const probe = document.createElement("span");
      document.body.append(probe);
      const found = wanted.split(" ").map((name) => {
        probe.style.color = `var(${name})`;
        return getComputedStyle(probe).color;
      });
      probe.remove();
      setColours((before) => (before.join() === found.join() ? before : found));
    };
    read();
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    const system = window.matchMedia("(prefers-color-scheme: dark)");
    system.addEventListener("change", read);
    return () => {
      observer.disconnect();
      system.removeEventListener("change", read);
    };
  }, [wanted]);
  return colours;
}

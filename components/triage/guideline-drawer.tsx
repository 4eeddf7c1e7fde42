"use client";
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { guidelineBlocks } from "./guideline-blocks.ts";

const closeCommands = [{ id: "close", keys: ["Escape"], inText: true }];

/** The project's guideline beside the card; deciding goes on. Opens where one read last. */
export default function GuidelineDrawer({
  project,
  guideline,
  onClose,
}: {
  project: string;
  guideline: string;
  onClose: () => void;
}) {
  const pane = useRef<HTMLDivElement>(null);
  const place = `tessera.guideline.${project}`;
  useKeys(closeCommands, onClose);
  useEffect(() => {
    const { current } = pane;
    current?.scrollTo({ top: Number(sessionStorage.getItem(place) ?? 0) });
    current?.focus({ preventScroll: true });
  }, [place]);
  const blocks = guidelineBlocks(guideline);
  return (
    <section className="guideline" aria-label="Guideline">
      <header>
        <h2>Guideline</h2>
        <Button look="bare" square aria-label="Close the guideline" onClick={onClose}>
          <Icon of={X} />
        </Button>
      </header>
      <div
        ref={pane}
        className="guideline-text"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={(event) => sessionStorage.setItem(place, String(Math.round(event.currentTarget.scrollTop)))}
      >
        {blocks.length === 0 ? <p>None is written yet. Curators write it in Settings.</p> : null}
        {blocks.map((block, index) => {
          if (block.kind === "heading") {
            const Heading = block.level === 3 ? "h3" : "h4";
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place
              <Heading key={index} dir="auto">
                {block.text}
              </Heading>
            );
          }
          if (block.kind === "paragraph") {
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place
              <p key={index} dir="auto">
                {block.text}
              </p>
            );
          }
          const List = block.ordered ? "ol" : "ul";
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place
            <List key={index} dir="auto">
              {block.items.map((item, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place
                <li key={place}>{item}</li>
              ))}
            </List>
          );
        })}
      </div>
    </section>
  );
}

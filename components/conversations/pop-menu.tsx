"use client";
import {
  type FocusEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import { Button, type ButtonLook } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";

export interface PopMenuHandle {
  open: () => void;
  close: () => void;
}

const edge = 8;

/**
 * A button with a small panel below it. The platform closes the panel at Escape and at a press elsewhere and gives the focus
 * back; it closes too when the focus goes on to what lies behind it. What is inside is drawn only while it is open.
 */
export function PopMenu({
  name,
  label,
  look = "plain",
  className,
  children,
  ref,
}: {
  /** Names button and panel. */
  name: string;
  label: ReactNode;
  look?: ButtonLook;
  className?: string;
  children: ReactNode;
  ref?: Ref<PopMenuHandle>;
}) {
  const id = useId();
  const button = useRef<HTMLSpanElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  useImperativeHandle(ref, () => ({
    open: () => panel.current?.showPopover(),
    close: () => panel.current?.hidePopover(),
  }));

  // The platform opens it also before this script is there to hear of it.
  useEffect(() => {
    if (panel.current?.matches(":popover-open")) setOpen(true);
  }, []);

  // Below the button, and never past the edges of the window, also when what is inside comes later.
  useEffect(() => {
    const element = panel.current;
    if (!open || element === null) return;
    const place = () => {
      const under = button.current?.getBoundingClientRect();
      if (under === undefined) return;
      const start = Math.max(edge, Math.min(under.left, window.innerWidth - element.offsetWidth - edge));
      element.style.left = `${start}px`;
      element.style.top = `${under.bottom + 4}px`;
      element.style.maxHeight = `${Math.max(120, window.innerHeight - under.bottom - 4 - edge)}px`;
    };
    const focusFirst = () => {
      if (element.contains(document.activeElement)) return;
      element.querySelector<HTMLElement>("input, button, select, a")?.focus();
    };
    const observer = new ResizeObserver(() => {
      place();
      focusFirst();
    });
    observer.observe(element);
    focusFirst();
    return () => observer.disconnect();
  }, [open]);

  function leave({ currentTarget, relatedTarget }: FocusEvent) {
    if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) panel.current?.hidePopover();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears where the focus goes; nothing here is pressed
    <span ref={button} className="pop-menu" onBlur={leave}>
      <Button
        look={look}
        className={classNames(className)}
        popoverTarget={id}
        aria-label={name}
        aria-haspopup="dialog"
        aria-expanded={open}
      >
        {label}
      </Button>
      <div
        id={id}
        ref={panel}
        popover="auto"
        role="dialog"
        aria-label={name}
        data-state={open ? "open" : "closed"}
        className="pop-panel"
        onToggle={(event) => setOpen(event.newState === "open")}
      >
        {open ? children : null}
      </div>
    </span>
  );
}

"use client";

import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { createPortal } from "react-dom";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

/**
 * A dialog over the page as long as it is drawn, used seldom. The platform's own element keeps the focus inside, makes the page inert, and
 * closes at Escape; the focus returns to what opened it. It is put at the end of the page: within a part that a narrow window
 * hides it would be hidden too, and the page inert behind nothing.
 */
export function Dialog({ onClose, title, children }: { onClose: () => void; title: string; children: ReactNode }) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = element.current;
    if (dialog && !dialog.open) dialog.showModal();
  }, []);
  return createPortal(
    <dialog ref={element} className="dialog" aria-labelledby={id} onClose={onClose}>
      <div className="mb-4 flex items-center justify-between gap-4">
        <h2 id={id} className="text-15">
          {title}
        </h2>
        <Button look="bare" square aria-label="Close" onClick={onClose}>
          <Icon of={X} />
        </Button>
      </div>
      {children}
    </dialog>,
    document.body,
  );
}

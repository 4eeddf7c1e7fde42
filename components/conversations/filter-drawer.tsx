"use client";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { formatCount } from "#components/ui/format-count.ts";

/** The filters where there is no room for them beside the rows. */
export default function FilterDrawer({
  matching,
  onClose,
  children,
}: {
  matching: number;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <Dialog onClose={onClose} title="Filters">
      {children}
      <Button look="main" className="filters-done" onClick={onClose}>
        Show {formatCount(matching)}
      </Button>
    </Dialog>
  );
}

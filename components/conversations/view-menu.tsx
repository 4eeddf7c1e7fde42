"use client";
import { Bookmark } from "lucide-react";
import { lazy, Suspense, useRef } from "react";
import { Icon } from "#components/ui/icon.tsx";
import { PopMenu, type PopMenuHandle } from "./pop-menu.tsx";
import type { ViewListProps } from "./view-list.tsx";

const ViewList = lazy(() => import("./view-list.tsx"));

/** Saved states of the page: one's own and the project's. */
export function ViewMenu(props: Omit<ViewListProps, "onClose">) {
  const menu = useRef<PopMenuHandle>(null);
  return (
    <PopMenu
      ref={menu}
      name="Views"
      label={
        <>
          <Icon of={Bookmark} />
          <span className="tool-word">Views</span>
        </>
      }
    >
      <Suspense fallback={<p className="view-list" />}>
        <ViewList {...props} onClose={() => menu.current?.close()} />
      </Suspense>
    </PopMenu>
  );
}

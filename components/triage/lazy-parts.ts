import { lazy } from "react";

const parts = {
  comments: () => import("./comments.tsx"),
  conflict: () => import("./conflict-card.tsx"),
  editor: () => import("./editor.tsx"),
  end: () => import("./queue-end.tsx"),
  guideline: () => import("./guideline-drawer.tsx"),
  rest: async () => ({ default: (await import("./rest-note.tsx")).RestNote }),
  tags: () => import("./tag-box.tsx"),
};
const reasons = () => import("./reason-bar.tsx");
const map = () => import("./queue-map.tsx");
const scores = () => import("./measure-section.tsx");
const near = () => import("./near-section.tsx");
/** Drawn with each card; the server draws it too, and the card can be decided before it is here. */
export const MeasureSection = lazy(async () => ({ default: (await scores()).MeasureSection }));
export const NearSection = lazy(async () => ({ default: (await near()).NearSection }));
export const Comments = lazy(parts.comments);
export const ConflictCard = lazy(parts.conflict);
export const Editor = lazy(parts.editor);
export const GuidelineDrawer = lazy(parts.guideline);
export const QueueEnd = lazy(parts.end);
export const RestNote = lazy(parts.rest);
export const TagBox = lazy(parts.tags);
/** Its keys are heard before it is here. */
export const ReasonBar = lazy(reasons);
/** Drawn where the project asks for ratings, by the server too; their keys are heard before they are here. */
export const RatingStones = lazy(async () => ({ default: (await import("./rating-stones.tsx")).RatingStones }));
/** Drawn once the first claim is answered. */
export const QueueMap = lazy(map);
/** Drawn with the page; the server draws it too. */
export const PastRail = lazy(() => import("./past-rail.tsx"));
/** Drawn with the page where there is practice, so it is not fetched ahead for others. */
export const PracticeCoach = lazy(() => import("./practice-coach.tsx"));

/** When the page has come to rest, in milliseconds. */
const restsAfter = 3000;

/**
 * Fetches what the next card and the next key draw now, and what keys open once the page has come to rest, so that it opens
 * at once, and offline too. Returns the way to stop.
 */
export function fetchParts(): () => void {
  for (const part of [map, scores, near, reasons]) part().catch(() => undefined);
  const later = [...Object.values(parts), () => import("./copy-link.ts")];
  const timer = setTimeout(() => void Promise.allSettled(later.map((part) => part())), restsAfter);
  return () => clearTimeout(timer);
}

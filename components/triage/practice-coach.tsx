"use client";
import { useEffect, useSyncExternalStore } from "react";
import { Button } from "#components/ui/button.tsx";
import { KeyCap } from "#components/ui/key-cap.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import "./practice-coach.css";
import { type Lesson, lessons, readLearnt, usedIn, writeLearnt } from "./practice-lessons.ts";
import { keyOf } from "./triage-commands.ts";
import type { TriageState } from "./triage-state.ts";

const storageKey = "tessera.lessons";
const changed = "tessera:lessons";

/**
 * Teaches the six keys of Triage one after the other, each ticked once it was put to use, in whatever order that is. It binds
 * no keys and takes no focus; this browser remembers what was learnt and whether it was put away.
 */
export default function PracticeCoach({ state, legendOf }: { state: TriageState; legendOf: (key: string) => string }) {
  const text = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(storageKey),
    () => null,
  );
  const { used, hidden } = readLearnt(text);
  const now = usedIn(state).join(" ");
  useEffect(() => {
    const learnt = readLearnt(localStorage.getItem(storageKey));
    const seen = new Set<string>([...learnt.used, ...now.split(" ")]);
    const next = lessons.map(({ command }) => command).filter((command) => seen.has(command));
    if (next.length > learnt.used.length) store({ ...learnt, used: next });
  }, [now]);
  if (hidden) return null;
  const lesson = lessons.find(({ command }) => !used.includes(command));
  return (
    <section className="coach" aria-label="Practice">
      <p role="status" aria-atomic="true">
        {lesson === undefined ? (
          "You have used all six keys. All others stand under Keys."
        ) : (
          <LessonWords lesson={lesson} legendOf={legendOf} />
        )}
      </p>
      <ol>
        {lessons.map(({ command, word }) => (
          <li key={command}>
            <StatusMark mark={used.includes(command) ? "accepted" : "pending"} size={12}>
              {word}
              <span className="unseen">{used.includes(command) ? ": used" : ": not used yet"}</span>
            </StatusMark>
          </li>
        ))}
      </ol>
      <Button look="bare" onClick={() => store({ used, hidden: true })}>
        {lesson === undefined ? "Done" : "Put away"}
      </Button>
    </section>
  );
}

function LessonWords({ lesson, legendOf }: { lesson: (typeof lessons)[number]; legendOf: (key: string) => string }) {
  return (
    <>
      <span className="coach-press">
        Press <KeyCap>{legendOf(keyOf(lesson.command))}</KeyCap>{" "}
        {"after" in lesson ? (
          <>
            then <KeyCap>{lesson.after}</KeyCap>{" "}
          </>
        ) : null}
        to{" "}
      </span>
      <span className="coach-aim">{lesson.aim}</span>
    </>
  );
}

function store(learnt: { used: readonly Lesson[]; hidden: boolean }): void {
  localStorage.setItem(storageKey, writeLearnt(learnt));
  window.dispatchEvent(new Event(changed));
}

function subscribe(tell: () => void): () => void {
  window.addEventListener(changed, tell);
  window.addEventListener("storage", tell);
  return () => {
    window.removeEventListener(changed, tell);
    window.removeEventListener("storage", tell);
  };
}

"use client";
import { classNames } from "#components/ui/class-names.ts";
import type { RatingName, Ratings } from "#lib/schema/decision.ts";

const scale = [1, 2, 3, 4, 5] as const;

export interface RatingProps {
  questions: readonly RatingName[];
  ratings: Ratings;
  /** The question that digits answer. */
  current: RatingName | null;
  onRate: (question: RatingName, value: number) => void;
}

/** The ratings that the guideline asks for, five stones each. */
export function RatingStones({ questions, ratings, current, onRate }: RatingProps) {
  return questions.map((question) => (
    <fieldset key={question} className={classNames("rating", question === current && "current")}>
      <legend className="unseen">{question}, from 1 to 5</legend>
      <span aria-hidden="true">{question}</span>
      {scale.map((value) => (
        <button
          key={value}
          type="button"
          className={classNames("rating-stone", value <= (ratings[question] ?? 0) && "on")}
          aria-pressed={ratings[question] === value}
          aria-label={`${question} ${value} of 5`}
          onClick={() => onRate(question, value)}
        >
          {value}
        </button>
      ))}
    </fieldset>
  ));
}

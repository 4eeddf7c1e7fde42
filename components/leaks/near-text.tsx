import Link from "next/link";
import type { ReactNode } from "react";
import { CultureName } from "#components/ui/culture-name.tsx";
import { formatScore } from "#components/ui/format-score.ts";
import { ScriptText } from "#components/ui/script-text.tsx";
import { markOf, StatusMark } from "#components/ui/status-mark.tsx";
import type { NearConversation } from "#lib/schema/leak.ts";

/** One conversation beside others: whose it is, what was asked and what was answered. */
export function NearText({
  project,
  conversation,
  similarity,
  children,
}: {
  project: string;
  conversation: NearConversation;
  /** How alike it is to the one it stands beside. */
  similarity?: number;
  children?: ReactNode;
}) {
  const { id, culture, language, question, answer } = conversation;
  return (
    <div className="near-text">
      <p className="near-head">
        <CultureName {...culture} />
        <StatusMark mark={markOf(conversation)} />
        {similarity === undefined ? null : (
          <span className="near-how">
            <span className="unseen">alike by </span>
            {formatScore(similarity)}
          </span>
        )}
      </p>
      <ScriptText lang={language} voice="ask" className="near-asked">
        {question}
      </ScriptText>
      <ScriptText lang={language}>{answer}</ScriptText>
      <p className="near-acts">
        <Link href={`/projects/${project}/triage?item=${id}`} prefetch={false}>
          Open in Triage
        </Link>
        {children}
      </p>
    </div>
  );
}

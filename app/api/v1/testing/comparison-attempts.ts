import { importText, jsonLines, record } from "#lib/services/testing/import-text.ts";
import type { Attempts, Ground } from "./attempt.ts";

/** Adds two answers to one question, and says how to compare and judge them. */
export async function comparisonAttempts({ world, slug, id: projectId }: Ground): Promise<Attempts> {
  const lines = [0, 1].map((n) =>
    record(`${slug}-shared-${n}`, "jp", "Shared?", `Answer ${n} of ${slug}.`, { question_key: "shared" }),
  );
  await importText(world, { project: slug, text: jsonLines(lines) });
  const [one = { id: "" }, other = one] = await world.db.conversation.findMany({
    where: { projectId, questionKey: "shared" },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  const addJudgement = async (userId: string | null, withdrawn = false) => {
    const revisions = { firstId: one.id, secondId: other.id, firstRevision: 1, secondRevision: 1 };
    const row = { projectId, questionKey: "shared", asked: "typical", preferred: "first", userId, withdrawn };
    return (await world.db.comparison.create({ data: { id: world.newId(), ...row, ...revisions } })).id;
  };
  const base = `/api/v1/projects/${slug}`;
  const get = (part: string) => async () => ({ path: `${base}${part}` });
  const project = "/api/v1/projects/{project}";
  return {
    [`GET ${project}/questions`]: get("/questions?limit=5"),
    [`GET ${project}/comparison`]: get("/comparison?question=shared&cultures=jp"),
    [`GET ${project}/ranking`]: get("/ranking?question=shared&asked=typical"),
    [`POST ${project}/judgements`]: async () => ({
      path: `${base}/judgements`,
      body: {
        question: "shared",
        asked: "typical",
        first: { id: one.id, revision: 1 },
        second: { id: other.id, revision: 1 },
        preferred: "both",
      },
    }),
    [`POST ${project}/judgements/{judgement}/withdraw`]: async (asker) => ({
      path: `${base}/judgements/${await addJudgement(asker)}/withdraw`,
      body: {},
    }),
    [`POST ${project}/judgements/{judgement}/restore`]: async (asker) => ({
      path: `${base}/judgements/${await addJudgement(asker, true)}/restore`,
      body: {},
    }),
  };
}

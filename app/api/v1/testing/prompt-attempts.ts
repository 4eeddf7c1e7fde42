import type { Attempts, Ground } from "./attempt.ts";

/** How to read prompts and word them anew; each writer writes over what the one before left. */
export function promptAttempts({ world, slug, id }: Ground): Attempts {
  const base = `/api/v1/projects/${slug}/prompts`;
  const project = "/api/v1/projects/{project}";
  const head = () => world.db.prompt.count({ where: { projectId: id, name: "ask/answer" } });
  const text = (word: number) => `Wording ${word}: answer as somebody of {culture}, in the language {language}.`;
  return {
    [`GET ${project}/prompts`]: async () => ({ path: base }),
    [`GET ${project}/prompts/{method}/{name}`]: async () => ({ path: `${base}/ask/answer` }),
    [`POST ${project}/prompts/{method}/{name}/revisions`]: async () => {
      const expectedVersion = await head();
      return { path: `${base}/ask/answer/revisions`, body: { expectedVersion, text: text(expectedVersion) } };
    },
    [`POST ${project}/prompts/{method}/{name}/restore`]: async () => ({
      path: `${base}/ask/answer/restore`,
      // An asker words it anew before.
      body: { expectedVersion: (await head()) + 1, revision: 0 },
    }),
  };
}

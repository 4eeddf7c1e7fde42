import { expect, test } from "vitest";
import { comment, withdrawComment } from "./comments.ts";
import { decide } from "./decide.ts";
import { editConversation } from "./edit-conversation.ts";
import { listConversationHistory } from "./list-conversation-history.ts";
import { listTags } from "./list-tags.ts";
import { tagConversation } from "./tag-conversation.ts";
import { addPerson } from "./testing/add-person.ts";
import { importText, jsonLines, operator, record } from "./testing/import-text.ts";
import { openTestWorld } from "./testing/test-world.ts";
import { undo } from "./undo.ts";
import { updateProject } from "./update-project.ts";

test("who did what is told newest first, page by page, with the import at the end", async () => {
  const world = await openTestWorld();
  try {
    const project = "told";
    const projectId = await world.addProject(project);
    const ada = await addPerson(world, projectId, "Ada", "annotator");
    const line = record("one", "jp", "Asked?", "Answered.");
    await importText(world, { project, text: jsonLines([line]), fileName: "first.jsonl" });
    await updateProject.run(world, operator, { project, expectedVersion: 1, ratings: ["importance"] });
    const { id: conversation } = await world.db.conversation.findFirstOrThrow({ where: { projectId } });
    const at = { project, conversation };
    const { rows: tags } = await listTags.run(world, operator, { project });
    const tag = tags[0];
    if (!tag) throw new RangeError("The vocabulary has tags");
    await decide.run(world, ada, {
      ...at,
      expectedVersion: 1,
      kind: "reject",
      reason: "stereotype",
      note: "All alike?",
      ratings: { importance: 2 },
    });
    await undo.run(world, ada, { project });
    const turns = [{ role: "user", content: "Asked anew?" }];
    await editConversation.run(world, ada, { ...at, expectedVersion: 3, turns, accept: true, note: "Better" });
    await tagConversation.run(world, operator, { ...at, expectedVersion: 4, add: [tag.id] });
    const written = await comment.run(world, ada, { ...at, body: "Looks right" });
    await withdrawComment.run(world, ada, { ...at, comment: written.id });
    const again = { ...line, messages: [{ role: "user", content: "Once more?" }] };
    await importText(world, { project, text: jsonLines([again]), fileName: "second.jsonl" });

    const all = await listConversationHistory.run(world, ada, at);
    expect(all.next).toBeNull();
    expect(all.rows.map(({ person, what, undone, revision }) => [person, what, undone, revision])).toEqual([
      [null, "updated it from second.jsonl to revision 3; it is pending again", false, 3],
      ["Ada", "withdrew a comment", false, null],
      ["Ada", "commented", false, null],
      [null, `tagged it “${tag.name}”`, false, null],
      ["Ada", "edited it: revision 2, made from 1, and accepted it", false, 2],
      ["Ada", "took back: rejected it: Stereotype", false, null],
      ["Ada", "rejected it: Stereotype", true, null],
      [null, "imported it from first.jsonl", false, 1],
    ]);
    expect(all.rows[6]).toMatchObject({ note: "All alike?", ratings: { importance: 2 } });
    expect(all.rows[4]?.note).toBe("Better");
    expect(all.rows[2]?.comment).toBe("Looks right");

    const paged: typeof all.rows = [];
    for (let cursor: string | undefined; ; ) {
      const page = await listConversationHistory.run(world, ada, { ...at, limit: 2, cursor });
      paged.push(...page.rows);
      if (page.next === null) break;
      expect(page.rows).toHaveLength(2);
      cursor = page.next;
    }
    expect(paged).toEqual(all.rows);
    const elsewhere = { ...at, conversation: world.newId() };
    await expect(listConversationHistory.run(world, ada, elsewhere)).rejects.toThrow("no such conversation");
  } finally {
    await world.end();
  }
});

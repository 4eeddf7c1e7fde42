"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { request } from "#components/api-client.ts";
import { ProblemNote } from "#components/problem-note.tsx";
import { announce } from "#components/ui/announce.ts";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { useAct } from "#components/use-act.ts";
import type { ProjectRole } from "#lib/schema/actor.ts";
import { oneOf, projectRoles } from "#lib/schema/choices.ts";
import type { MemberView } from "#lib/schema/member.ts";
import { roleWords } from "./role-words.ts";

const roles = projectRoles.map((value) => ({ value, label: roleWords[value].name }));

type Change = { member: MemberView; role: ProjectRole | null };

/** Who works here and as what. An admin changes roles and takes people out; nobody changes their own. */
export function Members({
  project,
  members,
  me,
  manages,
}: {
  project: string;
  members: readonly MemberView[];
  me: string;
  manages: boolean;
}) {
  const router = useRouter();
  const { act, busy, problem } = useAct(
    useCallback(
      async ({ member, role }: Change, idempotencyKey: string) => {
        const path = `/projects/${project}/members/${member.userId}`;
        if (role === null) await request("DELETE", path, { idempotencyKey });
        else await request("PATCH", path, { body: { role }, idempotencyKey });
        announce(
          role === null ? `${member.name} is out of the project` : `${member.name} is now ${roleWords[role].article}`,
        );
        router.refresh();
      },
      [project, router],
    ),
  );
  return (
    <section aria-labelledby="members">
      <h2 id="members" className="mb-2 text-15">
        Members
      </h2>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            {manages ? (
              <th scope="col">
                <span className="unseen">Acts</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => {
            const changeable = manages && member.userId !== me;
            return (
              <tr key={member.userId}>
                <th scope="row" className="py-2">
                  <bdi className="font-medium">{member.name}</bdi>
                  {member.userId === me ? <span className="text-ink-3"> (you)</span> : null}
                  {member.owner ? <span className="text-ink-3">, owner of this Tessera</span> : null}
                  {member.email === null ? null : (
                    <div className="text-12 text-ink-3 [overflow-wrap:anywhere]">{member.email}</div>
                  )}
                </th>
                <td>
                  {changeable ? (
                    <Select
                      aria-label={`Role of ${member.name}`}
                      className="w-32"
                      options={roles}
                      value={member.role}
                      disabled={busy}
                      onChange={(event) =>
                        void act({ member, role: oneOf(projectRoles, event.target.value) ?? member.role })
                      }
                    />
                  ) : (
                    roleWords[member.role].name
                  )}
                </td>
                {manages ? (
                  <td className="figure">
                    {changeable ? (
                      <Button
                        look="bare"
                        busy={busy}
                        aria-label={`Take ${member.name} out`}
                        onClick={() => void act({ member, role: null })}
                      >
                        Take out
                      </Button>
                    ) : null}
                  </td>
                ) : null}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="mt-2 text-12 text-ink-3">
        {projectRoles.map((role) => `${roleWords[role].name}: ${roleWords[role].may}.`).join(" ")} What a member did
        stays when they leave.
      </p>
      <div className="mt-2">
        <ProblemNote problem={problem} />
      </div>
    </section>
  );
}

"use client";
import { startTransition, useOptimistic } from "react";
import { roleWords } from "#components/team/role-words.ts";
import type { ProjectRole } from "#lib/schema/actor.ts";
import { projectRoles } from "#lib/schema/choices.ts";

/** The roles that Browse opens with a view for; each has one view at most. */
export function UsualFor({
  roles,
  onChange,
}: {
  roles: readonly ProjectRole[];
  onChange: (roles: ProjectRole[]) => Promise<void>;
}) {
  const [chosen, choose] = useOptimistic(roles);
  const change = (role: ProjectRole, on: boolean) =>
    startTransition(async () => {
      const next = projectRoles.filter((each) => (each === role ? on : chosen.includes(each)));
      choose(next);
      await onChange(next);
    });
  return (
    <fieldset className="view-usual">
      <legend>Browse opens with it for</legend>
      {projectRoles.map((role) => (
        <label key={role}>
          <input
            type="checkbox"
            className="checkbox"
            checked={chosen.includes(role)}
            onChange={({ target }) => change(role, target.checked)}
          />
          {roleWords[role].name}s
        </label>
      ))}
    </fieldset>
  );
}

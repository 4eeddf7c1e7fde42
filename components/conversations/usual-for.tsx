"use client";
import { roleWords } from "#components/team/role-words.ts";
import type { ProjectRole } from "#lib/schema/actor.ts";
import { projectRoles } from "#lib/schema/choices.ts";

/** The roles that Browse opens with a view for; each has one view at most. */
export function UsualFor({
  roles,
  onChange,
}: {
  roles: readonly ProjectRole[];
  onChange: (roles: ProjectRole[]) => void;
}) {
  return (
    <fieldset className="view-usual">
      <legend>Browse opens with it for</legend>
      {projectRoles.map((role) => (
        <label key={role}>
          <input
            type="checkbox"
            className="checkbox"
            checked={roles.includes(role)}
            onChange={({ target }) =>
              onChange(projectRoles.filter((each) => (each === role ? target.checked : roles.includes(each))))
            }
          />
          {roleWords[role].name}s
        </label>
      ))}
    </fieldset>
  );
}

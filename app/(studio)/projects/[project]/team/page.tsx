import { Invitations } from "#components/team/invitations.tsx";
import { Members } from "#components/team/members.tsx";
import { Tokens } from "#components/team/tokens.tsx";
import { read } from "#lib/door/read.ts";
import { reaches } from "#lib/schema/permissions.ts";
import { getMe } from "#lib/services/get-me.ts";
import { getProject } from "#lib/services/get-project.ts";
import { listInvitations } from "#lib/services/invitations.ts";
import { listMembers } from "#lib/services/list-members.ts";
import { listTokens } from "#lib/services/tokens.ts";

export const metadata = { title: "Team" };

export default async function TeamPage({ params }: { params: Promise<{ project: string }> }) {
  const { project: slug } = await params;
  const [me, project, members] = await Promise.all([
    read(getMe, {}),
    read(getProject, { project: slug }),
    read(listMembers, { project: slug }),
  ]);
  const manages = reaches(project.role, "admin");
  const [invitations, tokens] = manages
    ? await Promise.all([read(listInvitations, { project: slug }), read(listTokens, { project: slug })])
    : [null, null];
  return (
    <div className="look">
      <div className="title">
        <h1>Team</h1>
      </div>
      <div className="max-w-[800px] space-y-10">
        <Members project={slug} members={members.rows} me={me.userId} manages={manages} />
        {invitations === null ? null : <Invitations project={slug} invitations={invitations.rows} />}
        {tokens === null ? null : <Tokens project={slug} tokens={tokens.rows} />}
      </div>
    </div>
  );
}

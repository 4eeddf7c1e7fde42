import type { Action } from "#lib/schema/permissions.ts";
import { addSamples } from "#lib/services/add-samples.ts";
import { allowHost, disallowHost, listAllowedHosts } from "#lib/services/allowed-hosts.ts";
import { getBulk } from "#lib/services/bulk-view.ts";
import {
  activateCalibration,
  deactivateCalibration,
  fitCalibration,
  listCalibrations,
} from "#lib/services/calibrations.ts";
import { changeRole, removeMember } from "#lib/services/change-role.ts";
import { claimCards } from "#lib/services/claim-cards.ts";
import { comment, restoreComment, withdrawComment } from "#lib/services/comments.ts";
import { cancelImport, commitImport } from "#lib/services/commit-import.ts";
import { createConnection, listConnections, removeConnection, updateConnection } from "#lib/services/connections.ts";
import { createCulture } from "#lib/services/create-culture.ts";
import { createProject } from "#lib/services/create-project.ts";
import { createTag } from "#lib/services/create-tag.ts";
import { createTopic } from "#lib/services/create-topic.ts";
import { decide } from "#lib/services/decide.ts";
import type { Service } from "#lib/services/define.ts";
import { deleteCulture } from "#lib/services/delete-culture.ts";
import { deleteTopic } from "#lib/services/delete-topic.ts";
import { editConversation } from "#lib/services/edit-conversation.ts";
import { createExport, getExport, listExports } from "#lib/services/exports.ts";
import { getAgreement } from "#lib/services/get-agreement.ts";
import { getComparison } from "#lib/services/get-comparison.ts";
import { getCoverage } from "#lib/services/get-coverage.ts";
import { getDisagreement } from "#lib/services/get-disagreement.ts";
import { getFacets } from "#lib/services/get-facets.ts";
import { getImport } from "#lib/services/get-import.ts";
import { getMapCultures } from "#lib/services/get-map-cultures.ts";
import { getMapNeighbours } from "#lib/services/get-map-neighbours.ts";
import { getMapPoints } from "#lib/services/get-map-points.ts";
import { getMe } from "#lib/services/get-me.ts";
import { getNeighbours } from "#lib/services/get-neighbours.ts";
import { getProject } from "#lib/services/get-project.ts";
import { getQueues } from "#lib/services/get-queues.ts";
import { getRevision } from "#lib/services/get-revision.ts";
import { getScoreHealth } from "#lib/services/get-score-health.ts";
import { getSetIndicators } from "#lib/services/get-set-indicators.ts";
import { getTriageCard } from "#lib/services/get-triage-card.ts";
import {
  acceptInvitation,
  findInvitation,
  invite,
  listInvitations,
  revokeInvitation,
} from "#lib/services/invitations.ts";
import { getRanking, judgePair, restoreJudgement, withdrawJudgement } from "#lib/services/judgements.ts";
import { listConversationHistory } from "#lib/services/list-conversation-history.ts";
import { listConversations } from "#lib/services/list-conversations.ts";
import { listCultures } from "#lib/services/list-cultures.ts";
import { listEvents } from "#lib/services/list-events.ts";
import { listHistory } from "#lib/services/list-history.ts";
import { listImports } from "#lib/services/list-imports.ts";
import { listLeaks } from "#lib/services/list-leaks.ts";
import { listMapConversations } from "#lib/services/list-map-conversations.ts";
import { listMembers } from "#lib/services/list-members.ts";
import { listPractice } from "#lib/services/list-practice.ts";
import { listProjects } from "#lib/services/list-projects.ts";
import { listQuestions } from "#lib/services/list-questions.ts";
import { listTags } from "#lib/services/list-tags.ts";
import { listTopics } from "#lib/services/list-topics.ts";
import { mergeTags } from "#lib/services/merge-tags.ts";
import { assignModels, getModels } from "#lib/services/model-roles.ts";
import { prepareBulk } from "#lib/services/prepare-bulk.ts";
import { getPrompt, listPrompts } from "#lib/services/prompts/list-prompts.ts";
import { restorePrompt, revisePrompt } from "#lib/services/prompts/revise-prompt.ts";
import { readChanges } from "#lib/services/read-changes.ts";
import { readRowScores } from "#lib/services/read-row-scores.ts";
import { removeProject, restoreProject } from "#lib/services/remove-project.ts";
import { getRunChanges } from "#lib/services/runs/get-run-changes.ts";
import { getAttempt, listAttempts } from "#lib/services/runs/list-attempts.ts";
import { listRunItems } from "#lib/services/runs/list-run-items.ts";
import { listRunLanes } from "#lib/services/runs/list-run-lanes.ts";
import { listRunProblems } from "#lib/services/runs/list-run-problems.ts";
import { getRun, listRuns } from "#lib/services/runs/list-runs.ts";
import { planRun } from "#lib/services/runs/plan-run.ts";
import { cancelRun, changeRun, pauseRunByHand, resumeRun, retryRun } from "#lib/services/runs/turn-run.ts";
import { createView, listViews, removeView, restoreView, updateView } from "#lib/services/saved-views.ts";
import { getScoring, startScoring } from "#lib/services/scoring.ts";
import { getSearchProgress } from "#lib/services/search-progress.ts";
import { setUpOwner } from "#lib/services/set-up-owner.ts";
import { startBulk } from "#lib/services/start-bulk.ts";
import { tagConversation } from "#lib/services/tag-conversation.ts";
import { testConnection } from "#lib/services/test-connection.ts";
import { createToken, listTokens, revokeToken } from "#lib/services/tokens.ts";
import { undo } from "#lib/services/undo.ts";
import { updateCulture } from "#lib/services/update-culture.ts";
import { updateImport } from "#lib/services/update-import.ts";
import { updateProject } from "#lib/services/update-project.ts";
import { updateTag } from "#lib/services/update-tag.ts";
import { updateTopic } from "#lib/services/update-topic.ts";

export type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** One door of the studio: what it is called, what it needs, and the service behind it; null where the door is not JSON. */
export interface Route {
  method: Method;
  /** The whole path, with named parts in braces. */
  path: string;
  action: Action;
  summary: string;
  service: Service | null;
}

const v1 = "/api/v1";
const project = `${v1}/projects/{project}`;

const json = (method: Method, path: string, service: Service): Route => ({
  method,
  path,
  action: service.action,
  summary: service.summary,
  service,
});
const other = (method: Method, path: string, action: Action, summary: string): Route => ({
  method,
  path,
  action,
  summary,
  service: null,
});

/** All routes there are. A test holds this table, the files below `app` and the role table together. */
export const routes: readonly Route[] = [
  other("POST", "/api/auth/sign-in/email", "account.sign-in", "Sign in; the session comes as a cookie"),
  other("POST", "/api/auth/sign-out", "account.sign-in", "Sign out"),
  other("GET", `${v1}/openapi.json`, "instance.describe", "Describe this API"),
  json("POST", `${v1}/setup`, setUpOwner),
  json("GET", `${v1}/invitations/find`, findInvitation),
  json("POST", `${v1}/invitations/accept`, acceptInvitation),
  json("GET", `${v1}/me`, getMe),
  json("GET", `${v1}/connections`, listConnections),
  json("POST", `${v1}/connections`, createConnection),
  json("PATCH", `${v1}/connections/{connection}`, updateConnection),
  json("DELETE", `${v1}/connections/{connection}`, removeConnection),
  json("POST", `${v1}/connections/{connection}/test`, testConnection),
  json("GET", `${v1}/allowed-hosts`, listAllowedHosts),
  json("POST", `${v1}/allowed-hosts`, allowHost),
  json("DELETE", `${v1}/allowed-hosts/{host}`, disallowHost),
  json("GET", `${v1}/projects`, listProjects),
  json("POST", `${v1}/projects`, createProject),
  json("POST", `${v1}/projects/samples`, addSamples),
  json("GET", project, getProject),
  json("PATCH", project, updateProject),
  json("DELETE", project, removeProject),
  json("POST", `${project}/restore`, restoreProject),
  json("GET", `${project}/practice`, listPractice),
  json("GET", `${project}/conversations`, listConversations),
  json("GET", `${project}/changes`, readChanges),
  json("GET", `${project}/facets`, getFacets),
  json("GET", `${project}/coverage`, getCoverage),
  json("GET", `${project}/queues`, getQueues),
  json("GET", `${project}/indicators`, getSetIndicators),
  json("GET", `${project}/questions`, listQuestions),
  json("GET", `${project}/comparison`, getComparison),
  json("GET", `${project}/ranking`, getRanking),
  json("POST", `${project}/judgements`, judgePair),
  json("POST", `${project}/judgements/{judgement}/withdraw`, withdrawJudgement),
  json("POST", `${project}/judgements/{judgement}/restore`, restoreJudgement),
  json("GET", `${project}/leaks`, listLeaks),
  json("GET", `${project}/map/points`, getMapPoints),
  json("GET", `${project}/map/cultures`, getMapCultures),
  json("GET", `${project}/map/conversations`, listMapConversations),
  json("GET", `${project}/map/neighbours`, getMapNeighbours),
  json("GET", `${project}/conversations/{conversation}`, getTriageCard),
  json("POST", `${project}/conversations/{conversation}/decisions`, decide),
  json("POST", `${project}/conversations/{conversation}/revisions`, editConversation),
  json("GET", `${project}/conversations/{conversation}/revisions/{number}`, getRevision),
  json("POST", `${project}/conversations/{conversation}/tags`, tagConversation),
  json("POST", `${project}/conversations/{conversation}/comments`, comment),
  json("POST", `${project}/conversations/{conversation}/comments/{comment}/withdraw`, withdrawComment),
  json("POST", `${project}/conversations/{conversation}/comments/{comment}/restore`, restoreComment),
  json("GET", `${project}/conversations/{conversation}/neighbours`, getNeighbours),
  json("GET", `${project}/conversations/{conversation}/history`, listConversationHistory),
  json("GET", `${project}/views`, listViews),
  json("POST", `${project}/views`, createView),
  json("PATCH", `${project}/views/{view}`, updateView),
  json("DELETE", `${project}/views/{view}`, removeView),
  json("POST", `${project}/views/{view}/restore`, restoreView),
  json("POST", `${project}/claims`, claimCards),
  json("POST", `${project}/bulk`, prepareBulk),
  json("GET", `${project}/bulk/{bulk}`, getBulk),
  json("POST", `${project}/bulk/{bulk}/start`, startBulk),
  json("POST", `${project}/undo`, undo),
  json("GET", `${project}/history`, listHistory),
  json("GET", `${project}/events`, listEvents),
  json("GET", `${project}/cultures`, listCultures),
  json("POST", `${project}/cultures`, createCulture),
  json("PATCH", `${project}/cultures/{culture}`, updateCulture),
  json("DELETE", `${project}/cultures/{culture}`, deleteCulture),
  json("GET", `${project}/topics`, listTopics),
  json("POST", `${project}/topics`, createTopic),
  json("PATCH", `${project}/topics/{topic}`, updateTopic),
  json("DELETE", `${project}/topics/{topic}`, deleteTopic),
  json("GET", `${project}/tags`, listTags),
  json("POST", `${project}/tags`, createTag),
  json("PATCH", `${project}/tags/{tag}`, updateTag),
  json("POST", `${project}/tags/{tag}/merge`, mergeTags),
  json("GET", `${project}/models`, getModels),
  json("PATCH", `${project}/models`, assignModels),
  json("GET", `${project}/members`, listMembers),
  json("PATCH", `${project}/members/{user}`, changeRole),
  json("DELETE", `${project}/members/{user}`, removeMember),
  json("GET", `${project}/invitations`, listInvitations),
  json("POST", `${project}/invitations`, invite),
  json("DELETE", `${project}/invitations/{invitation}`, revokeInvitation),
  json("GET", `${project}/tokens`, listTokens),
  json("POST", `${project}/tokens`, createToken),
  json("DELETE", `${project}/tokens/{token}`, revokeToken),
  json("GET", `${project}/imports`, listImports),
  other("POST", `${project}/imports`, "import.create", "Upload a file to import"),
  json("GET", `${project}/imports/{import}`, getImport),
  json("PATCH", `${project}/imports/{import}`, updateImport),
  json("POST", `${project}/imports/{import}/commit`, commitImport),
  json("POST", `${project}/imports/{import}/cancel`, cancelImport),
  other("GET", `${project}/imports/{import}/rejects`, "import.read", "Download the rejected lines"),
  json("GET", `${project}/search-progress`, getSearchProgress),
  json("GET", `${project}/row-scores`, readRowScores),
  json("GET", `${project}/scores`, getScoring),
  json("POST", `${project}/scores`, startScoring),
  json("GET", `${project}/scores/health`, getScoreHealth),
  json("GET", `${project}/scores/agreement`, getAgreement),
  json("GET", `${project}/scores/disagreement`, getDisagreement),
  json("GET", `${project}/calibrations`, listCalibrations),
  json("POST", `${project}/calibrations`, fitCalibration),
  json("POST", `${project}/calibrations/{calibration}/activate`, activateCalibration),
  json("POST", `${project}/calibrations/{calibration}/deactivate`, deactivateCalibration),
  json("GET", `${project}/prompts`, listPrompts),
  json("GET", `${project}/prompts/{method}/{name}`, getPrompt),
  json("POST", `${project}/prompts/{method}/{name}/revisions`, revisePrompt),
  json("POST", `${project}/prompts/{method}/{name}/restore`, restorePrompt),
  json("GET", `${project}/runs`, listRuns),
  json("POST", `${project}/runs`, planRun),
  json("GET", `${project}/runs/{run}`, getRun),
  json("PATCH", `${project}/runs/{run}`, changeRun),
  json("POST", `${project}/runs/{run}/pause`, pauseRunByHand),
  json("POST", `${project}/runs/{run}/resume`, resumeRun),
  json("POST", `${project}/runs/{run}/cancel`, cancelRun),
  json("POST", `${project}/runs/{run}/retry`, retryRun),
  json("GET", `${project}/runs/{run}/changes`, getRunChanges),
  other("GET", `${project}/runs/{run}/events`, "run.read", "Follow a run by server-sent events"),
  json("GET", `${project}/runs/{run}/items`, listRunItems),
  json("GET", `${project}/runs/{run}/problems`, listRunProblems),
  json("GET", `${project}/runs/{run}/lanes`, listRunLanes),
  json("GET", `${project}/runs/{run}/attempts`, listAttempts),
  json("GET", `${project}/runs/{run}/attempts/{attempt}`, getAttempt),
  json("GET", `${project}/exports`, listExports),
  json("POST", `${project}/exports`, createExport),
  json("GET", `${project}/exports/{export}`, getExport),
  other("GET", `${project}/exports/{export}/files/{name}`, "export.download", "Download a file of an export"),
];

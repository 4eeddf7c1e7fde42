import type { Pool } from "pg";
import { maskPlaces } from "#lib/import/mask-places.ts";
import { buildPlaceMatcher } from "#lib/import/place-matcher.ts";
import { EstimatorName } from "#lib/schema/score.ts";
import type { Estimator, Model } from "#lib/scoring/estimator.ts";
import { estimators } from "#lib/scoring/estimators.ts";
import type { World } from "#lib/world/world.ts";
import { ItemVectors } from "./item-vectors.ts";
import type { AssignedModel } from "./open-connection.ts";
import { maskedWords } from "./stage-import.ts";

/** A stored model, ready to score. */
interface LoadedModel {
  estimator: Estimator;
  model: Model;
  /** Where the model compares vectors: those of the items to be scored are to be loaded first. */
  vectors: ItemVectors | null;
  /** The last event that it has seen. */
  eventNumber: number;
}

interface KeptModel extends LoadedModel {
  /** What it was read from: when it was fitted, and what is masked. */
  mark: string;
}

/** Models of so many are kept; one of 100,000 conversations takes some tens of megabytes. */
const mostKept = 4;
const keptOf = new WeakMap<Pool, Map<string, KeptModel>>();

/**
 * The models that were fitted to a project by estimators as they are now. Read and unpacked once by a process, since that takes
 * far longer than to score an item; read again when fitted anew, or when other names are to be masked. Call it while holding
 * the project's lock of scoring.
 */
export async function loadModels(world: World, projectId: string): Promise<LoadedModel[]> {
  const kept = keptOf.get(world.pool) ?? new Map<string, KeptModel>();
  keptOf.set(world.pool, kept);
  const stored = await world.db.scoringModel.findMany({ where: { projectId }, omit: { data: true } });
  const words = await maskedWords(world, projectId);
  const masked = JSON.stringify(words.toSorted());
  const loaded: LoadedModel[] = [];
  for (const { estimator: name, version, fittedAt, embedderConnectionId, embedderModel } of stored) {
    const estimator = estimators[EstimatorName.parse(name)];
    if (estimator.version !== version) continue;
    const key = `${projectId} ${name}`;
    const mark = `${version} ${fittedAt.getTime()} ${masked}`;
    const known = kept.get(key);
    const embedder =
      embedderConnectionId === null || embedderModel === null
        ? null
        : { connection: embedderConnectionId, model: embedderModel };
    const found = known?.mark === mark ? known : await readModel(world, projectId, estimator, words, mark, embedder);
    kept.delete(key);
    kept.set(key, found);
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
    loaded.push(found);
  }
  return loaded;
}

async function readModel(
  world: World,
  projectId: string,
  estimator: Estimator,
  words: Parameters<typeof buildPlaceMatcher>[0],
  mark: string,
  embedder: AssignedModel | null,
): Promise<KeptModel> {
  const { data, eventNumber } = await world.db.scoringModel.findUniqueOrThrow({
    where: { projectId_estimator: { projectId, estimator: estimator.name } },
    select: { data: true, eventNumber: true },
  });
  const matcher = buildPlaceMatcher(words);
  const masking = { mask: (text: string) => maskPlaces(text, matcher) };
  const vectors = embedder === null ? null : new ItemVectors(embedder, masking);
  return {
    estimator,
    vectors,
    model: estimator.fromBytes(new Uint8Array(data), vectors?.context ?? masking),
    eventNumber: Number(eventNumber),
    mark,
  };
}

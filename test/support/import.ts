import { finished } from "../../server/src/base/finished.ts";
import type { ImportOptions, ImportPlan } from "../../server/src/exchange/import-plan.ts";
import { planImport } from "../../server/src/exchange/plan-import.ts";
import { PARTS } from "../../server/src/exchange/proposal.ts";
import { readSources } from "../../server/src/exchange/read-sources.ts";
import type { Source } from "../../server/src/exchange/source.ts";
import { type ImportRequest, readImport } from "../../server/src/features/import-exports.ts";
import type { ImportParams } from "../../server/src/features/import-protocol.ts";
import type { Snapshot } from "../../server/src/model/snapshot.ts";
import { Workspace } from "../../server/src/model/workspace.ts";
import { parseFile } from "../../server/src/syntax/file.ts";
import { ROOT } from "./fixture.ts";

const DAY = "2026-11-28";
const NONE: Snapshot = { folder: ROOT, members: [], bases: [], establishment: true, lineage: {}, today: DAY };

/** The files of an establishment by their paths in its folder. */
export type SchoolFiles = ReadonlyMap<string, string>;

/** The workspace of an establishment's files. */
export function workspaceWith(files: SchoolFiles): Workspace {
  return Workspace.empty([ROOT], DAY).with(
    [...files].map(([name, text]) => [`${ROOT}/${name}`, parseFile(`${ROOT}/${name}`, text)]),
  );
}

/** A source with a text or bytes. */
export function sourceOf(name: string, content: string | Uint8Array): Source {
  return { name, bytes: typeof content === "string" ? new TextEncoder().encode(content) : content };
}

/** What a client asks to import, once the sources were read. */
export function importRequest(params: ImportParams, sources: readonly Source[]): ImportRequest {
  return finished(readImport({ params, sources, noticed: [] }));
}

/** The plan of an import of sources into an establishment, as the command makes it. */
export function importPlanOf(
  sources: readonly Source[],
  files: SchoolFiles = new Map(),
  options: Partial<ImportOptions> & { readonly counts?: boolean } = {},
): ImportPlan {
  const { records, findings } = readSources(sources, { counts: options.counts === true });
  return planImport({
    snapshot: workspaceWith(files).of(`${ROOT}/etablissement.pronote.yaml`)[0] ?? NONE,
    records,
    noticed: findings,
    only: new Set(PARTS),
    options: { refresh: false, prune: false, lift: false, ...options },
  });
}

/** The files of an establishment after an import. Throws if it would replace a text that it does not know. */
export function written(files: SchoolFiles, { files: changes }: Pick<ImportPlan, "files">): SchoolFiles {
  const next = new Map(files);
  for (const { uri, before, after } of changes) {
    const name = uri.slice(ROOT.length + 1);
    if (next.get(name) !== before) throw new Error(`${name} is not what the import took it for`);
    next.set(name, after);
  }
  return next;
}

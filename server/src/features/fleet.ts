import { baseName, folderOf } from "../base/uri.ts";
import { isOpen } from "../checklist/state.ts";
import { isMarker } from "../model/layout.ts";
import { progressOf } from "../rollout/progress.ts";
import { answer, daysBetween } from "../rollout/report/rollout-report.ts";
import { items } from "../schema/checklist.ts";
import { folderNamed } from "./checklist.ts";
import type { SharedContext } from "./context.ts";
import { sharedFindings } from "./fleet-findings.ts";
import type { Fleet, FleetEstablishment, FleetStep } from "./fleet-protocol.ts";
import { type FoundByFile, type SnapshotStanding, standings } from "./standings.ts";

/** All establishments at a glance, and what several of them have in common. Yields before each of them. */
export function* fleet(context: SharedContext, found: FoundByFile): Generator<void, Fleet> {
  const all = yield* standings(context, found);
  return {
    establishments: all.map((one) => establishmentIn(context, one)),
    findings: sharedFindings(context, found).map(({ members: _, ...finding }) => finding),
    steps: sharedSteps(context, all),
  };
}

function establishmentIn(
  context: SharedContext,
  { snapshot, standing }: SnapshotStanding,
): FleetEstablishment {
  const { uri, localize, workspace } = context;
  const { total, settled, counts } = progressOf(standing.states);
  const marker = snapshot.members.find((file) => isMarker(file.uri));
  const base = snapshot.bases[0];
  const parent = baseName(folderOf(snapshot.folder));
  const days = standing.start === undefined ? undefined : daysBetween(workspace.today, standing.start);
  return {
    uri: folderNamed(snapshot, uri),
    marker: marker ? uri(marker.uri) : folderNamed(snapshot, uri),
    name: standing.name,
    ...(base ? { base: baseName(base.uri) } : undefined),
    ...(parent === "" ? undefined : { parent }),
    total,
    settled,
    toRedo: counts["to-redo"] ?? 0,
    blocked: counts["blocked-by-error"] ?? 0,
    overdue: standing.overdue.length,
    errors: standing.errors,
    warnings: standing.warnings,
    next: standing.next.map(({ slug, title, why, pour, avant }) => ({
      slug,
      title,
      why,
      ...(pour === undefined ? undefined : { pour }),
      ...(avant === undefined ? undefined : { avant }),
    })),
    ...(days === undefined ? undefined : { days }),
    answer: localize(answer(standing)),
  };
}

function sharedSteps(
  { uri, localize }: SharedContext,
  all: readonly SnapshotStanding[],
): readonly FleetStep[] {
  return items.flatMap(({ slug, title }, at) => {
    const open = all.filter(({ standing }) => isOpen(standing.states[at] ?? "not-applicable"));
    if (open.length < 2) return [];
    const tickable = open.filter(({ standing }) => /^to-(?:do|redo)$/.test(standing.states[at] ?? ""));
    const names = (list: typeof open) => list.map(({ snapshot }) => folderNamed(snapshot, uri));
    return [{ slug, title: localize(title), open: names(open), tickable: names(tickable) }];
  });
}

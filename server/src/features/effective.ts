import { isOnPrivateLine } from "../analysis/conceal.ts";
import { relativeTo } from "../base/uri.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { effectiveTextInParts } from "../rollout/effective.ts";
import { establishmentName } from "../rollout/shown-name.ts";
import { namesOf, type SchemaPath, schemaPathAt } from "../schema/locate.ts";
import { pathOfPointer, pointer } from "../schema/pointer.ts";
import { isPrivateName, shownPath } from "../syntax/private-names.ts";
import { folderNamed } from "./checklist.ts";
import type { AtPosition, Context, SharedContext } from "./context.ts";
import type { EffectiveParams, EffectiveSubject } from "./fleet-protocol.ts";
import { kindDeclaredBy } from "./hierarchy/subject.ts";
import { isInBase } from "./view.ts";

/** What PRONOTE is to hold for an establishment, as YAML; null if there is no such establishment. Yields between its parts. */
export function* effective(
  { workspace, localize }: SharedContext,
  { establishment, origins, at }: EffectiveParams,
): Generator<void, string | null> {
  const snapshot = workspace.establishmentIn(establishment);
  if (!snapshot) return null;
  const names = new Map<string, string>();
  const nameOf = (uri: string) => {
    const name = names.get(uri) ?? shownPath(relativeTo(snapshot.folder, uri));
    names.set(uri, name);
    return name;
  };
  return yield* effectiveTextInParts(snapshot, {
    localize,
    ...(origins === false ? undefined : { nameOf }),
    ...(at ? { below: pathOfPointer(at) } : undefined),
  });
}

/**
 * What effective values may be shown of at a position: the thing around it, or without one its section, then the whole
 * establishment. In a base, all its heirs.
 */
export function effectiveAt(context: Context, { position }: AtPosition): EffectiveSubject[] {
  const { workspace, file, uri } = context;
  const snapshots = workspace.of(file.uri).filter(({ establishment }) => establishment);
  const subjectOf = (snapshot: Snapshot): EffectiveSubject => ({
    establishment: folderNamed(snapshot, uri),
    name: establishmentName(snapshot),
  });
  const whole = snapshots.map(subjectOf);
  const [only] = whole;
  const path = schemaPathAt(file, position);
  if (!path || !only || isInBase(context) || isOnPrivateLine(path.node, file)) return whole;
  const keys = keysAround(path);
  return keys.some(isPrivateName) ? whole : [{ ...only, at: pointer(keys) }, only];
}

/** The keys to the innermost thing on a path; without one, its first key. */
function keysAround(path: SchemaPath): readonly string[] {
  const names = namesOf(path);
  const depths = path.segments
    .filter(({ name }) => name !== undefined)
    .flatMap(({ parent, name = "" }, index) => (kindDeclaredBy(parent, name) ? [index + 1] : []));
  return names.slice(0, depths.at(-1) ?? 1);
}

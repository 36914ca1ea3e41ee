import { message } from "../base/message.ts";
import { establishmentOf } from "../model/establishment.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { type ItemSpec, items, type KeyPath } from "../schema/checklist.ts";
import { pathOfPointer, pointer } from "../schema/pointer.ts";
import { type Schema, schemaAt } from "../schema/schema.ts";
import { type EnteredValue, NAME, settings } from "./entered-values.ts";
import { enteringItems } from "./entering-steps.ts";
import { patternOf } from "./screen-order.ts";
import type { ScreenEntry } from "./screens.ts";
import { shownEntry, shownIn, shownNames } from "./shown-entries.ts";
import { listed, shownScalar, verbatim, type Words } from "./value-words.ts";

/** A setting of a former revision, without its files. */
export interface FormerSetting {
  readonly canonical: string;
  readonly words: Words;
  /** Its path without private names, where that is another. */
  readonly names?: KeyPath;
}

/** The settings of a former revision by their paths, written as in a JSON Pointer. */
export type FormerSettings = ReadonlyMap<string, FormerSetting>;

/** What a revision says, to be compared with a later one. */
export function formerSettings(snapshot: Snapshot): FormerSettings {
  return new Map(
    settings(establishmentOf(snapshot).value).map((value) => {
      const { path, canonical } = value;
      const names = shownNames(path, snapshot);
      const isSame = names.every((name, at) => name === path[at]);
      return [
        pointer(path),
        { canonical, words: shownIn(value, snapshot).words, ...(isSame ? undefined : { names }) },
      ];
    }),
  );
}

/** What a change means in PRONOTE: the settings whose effective value is another, by the step that enters them. */
export interface ReviewedChange {
  readonly steps: ReadonlyMap<ItemSpec, readonly ScreenEntry[]>;
  /** What belongs to no step. */
  readonly rest: readonly ScreenEntry[];
}

/**
 * The settings whose effective value differs from a former revision's, each with both values. Of a thing that is gone
 * only its name is listed.
 */
export function changedSince(former: FormerSettings, snapshot: Snapshot): ReviewedChange {
  const root = establishmentOf(snapshot).value;
  const current = settings(root);
  const present = new Set(current.map(({ path }) => pointer(path)));
  const changed = current.flatMap((value) => changedEntry(former.get(pointer(value.path)), value, snapshot));
  const gone = [...former].flatMap(([at, setting]) => {
    const path = pathOfPointer(at);
    return present.has(at) || isInGoneThing(path, former, present)
      ? []
      : [goneEntry(path, setting, snapshot)];
  });
  const steps = new Map<ItemSpec, ScreenEntry[]>(items.map((item) => [item, []]));
  const rest: ScreenEntry[] = [];
  for (const entry of [...changed, ...gone]) {
    const [item] = enteringItems(entry.path, entry.isName);
    (item ? steps.get(item) : rest)?.push(entry);
  }
  return { steps: new Map([...steps].filter(([, entries]) => entries.length > 0)), rest };
}

function changedEntry(
  former: FormerSetting | undefined,
  value: EnteredValue,
  snapshot: Snapshot,
): readonly ScreenEntry[] {
  if (former?.canonical === value.canonical) return [];
  const entry = shownEntry(value, snapshot);
  const before = former?.words ?? defaultWords(value.schema, snapshot);
  return [before && value.value !== undefined ? { ...entry, before } : entry];
}

function goneEntry(path: KeyPath, setting: FormerSetting, snapshot: Snapshot): ScreenEntry {
  const { canonical, words, names = path } = setting;
  const pattern = patternOf(path);
  const isName = canonical === NAME;
  const schema = schemaAt(path);
  const standard = schema && defaultWords(schema, snapshot);
  return {
    path,
    names,
    pattern,
    isName,
    isGone: standard === undefined,
    words: isName ? verbatim("") : (standard ?? message("no longer written")),
    ...(isName ? undefined : { before: words }),
  };
}

/** Whether a thing around a path is gone, so that it is told by itself. */
function isInGoneThing(path: KeyPath, former: FormerSettings, present: ReadonlySet<string>): boolean {
  return path.slice(1).some((_, at) => {
    const above = pointer(path.slice(0, at + 1));
    return former.get(above)?.canonical === NAME && !present.has(above);
  });
}

/** PRONOTE's default, which holds where nothing is written. */
function defaultWords(schema: Schema, snapshot: Snapshot): Words | undefined {
  const { default: value, items: ofList } = schema;
  if (value === undefined) return undefined;
  if (typeof value !== "object") return shownScalar(schema, value, snapshot).words;
  return listed(value.map((name) => shownScalar(ofList ?? schema, name, snapshot).words));
}

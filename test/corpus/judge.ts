import { establishmentOf as effective } from "../../server/src/model/establishment.ts";
import type { Workspace } from "../../server/src/model/workspace.ts";
import type { Finding } from "../../server/src/rules/api/rule.ts";
import { offsetAt } from "../../server/src/syntax/change.ts";
import { type File, fileText, parseFile, rangeOf } from "../../server/src/syntax/file.ts";
import type { Edit, Fix } from "../../server/src/syntax/problem.ts";
import { findingsOf } from "../support/analysis.ts";
import { plain } from "../support/effective.ts";
import type { Mutation, MutationSite } from "./mutation.ts";

/** What came of a mutation. */
export interface Verdict {
  /** What was found, but for what a style brings about. */
  readonly found: readonly Finding[];
  /** Exactly one, at the place. */
  readonly one: boolean;
  /** Whether the sure fix gives the original back, or what is meant; absent where there is none. */
  readonly restored?: boolean;
}

/** Looks at a good establishment with a fault in it. */
export function judged(good: Workspace, { texts, meant, places }: Mutation): Verdict {
  const now = written(good, texts);
  const found = [...findingsOf(now).values()].flat().filter(({ id }) => id !== "merge-key");
  const [first] = found;
  const one = found.length === 1 && first !== undefined && places.some((place) => stands(now, first, place));
  const sure = first?.fixes?.find(({ safety }) => safety === "sure");
  return {
    found,
    one,
    ...(one && sure && { restored: isRestored(meant ? written(good, meant) : good, now, sure) }),
  };
}

function written(workspace: Workspace, texts: ReadonlyMap<string, string>): Workspace {
  return workspace.with([...texts].map(([uri, text]) => [uri, parseFile(uri, text)]));
}

function stands({ files }: Workspace, { at }: Finding, place: MutationSite): boolean {
  const file = files.get(at.block.uri);
  if (!file) return false;
  const { from, to } = stretchOf(file, at);
  if ("text" in place)
    return (
      fileText(file)
        .slice(from, to)
        .replace(/^["']|["']$/g, "") === place.text
    );
  return file.uri === place.uri && from <= place.at.to && to >= place.at.from;
}

function stretchOf(file: File, at: Edit["at"]) {
  const { start, end } = rangeOf(file, at);
  const text = fileText(file);
  return { from: offsetAt(text, start.line, start.character), to: offsetAt(text, end.line, end.character) };
}

/** Byte for byte, or with the same meaning and nothing to say of it. */
function isRestored(good: Workspace, now: Workspace, { edits }: Fix): boolean {
  const changed = new Map<string, string>();
  for (const [uri, file] of now.files) {
    const here = edits
      .filter((edit) => edit.at.block.uri === uri)
      .map(({ at, newText }) => ({ ...stretchOf(file, at), newText }))
      .sort((a, b) => b.from - a.from);
    if (here.length === 0) continue;
    changed.set(
      uri,
      here.reduce(
        (text, { from, to, newText }) => text.slice(0, from) + newText + text.slice(to),
        fileText(file),
      ),
    );
  }
  if ([...changed].every(([uri, text]) => textOf(good, uri) === text)) return true;
  const mended = written(now, changed);
  const rest = [...findingsOf(mended).values()].flat().filter(({ id }) => id !== "merge-key");
  return rest.length === 0 && meaning(mended) === meaning(good);
}

function textOf({ files }: Workspace, uri: string): string {
  const file = files.get(uri);
  return file ? fileText(file) : "";
}

function meaning({ snapshots }: Workspace): string {
  return JSON.stringify(snapshots.map((snapshot) => sorted(plain(effective(snapshot).value))));
}

function sorted(said: unknown): unknown {
  if (typeof said !== "object" || said === null || Array.isArray(said)) return said;
  return Object.fromEntries(
    Object.entries(said)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, sorted(value)]),
  );
}

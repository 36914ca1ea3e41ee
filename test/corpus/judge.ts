import { establishmentOf as effective } from "../../server/src/model/establishment.ts";
import type { Workspace } from "../../server/src/model/workspace.ts";
import type { Finding } from "../../server/src/rules/api/rule.ts";
import { offsetAt } from "../../server/src/syntax/change.ts";
import { type File, fileText, parseFile, rangeOf } from "../../server/src/syntax/file.ts";
import type { Edit, Fix } from "../../server/src/syntax/problem.ts";
import { findingsOf } from "../support/analysis.ts";
import { plain } from "../support/effective.ts";
import type { Mutation, MutationSite } from "./mutation.ts";

/** The result of checking a mutation. */
export interface Verdict {
  /** The findings, except those that come from a style. */
  readonly found: readonly Finding[];
  /** Whether there is exactly one, at an expected place. */
  readonly isExact: boolean;
  /** Whether there is exactly one, at an expected place or, having the same cause as another, with it as related place. */
  readonly isNamed: boolean;
  /** Whether the sure fix restores the original, or the texts that are meant; absent if there is no sure fix. */
  readonly restored?: boolean;
}

/** Checks an establishment after a mutation. */
export function verdictOf(good: Workspace, { texts, meant, places }: Mutation): Verdict {
  const mutated = withTexts(good, texts);
  const found = [...findingsOf(mutated).values()].flat().filter(({ id }) => id !== "merge-key");
  const [first] = found;
  const isSole = found.length === 1 && first !== undefined;
  const isExact = isSole && places.some((place) => isAt(mutated, first, place));
  const named = isSole ? [first, ...(first.related ?? [])] : [];
  const sure = first?.fixes?.find(({ safety }) => safety === "sure");
  return {
    found,
    isExact,
    isNamed: places.some((place) => named.some((one) => isAt(mutated, one, place))),
    ...(isExact && sure && { restored: isRestored(meant ? withTexts(good, meant) : good, mutated, sure) }),
  };
}

function withTexts(workspace: Workspace, texts: ReadonlyMap<string, string>): Workspace {
  return workspace.with([...texts].map(([uri, text]) => [uri, parseFile(uri, text)]));
}

function isAt({ files }: Workspace, { at }: Pick<Finding, "at">, place: MutationSite): boolean {
  const file = files.get(at.block.uri);
  if (!file) return false;
  const { from, to } = offsetsOf(file, at);
  if ("text" in place)
    return (
      fileText(file)
        .slice(from, to)
        .replace(/^["']|["']$/g, "") === place.text
    );
  return file.uri === place.uri && from <= place.at.to && to >= place.at.from;
}

function offsetsOf(file: File, at: Edit["at"]) {
  const { start, end } = rangeOf(file, at);
  const text = fileText(file);
  return { from: offsetAt(text, start.line, start.character), to: offsetAt(text, end.line, end.character) };
}

/** Whether a fix restores the same texts, or at least the same effective values without findings. */
function isRestored(good: Workspace, mutated: Workspace, { edits }: Fix): boolean {
  const changed = new Map<string, string>();
  for (const [uri, file] of mutated.files) {
    const here = edits
      .filter((edit) => edit.at.block.uri === uri)
      .map(({ at, newText }) => ({ ...offsetsOf(file, at), newText }))
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
  const fixed = withTexts(mutated, changed);
  const rest = [...findingsOf(fixed).values()].flat().filter(({ id }) => id !== "merge-key");
  return rest.length === 0 && meaning(fixed) === meaning(good);
}

function textOf({ files }: Workspace, uri: string): string {
  const file = files.get(uri);
  return file ? fileText(file) : "";
}

function meaning({ snapshots }: Workspace): string {
  return JSON.stringify(snapshots.map((snapshot) => sorted(plain(effective(snapshot).value))));
}

function sorted(content: unknown): unknown {
  if (typeof content !== "object" || content === null || Array.isArray(content)) return content;
  return Object.fromEntries(
    Object.entries(content)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, sorted(value)]),
  );
}

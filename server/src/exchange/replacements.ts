import { establishmentOf } from "../model/establishment.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { scalarText } from "../schema/problems.ts";
import { type File, fileText, parseFile, rangeOf } from "../syntax/file.ts";
import type { Edit } from "../syntax/problem.ts";
import { applyTextEdits } from "../syntax/text-edits.ts";
import { type ContentMap, type ContentValue, contentOf, sameContent, writeAt } from "./content.ts";
import type { Difference } from "./import-plan.ts";

/** More are not offered: each is proved by computing the establishment anew. */
const MAX = 100;

/**
 * The edits that would write what sources say in the place of what somebody wrote, as far as each changes this one value and
 * no other: what stands in a base, is shared by an anchor or taken over by others has none.
 */
export function replacements(differences: readonly Difference[], snapshot: Snapshot): readonly Edit[] {
  if (differences.length === 0 || snapshot.members.length === 0) return [];
  const before = contentIn(snapshot);
  return differences.slice(0, MAX).flatMap((one) => {
    const edit = replacement(one);
    const file = edit && snapshot.members.find(({ uri }) => uri === edit.at.block.uri);
    return edit && file && changesOnly(one, edit, file, before, snapshot) ? [edit] : [];
  });
}

function replacement({ node, value }: Difference): Edit | undefined {
  const newText = textOf(value);
  return node && newText !== undefined ? { at: node, newText } : undefined;
}

function textOf(value: ContentValue): string | undefined {
  if (typeof value === "string") return scalarText(value);
  if (typeof value === "boolean") return String(value);
  if (!Array.isArray(value)) return undefined;
  const [only] = value;
  return value.length === 1 && only !== undefined
    ? scalarText(only)
    : `[${value.map((item: string) => scalarText(item)).join(", ")}]`;
}

/** Whether an edit gives a value, and leaves all others of the establishment as they are. */
function changesOnly(
  { path, value }: Difference,
  { at, newText }: Edit,
  file: File,
  before: ContentMap,
  snapshot: Snapshot,
): boolean {
  const text = applyTextEdits(fileText(file), [{ range: rangeOf(file, at), newText }]);
  const next = parseFile(file.uri, text);
  const members = snapshot.members.map((one) => (one === file ? next : one));
  const wanted = withValue(before, path, value);
  return sameContent(contentIn({ ...snapshot, members, lineage: {} }), wanted);
}

function contentIn(snapshot: Snapshot): ContentMap {
  return contentOf(establishmentOf(snapshot).value);
}

/** A content with another value at a path; what is above it is copied. */
function withValue(content: ContentMap, path: readonly string[], value: ContentValue): ContentMap {
  const [key = "", ...rest] = path;
  const next: ContentMap = new Map(content);
  if (rest.length === 0) {
    writeAt(next, [key], value);
    return next;
  }
  const below = content.get(key);
  next.set(key, withValue(below instanceof Map ? below : new Map(), rest, value));
  return next;
}

import { message } from "../base/message.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Finding } from "../rules/api/rule.ts";
import { rangeOf } from "../syntax/file.ts";
import type { Span } from "../syntax/tree.ts";

/**
 * Merges findings about one subject: reported is the first, in the establishment's own files, else in its bases; the
 * others become its related information.
 */
export function dedupe(snapshot: Snapshot, findings: readonly Finding[]): readonly Finding[] {
  const bySubject = new Map<string, Finding[]>();
  for (const one of findings) {
    if (one.subject === undefined) continue;
    const subject = `${one.id}\0${one.subject}`;
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), one]);
  }
  const groups = [...bySubject.values()].filter((list) => list.length > 1);
  if (groups.length === 0) return findings;
  const merged = new Map(groups.flatMap((list) => replacements(snapshot, list)));
  return findings.flatMap((one) => {
    const replacement = merged.has(one) ? merged.get(one) : one;
    return replacement ? [replacement] : [];
  });
}

/**
 * What replaces each finding: for the first, the same with the others as related information; for the others, nothing.
 */
function replacements(
  snapshot: Snapshot,
  list: readonly Finding[],
): readonly (readonly [Finding, Finding | undefined])[] {
  const positions = new Map(list.map((one) => [one, positionOf(snapshot, one.at)]));
  const [first, ...others] = [...list].sort((a, b) =>
    compare(positions.get(a) ?? [], positions.get(b) ?? []),
  );
  if (!first) return [];
  const related = others.map(({ at }) => ({ at, message: message("Mentioned here too.") }));
  return [
    [first, { ...first, related: [...(first.related ?? []), ...related] }],
    ...others.map((one) => [one, undefined] as const),
  ];
}

/** The index of the file, then line and character, for comparison. */
function positionOf({ members, bases }: Snapshot, at: Span): readonly number[] {
  const files = [...members, ...bases];
  const index = files.findIndex(({ uri }) => uri === at.block.uri);
  const file = files[index];
  if (!file) return [files.length];
  const { start } = rangeOf(file, at);
  return [index, start.line, start.character];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((one, index) => one !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

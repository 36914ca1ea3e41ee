import { message } from "../base/message.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Finding } from "../rules/api/rule.ts";
import { rangeOf } from "../syntax/file.ts";
import type { Span } from "../syntax/tree.ts";

/** One fault that shows in several places is told at the first of them: the establishment's own, then its bases'. */
export function dedupe(snapshot: Snapshot, findings: readonly Finding[]): readonly Finding[] {
  const bySubject = new Map<string, Finding[]>();
  for (const one of findings) {
    if (one.subject === undefined) continue;
    const subject = `${one.id}\0${one.subject}`;
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), one]);
  }
  const several = [...bySubject.values()].filter((list) => list.length > 1);
  if (several.length === 0) return findings;
  const merged = new Map(several.flatMap((list) => told(snapshot, list)));
  return findings.flatMap((one) => {
    const instead = merged.has(one) ? merged.get(one) : one;
    return instead ? [instead] : [];
  });
}

/** What is told in the place of each: the first with all others, nothing of these. */
function told(
  snapshot: Snapshot,
  list: readonly Finding[],
): readonly (readonly [Finding, Finding | undefined])[] {
  const places = new Map(list.map((one) => [one, placeOf(snapshot, one.at)]));
  const [first, ...others] = [...list].sort((a, b) => compare(places.get(a) ?? [], places.get(b) ?? []));
  if (!first) return [];
  const related = others.map(({ at }) => ({ at, message: message("Mentioned here too.") }));
  return [
    [first, { ...first, related: [...(first.related ?? []), ...related] }],
    ...others.map((one) => [one, undefined] as const),
  ];
}

/** The rank of a file, and where in it. */
function placeOf({ members, bases }: Snapshot, at: Span): readonly number[] {
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

import { type Message, message } from "../base/message.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Finding } from "../rules/api/rule.ts";
import { rangeOf } from "../syntax/file.ts";
import type { Span } from "../syntax/tree.ts";

/**
 * Merges findings about one subject, or with one cause: reported is the first, in the establishment's own files, else in
 * its bases; the others become its related information. Where the cause has a finding of its own, that one suffices.
 */
export function dedupe(snapshot: Snapshot, findings: readonly Finding[]): readonly Finding[] {
  const bySubject = merged(snapshot, findings, ({ id, subject }) =>
    subject === undefined ? undefined : `${id}\0${subject}`,
  );
  const isAlone = bySubject.some(({ ifSeveral }) => ifSeveral);
  return withCauses(snapshot, isAlone ? bySubject.map(withoutCause) : bySubject);
}

/** A finding that is the only one about its subject: what would be said of several is not needed any more. */
function withoutCause({ ifSeveral, ...finding }: Finding): Finding {
  return finding;
}

/** Merges the findings with one cause. */
function withCauses(snapshot: Snapshot, findings: readonly Finding[]): readonly Finding[] {
  if (!findings.some(({ cause }) => cause)) return findings;
  const reported = new Set(findings.map(({ at }) => at));
  const others = findings.filter(({ at, cause }) => !cause || cause === at || !reported.has(cause));
  return merged(
    snapshot,
    others,
    ({ cause }) => cause,
    // They may say different things, even be of different rules.
    ({ message: text }) => text,
  );
}

/** Merges the findings with the same key; those without a key stay as they are. */
function merged(
  snapshot: Snapshot,
  findings: readonly Finding[],
  keyOf: (finding: Finding) => unknown,
  relatedText: (finding: Finding) => Message = () => message("Mentioned here too."),
): readonly Finding[] {
  const byKey = new Map<unknown, Finding[]>();
  for (const one of findings) {
    const key = keyOf(one);
    if (key === undefined) continue;
    const list = byKey.get(key);
    if (list) list.push(one);
    else byKey.set(key, [one]);
  }
  const groups = [...byKey.values()].filter((list) => list.length > 1);
  if (groups.length === 0) return findings;
  const replaced = new Map(groups.flatMap((list) => replacements(snapshot, list, relatedText)));
  return findings.flatMap((one) => {
    const replacement = replaced.has(one) ? replaced.get(one) : one;
    return replacement ? [replacement] : [];
  });
}

/**
 * What replaces each finding: for the first, the same with the others as related information; for the others, nothing.
 */
function replacements(
  snapshot: Snapshot,
  list: readonly Finding[],
  relatedText: (finding: Finding) => Message,
): readonly (readonly [Finding, Finding | undefined])[] {
  const positions = new Map(list.map((one) => [one, positionOf(snapshot, one.at)]));
  const [first, ...others] = [...list].sort((a, b) =>
    compare(positions.get(a) ?? [], positions.get(b) ?? []),
  );
  if (!first) return [];
  const { ifSeveral, ...reported } = first;
  const related = others.map((one) => ({ at: one.at, message: relatedText(one) }));
  const more = list.reduce((sum, one) => sum + (one.more ?? 0), 0);
  const here = ifSeveral ? [{ at: first.at, message: message("Mentioned here.") }] : (first.related ?? []);
  return [
    [first, { ...reported, ...ifSeveral, related: [...here, ...related], ...(more > 0 && { more }) }],
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

import type { Finding } from "../../rules/api/rule.ts";
import type { Span } from "../../syntax/tree.ts";

/** The findings of an establishment before they are merged with those of others. */
interface OwnFindings {
  readonly members: readonly string[];
  readonly bases: readonly string[];
  readonly findings: readonly Finding[];
}

/** How many errors and warnings concern an establishment. */
export interface FindingCounts {
  readonly errors: number;
  readonly warnings: number;
}

/**
 * How many findings concern each establishment: those in its own files, and of those in its bases the ones that it has
 * too, or that the base has by itself. `found` are the findings by file after merging, so what is silenced is not
 * counted.
 */
export function findingCounts(
  establishments: readonly OwnFindings[],
  found: ReadonlyMap<string, readonly Finding[]>,
): readonly FindingCounts[] {
  const bases = new Set(establishments.flatMap((one) => one.bases));
  const onBases = establishments.map(({ findings }) => placesOf(findings, bases));
  const ofAny = new Map<Span, Set<string>>();
  for (const places of onBases)
    for (const [at, ids] of places) ofAny.set(at, new Set([...(ofAny.get(at) ?? []), ...ids]));
  return establishments.map(({ members, bases }, index) => {
    const own = members.flatMap((uri) => found.get(uri) ?? []);
    const inherited = bases.flatMap((uri) =>
      (found.get(uri) ?? []).filter(
        ({ at, id }) => onBases[index]?.get(at)?.has(id) || !ofAny.get(at)?.has(id),
      ),
    );
    const count = (severity: "error" | "warning") =>
      [...own, ...inherited].filter(({ rule }) => rule.severity === severity).length;
    return { errors: count("error"), warnings: count("warning") };
  });
}

function placesOf(findings: readonly Finding[], bases: ReadonlySet<string>): ReadonlyMap<Span, Set<string>> {
  const places = new Map<Span, Set<string>>();
  for (const { at, id } of findings) {
    if (!bases.has(at.block.uri)) continue;
    const ids = places.get(at);
    if (ids) ids.add(id);
    else places.set(at, new Set([id]));
  }
  return places;
}

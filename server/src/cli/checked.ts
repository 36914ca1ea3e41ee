import { fromFile } from "../analysis/findings.ts";
import { type Severities, withSeverities } from "../analysis/severities.ts";
import { together } from "../analysis/together.ts";
import type { Finding } from "../rules/api/rule.ts";
import { fileText, type Range, rangeOf } from "../syntax/file.ts";
import type { Span } from "../syntax/tree.ts";
import { type Part, partOf, type Wanted } from "./part.ts";
import { shownLine } from "./report/secrets.ts";
import type { Scope } from "./scope.ts";
import { type Swept, sweep } from "./sweep.ts";

/** All that was found in a scope, when nothing of its establishments is at hand any more. */
export interface Checked {
  readonly swept: Swept<Part>;
  /** By file. */
  readonly found: ReadonlyMap<string, readonly Finding[]>;
  readonly rangeOf: (at: Span) => Range;
  /** A line of a file that something is said of, as it may be shown. */
  readonly line: (uri: string, line: number) => string | undefined;
  /** The text of a file that a sure fix would change. */
  readonly text: (uri: string) => string | undefined;
}

/** Checks the establishments of a scope one after the other, and puts together what is found in them. */
export async function checked(scope: Scope, severities: Severities, wanted: Wanted): Promise<Checked> {
  return conclude(await sweep(scope, (visited) => partOf(visited, wanted)), severities);
}

/** What is found in establishments that were looked at, with these severities. */
export function conclude(swept: Swept<Part>, severities: Severities): Checked {
  const { bases } = swept;
  const parts = [...swept.plots, ...swept.orphans].map(({ result }) => result);
  const placeOf = (at: Span) => {
    const base = bases.get(at.block.uri);
    if (base) return rangeOf(base, at);
    return {
      start: { line: at.line, character: at.col },
      end: { line: at.endLine, character: at.endCol },
    };
  };
  const all = together({
    files: [...parts.flatMap(({ files }) => files), ...[...bases.values()].map(fromFile)],
    establishments: parts.map(({ establishment }) => establishment),
    layout: {
      bases: new Set(bases.keys()),
      problems: [...swept.problems, ...parts.flatMap(({ problems }) => problems)],
    },
    lineOf: (at) => placeOf(at).start.line,
  });
  const lines = new Map(parts.flatMap((part) => [...part.lines]));
  const texts = new Map(parts.flatMap((part) => [...part.texts]));
  return {
    swept,
    found: new Map([...all].map(([uri, findings]) => [uri, withSeverities(findings, severities)])),
    rangeOf: placeOf,
    line(uri, line) {
      const base = bases.get(uri);
      return base ? shownLine(base, line) : lines.get(uri)?.get(line);
    },
    text(uri) {
      const base = bases.get(uri);
      return base ? fileText(base) : texts.get(uri);
    },
  };
}

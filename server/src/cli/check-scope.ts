import type { Analysis } from "../analysis/analysis.ts";
import { fileContribution } from "../analysis/file-findings.ts";
import { mergeFindings } from "../analysis/merge-findings.ts";
import { type Severities, withSeverities } from "../analysis/severities.ts";
import type { Finding } from "../rules/api/rule.ts";
import { fileText, rangeOf } from "../syntax/file.ts";
import type { Range } from "../syntax/positions.ts";
import type { Span } from "../syntax/tree.ts";
import { shownLine } from "./check-formats/secrets.ts";
import { type EstablishmentResult, resultOf, type WantedParts } from "./establishment-result.ts";
import type { CheckScope } from "./scope.ts";
import { type SweepResult, sweep } from "./sweep.ts";

/** All that was found in a scope, when nothing of its establishments is at hand any more. */
export interface CheckedScope {
  readonly swept: SweepResult<EstablishmentResult>;
  /** By file. */
  readonly found: ReadonlyMap<string, readonly Finding[]>;
  readonly rangeOf: (at: Span) => Range;
  /** A line of a file that something is said of, as it may be shown. */
  readonly line: (uri: string, line: number) => string | undefined;
  /** The text of a file that a sure fix would change. */
  readonly text: (uri: string) => string | undefined;
}

/** Checks the establishments of a scope one after the other, and puts together what is found in them. */
export async function checkScope(
  analysis: Analysis,
  scope: CheckScope,
  severities: Severities,
  wanted: WantedParts,
): Promise<CheckedScope> {
  return conclude(await sweep(scope, (visited) => resultOf(analysis, visited, wanted)), severities);
}

/** What is found in establishments that were looked at, with these severities. */
export function conclude(swept: SweepResult<EstablishmentResult>, severities: Severities): CheckedScope {
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
  const all = mergeFindings({
    files: [...parts.flatMap(({ files }) => files), ...[...bases.values()].map(fileContribution)],
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

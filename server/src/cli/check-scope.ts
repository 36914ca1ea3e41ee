import type { Analysis } from "../analysis/analysis.ts";
import { mergeFindings } from "../analysis/merge-findings.ts";
import { type Severities, withSeverities } from "../analysis/severities.ts";
import type { Finding } from "../rules/api/rule.ts";
import { fileText, rangeOf } from "../syntax/file.ts";
import type { Range } from "../syntax/positions.ts";
import type { Span } from "../syntax/tree.ts";
import { shownLine } from "./check-formats/secrets.ts";
import { type EstablishmentResult, resultOf, type WantedParts } from "./establishment-result.ts";
import type { CheckScope } from "./scope.ts";
import { allResults } from "./select.ts";
import { type SweepResult, sweep } from "./sweep.ts";

/**
 * The findings of a scope. The files of its establishments are not in memory any more, so what is needed is kept here.
 */
export interface CheckedScope {
  readonly swept: SweepResult<EstablishmentResult>;
  /** The findings of each file. */
  readonly found: ReadonlyMap<string, readonly Finding[]>;
  readonly rangeOf: (at: Span) => Range;
  /** A line that a finding refers to, with secrets masked. */
  readonly line: (uri: string, line: number) => string | undefined;
  /** The text of a file, if a sure fix would change it. */
  readonly text: (uri: string) => string | undefined;
}

/** Of an establishment beyond the paths: nothing that is compared with others. */
const NOTHING: ReadonlyMap<string, never> = new Map<string, never>();

/** Checks the establishments of a scope one after the other, and merges their findings. */
export async function checkScope(
  analysis: Analysis,
  scope: CheckScope,
  severities: Severities,
  wanted: WantedParts,
): Promise<CheckedScope> {
  const swept = await sweep(scope, (visited) => resultOf(analysis, visited, wanted));
  return mergeResults(swept, severities, analysis, scope.today);
}

/** Merges the results of establishments, and applies these severities. */
export function mergeResults(
  swept: SweepResult<EstablishmentResult>,
  severities: Severities,
  analysis: Analysis,
  today: string,
): CheckedScope {
  const { bases } = swept;
  const parts = allResults(swept).map(({ result, isBeyond }) =>
    isBeyond ? { ...result, establishment: { ...result.establishment, facts: NOTHING } } : result,
  );
  const rangeIn = (at: Span) => {
    const base = bases.get(at.block.uri);
    if (base) return rangeOf(base, at);
    return {
      start: { line: at.line, character: at.col },
      end: { line: at.endLine, character: at.endCol },
    };
  };
  const all = mergeFindings({
    files: [
      ...parts.flatMap(({ files }) => files),
      ...[...bases.values()].map((base) => analysis.contributionOfFile(base, () => undefined)),
    ],
    establishments: parts.map(({ establishment }) => establishment),
    layout: {
      bases: new Set(bases.keys()),
      problems: [...swept.problems, ...parts.flatMap(({ problems }) => problems)],
    },
    lineOf: (at) => rangeIn(at).start.line,
    today,
    onFault: analysis.onFault,
  });
  const lines = new Map(parts.flatMap((part) => [...part.lines]));
  const texts = new Map(parts.flatMap((part) => [...part.texts]));
  return {
    swept,
    found: new Map([...all].map(([uri, findings]) => [uri, withSeverities(findings, severities)])),
    rangeOf: rangeIn,
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

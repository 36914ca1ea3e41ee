import { memo } from "../base/memo.ts";
import { establishmentOf } from "../model/establishment.ts";
import { nodeOf } from "../model/merge.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Finding } from "../rules/api/rule.ts";
import type { Entry, MapValue } from "../schema/value.ts";
import { rangeOf } from "../syntax/file.ts";
import { dedupe } from "./dedupe.ts";
import { fileContribution, orphanFindings } from "./file-findings.ts";
import { type EstablishmentFindings, mergeFindings, withRule } from "./merge-findings.ts";
import { overridesOf } from "./overrides.ts";
import { comparing, plan } from "./plan.ts";
import { QueryDatabase } from "./query-database.ts";
import { countedByPlace, findingFrom } from "./rule-findings.ts";
import { evictUnused, type RuleFinding, RuleRunner, ruleFindingsOf } from "./rule-runner.ts";

/** A finding, as long as the establishment has the same files of its own. */
interface CachedFinding {
  readonly members: ReadonlySet<string>;
  readonly finding: Finding;
}

/**
 * The incremental engine: runs the rules on workspaces, one revision after the other. It owns all that is taken over from
 * one revision to the next, and is held by a session of the server or a run of the command line. What follows from one
 * immutable value alone is not kept here but by that value (`memo`).
 */
export class Analysis {
  readonly #queries = new QueryDatabase();
  readonly #runner = new RuleRunner(plan);
  readonly #findings = new WeakMap<RuleFinding, CachedFinding>();

  /** Everything that is found in a workspace, by file. A finding on a base is reported once for all its heirs. */
  readonly findingsOf = memo(({ files, layout, snapshots }: Workspace) =>
    mergeFindings({
      files: [...files.values()].map(fileContribution),
      establishments: snapshots.map(this.contributionOf),
      layout,
      lineOf(at) {
        const file = files.get(at.block.uri);
        return file ? rangeOf(file, at).start.line : at.line;
      },
    }),
  );

  /** What an establishment, or a file that belongs to none, contributes to the findings of its workspace. */
  readonly contributionOf: (snapshot: Snapshot) => EstablishmentFindings = memo((snapshot: Snapshot) => {
    const { folder, establishment, members } = snapshot;
    return {
      folder,
      establishment,
      top: members.find(({ root }) => root.pairs.length > 0)?.root.pairs[0]?.key,
      findings: this.establishmentFindings(snapshot),
      facts: new Map(
        establishment
          ? comparing.map(({ rule, across }) => [rule.id, across.factsOf(establishmentOf(snapshot).value)])
          : [],
      ),
    };
  });

  /** What is found in one establishment: where its files contradict each other, and what the rules find. */
  readonly establishmentFindings: (snapshot: Snapshot) => readonly Finding[] = memo((snapshot: Snapshot) => {
    if (!snapshot.establishment) return snapshot.members.flatMap(orphanFindings);
    const { value, problems } = establishmentOf(snapshot);
    const cache = this.#queries.at(snapshot);
    const result = this.#runner.check(rootEntry(value), plan.root, cache);
    evictUnused(result, cache);
    const merging = [...problems, ...overridesOf(snapshot)].flatMap(withRule);
    const found = ruleFindingsOf(result).map((one) => this.#finding(one, cache.members));
    return [...merging, ...dedupe(snapshot, countedByPlace(found))];
  });

  /** The same object as long as the establishment has the same files of its own. */
  #finding(found: RuleFinding, members: ReadonlySet<string>): Finding {
    const known = this.#findings.get(found);
    if (known?.members === members) return known.finding;
    const finding = findingFrom(found, members);
    this.#findings.set(found, { members, finding });
    return finding;
  }
}

const rootEntry = memo((value: MapValue): Entry => ({ name: "", key: nodeOf(value), value }));

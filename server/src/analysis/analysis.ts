import { memo } from "../base/memo.ts";
import { message } from "../base/message.ts";
import { baseName } from "../base/uri.ts";
import { establishmentOf } from "../model/establishment.ts";
import { nodeOf } from "../model/merge.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Finding } from "../rules/api/rule.ts";
import type { Entry, MapValue } from "../schema/value.ts";
import { type File, rangeOf } from "../syntax/file.ts";
import type { RuleFinding } from "./cached-check.ts";
import { concealedIn } from "./conceal.ts";
import { dedupe } from "./dedupe.ts";
import { orphanFindings } from "./file-findings.ts";
import { heldProblems } from "./held-problems.ts";
import { type EstablishmentFindings, type FileFindings, mergeFindings, withRule } from "./merge-findings.ts";
import { contributionFor, snapshotIn } from "./newer-release.ts";
import { overridesOf } from "./overrides.ts";
import { guarded, type OnFault, oncePerPart, ruleNamed, throwOn } from "./own-faults.ts";
import { comparing, plan } from "./plan.ts";
import { QueryDatabase } from "./query-database.ts";
import { countedByPlace, findingFrom } from "./rule-findings.ts";
import { type Checkable, evictUnused, isSubject, RuleRunner } from "./rule-runner.ts";

/** A cached finding; right as long as the establishment's own files have the same URIs. */
interface CachedFinding {
  readonly members: ReadonlySet<string>;
  readonly finding: Finding;
}

/**
 * The incremental engine: runs the rules on workspaces, one revision after the other. It owns the caches that are
 * carried over from one revision to the next; a session of the server or a run of the command line holds one. Results
 * that depend on one immutable value alone are cached by that value instead (`memo`).
 */
export class Analysis {
  readonly #queries = new QueryDatabase();
  readonly #runner: RuleRunner;
  /** Is told, once for each part, that code of a rule or of the engine threw. */
  readonly onFault: OnFault;
  readonly #findings = new WeakMap<RuleFinding, CachedFinding>();

  /** Without `onFault`, errors are thrown on. */
  constructor(onFault?: OnFault) {
    this.onFault = onFault ? oncePerPart(onFault) : throwOn;
    this.#runner = new RuleRunner(plan, this.onFault);
  }

  /** All findings of a workspace, by the URI of their file. A finding on a base is reported once for all its heirs. */
  readonly findingsOf = memo((workspace: Workspace) => {
    const { files, layout, snapshots, today } = workspace;
    return mergeFindings({
      files: [...files.values()].map((file) => this.contributionOfFile(file, snapshotIn(workspace, file))),
      establishments: snapshots.map(this.contributionOf),
      layout,
      lineOf(at) {
        const file = files.get(at.block.uri);
        return file ? rangeOf(file, at).start.line : at.line;
      },
      today,
      onFault: this.onFault,
    });
  });

  /** The contribution of a file by itself to the findings of a workspace; see `contributionFor`. */
  contributionOfFile(file: File, snapshotOf: () => Snapshot | undefined): FileFindings {
    return guarded(
      () => message("Checking “{0}”", baseName(file.uri)),
      this.onFault,
      () => contributionFor(file, snapshotOf),
      { uri: file.uri, findings: [], suppressions: [] },
    );
  }

  /**
   * Checks the things of an establishment one by one, and yields before each. What is found is kept, so that
   * `contributionOf` has less left to do in one piece.
   */
  *checkThings(snapshot: Snapshot): Generator<void, void> {
    const things = this.#guarded(snapshot, () => this.#unknownThings(snapshot));
    for (const { entry, node } of things) {
      yield;
      // Between two things, another revision may have been checked.
      this.#guarded(snapshot, () => [this.#runner.check(entry, node, this.#queries.at(snapshot))]);
    }
  }

  #unknownThings(snapshot: Snapshot): readonly Checkable[] {
    if (!snapshot.establishment) return [];
    const root = rootEntry(establishmentOf(snapshot).value);
    return isSubject(root) ? this.#runner.unknownThings(root, plan.root) : [];
  }

  /** The contribution of an establishment, or of a file that belongs to none, to the findings of its workspace. */
  readonly contributionOf: (snapshot: Snapshot) => EstablishmentFindings = memo((snapshot: Snapshot) => {
    const { folder, establishment, members } = snapshot;
    return {
      folder,
      establishment,
      bases: snapshot.bases.map(({ uri }) => uri),
      top: members.find(({ root }) => root.pairs.length > 0)?.root.pairs[0]?.key,
      findings: this.#concealed(snapshot),
      facts: new Map(
        establishment
          ? comparing.map(({ rule, across }) => [
              rule.id,
              guarded(
                () => ruleNamed(rule),
                this.onFault,
                () => across.factsOf(establishmentOf(snapshot).value),
                [],
              ),
            ])
          : [],
      ),
    };
  });

  #concealed(snapshot: Snapshot): readonly Finding[] {
    return this.#guarded(snapshot, () => concealedFindings(snapshot, this.establishmentFindings(snapshot)));
  }

  #guarded<T>(snapshot: Snapshot, find: () => readonly T[]): readonly T[] {
    return guarded(() => message("Checking “{0}”", baseName(snapshot.folder)), this.onFault, find, []);
  }

  /** The findings of one establishment: contradictions between its files, and the findings of the rules. */
  readonly establishmentFindings: (snapshot: Snapshot) => readonly Finding[] = memo((snapshot: Snapshot) =>
    this.#guarded(snapshot, () => this.#found(snapshot)),
  );

  #found(snapshot: Snapshot): readonly Finding[] {
    if (!snapshot.establishment) return snapshot.members.flatMap(orphanFindings);
    const { value, problems } = establishmentOf(snapshot);
    const cache = this.#queries.at(snapshot);
    const result = this.#runner.check(rootEntry(value), plan.root, cache);
    evictUnused(result, cache);
    const merging = heldProblems([...problems, ...overridesOf(snapshot)]).flatMap(withRule);
    const ruleFindings = this.#runner
      .findingsOf(result, cache)
      .map((one) => this.#finding(one, cache.members));
    return [...merging, ...dedupe(snapshot, countedByPlace(ruleFindings))];
  }

  /** The same object as long as the establishment's own files have the same URIs. */
  #finding(ruleFindings: RuleFinding, members: ReadonlySet<string>): Finding {
    const known = this.#findings.get(ruleFindings);
    if (known?.members === members) return known.finding;
    const finding = findingFrom(ruleFindings, members);
    this.#findings.set(ruleFindings, { members, finding });
    return finding;
  }
}

/** The findings without what stands on private lines of the files. */
function concealedFindings({ members, bases }: Snapshot, findings: readonly Finding[]): readonly Finding[] {
  const files = new Map([...members, ...bases].map((file) => [file.uri, file]));
  return findings.map((finding) => concealedIn(finding, (uri) => files.get(uri)));
}

const rootEntry = memo((value: MapValue): Entry => ({ name: "", key: nodeOf(value), value }));

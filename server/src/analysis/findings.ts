import { memo } from "../base/memo.ts";
import { message } from "../base/message.ts";
import { baseName } from "../base/uri.ts";
import { establishmentOf } from "../model/establishment.ts";
import { nodeOf } from "../model/merge.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Finding, FindingTarget } from "../rules/api/rule.ts";
import { ruleById } from "../rules/index.ts";
import { commentProblems } from "../schema/comments.ts";
import { converted } from "../schema/convert.ts";
import type { SemanticIndex } from "../schema/semantic-index.ts";
import type { Entry, MapValue, Value } from "../schema/value.ts";
import { type File, LARGEST, rangeOf, type Unreadable } from "../syntax/file.ts";
import type { Problem } from "../syntax/problem.ts";
import { filteredBySyntax, syntaxProblems } from "../syntax/syntax-problems.ts";
import type { Span } from "../syntax/tree.ts";
import { check, evictUnused, type RuleFinding, ruleFindingsOf } from "./check.ts";
import { dedupe } from "./dedupe.ts";
import { type EstablishmentFindings, type FileFindings, mergeFindings, withRule } from "./merge-findings.ts";
import { overridesOf } from "./overrides.ts";
import { comparing, plan } from "./plan.ts";
import { QueryCache } from "./query-cache.ts";
import { suppressionsIn } from "./suppress.ts";

/** Everything that is found in a workspace, by file. A finding on a base is said once for all that stand on it. */
export const findingsOf = memo(({ files, layout, snapshots }: Workspace) =>
  mergeFindings({
    files: [...files.values()].map(fileContribution),
    establishments: snapshots.map(establishmentContribution),
    layout,
    lineOf(at) {
      const file = files.get(at.block.uri);
      return file ? rangeOf(file, at).start.line : at.line;
    },
  }),
);

const ids = new Set(ruleById.keys());

/** What a file contributes to the findings of its workspace. */
export const fileContribution = memo((file: File): FileFindings => {
  return { uri: file.uri, findings: fileFindings(file), silences: suppressionsIn(file, ids) };
});

/** What an establishment contributes to the findings of its workspace. */
export const establishmentContribution = memo((snapshot: Snapshot): EstablishmentFindings => {
  const { folder, establishment, members } = snapshot;
  return {
    folder,
    establishment,
    top: members.find(({ root }) => root.pairs.length > 0)?.root.pairs[0]?.key,
    findings: snapshotFindings(snapshot),
    facts: new Map(
      establishment
        ? comparing.map(({ rule, across }) => [rule.id, across.factsOf(establishmentOf(snapshot).value)])
        : [],
    ),
  };
});

/** What is found in one file by itself: its YAML and its shape. */
export const fileFindings = memo((file: File): readonly Finding[] => {
  if (file.unreadable)
    return file.unreadable === "missing" ? [] : withRule(unreadableProblem(file, file.unreadable));
  const shape = problemsIn(converted(file).facts).filter(filteredBySyntax(file.root));
  return [...syntaxProblems(file.root), ...commentProblems(file.root), ...shape].flatMap(withRule);
});

/** The problems of a text; those of an entry that did not change are not gathered again. */
const problemsIn: (facts: SemanticIndex) => readonly Problem[] = memo((facts: SemanticIndex) => {
  const below = facts.below.flatMap((one) => (one.faulty ? problemsIn(one) : []));
  return below.length === 0 ? facts.problems : [...facts.problems, ...below];
});

function unreadableProblem(file: File, why: Unreadable): Problem {
  const name = baseName(file.uri);
  const messages = {
    "too-large": message(
      "“{0}” is too large to be a configuration: more than {1} characters. It is not read.",
      name,
      LARGEST,
    ),
    binary: message("“{0}” is not text: it holds binary data. It is not read.", name),
    "not-utf8": message("“{0}” is not encoded in UTF-8. Save it as UTF-8.", name),
    "no-access": message("“{0}” cannot be read: access is refused.", name),
    missing: message("There is no file “{0}”.", name),
  };
  const at: Span = { block: file.root, line: 0, col: 0, endLine: 0, endCol: 0 };
  return { id: "file-unreadable", at, message: messages[why] };
}

/** What is found in one establishment: where its files contradict each other, and what the rules say. */
export const snapshotFindings = memo((snapshot: Snapshot): readonly Finding[] => {
  if (!snapshot.establishment) return snapshot.members.flatMap(loneFile);
  const { value, problems } = establishmentOf(snapshot);
  const answers = answersOf(snapshot);
  const result = check(rootEntry(value as MapValue), plan.root, plan, answers);
  evictUnused(result, answers);
  const merging = [...problems, ...overridesOf(snapshot)].flatMap(withRule);
  return [
    ...merging,
    ...dedupe(snapshot, counted(ruleFindingsOf(result).map((one) => finding(one, answers.members)))),
  ];
});

/** What establishments answer, by their lineage. */
const known = new WeakMap<object, QueryCache>();

function answersOf(snapshot: Snapshot): QueryCache {
  const before = known.get(snapshot.lineage);
  before?.update(snapshot);
  const answers = before ?? new QueryCache(snapshot);
  known.set(snapshot.lineage, answers);
  return answers;
}

const rootEntry = memo((value: MapValue): Entry => ({ name: "", key: nodeOf(value), value }));

function loneFile(file: File): readonly Finding[] {
  const key = file.root.pairs[0]?.key;
  if (!key) return [];
  const text = message(
    "This file belongs to no establishment: there is no “{0}” in its folder or above, and nothing inherits from it. Only its form is checked.",
    "etablissement.pronote.yaml",
  );
  return withRule({ id: "file-of-no-establishment", at: key, message: text });
}

/** What a rule found, for an establishment of these members: the same object as long as they are the same. */
function finding(judged: RuleFinding, own: ReadonlySet<string>): Finding {
  const known = told.get(judged);
  if (known?.own === own) return known.finding;
  const made = { own, finding: newFinding(judged, own) };
  told.set(judged, made);
  return made.finding;
}

const told = new WeakMap<RuleFinding, { readonly own: ReadonlySet<string>; readonly finding: Finding }>();

function newFinding({ rule, found }: RuleFinding, own: ReadonlySet<string>): Finding {
  const { at, ...rest } = found;
  const spans = (Array.isArray(at) ? (at as readonly FindingTarget[]) : [at as FindingTarget]).map(spanOf);
  const span = spans.find(({ block }) => own.has(block.uri)) ?? spans[0];
  if (!span) throw new RangeError(`${rule.id} found something nowhere`);
  const isOwn = own.has(span.block.uri);
  // What is wrong in one establishment is not mended in a base, on which others stand that it suits.
  const fixes = rest.fixes?.filter(({ edits }) => !isOwn || edits.every(({ at }) => own.has(at.block.uri)));
  return { ...rest, ...(fixes && { fixes }), at: span, id: rule.id, rule };
}

function spanOf(target: FindingTarget): Span {
  return "block" in target ? target : nodeOf(target as Value);
}

/** One text may hold for many things: what is found there is said once, with their number. */
function counted(findings: readonly Finding[]): readonly Finding[] {
  const byPlace = new Map<Span, Map<string, Finding[]>>();
  for (const one of findings) {
    const same = byPlace.get(one.at) ?? new Map<string, Finding[]>();
    byPlace.set(one.at, same);
    const list = same.get(one.id);
    if (list) list.push(one);
    else same.set(one.id, [one]);
  }
  return [...byPlace.values()].flatMap((same) => [...same.values()].map(merged));
}

function merged(list: readonly Finding[]): Finding {
  const [first] = list;
  if (!first) throw new RangeError("no finding");
  return list.length === 1
    ? first
    : { ...first, message: message("{0} ({1} times)", first.message, list.length) };
}

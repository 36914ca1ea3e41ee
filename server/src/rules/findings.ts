import { memo } from "../memo.ts";
import { establishmentOf } from "../model/establishment.ts";
import { nodeOf } from "../model/merge.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Workspace } from "../model/workspace.ts";
import { say } from "../say.ts";
import { commentProblems } from "../schema/comments.ts";
import { converted } from "../schema/convert.ts";
import type { Facts } from "../schema/facts.ts";
import type { Entry, MapValue, Value } from "../schema/value.ts";
import { type File, LARGEST, type Unreadable } from "../syntax/file.ts";
import type { Problem } from "../syntax/problem.ts";
import { judgedIn, syntaxProblems } from "../syntax/slips.ts";
import type { Span } from "../syntax/tree.ts";
import { baseName } from "../uri.ts";
import { Answers } from "./answers.ts";
import { type Checked, check, tidy } from "./check.ts";
import { plan, ruleById, rules } from "./index.ts";
import { once } from "./once.ts";
import { overridesOf } from "./overrides.ts";
import type { Finding, Found, Target } from "./rule.ts";
import { suppressed } from "./suppress.ts";

/** Everything that is found in a workspace, by file. A finding on a base is said once for all that stand on it. */
export const findingsOf = memo((workspace: Workspace): ReadonlyMap<string, readonly Finding[]> => {
  const byFile = new Map<string, Finding[]>();
  const add = (finding: Finding): void => {
    const list = byFile.get(finding.at.block.uri);
    if (list) list.push(finding);
    else byFile.set(finding.at.block.uri, [finding]);
  };
  for (const uri of workspace.files.keys()) byFile.set(uri, []);
  for (const file of workspace.files.values()) for (const finding of fileFindings(file)) add(finding);
  for (const problem of workspace.layout.problems) for (const finding of withRule(problem)) add(finding);
  for (const finding of acrossEstablishments(workspace)) add(finding);
  for (const finding of betweenEstablishments(workspace)) add(finding);
  return unsilenced(workspace, byFile);
});

/** What no comment silences, and what there is to say of such comments. */
function unsilenced(
  { files }: Workspace,
  byFile: ReadonlyMap<string, readonly Finding[]>,
): ReadonlyMap<string, readonly Finding[]> {
  const complete = ![...byFile.values()].some((list) => list.some(({ id }) => UNREAD.has(id)));
  return new Map(
    [...byFile].map(([uri, list]) => {
      const file = files.get(uri);
      if (!file) return [uri, list];
      const { left, problems } = suppressed(file, list, ids, complete);
      return [uri, problems.length > 0 ? [...left, ...problems.flatMap(withRule)] : left];
    }),
  );
}

/** As long as something is not read, a rule may be silent that will speak again. */
const UNREAD = new Set(["yaml-syntax", "second-document", "file-unreadable"]);
const ids = new Set(ruleById.keys());

/** What is found in one file by itself: its YAML and its shape. */
export const fileFindings = memo((file: File): readonly Finding[] => {
  if (file.unreadable)
    return file.unreadable === "missing" ? [] : withRule(unreadableProblem(file, file.unreadable));
  const shape = problemsIn(converted(file).facts).filter(judgedIn(file.root));
  return [...syntaxProblems(file.root), ...commentProblems(file.root), ...shape].flatMap(withRule);
});

/** The problems of a text; those of an entry that did not change are not gathered again. */
const problemsIn: (facts: Facts) => readonly Problem[] = memo((facts: Facts) => {
  const below = facts.below.flatMap((one) => problemsIn(one));
  return below.length === 0 ? facts.problems : [...facts.problems, ...below];
});

function unreadableProblem(file: File, why: Unreadable): Problem {
  const name = baseName(file.uri);
  const messages = {
    "too-large": say(
      "“{0}” is too large to be a configuration: more than {1} characters. It is not read.",
      name,
      LARGEST,
    ),
    binary: say("“{0}” is not text: it holds binary data. It is not read.", name),
    "not-utf8": say("“{0}” is not encoded in UTF-8. Save it as UTF-8.", name),
    "no-access": say("“{0}” cannot be read: access is refused.", name),
    missing: say("There is no file “{0}”.", name),
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
  tidy(result, answers);
  const own = new Set(snapshot.members.map((file) => file.uri));
  const told = [...problems, ...overridesOf(snapshot)].flatMap(withRule);
  return [...told, ...once(snapshot, counted(gathered(result, own)))];
});

/** What establishments answer, by their lineage. */
const known = new WeakMap<object, Answers>();

function answersOf(snapshot: Snapshot): Answers {
  const before = known.get(snapshot.lineage);
  before?.follow(snapshot);
  const answers = before ?? new Answers(snapshot);
  known.set(snapshot.lineage, answers);
  return answers;
}

const rootEntry = memo((value: MapValue): Entry => ({ name: "", key: nodeOf(value), value }));

function loneFile(file: File): readonly Finding[] {
  const key = file.root.pairs[0]?.key;
  if (!key) return [];
  const message = say(
    "This file belongs to no establishment: there is no “{0}” in its folder or above, and nothing inherits from it. Only its form is checked.",
    "etablissement.pronote.yaml",
  );
  return withRule({ id: "file-of-no-establishment", at: key, message });
}

function gathered(checked: Checked, own: ReadonlySet<string>): Finding[] {
  const findings: Finding[] = [];
  const walk = ({ found, below }: Checked): void => {
    for (const one of found) findings.push(finding(one, own));
    for (const result of below) if (result.some) walk(result);
  };
  walk(checked);
  return findings;
}

function finding({ rule, found }: Checked["found"][number], own: ReadonlySet<string>): Finding {
  const { at, ...rest } = found as Found;
  const spans = (Array.isArray(at) ? (at as readonly Target[]) : [at as Target]).map(spanOf);
  const span = spans.find(({ block }) => own.has(block.uri)) ?? spans[0];
  if (!span) throw new RangeError(`${rule.id} found something nowhere`);
  const isOwn = own.has(span.block.uri);
  // What is wrong in one establishment is not mended in a base, on which others stand that it suits.
  const fixes = rest.fixes?.filter(({ edits }) => !isOwn || edits.every(({ at }) => own.has(at.block.uri)));
  return { ...rest, ...(fixes && { fixes }), at: span, id: rule.id, rule };
}

function spanOf(target: Target): Span {
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
    : { ...first, message: say("{0} ({1} times)", first.message, list.length) };
}

/** A finding on a base, once, with the establishments that it concerns. */
function acrossEstablishments(workspace: Workspace): readonly Finding[] {
  const byPlace = new Map<string, Map<Span, { finding: Finding; snapshots: Snapshot[] }>>();
  const findings: Finding[] = [];
  for (const snapshot of workspace.snapshots) {
    for (const one of snapshotFindings(snapshot)) {
      if (!workspace.layout.bases.has(one.at.block.uri)) {
        findings.push(one);
        continue;
      }
      const places = byPlace.get(one.id) ?? new Map<Span, { finding: Finding; snapshots: Snapshot[] }>();
      byPlace.set(one.id, places);
      const known = places.get(one.at);
      if (known) known.snapshots.push(snapshot);
      else places.set(one.at, { finding: one, snapshots: [snapshot] });
    }
  }
  const total = workspace.snapshots.filter((snapshot) => snapshot.establishment).length;
  for (const places of byPlace.values()) {
    for (const { finding, snapshots } of places.values()) findings.push(shared(finding, snapshots, total));
  }
  return findings;
}

/** What is found where establishments are compared. */
function betweenEstablishments({ snapshots }: Workspace): readonly Finding[] {
  return rules.flatMap((rule) => {
    if (!rule.across) return [];
    const { factsOf, compare } = rule.across;
    const facts = snapshots
      .filter(({ establishment }) => establishment)
      .flatMap((snapshot) => factsOf(establishmentOf(snapshot).value));
    return [...compare(facts)].map((found) => ({ ...found, id: rule.id, rule }));
  });
}

function shared(finding: Finding, snapshots: readonly Snapshot[], total: number): Finding {
  if (total < 2) return finding;
  const related = snapshots.slice(0, 3).flatMap((snapshot) => {
    const at = snapshot.members.find((file) => file.root.pairs.length > 0)?.root.pairs[0]?.key;
    return at ? [{ at, message: say("Concerns this establishment: {0}", baseName(snapshot.folder)) }] : [];
  });
  return {
    ...finding,
    message: say("{0} ({1} of {2} establishments)", finding.message, snapshots.length, total),
    related: [...(finding.related ?? []), ...related],
  };
}

function withRule(problem: Problem): readonly Finding[] {
  const rule = ruleById.get(problem.id);
  return rule ? [{ ...problem, rule }] : [];
}

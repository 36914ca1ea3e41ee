/** Refactorings change no value in effect and lose no comment, wherever they are offered in a valid corpus. */
import { expect, test } from "vitest";
import type { CodeAction } from "vscode-languageserver-types";
import { localizerFor } from "../server/src/base/localize.ts";
import type { Context } from "../server/src/features/context.ts";
import { fullClientSupport } from "../server/src/features/full-client-support.ts";
import {
  type RefactoringData,
  refactoringActions,
  refactoringEdit,
} from "../server/src/features/refactor/index.ts";
import { establishmentOf as effective } from "../server/src/model/establishment.ts";
import type { Workspace } from "../server/src/model/workspace.ts";
import { leavesOf } from "../server/src/syntax/blocks.ts";
import { rangeOf } from "../server/src/syntax/file.ts";
import type { Position } from "../server/src/syntax/positions.ts";
import type { Node, Pair } from "../server/src/syntax/tree.ts";
import { establishmentOf, workspaceWith } from "./corpus/establishment.ts";
import { analysis, findingsOf } from "./support/analysis.ts";
import { plain } from "./support/effective.ts";
import { type Choose, choices, shuffled } from "./support/styles.ts";
import { commentsRead } from "./support/white-space.ts";
import { edited } from "./support/workspace-edit.ts";

const COUNT = Number(process.env["RENTREE_CORPUS"] ?? 6);
/** The keys and values of a file at which refactorings are tried. */
const PLACES = 30;
/** The keys that a refactoring changes on purpose. */
const ON_PURPOSE: { readonly [refactoring: string]: string } = { inline: "comme", "share-niveau": "niveaux" };
/** The one that writes a key which has no value yet: the key that its title names. */
const ADDED = /^Add the section “(.*)”/;

function contextOf(workspace: Workspace, uri: string): Context | undefined {
  const file = workspace.files.get(uri);
  const snapshot = workspace.of(uri)[0];
  if (!file || !snapshot) return undefined;
  return {
    analysis,
    workspace,
    snapshot,
    file,
    language: "en",
    localize: localizerFor("en"),
    uri: (one) => one,
    client: fullClientSupport,
    findingsIn: findingsOf,
    version: () => null,
    shown: { inlayHints: "minimal", codeLens: true },
  };
}

/** The effective values of all establishments, whatever the order of their keys. */
function meaning(workspace: Workspace, without: string | undefined): string {
  const values = workspace.snapshots.map((one) => (one.establishment ? plain(effective(one).value) : {}));
  return JSON.stringify(values, (key, value: unknown) => {
    if (key === without) return undefined;
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}

function commentsOf(texts: Iterable<string>): readonly string[] {
  return [...texts].flatMap(commentsRead).sort();
}

/** The positions of keys and scalars of a file. */
function positionsIn(context: Context): readonly Position[] {
  const found: Position[] = [];
  const visit = (node: Node): void => {
    if (node.kind === "map") for (const pair of node.pairs) enter(pair);
    else if (node.kind === "list") for (const item of node.items) visit(item);
    else if (node.kind === "scalar") found.push(rangeOf(context.file, node).start);
  };
  const enter = ({ key, value }: Pair): void => {
    found.push(rangeOf(context.file, key).start);
    visit(value);
  };
  for (const pair of context.file.root.pairs) enter(pair);
  return found;
}

interface Tried {
  readonly workspace: Workspace;
  readonly texts: ReadonlyMap<string, string>;
  readonly context: Context;
  readonly action: CodeAction;
  /** Where, for the message of a failure. */
  readonly place: string;
}

/** The files of an establishment; in every second case with a twin, so that its bases have two heirs. */
function textsOf(seed: number): ReadonlyMap<string, string> {
  const own = establishmentOf(seed).files.map(({ uri, text }) => [uri, text] as const);
  const twin = own.flatMap(([uri, text]) => {
    const copy = uri.replace("/ecole/", "/jumelle/");
    return seed % 2 === 0 && copy !== uri ? [[copy, text] as const] : [];
  });
  return new Map([...own, ...twin]);
}

/** The refactorings at some places of an establishment. */
function* actionsIn(seed: number): Generator<Tried> {
  const texts = textsOf(seed);
  const workspace = workspaceWith(texts);
  const contexts = [...texts.keys()].flatMap((uri) => contextOf(workspace, uri) ?? []);
  for (const context of contexts)
    for (const position of shuffled(positionsIn(context), choices(seed)).slice(0, PLACES))
      for (const action of refactoringActions(context, position, () => true, true)) {
        const place = `seed ${seed}, ${context.file.uri}:${position.line + 1}: ${action.title}`;
        yield { workspace, texts, context, action, place };
      }
}

/** Makes a refactoring, and checks its result. Returns which one it was, or why it was refused. */
function outcomeOf({ workspace, texts, context, action, place }: Tried): string {
  if (action.disabled) return `refused: ${action.disabled.reason.replace(/\d+|“.*?”/g, "…")}`;
  const data = action.data as RefactoringData;
  const edit = editOf(context, data);
  if (typeof edit === "string") return `refused: ${data.refactoring}: ${edit}`;
  const after = edited(texts, edit);
  const other = workspaceWith(after);
  const without = ON_PURPOSE[data.refactoring] ?? ADDED.exec(action.title)?.[1];
  expect(meaning(other, without), place).toBe(meaning(workspace, without));
  expect(faults(other), place).toBe(faults(workspace));
  expect(commentsOf(after.values()), place).toEqual(commentsOf(texts.values()));
  return data.refactoring;
}

test(`refactorings of ${COUNT} establishments`, ({ annotate }) => {
  const counts: Record<string, number> = {};
  for (let seed = 0; seed < COUNT; seed++)
    for (const tried of actionsIn(seed)) {
      const outcome = outcomeOf(tried);
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    }
  void annotate(JSON.stringify(counts));
  const made = Object.keys(counts).filter((outcome) => !outcome.startsWith("refused"));
  expect(made.sort()).toEqual([
    "add-section",
    "inline",
    "move-section",
    "share-base",
    "share-niveau",
    "sort",
    "to-block",
    "to-flow",
  ]);
});

test("a section that is split in two, by its key written twice, is merged to what it was", () => {
  let merged = 0;
  for (let seed = 0; seed < 2 * COUNT; seed++) {
    const texts = textsOf(seed);
    const whole = meaning(workspaceWith(texts), undefined);
    for (const [place, after] of mergedAgain(texts, choices(seed))) {
      expect(meaning(workspaceWith(after), undefined), `seed ${seed}, ${place}`).toBe(whole);
      expect(commentsOf(after.values()), place).toEqual(commentsOf(texts.values()));
      merged++;
    }
  }
  expect(merged).toBeGreaterThan(COUNT);
});

/** Of each file with a section that can be split: the place, and the files after both parts are merged. */
function* mergedAgain(
  texts: ReadonlyMap<string, string>,
  choose: Choose,
): Generator<readonly [string, ReadonlyMap<string, string>]> {
  for (const [uri, text] of texts) {
    const split = splitSection(text, choose);
    const twice = new Map([...texts, ...(split ? [[uri, split.text] as const] : [])]);
    const context = split && contextOf(workspaceWith(twice), uri);
    if (!context) continue;
    const place = `${uri}:${split.line + 1}`;
    const actions = refactoringActions(context, { line: split.line, character: 0 }, () => true, true);
    const merging = actions.find((one) => one.title.startsWith("Merge both"));
    expect(merging, place).toBeDefined();
    const edit = merging?.data && editOf(context, merging.data as RefactoringData);
    if (edit && typeof edit === "object") yield [place, edited(twice, edit)];
  }
}

/** A text in which the key of a section in block style stands a second time, above one of its later entries. */
function splitSection(
  text: string,
  choose: Choose,
): { readonly text: string; readonly line: number } | undefined {
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = text.split(end);
  const places = lines.flatMap((line, at) => {
    const key = /^[a-z-]+:$/.exec(lines.findLast((one, i) => i < at && /^\S/.test(one)) ?? "")?.[0];
    const head = lines.findLastIndex((one, i) => i < at && /^\S/.test(one));
    const column = lines
      .slice(head + 1)
      .find((one) => /^ +[^ #]/.test(one))
      ?.search(/\S/);
    const isEntry = column !== undefined && line.search(/\S/) === column && /^ +[\w"'][^#]*:/.test(line);
    return key && isEntry && lines[head] === key && at > head + 1 && !lines[at - 1]?.includes("#")
      ? [{ key, at }]
      : [];
  });
  const place = places[choose(Math.max(1, places.length))];
  if (!place) return undefined;
  return {
    text: [...lines.slice(0, place.at), place.key, ...lines.slice(place.at)].join(end),
    line: place.at,
  };
}

function editOf(context: Context, data: RefactoringData) {
  try {
    return refactoringEdit(context, data);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function faults(workspace: Workspace): number {
  return [...workspace.files.values()]
    .flatMap(({ root }) => leavesOf(root))
    .reduce((sum, leaf) => sum + leaf.faults.length, 0);
}

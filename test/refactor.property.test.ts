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
import { choices, shuffled } from "./support/styles.ts";
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

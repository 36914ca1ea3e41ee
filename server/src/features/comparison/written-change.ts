import { IMPORT_FOLDER } from "../../exchange/import-files.ts";
import { originsOf } from "../../model/origins.ts";
import type { Snapshot } from "../../model/snapshot.ts";
import { scalarText } from "../../schema/problems.ts";
import { schemaAt } from "../../schema/schema.ts";
import { replaceValue } from "../../syntax/edit.ts";
import { type File, parseFile } from "../../syntax/file.ts";
import type { Edit } from "../../syntax/problem.ts";
import type { Node, Pair } from "../../syntax/tree.ts";
import type { Draft } from "../refactor/draft.ts";
import { sourceOf } from "../refactor/entry-text.ts";
import { pairAt, pairsAlong, removeAt, writeAt } from "../refactor/write-at.ts";

/** A value to be written at a path of an establishment: YAML on one line; an empty text takes away what is there. */
export interface WantedChange {
  readonly path: readonly string[];
  readonly text: string;
}

/**
 * Writes a value where the establishment writes it now, else above what it takes over, with as little change as can be.
 * False if it cannot be written so. `creates` says whether a new file may hold what no file of the establishment is about.
 */
export function writeChange(
  draft: Draft,
  snapshot: Snapshot,
  change: WantedChange,
  creates: boolean,
): boolean {
  const { path, text } = change;
  const files = snapshot.members;
  const holder = files.find((file) => pairAt(file, path));
  if (!holder) return insert(draft, snapshot, change, creates);
  // What is underneath would hold again.
  const isOver = originsOf(snapshot, path).length > 1;
  if (text === "" && !isOver) return removeAt(draft, holder.uri, path);
  const pair = pairAt(holder, path);
  if (!pair) return false;
  draft.apply(holder.uri, [text === "" ? replaceValue(pair.value, "~") : valueEdit(pair.value, text)]);
  return true;
}

function insert(draft: Draft, snapshot: Snapshot, change: WantedChange, creates: boolean): boolean {
  const { path, text } = change;
  const short = shortFormAbove(snapshot, path);
  if (short) return writtenOut(draft, short, change);
  const value = text === "" ? "~" : text;
  const [section = ""] = path;
  const file = bestFile(snapshot, path);
  if (file) return writeAt(draft, file.uri, path, value);
  const uri = `${snapshot.folder}/${section}.pronote.yaml`;
  if (creates && !draft.file(uri)) {
    draft.create(uri, "");
    return writeAt(draft, uri, path, value);
  }
  const [first] = snapshot.members;
  return first !== undefined && writeAt(draft, first.uri, path, value);
}

/** The file that writes most of a path. One that an import made is left alone, as it would be made again. */
function bestFile({ members, folder }: Snapshot, path: readonly string[]): File | undefined {
  const byHand = members.filter(({ uri }) => !uri.startsWith(`${folder}/${IMPORT_FOLDER}/`));
  const depths = byHand.map((file) => ({ file, depth: pairsAlong(file, path).length }));
  const best = depths.reduce((one, other) => (other.depth > one.depth ? other : one), { depth: 0 } as {
    readonly file?: File;
    readonly depth: number;
  });
  return best.file;
}

/** A thing on a path that is written in its short form by hand: what it says has to be written out to add to it. */
interface ShortForm {
  readonly file: File;
  readonly pair: Pair;
  readonly depth: number;
  /** The key that the short form stands for. */
  readonly key: string;
}

function shortFormAbove({ members, folder }: Snapshot, path: readonly string[]): ShortForm | undefined {
  for (const file of members) {
    if (file.uri.startsWith(`${folder}/${IMPORT_FOLDER}/`) && !isShortOf(path)) continue;
    const pairs = pairsAlong(file, path);
    const pair = pairs.at(-1);
    const key = schemaAt(path.slice(0, pairs.length))?.short;
    const isShort = pair?.value.kind === "scalar" || pair?.value.kind === "list";
    if (pair && key !== undefined && isShort) return { file, pair, depth: pairs.length, key };
  }
  return undefined;
}

/** Whether a path is that of the value that a short form writes: only there it can be changed. */
function isShortOf(path: readonly string[]): boolean {
  return schemaAt(path.slice(0, -1))?.short === path.at(-1);
}

function writtenOut(
  draft: Draft,
  { file, pair, depth, key }: ShortForm,
  { path, text }: WantedChange,
): boolean {
  if (path.length !== depth + 1) return false;
  const added = path.at(-1) ?? "";
  if (added === key) {
    // `~` for the whole thing would take it away.
    draft.apply(file.uri, [
      text === "" ? replaceValue(pair.value, `{ ${key}: ~ }`) : valueEdit(pair.value, text),
    ]);
    return true;
  }
  const source = sourceOf(pair.value);
  if (source === undefined) return false;
  draft.apply(file.uri, [
    replaceValue(pair.value, `{ ${key}: ${source}, ${added}: ${text === "" ? "~" : text} }`),
  ]);
  return true;
}

/** Replaces a value; a list of several lines stays one. */
function valueEdit(node: Node, text: string): Edit {
  const edit = replaceValue(node, text);
  if (node.kind !== "list" || node.flow) return edit;
  const value = parseFile("", `x: ${text}`).root.pairs[0]?.value;
  const items = value?.kind === "list" ? value.items : [value];
  const texts = items.flatMap((item) => (item?.kind === "scalar" ? [scalarText(item.text)] : []));
  const lines = texts.map((item) => `- ${item}`);
  return { ...edit, newText: lines.join(`\n${" ".repeat(node.col)}`) };
}

import { SymbolKind } from "vscode-languageserver-types";
import { isOnPrivateLine } from "../../analysis/conceal.ts";
import { type LocalizedText, type Message, message } from "../../base/message.ts";
import { baseName } from "../../base/uri.ts";
import { baseReferencesIn, isMarker } from "../../model/layout.ts";
import { establishmentName } from "../../rollout/shown-name.ts";
import { thingTitle } from "../../schema/describe.ts";
import { schemaAt } from "../../schema/schema.ts";
import { type File, rangeOf } from "../../syntax/file.ts";
import type { Range } from "../../syntax/positions.ts";
import { isPrivateName, shownPath } from "../../syntax/private-names.ts";
import type { Span } from "../../syntax/tree.ts";
import type { Context } from "../context.ts";
import { symbolKindOf } from "../symbol-kinds.ts";
import type { HierarchyData, HierarchyItem, HierarchySubject } from "./subject.ts";

const START = { line: 0, character: 0 };
/** Where a file begins. */
export const START_OF_FILE: Range = { start: START, end: START };

/**
 * A subject as an item. `view` is the client's URI of the file whose view counts when an item in a base is opened; of
 * another item, that is its own file. `undefined` if its name or its line is private.
 */
export function itemOf(context: Context, subject: HierarchySubject, view: string): HierarchyItem | undefined {
  const { file, about } = subject;
  if ("at" in subject && isOnPrivateLine(subject.at, file)) return undefined;
  const words = wordsOf(context, subject);
  if (isPrivateName(words.name)) return undefined;
  const range = "at" in subject ? rangeOf(file, subject.at) : (baseRangesOf(file)[0] ?? START_OF_FILE);
  const uri = context.uri(file.uri);
  const isBase = context.workspace.layout.bases.has(file.uri);
  const data: HierarchyData = { uri: isBase ? view : uri, about, path: [file.uri, ...pathOf(subject)] };
  return { ...words, uri, range, selectionRange: range, data };
}

/** Where a file names its bases. */
export function baseRangesOf(file: File, isMeant: (path: string) => boolean = () => true): Range[] {
  return baseReferencesIn(file).flatMap(({ node, value }) => (isMeant(value) ? [rangeOf(file, node)] : []));
}

function pathOf(subject: HierarchySubject): readonly string[] {
  if (subject.about === "file") return [];
  return subject.about === "key" ? subject.path : [subject.kind, subject.name];
}

function wordsOf(
  context: Context,
  subject: HierarchySubject,
): Pick<HierarchyItem, "name" | "kind" | "detail"> {
  const { client, localize } = context;
  const { file } = subject;
  const place = shownPath(baseName(file.uri));
  const detailed = (title: Message | LocalizedText | undefined) =>
    title ? localize(message("{0}, {1}", title, place)) : place;
  switch (subject.about) {
    case "thing": {
      const kind = symbolKindOf(subject.kind, client.documentSymbolKind);
      return { name: subject.name, kind, detail: detailed(thingTitle(subject.kind)) };
    }
    case "key": {
      const { title } = schemaAt(subject.path) ?? {};
      return { name: subject.path.join(" › "), kind: SymbolKind.Property, detail: detailed(title) };
    }
    default: {
      const [snapshot] = isMarker(file.uri) ? context.workspace.of(file.uri) : [];
      if (!snapshot) return { name: place, kind: SymbolKind.File };
      const folder = shownPath(baseName(snapshot.folder));
      return { name: establishmentName(snapshot), kind: SymbolKind.Module, detail: `${folder}/${place}` };
    }
  }
}

/** The ranges of spans of one file that may be shown, in the order of the text. */
export function shownRanges(file: File, spans: readonly Span[]): Range[] {
  return spans.filter((span) => !isOnPrivateLine(span, file)).map((span) => rangeOf(file, span));
}

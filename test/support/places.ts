import type { Location, WorkspaceEdit } from "vscode-languageserver-types";
import { offsetAt } from "../../server/src/syntax/change.ts";
import { comparePositions } from "../../server/src/syntax/positions.ts";
import { type Fixture, ROOT } from "./fixture.ts";

/** Locations for readers: file, line (from 1), and the text there. */
export function places({ texts }: Fixture, locations: readonly Location[] | null): string {
  return (locations ?? [])
    .map(({ uri, range: { start, end } }) => {
      const text = texts.get(uri) ?? "";
      const quoted = text.slice(
        offsetAt(text, start.line, start.character),
        offsetAt(text, end.line, end.character),
      );
      return `${uri.slice(ROOT.length + 1)}:${start.line + 1} ${quoted.split("\n")[0]}`;
    })
    .join("\n");
}

/** The files that an edit changes, after the edit. */
export function edited({ texts }: Fixture, edit: WorkspaceEdit | null | undefined): string {
  const changes = (edit?.documentChanges ?? []).flatMap((change) =>
    "textDocument" in change ? [[change.textDocument.uri, change.edits] as const] : [],
  );
  return changes
    .map(([uri, edits]) => {
      let text = texts.get(uri) ?? "";
      const later = edits.flatMap((one) => ("newText" in one ? [one] : []));
      for (const { range, newText } of later.toSorted((a, b) =>
        comparePositions(b.range.start, a.range.start),
      )) {
        const from = offsetAt(text, range.start.line, range.start.character);
        text =
          text.slice(0, from) + newText + text.slice(offsetAt(text, range.end.line, range.end.character));
      }
      return `#- ${uri.slice(ROOT.length + 1)}\n${text}`;
    })
    .join("");
}

import type { CompletionItem } from "vscode-languageserver-types";
import type { Language } from "../../server/src/base/message.ts";
import { completion } from "../../server/src/features/completion.ts";
import { offsetAt } from "../../server/src/syntax/change.ts";
import { fileText } from "../../server/src/syntax/file.ts";
import { type Fixture, fixture } from "./fixture.ts";

/** The completion items at `$0`, one line each (label, description, detail), in the order of an editor. */
export function offered(source: string, language: Language = "en"): string {
  return shown(fixture(source, language))
    .map(({ label, labelDetails }) =>
      [label, labelDetails?.detail?.trim(), labelDetails?.description].filter(Boolean).join(" | "),
    )
    .join("\n");
}

/**
 * The file after the item with this label is accepted (of several, the `nth`), in a client without commands of its own.
 * Placeholders are shown as ‹1|a,b|›.
 */
export function accepted(source: string, label: string, nth = 0): string {
  const { context, ...rest } = fixture(source);
  const fixed = {
    ...rest,
    context: { ...context, client: { ...context.client, commands: new Set<string>() } },
  };
  const item = shown(fixed).filter((one) => one.label === label)[nth];
  if (!item) throw new Error(`${label} is not offered`);
  return withItem(fixed, item).replace(/\$\{(\d[^}]*)\}/g, "‹$1›");
}

/** The completion items in the order of an editor. */
export function shown({ context, position }: Fixture): readonly CompletionItem[] {
  return completion(context, { position }).sort((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1));
}

/**
 * The file after an item is accepted, with what it removes directly before it. Placeholders are left as they are:
 * `${1|true,false|}`.
 */
export function withItem(
  { context: { file } }: Fixture,
  { textEdit, additionalTextEdits }: CompletionItem,
): string {
  if (!textEdit || !("range" in textEdit)) throw new Error("an item without an edit");
  const { end } = textEdit.range;
  const { start } = additionalTextEdits?.[0]?.range ?? textEdit.range;
  const text = fileText(file);
  const from = offsetAt(text, start.line, start.character);
  return text.slice(0, from) + textEdit.newText + text.slice(offsetAt(text, end.line, end.character));
}

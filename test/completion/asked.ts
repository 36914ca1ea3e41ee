import type { CompletionItem } from "vscode-languageserver-types";
import { completion } from "../../server/src/features/completion.ts";
import type { Context } from "../../server/src/features/context.ts";
import { type File, parseFile } from "../../server/src/syntax/file.ts";
import { type InsertionContext, insertionContextAt } from "../../server/src/syntax/insertion-context.ts";
import type { Position } from "../../server/src/syntax/positions.ts";

/** A text at whose cursor completion is asked for. */
export class AskedText {
  readonly #context: Context;
  readonly file: File;
  readonly position: Position;

  constructor(school: Context, text: string, cursor: number) {
    const before = text.slice(0, cursor).split("\n");
    this.position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    this.file = parseFile(school.file.uri, text);
    const workspace = school.workspace.with([[this.file.uri, this.file]]);
    const [snapshot] = workspace.of(this.file.uri);
    if (!snapshot) throw new Error("no establishment");
    this.#context = { ...school, workspace, file: this.file, snapshot };
  }

  /** The items that a client with these capabilities gets. */
  items(client: Context["client"]): readonly CompletionItem[] {
    return completion({ ...this.#context, client }, { position: this.position });
  }

  /** What may be inserted at the cursor. */
  get insertion(): InsertionContext {
    return insertionContextAt(this.file, this.position);
  }
}

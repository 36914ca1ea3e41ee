import type { Position } from "vscode-languageserver-types";
import { localizerFor } from "../../server/src/base/localize.ts";
import type { Language } from "../../server/src/base/message.ts";
import type { Context } from "../../server/src/features/context.ts";
import { fullClientSupport } from "../../server/src/features/full-client-support.ts";
import { isMarker } from "../../server/src/model/layout.ts";
import { Workspace } from "../../server/src/model/workspace.ts";
import { parseFile } from "../../server/src/syntax/file.ts";
import { analysis, findingsOf } from "./analysis.ts";

const CURSOR = "$0";
const FILE_HEADER = /^#- (\S+)\n/m;
const ANNOTATION = /^( *)#( *)(\^+) (.+)$/;
/** The folder of all fixtures. */
export const ROOT = "file:///academie";

/** An expectation, written below the line that it is about: `# ^^^ message`. */
export interface Expected {
  readonly uri: string;
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A fixture as files, a cursor and expectations. */
export interface Fixture {
  readonly workspace: Workspace;
  /** The context of features for the file with the cursor, or else for the first file. */
  readonly context: Context;
  readonly position: Position;
  readonly expected: readonly Expected[];
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Reads a fixture from one string: files, a cursor (`$0`) and expectations. `#- name` starts a file; without it the
 * text is the only file of an establishment. If there is no marker, an empty one is added.
 */
export function fixture(source: string, language: Language = "en", today = "2026-08-25"): Fixture {
  const texts = new Map<string, string>();
  const expected: Expected[] = [];
  let cursor: { readonly uri: string; readonly position: Position } | undefined;
  for (const [name, marked] of filesIn(source)) {
    const uri = `${ROOT}/${name}`;
    const at = marked.indexOf(CURSOR);
    if (at >= 0) {
      const before = marked.slice(0, at).split("\n");
      cursor = { uri, position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } };
    }
    const text = marked.replace(CURSOR, "");
    expected.push(...annotations(uri, text));
    texts.set(uri, text);
  }
  if (![...texts.keys()].some(isMarker)) texts.set(`${ROOT}/etablissement.pronote.yaml`, "");
  const workspace = Workspace.empty([ROOT], today).with(
    [...texts].map(([uri, text]) => [uri, parseFile(uri, text)]),
  );
  const uri = cursor?.uri ?? [...texts.keys()][0] ?? "";
  const file = workspace.files.get(uri);
  const snapshot = workspace.of(uri)[0];
  if (!file || !snapshot) throw new Error(`no file ${uri} in the fixture`);
  const context = {
    analysis,
    workspace,
    snapshot,
    file,
    language,
    localize: localizerFor(language),
    uri: (one: string) => one,
    client: fullClientSupport,
    findingsIn: findingsOf,
    shown: { inlayHints: "minimal" as const, codeLens: true },
    version: () => null,
  };
  return { workspace, context, position: cursor?.position ?? { line: 0, character: 0 }, expected, texts };
}

/** The files of a source, by name. */
export function filesIn(source: string): readonly (readonly [string, string])[] {
  const text = source.replace(/^\n/, "");
  const parts = text.split(FILE_HEADER);
  if (parts.length === 1) return [["etablissement.pronote.yaml", text]];
  return parts.slice(1).flatMap((part, i, all) => (i % 2 === 0 ? [[part, all[i + 1] ?? ""] as const] : []));
}

function annotations(uri: string, text: string): Expected[] {
  const found: Expected[] = [];
  let target = -1;
  text.split("\n").forEach((line, index) => {
    const [, indent = "", gap = "", carets = "", words = ""] = ANNOTATION.exec(line) ?? [];
    if (!carets) {
      target = index;
      return;
    }
    // At the start of a line, the `#` itself stands for the first caret.
    const from = indent === "" && gap === "" ? 0 : indent.length + 1 + gap.length;
    found.push({ uri, line: target, from, to: indent.length + 1 + gap.length + carets.length, text: words });
  });
  return found;
}

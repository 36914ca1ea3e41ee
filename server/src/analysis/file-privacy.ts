import { memo } from "../base/memo.ts";
import { type LocalizedText, message } from "../base/message.ts";
import { baseName, folderOf } from "../base/uri.ts";
import { commentProblems } from "../schema/comment-problems.ts";
import { schemaPathAt } from "../schema/locate.ts";
import { personalData } from "../schema/privacy.ts";
import { type PrivateLine, privateLines } from "../schema/private-lines.ts";
import { secretInClear } from "../schema/problems.ts";
import { type File, rangeOf } from "../syntax/file.ts";
import { nthLine } from "../syntax/line-breaks.ts";
import { privacyOfName } from "../syntax/private-names.ts";
import { PHONE_NUMBER } from "../syntax/private-text.ts";
import type { Problem } from "../syntax/problem.ts";
import type { Span } from "../syntax/tree.ts";
import { shapeProblems } from "./shape-problems.ts";

/** What of a file nobody but its writer may see. */
export interface FilePrivacy {
  /** The problems of private text that neither its shape nor its comments tell, and of the names of file and folder. */
  readonly problems: readonly Problem[];
  /** The lines that hold private text: nothing of them is shown. */
  readonly lines: ReadonlySet<number>;
}

const PRIVATE_RULES = new Set(["secret-in-clear", "personal-data"]);

/** Whether a problem is that a text is private. */
export function isPrivacyProblem({ id }: Pick<Problem, "id">): boolean {
  return PRIVATE_RULES.has(id);
}

/** Finds private text in a file, in every line, whatever YAML and the schema make of it. */
export const privacyOf = memo((file: File): FilePrivacy => {
  if (file.unreadable) return NOTHING;
  const known = [...commentProblems(file.root), ...shapeProblems(file)].filter(isPrivacyProblem);
  const lines = new Set(known.flatMap((problem) => [...linesOf(file, problem)]));
  const found = privateLines(file.root).filter((one) => !isOwnPhone(file, one));
  const more = found.filter((one) => !lines.has(rangeOf(file, one).start.line)).flatMap(problemOf);
  for (const one of found) lines.add(rangeOf(file, one).start.line);
  const names = nameProblems(file);
  if (lines.size === 0 && names.length === 0) return NOTHING;
  return { problems: [...more, ...names], lines };
});

const NOTHING: FilePrivacy = { problems: [], lines: new Set() };

/** The lines of a problem of private text: where it is, and what its fix would remove, if it is reported on a key. */
function* linesOf(file: File, { at, fixes = [] }: Problem): Iterable<number> {
  const removed = fixes.flatMap(({ edits }) => edits).filter((edit) => edit.at.block.uri === file.uri);
  for (const span of [at, ...removed.map((edit) => edit.at)]) {
    const { start, end } = rangeOf(file, span);
    const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
    for (let line = start.line; line <= last; line++) yield line;
  }
}

/** Whether a line looks like a phone number where the schema wants one of the establishment. */
function isOwnPhone(file: File, one: PrivateLine): boolean {
  if (one.what !== PHONE_NUMBER) return false;
  const { start } = rangeOf(file, one);
  const text = nthLine(one.block.text, one.line) ?? "";
  const character = text.slice(0, one.endCol).search(/[\d+][ ./-]?\d[\d ./-]{6}/);
  const path = schemaPathAt(file, { line: start.line, character: Math.max(character, start.character) });
  return path?.segments.at(-1)?.schema.ownPhone === true;
}

function problemOf({ what, ...at }: PrivateLine): readonly Problem[] {
  if (what === undefined) return [];
  return [what === "secret" ? { ...secretInClear(at), fixes: [] } : personalData(at, what, [])];
}

/** A name of a file or folder that looks private; that of a folder is told once, in its main file. */
function nameProblems(file: File): readonly Problem[] {
  const own = baseName(file.uri);
  const names = own.startsWith("etablissement.pronote.") ? [own, baseName(folderOf(file.uri))] : [own];
  const at: Span = { block: file.root, line: 0, col: 0, endLine: 0, endCol: 0 };
  return names.flatMap((name) => {
    const what = privacyOfName(name);
    return what ? [nameProblem(at, what)] : [];
  });
}

function nameProblem(at: Span, what: "secret" | LocalizedText): Problem {
  if (what === "secret") {
    const text = message(
      "The name of this file or of its folder tells a password. Names are shown everywhere: change the password too, it is no longer one.",
    );
    return { id: "secret-in-clear", at, message: text };
  }
  const text = message(
    "The name of this file or of its folder looks like {0}. Names are shown everywhere: nobody's personal data may stand in them (RGPD).",
    what,
  );
  return { id: "personal-data", at, message: text };
}

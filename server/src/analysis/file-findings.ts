import { memo } from "../base/memo.ts";
import { message } from "../base/message.ts";
import { baseName } from "../base/uri.ts";
import type { Finding } from "../rules/api/rule.ts";
import { ruleById } from "../rules/index.ts";
import { commentProblems } from "../schema/comment-problems.ts";
import { type File, MAX_FILE_LENGTH, type Unreadable } from "../syntax/file.ts";
import type { Problem } from "../syntax/problem.ts";
import { syntaxProblems } from "../syntax/syntax-problems.ts";
import type { Span } from "../syntax/tree.ts";
import { concealed } from "./conceal.ts";
import { privacyOf } from "./file-privacy.ts";
import { heldProblems } from "./held-problems.ts";
import { type FileFindings, withRule } from "./merge-findings.ts";
import { shapeProblems } from "./shape-problems.ts";
import { type Suppression, suppressionsIn } from "./suppress.ts";

const ids = new Set(ruleById.keys());

/** The contribution of a file to the findings of its workspace. */
export const fileContribution = memo((file: File): FileFindings => {
  return {
    uri: file.uri,
    findings: fileFindings(file),
    suppressions: suppressionsIn(file, ids).map((one) => concealedSuppression(one, file)),
  };
});

/** A suppression whose problems do not repeat private text of its line. */
function concealedSuppression(one: Suppression, file: File): Suppression {
  return {
    ...one,
    rules: one.rules.map(({ expiredProblem: expired, ...rule }) => ({
      ...rule,
      unusedProblem: concealed(rule.unusedProblem, file),
      ...(expired && { expiredProblem: concealed(expired, file) }),
    })),
    ...(one.problem && { problem: concealed(one.problem, file) }),
  };
}

/** The findings of one file by itself: its YAML syntax and its shape. */
export const fileFindings = memo((file: File): readonly Finding[] => {
  if (file.unreadable)
    return file.unreadable === "missing" ? [] : withRule(unreadableProblem(file, file.unreadable));
  const { root } = file;
  const all = [...syntaxProblems(root), ...commentProblems(root), ...shapeProblems(file)];
  const held = heldProblems([...all, ...privacyOf(file).problems]);
  return held.map((problem) => concealed(problem, file)).flatMap(withRule);
});

function unreadableProblem(file: File, reason: Unreadable): Problem {
  const name = baseName(file.uri);
  const messages = {
    "too-large": message(
      "“{0}” is too large to be a configuration: more than {1} characters. It is not read.",
      name,
      MAX_FILE_LENGTH,
    ),
    binary: message("“{0}” is not text: it contains binary data. It is not read.", name),
    "not-utf8": message("“{0}” is not encoded in UTF-8. Save it as UTF-8.", name),
    "no-access": message("“{0}” cannot be read: access is refused.", name),
    outside: message("“{0}” is not read: a link leads out of the folder that is checked.", name),
    missing: message("There is no file “{0}”.", name),
  };
  const at: Span = { block: file.root, line: 0, col: 0, endLine: 0, endCol: 0 };
  return { id: "file-unreadable", at, message: messages[reason] };
}

/** The finding on a file that belongs to no establishment; none if it is empty. */
export function orphanFindings(file: File): readonly Finding[] {
  const key = file.root.pairs[0]?.key;
  if (!key) return [];
  const text = message(
    "This file belongs to no establishment: there is no “{0}” in its folder or above, and nothing inherits from it. Only its form is checked.",
    "etablissement.pronote.yaml",
  );
  return withRule({ id: "file-of-no-establishment", at: key, message: text });
}

import { message } from "../../base/message.ts";
import { establishmentOf } from "../../model/establishment.ts";
import { converted } from "../../schema/convert.ts";
import { rootSchema, type Schema } from "../../schema/schema.ts";
import { modesOf, skeletons } from "../../schema/skeletons.ts";
import { fileLines } from "../../syntax/file.ts";
import { indentationOf } from "../../syntax/indentation.ts";
import type { Context } from "../context.ts";
import { isInBase } from "../view.ts";
import { linesWith, replaceLines } from "./entry-text.ts";
import type { Refactoring } from "./refactoring.ts";

/**
 * Adds, below the section whose key is at the cursor, the next one in the order of the language that is not written
 * anywhere yet, with the keys that it needs. They have no values: what holds is for a person to say.
 */
export const addSection: Refactoring = {
  id: "add-section",
  kind: "refactor.rewrite",
  at(context, { steps, onKey }) {
    const { file } = context;
    const pair = steps.at(-1)?.pair;
    // In braces there is no line for it.
    if (!onKey || steps.length !== 1 || !pair || pair.key.col !== file.root.indent) return undefined;
    const next = nextSection(context, pair.key.text);
    if (!next) return undefined;
    const [section, schema] = next;
    return {
      title: message("Add the section “{0}” below", section),
      changes: ([key]) => key === section,
      apply(draft) {
        const lines = fileLines(file);
        const { first, last: end } = linesWith(file, pair);
        const last = withOwnComments(lines, end);
        const indent = " ".repeat(file.root.indent);
        const inner = indent + " ".repeat(indentationOf(file.root));
        const added = [`${indent}${section}:`, ...schema.required.map((key) => `${inner}${key}:`)];
        const blank = isSetApart(lines, first) ? [""] : [];
        const own = lines.slice(last, last + 1);
        draft.apply(file.uri, [replaceLines(file, { first: last, last }, [...own, ...blank, ...added])]);
      },
    };
  },
};

/** The first section behind another, in the order of the language, of which nothing is written. */
function nextSection(context: Context, after: string): readonly [string, Schema] | undefined {
  const { value: effective } = establishmentOf(context.snapshot);
  const written = isInBase(context) ? converted(context.file).value : effective;
  const mode = effective.get("hebergement")?.get("mode")?.value;
  const sections = [...rootSchema.properties];
  const from = sections.findIndex(([key]) => key === after);
  if (from < 0) return undefined;
  return sections
    .slice(from + 1)
    .find(
      ([key, schema]) =>
        !written.entries.has(key) &&
        !schema.ownFile &&
        !schema.deprecated &&
        (mode === undefined || fits(key, schema, mode)),
    );
}

/** Whether a section means something in a mode of hosting: it says so, or all that one would begin it with. */
function fits(section: string, { mode }: Schema, wanted: string): boolean {
  const starts = skeletons.filter((one) => one.section === section);
  const isForOther =
    starts.length > 0 && starts.every((one) => [...modesOf(one)].some((its) => its !== wanted));
  return (mode ?? wanted) === wanted && !isForOther;
}

/** The last of the comments below a section that are indented, and so belong to it. */
function withOwnComments(lines: readonly string[], end: number): number {
  let last = end;
  while (/^\s+#/.test(lines[last + 1] ?? "")) last++;
  return last;
}

/** Whether sections are set apart by blank lines. */
function isSetApart(lines: readonly string[], first: number): boolean {
  let above = first - 1;
  while (lines[above]?.startsWith("#")) above--;
  return above > 0 && lines[above]?.trim() === "";
}

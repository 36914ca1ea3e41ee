import type { ChecklistItem } from "../../server/src/features/protocol.ts";
import { STEP_LINES_EXPLAINED } from "../../server/src/features/step-lines.ts";
import { itemBySlug } from "../../server/src/schema/checklist.ts";
import { offsetAt } from "../../server/src/syntax/change.ts";
import { fileText } from "../../server/src/syntax/file.ts";
import { checklistOf } from "./analysis.ts";
import { type Fixture, fixture, ROOT } from "./fixture.ts";

/** An item of the checklist of the first establishment. */
export function itemIn({ workspace }: Pick<Fixture, "workspace">, slug: string): ChecklistItem {
  const [list] = checklistOf(workspace, "en");
  const item = list?.phases.flatMap(({ items }) => items).find((one) => one.slug === slug);
  if (!item) throw new Error(`no item ${slug}`);
  return item;
}

/** The state of an item and the reason, as one string. */
export function stepIn(source: string | Pick<Fixture, "workspace">, slug: string): string {
  const { state, why } = itemIn(typeof source === "string" ? fixture(source) : source, slug);
  return `${state}: ${why}`;
}

/** The place that an item refers to, as `file:line text`, with the line from 1. */
export function placeIn(source: string, slug: string): string | undefined {
  const fixed = fixture(source);
  const { place } = itemIn(fixed, slug);
  const file = place && fixed.workspace.files.get(place.uri);
  if (!file) return undefined;
  const { start, end } = place.range;
  const text = fileText(file);
  const words = text.slice(
    offsetAt(text, start.line, start.character),
    offsetAt(text, end.line, end.character),
  );
  return `${file.uri.slice(ROOT.length + 1)}:${start.line + 1} ${words}`;
}

/** A text without the comments that reserve a line for each step, and what is said of them. */
export function withoutStepLines(text: string): string {
  return text
    .split("\n")
    .filter((line) => {
      const slug = /^ *# ([\w-]+) – /.exec(line)?.[1] ?? "";
      return !itemBySlug.has(slug) && line.trim() !== STEP_LINES_EXPLAINED;
    })
    .join("\n");
}

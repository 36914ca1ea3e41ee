import { markdownText as escaped } from "../../base/markdown.ts";
import { type Localize, message } from "../../base/message.ts";
import { shown } from "../../base/shown-text.ts";
import { isOpen } from "../../checklist/state.ts";
import { STATE_SIGNS, STATE_WORDS } from "../../checklist/state-words.ts";
import type { CommandIo } from "../command.ts";
import {
  assignment,
  type ChecklistReport,
  commonItems,
  itemsIn,
  type ListedEstablishment,
  legend,
  progress,
  stateIn,
} from "./checklist-report.ts";

/** The checklist as Markdown: a matrix of several establishments, then what is open in each. */
export function markdownChecklist(
  rollout: ChecklistReport,
  { localize }: Pick<CommandIo, "localize">,
): string {
  const { establishments } = rollout;
  const matrix =
    establishments.length > 1 ? [`# ${localize(message("Rollout"))}`, table(rollout), legend(localize)] : [];
  return `${[...matrix, ...establishments.flatMap((one) => section(rollout, one, localize))].join("\n\n")}\n`;
}

function table(rollout: ChecklistReport): string {
  const { establishments } = rollout;
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    row(["", ...establishments.map(({ name }) => escaped(name))]),
    row(["---", ...establishments.map(() => ":-:")]),
    ...commonItems(rollout).flatMap(({ title, items }) => [
      row([`**${escaped(title)}**`, ...establishments.map(() => "")]),
      ...items.map(({ slug, title }) =>
        row([escaped(title), ...establishments.map((one) => STATE_SIGNS[stateIn(one, slug)])]),
      ),
    ]),
  ].join("\n");
}

function section(rollout: ChecklistReport, one: ListedEstablishment, localize: Localize): readonly string[] {
  const phases = one.phases.flatMap(({ title, items }) => {
    const lines = itemsIn(rollout, items)
      .filter(({ state }) => state !== "not-applicable")
      .map((item) => itemLine(rollout, item, localize));
    return lines.length > 0 ? [`### ${escaped(title)}`, lines.join("\n")] : [];
  });
  return [`## ${escaped(one.name)}`, `${localize(progress(one))}.`, ...phases];
}

function itemLine(
  { path }: ChecklistReport,
  item: ListedEstablishment["phases"][number]["items"][number],
  localize: Localize,
): string {
  const { state, title, why, place } = item;
  const where =
    place && isOpen(state)
      ? ` — \`${shown(path(place.uri)).replaceAll("`", "'")}:${place.range.start.line + 1}\``
      : "";
  const what = isOpen(state) ? `  \n  ${escaped(item.what)}` : "";
  const menu =
    item.path && isOpen(state) ? `  \n  ${localize(message("{0}: {1}", "PRONOTE", escaped(item.path)))}` : "";
  const who = assignment(item);
  const whom = who ? ` (${escaped(localize(who))})` : "";
  const box = !isOpen(state) ? "[x]" : "[ ]";
  const head = `**${escaped(title)}** (${localize(STATE_WORDS[state])})${whom}`;
  const line = why ? localize(message("{0}: {1}", head, escaped(why))) : head;
  return `- ${box} ${line}${where}${what}${menu}`;
}

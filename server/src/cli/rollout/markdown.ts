import { say } from "../../base/say.ts";
import {
  isSettled,
  itemsOf,
  type Listed,
  legend,
  progress,
  type Rollout,
  SIGNS,
  STATES,
  stateIn,
  type Wording,
} from "./rollout.ts";

/** The checklist as Markdown: a matrix of several establishments, then what is open in each. */
export function markdown(rollout: Rollout, words: Wording): string {
  const { establishments } = rollout;
  const matrix =
    establishments.length > 1 ? [`# ${words(say("Rollout"))}`, table(rollout), legend(words)] : [];
  return `${[...matrix, ...establishments.flatMap((one) => section(rollout, one, words))].join("\n\n")}\n`;
}

function table(rollout: Rollout): string {
  const { establishments } = rollout;
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    row(["", ...establishments.map(({ name }) => escaped(name))]),
    row(["---", ...establishments.map(() => ":-:")]),
    ...itemsOf(rollout).flatMap(({ title, items }) => [
      row([`**${escaped(title)}**`, ...establishments.map(() => "")]),
      ...items.map(({ slug, title }) =>
        row([escaped(title), ...establishments.map((one) => SIGNS[stateIn(one, slug)])]),
      ),
    ]),
  ].join("\n");
}

function section(rollout: Rollout, one: Listed, words: Wording): readonly string[] {
  const phases = one.phases.flatMap(({ title, items }) => {
    const lines = items
      .filter(({ state }) => state !== "not-applicable")
      .map((item) => itemLine(rollout, item, words));
    return lines.length > 0 ? [`### ${escaped(title)}`, lines.join("\n")] : [];
  });
  return [`## ${escaped(one.name)}`, `${words(progress(one))}.`, ...phases];
}

function itemLine(
  { path }: Rollout,
  item: Listed["phases"][number]["items"][number],
  words: Wording,
): string {
  const { state, title, why, place } = item;
  const where = place && !isSettled(state) ? ` — \`${path(place.uri)}:${place.range.start.line + 1}\`` : "";
  const menu =
    item.path && !isSettled(state) ? `  \n  ${words(say("{0}: {1}", "PRONOTE", escaped(item.path)))}` : "";
  const box = isSettled(state) ? "[x]" : "[ ]";
  const reason = why ? `: ${escaped(why)}` : "";
  return `- ${box} **${escaped(title)}** (${words(STATES[state])})${reason}${where}${menu}`;
}

/** What Markdown would take for marks. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|#&]/g, "\\$&").replace(/\s+/g, " ");
}

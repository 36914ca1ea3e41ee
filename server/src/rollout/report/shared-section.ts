import { type Html, html } from "../../base/html.ts";
import { type Localize, type Message, message } from "../../base/message.ts";
import { items } from "../../schema/checklist.ts";
import type { RolloutReport } from "./rollout-report.ts";
import { sharedStepsOf } from "./shared-steps.ts";

/** How many findings, and how many steps, that several establishments share are told. */
export const MOST_SHARED = 10;

/** How many names are written out. */
const NAMED = 5;

/** What several establishments of a report have in common: each finding once, each open step once. */
export function sharedSection(report: RolloutReport, localize: Localize): Html {
  const parts = [sharedFindings(report, localize), sharedSteps(report, localize)].filter(
    (part) => part.text !== "",
  );
  if (parts.length === 0) return html``;
  return html`<section><h2>${localize(message("What several establishments have in common"))}</h2>
${parts}</section>`;
}

function sharedFindings({ findings, establishments }: RolloutReport, localize: Localize): Html {
  if (findings.length === 0) return html``;
  const lines = findings.slice(0, MOST_SHARED).map(
    ({ severity, message: text, names }) =>
      html`<li class="${severity}"><strong>${text}</strong> <span class="soft">${localize(message("in {0} of {1}", names.length, establishments.length))}</span>
<span class="more">${namesInShort(names, localize)}</span></li>
`,
  );
  return html`<h3>${localize(message("The same finding"))}</h3><ul>${lines}</ul>${more(findings.length, localize)}`;
}

function sharedSteps(report: RolloutReport, localize: Localize): Html {
  const shared = sharedStepsOf(report);
  if (shared.length === 0) return html``;
  const all = report.establishments.length;
  const lines = shared.slice(0, MOST_SHARED).map(({ at, open }) => {
    const item = items[at];
    return html`<li><strong>${item ? localize(item.title) : ""}</strong> <span class="soft">${localize(message("open in {0} of {1}", open, all))}</span></li>
`;
  });
  return html`<h3>${localize(message("The same step still open"))}</h3><ul>${lines}</ul>${more(shared.length, localize)}`;
}

function more(count: number, localize: Localize): Html {
  const left = notShown(count);
  return html`${left && html`<p class="soft">${localize(left)}</p>`}`;
}

/** That of so many findings or steps only the first are told; `undefined` if all are. */
export function notShown(count: number): Message | undefined {
  return count > MOST_SHARED ? message("Other cases, not shown here: {0}.", count - MOST_SHARED) : undefined;
}

/** The first names of a list, and how many more there are. */
export function namesInShort(names: readonly string[], localize: Localize): string {
  const first = names.slice(0, NAMED).join(", ");
  return names.length > NAMED ? localize(message("{0} and {1} more", first, names.length - NAMED)) : first;
}

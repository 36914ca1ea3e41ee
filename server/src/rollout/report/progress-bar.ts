import { type Html, html } from "../../base/html.ts";
import { type Localize, message } from "../../base/message.ts";
import { STATE_WORDS } from "../../checklist/state-words.ts";
import type { RolloutProgress } from "../progress.ts";
import { BAR } from "./rollout-report.ts";

const WIDTH = 200;
const HEIGHT = 12;

/** Progress as a picture: a bar in which each state has its share and its colour. Screen readers get it in words. */
export function progressBar({ total, counts }: RolloutProgress, localize: Localize): Html {
  if (total === 0) return html``;
  let left = 0;
  const parts = BAR.flatMap((state) => {
    const count = counts[state] ?? 0;
    if (count === 0) return [];
    const width = (count / total) * WIDTH;
    const at = left;
    left += width;
    return [
      html`<rect class="${state}" x="${at.toFixed(1)}" width="${width.toFixed(1)}" height="${HEIGHT}"></rect>`,
    ];
  });
  const words = BAR.flatMap((state) => {
    const count = counts[state] ?? 0;
    return count === 0 ? [] : [localize(message("{0}: {1}", STATE_WORDS[state], count))];
  }).join(", ");
  return html`<svg role="img" aria-label="${words}" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none"><title>${words}</title>${parts}</svg>`;
}

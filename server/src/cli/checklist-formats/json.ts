import { shownJson } from "../../base/shown-text.ts";
import { type ChecklistReport, itemsIn } from "./checklist-report.ts";

/**
 * The checklist for programs, as `README.md` describes it: places are files from the working folder, with ranges as LSP
 * has them. `version` is increased when the shape or the name of a state changes.
 */
export function jsonChecklist(rollout: ChecklistReport): string {
  const { establishments, path } = rollout;
  const list = establishments.map(({ folder, name, total, settled, blocked, phases }) => ({
    folder,
    name,
    total,
    settled,
    blocked,
    phases: phases.map(({ id, title, items }) => ({
      id,
      title,
      // What is not known is left out when it is written.
      items: itemsIn(rollout, items).map((item) => ({
        slug: item.slug,
        title: item.title,
        longTitle: item.longTitle,
        what: item.what,
        state: item.state,
        why: item.why,
        path: item.path,
        rgpd: item.rgpd,
        place: item.place && { file: path(item.place.uri), range: item.place.range },
        pour: item.pour,
        avant: item.avant,
        fait: item.fait,
        preuve: item.preuve,
      })),
    })),
  }));
  return `${shownJson(JSON.stringify({ version: 2, establishments: list }, null, 2))}\n`;
}

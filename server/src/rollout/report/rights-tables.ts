import { type Html, html } from "../../base/html.ts";
import { type Localize, type Message, message } from "../../base/message.ts";
import type { RightsMatrix } from "../rights-matrix.ts";
import { NOT_WRITTEN } from "./rollout-report.ts";

/**
 * Who may do what as tables: a line for each right, a column for each profile or group. `of` says whose rights these are,
 * where a page has those of several.
 */
export function rightsTables(
  rights: readonly RightsMatrix[],
  localize: Localize,
  of?: string,
): readonly Html[] {
  return rights.map((matrix) => table(matrix, localize, of));
}

function table({ title, columns, rows }: RightsMatrix, localize: Localize, of: string | undefined): Html {
  const people = (count: number) => localize(peopleOf(count));
  const heads = columns.map(
    ({ name, people: count }) =>
      html`<th scope="col"><span class="turned">${name}<br><span class="soft">${people(count)}</span></span></th>`,
  );
  let category = "";
  const lines = rows.map((row) => {
    const isNew = row.category !== category;
    category = row.category;
    const cells = row.granted.map((box) => html`<td class="box">${boxOf(box, localize)}</td>`);
    return html`${isNew && html`<tr class="category"><th scope="rowgroup" colspan="${columns.length + 1}">${category}</th></tr>`}<tr><th scope="row">${row.right}</th>${cells}</tr>
`;
  });
  const head = of === undefined ? html`<h3>${title}</h3>` : html`<h4>${title}</h4>`;
  if (rows.length === 0)
    return html`${head}<p class="soft">${localize(message("No right is written: PRONOTE's own settings hold."))}</p>`;
  return html`${head}<div class="scroll" tabindex="0" role="region" aria-label="${of === undefined ? title : `${title}, ${of}`}"><table class="rights"><thead><tr><th scope="col">${localize(message("Permission"))}</th>${heads}</tr></thead><tbody>
${lines}</tbody></table></div>
<p class="soft">${localize(NOT_WRITTEN)}</p>`;
}

function peopleOf(count: number): Message {
  if (count === 0) return message("nobody");
  return count === 1 ? message("1 person") : message("{0} people", count);
}

function boxOf(box: boolean | null, localize: Localize): Html {
  if (box === null) return html`<span class="soft">–</span>`;
  const word = localize(box ? message("yes") : message("no"));
  return html`<span class="${box ? "granted" : "refused"}" role="img" aria-label="${word}">${box ? "✓" : "✗"}</span>`;
}

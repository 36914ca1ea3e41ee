import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checklistOf } from "../../../../test/support/analysis.ts";
import { fixture } from "../../../../test/support/fixture.ts";
import { STATE_ORDER } from "../../checklist/state-words.ts";
import { jsonChecklist } from "./json.ts";

const page = readFileSync(join(import.meta.dirname, "README.md"), "utf8");
/** The names in the first column of the page's tables. */
const documented = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = ""]) => name);

test("the page names every field, and every state", () => {
  const { workspace } = fixture(
    "etablissement: { nom: Collège }\nderoulement: { licences: { fait: 2026-08-24, pour: a, avant: 2026-09-01 }, services-actifs: { preuve: { liste: services, du: 2026-08-24, ecarts: 0 } } }\n",
  );
  const establishments = checklistOf(workspace).map((list) => ({ ...list, folder: "." }));
  const { version, establishments: lists } = JSON.parse(
    jsonChecklist({ establishments, todo: false, path: (uri) => uri }),
  );
  const [list] = lists;
  const items = list.phases.flatMap((phase: { items: object[] }) => phase.items);
  const fields = [
    "version",
    ...fieldsOf([list], "establishments[]", "phases"),
    ...fieldsOf(list.phases, "establishments[].phases[]", "items"),
    ...fieldsOf(items, "….items[]"),
  ];
  expect(version).toBe(2);
  expect([...documented].sort()).toEqual([...fields, ...STATE_ORDER].sort());
});

function fieldsOf(objects: readonly object[], path: string, below?: string): readonly string[] {
  const keys = new Set(objects.flatMap((one) => Object.keys(one)));
  return [...keys].filter((key) => key !== below).map((key) => `${path}.${key}`);
}

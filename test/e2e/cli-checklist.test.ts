import { expect, test } from "vitest";
import { isOpen, type StepState } from "../../server/src/checklist/state.ts";
import { items } from "../../server/src/schema/checklist.ts";
import { ACADEMIE, folderWith, rentree } from "../support/cli.ts";

interface Item {
  readonly slug: string;
  readonly state: string;
}

test("one establishment is shown step by step, with PRONOTE's menu paths", async () => {
  const folder = folderWith({
    ...ACADEMIE,
    "college/deroulement.pronote.yaml":
      "deroulement:\n  acces-console-hebergement: { fait: 2026-06-15, par: c.durand, annee: 2026-2027 }\n",
  });
  const { code, out, err } = await rentree(folder, ["checklist", "college"]);
  expect([code, err]).toEqual([0, ""]);
  expect(out).toMatch(/^Collège des Tilleuls \(college\): \d+ of \d+ steps settled, blocked by errors: 1\n/);
  expect(out).toContain("  ✔ Decide hosted or self-hosted (decided)\n");
  expect(out).toMatch(/ {2}✓ Have the console access .* \(Done on 15 June 2026 by c\.durand\.\)\n/);
  expect(out).toMatch(/ {2}[○✎] .*\n(?: {6}.*\n)? {6}PRONOTE: /);
  const french = await rentree(folder, ["checklist", "college", "--lang", "fr"]);
  expect(french.out).toContain("  ✔ Choisir le mode d'hébergement (décidé)\n");
});

test("says in every format for whom an open step is, and until when", async () => {
  const line = "deroulement: { licences: { pour: a.petit, avant: 2026-09-04 } }\n";
  const folder = folderWith({ "a/etablissement.pronote.yaml": line });
  const out = async (format: string) => (await rentree(folder, ["checklist", "--format", format])).out;
  expect(await out("text")).toMatch(
    /Acquire the licences .*\n.*\n {6}for a\.petit, until 4 September 2026 · PRONOTE: /,
  );
  expect(await out("md")).toContain(
    "**Acquire the licences** (to write) (for a.petit, until 4 September 2026): ",
  );
  expect(await out("html")).toContain('<span class="more">for a.petit, until 4 September 2026</span>');
  const { establishments } = JSON.parse(await out("json"));
  const shown = establishments[0].phases.flatMap(({ items: list }: { items: Item[] }) => list);
  expect(shown.find(({ slug }: Item) => slug === "licences")).toMatchObject({
    pour: "a.petit",
    avant: "2026-09-04",
  });
});

test("several establishments are shown as a matrix of steps and establishments", async () => {
  const { code, out } = await rentree(folderWith(ACADEMIE), ["checklist"]);
  expect(code).toBe(0);
  expect(out).toMatch(
    /^ {2}1 {2}Collège des Tilleuls \(college\): .*\n {2}2 {2}Lycée de la Rade \(lycee\): /,
  );
  expect(out).toMatch(/\n {2}Decide hosted or self-hosted {2,}✔ {2}✔\n/);
  expect(out).toContain("✗ blocked by an error");
});

test("many establishments are shown with one line each", async () => {
  const marker = (n: number) => `etablissement: { nom: École ${n} }\nhebergement: { mode: heberge }\n`;
  const files = Object.fromEntries(
    Array.from({ length: 20 }, (_, n) => [
      `e${String(n).padStart(2, "0")}/etablissement.pronote.yaml`,
      marker(n),
    ]),
  );
  const { out } = await rentree(folderWith(files), ["checklist"]);
  const rows = [...out.matchAll(/^ {1,2}\d+ {2}École (\d+) +((?:\d+✗? *|· *)+)$/gmu)];
  expect(rows.map(([, number]) => Number(number))).toEqual(Array.from({ length: 20 }, (_, n) => n));
  // Each row ends with its sum, and the last one has the sums of all.
  const cells = rows.map(([, , text = ""]) =>
    [...text.matchAll(/\d+|·/g)].map(([cell]) => Number(cell) || 0),
  );
  const sums = cells.map((row) => row.slice(0, -1).reduce((sum, count) => sum + count, 0));
  expect(cells.map((row) => row.at(-1))).toEqual(sums);
  const total = /^ +Total +([\d ·]+)$/mu.exec(out)?.[1]?.trim().split(/ +/).map(Number);
  expect(total?.at(-1)).toBe(sums.reduce((sum, count) => sum + count, 0));
  expect(total?.[0]).toBe(cells.reduce((sum, row) => sum + (row[0] ?? 0), 0));
  expect(out).toMatch(/^ {2}Decide hosted or self-hosted|^Before the summer.* ✗ +↻ +✎ +○ +⋯$/mu);
});

test("of several, `--todo` shows what is open in any of them, and in which state it is in the others", async () => {
  const done = "hebergement: { mode: heberge }\n";
  const folder = folderWith({
    "a/etablissement.pronote.yaml": `etablissement: { nom: Collège A }\n${done}`,
    "b/etablissement.pronote.yaml": "etablissement: { nom: Collège B }\n",
  });
  const rowOf = (out: string) =>
    /^ {2}Decide hosted or self-hosted.*$/mu.exec(out)?.[0].trim().split(/ {2,}/);
  const all = (await rentree(folder, ["checklist"])).out;
  expect(rowOf(all)?.[1]).toBe("✔");
  expect(rowOf(all)?.[2]).not.toBe("✔");
  expect(rowOf((await rentree(folder, ["checklist", "--todo"])).out)).toEqual(rowOf(all));
  const alone = (await rentree(folder, ["checklist", "a", "--todo"])).out;
  expect(alone).not.toContain("Decide hosted or self-hosted");
});

test("the JSON format has all steps, with files as paths", async () => {
  const { out } = await rentree(folderWith(ACADEMIE), ["checklist", "lycee", "--format", "json"]);
  const { version, establishments } = JSON.parse(out);
  expect([version, establishments.length, establishments[0].folder, establishments[0].name]).toEqual([
    2,
    1,
    "lycee",
    "Lycée de la Rade",
  ]);
  const shown = establishments[0].phases.flatMap(({ items }: { items: Item[] }) => items);
  expect(shown.map(({ slug }: Item) => slug)).toEqual(items.map(({ slug }) => slug));
  expect(shown.find(({ slug }: Item) => slug === "choix-hebergement")).toMatchObject({
    state: "decided",
    title: "Decide hosted or self-hosted",
    what: expect.stringMatching(/^Write down whether PRONOTE is hosted/),
    place: { file: "lycee/etablissement.pronote.yaml" },
  });
});

test("names are escaped in Markdown and in the HTML file", async () => {
  const name = "Collège <b>des</b> *Tilleuls* & | Cie";
  const files = {
    "a/etablissement.pronote.yaml": `etablissement: { nom: "${name}" }\n`,
    "b/etablissement.pronote.yaml": "etablissement: { nom: Lycée }\n",
  };
  const markdown = await rentree(folderWith(files), ["checklist", "--format", "md"]);
  expect(markdown.out).toContain(
    "|  | Collège \\<b\\>des\\</b\\> \\*Tilleuls\\* \\& \\| Cie | Lycée |\n| --- | :-: | :-: |\n",
  );
  expect(markdown.out).toMatch(
    /^- \[ \] \*\*.*\n {2}Check the establishment's name and RNE number in PRONOTE\./m,
  );
  const html = await rentree(folderWith(files), ["checklist", "--format", "html", "--lang", "fr"]);
  expect(html.out).toMatch(/^<!doctype html>\n<html lang="fr">/);
  expect(html.out).toContain("Collège &lt;b&gt;des&lt;/b&gt; *Tilleuls* &amp; | Cie");
  expect(html.out).toContain("Vérifiez le nom et le numéro RNE de l&#39;établissement dans PRONOTE.");
  expect(html.out).not.toMatch(/<b>|src=|https?:/);
});

test("a message tells that there is no establishment, which is nothing to tell of", async () => {
  const folder = folderWith({ "a.pronote.yaml": "" });
  const { code, out, err } = await rentree(folder, ["checklist"]);
  expect({ code, out, err }).toEqual({
    code: 2,
    out: "",
    err: "There is no establishment here: its folder would have a file “etablissement.pronote.yaml”.\n",
  });
});

test("only open steps, and only those of one phase, are shown if asked for", async () => {
  const folder = folderWith({ "etablissement.pronote.yaml": "etablissement: { nom: Collège A }\n" });
  const json = async (...args: string[]) =>
    JSON.parse((await rentree(folder, ["checklist", "--format", "json", ...args])).out).establishments[0]
      .phases;
  const all: { id: number; items: { state: StepState }[] }[] = await json();
  expect(await json("--phase", "2")).toEqual(all.filter(({ id }) => id === 2));
  expect(await json("--todo")).toEqual(
    all.map((phase) => ({ ...phase, items: phase.items.filter(({ state }) => isOpen(state)) })),
  );
  expect((await rentree(folder, ["checklist", "--phase", "99"])).code).toBe(2);
});

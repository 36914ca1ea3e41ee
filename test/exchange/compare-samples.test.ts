/** The lists of the example's collège: those that agree have no difference, those with planted ones exactly these. */
import { describe, expect, test } from "vitest";
import { proofsOf } from "../../server/src/exchange/compare/proof.ts";
import { compared, listBytes, told } from "../support/compare.ts";
import { encoded } from "../support/school-exports.ts";

const EMC = "≈ matieres: ENSEIGNEMENT MORAL & CIVIQUE = EMC (elimination)";

describe("lists that agree", () => {
  test.each([
    ["lists/services-copie.tsv", 148, [EMC]],
    ["lists/services-espace.csv", 148, [EMC]],
    [
      "lists/EXP_SERVICE.txt",
      160,
      [
        "≈ matieres: Enseignement moral & civique = EMC (elimination)",
        "≈ matieres: Vie de la classe = VICLA (elimination)",
      ],
    ],
    ["lists/EXP_CLASSE.txt", 12, []],
    ["lists/personnels-copie.tsv", 7, []],
    ["lists/salles-copie.tsv", 22, []],
    [
      "lists/EXP_MATIERE.csv",
      16,
      [
        "≈ matieres: Enseignement moral & civique = EMC (code)",
        "≈ matieres: Vie de la classe = VICLA (code)",
      ],
    ],
    ["exports/EXP_COURS.csv", 160, []],
    // The documentalist has an account, and teaches nothing: the list of teachers of the sample leaves her out.
    ["lists/EXP_PROFESSEUR.txt", 31, ["missing professeurs/doc-fictive doc-fictive|"]],
  ])("%s", (name, rows, lines) => {
    const comparison = compared(listBytes(name));
    expect(comparison.rows).toBe(rows);
    expect(told(comparison)).toEqual(lines);
    expect(comparison.incomplete).toEqual([]);
    expect(comparison.unknown).toEqual([]);
  });

  test("services are counted, and those that are inactive and hidden", () => {
    const { compared: wanted, agreeing, hidden, notListed } = compared(listBytes("lists/services-copie.tsv"));
    expect([wanted, agreeing, hidden, notListed.length]).toEqual([148, 148, 12, 0]);
  });
});

describe("lists with planted differences", () => {
  const services = compared(listBytes("lists/ecarts/services-copie.tsv"));
  const classes = compared(listBytes("lists/ecarts/EXP_CLASSE.txt"));

  test("services: six, and one correspondence", () => {
    expect(told(services).toSorted()).toEqual(
      [
        "extra classes/6E3/services |LATIN",
        "missing classes/5E2/services/TECHN TECHN| (or-inactive)",
        "other classes/3E1/services/FRANC/coefficient 4|1",
        "other classes/4E1/services/MATHS/professeurs exemple-datte|CHIMÈRE-BROCOLI ÉBAUCHETTE",
        "other classes/6E2/services/EDMUS/mode sans-notes|Avec notes",
        "twice classes/3E2/services/SVT |SCIENCES DE LA VIE ET DE LA TERRE",
        EMC,
      ].toSorted(),
    );
    expect([services.rows, services.agreeing, services.compared]).toEqual([149, 144, 148]);
  });

  test("classes: one, and a class that is spelt otherwise", () => {
    expect(told(classes)).toEqual([
      "missing classes/5E1/professeur-principal specimen-brocoli|",
      "≈ classes: 4 E3 = 4E3 (spelling)",
    ]);
  });

  test("they are as many as were planted", () => {
    const planted = JSON.parse(new TextDecoder().decode(listBytes("lists/ecarts/EXPECTED.json")));
    const spelt = classes.correspondences.length;
    expect(services.differences.length + classes.differences.length + spelt).toBe(planted.ecarts.length);
    expect(Object.fromEntries(services.correspondences.map(({ label, name }) => [label, name]))).toEqual(
      planted.correspondances.matieres,
    );
  });

  test("prove nothing of the steps that they are about", () => {
    const counts = [services, classes].flatMap((one) =>
      proofsOf(one).map(({ item, differences }) => `${item.slug} ${differences}`),
    );
    expect(counts).toEqual([
      "services-actifs 3",
      "professeurs-des-services 4",
      "services-notes-ou-competences 5",
      "professeurs-principaux 1",
    ]);
  });
});

const CELLS = new TextDecoder()
  .decode(listBytes("lists/ecarts/services-copie.tsv"))
  .trimEnd()
  .split(/\r?\n/)
  .map((line) => line.split("\t"));
const [TITLES = [], ...ROWS] = CELLS;
const lineOf = (cells: readonly string[], separator: string) => cells.join(separator);
const LATIN1 = (text: string) => encoded(text.replaceAll("Œ", "OE"), "iso-8859-15");
const utf16 = (text: string, isBig: boolean) => {
  const units = Uint16Array.from([...`\ufeff${text}`].join("").split(""), (unit) => unit.charCodeAt(0));
  const bytes = new Uint8Array(units.buffer);
  return isBig ? bytes.map((_, at) => bytes[at ^ 1] ?? 0) : bytes;
};

describe("one list, however it was copied or exported", () => {
  const expected = told(compared(listBytes("lists/ecarts/services-copie.tsv")));
  const text = (separator: string, end: string, cells = CELLS) =>
    cells.map((one) => lineOf(one, separator) + end).join("");
  // A comma stands in cells too, which are quoted then.
  const quoted = CELLS.map((row) => row.map((cell) => `"${cell}"`));
  const columns = [6, 2, 0, 5, 3, 1, 4];
  const shuffled = CELLS.map((row) => columns.map((at) => row[at] ?? ""));
  test.each([
    ["UTF-8 with its mark", encoded(`\ufeff${text("\t", "\n")}`, "utf-8")],
    ["UTF-16, little endian", utf16(text("\t", "\r\n"), false)],
    ["UTF-16, big endian", utf16(text(";", "\n", quoted), true)],
    ["a Western encoding", LATIN1(text(";", "\r\n", quoted))],
    ["carriage returns alone", text("\t", "\r")],
    ["commas", text(",", "\n", quoted)],
    ["a caption above", `Services par classe\n${text("\t", "\n")}`],
    ["two rows of titles", text("\t", "\n", [TITLES, TITLES, ...ROWS])],
    ["a total below", `${text("\t", "\n")}149 services\t\t\t\t\t\t\n`],
    ["columns in another order", text("\t", "\n", shuffled)],
  ])("%s", (_, content) => {
    expect(told(compared(content))).toEqual(expected);
  });

  test("a hidden column hides what only it shows, and says so", () => {
    const without = text(
      "\t",
      "\n",
      CELLS.map((row) => row.filter((_cell, at) => at !== 3)),
    );
    const comparison = compared(without);
    expect(told(comparison)).toEqual(expected.filter((line) => !line.includes("coefficient")));
    expect(comparison.notShown.map((path) => path.at(-1))).toContain("coefficient");
    expect(proofsOf(comparison).map(({ item }) => item.slug)).not.toContain("services-notes-ou-competences");
  });

  test("a list of one class says nothing of the others, and proves nothing", () => {
    const some = text("\t", "\n", [TITLES, ...ROWS.filter(([one]) => one === "3E1")]);
    const comparison = compared(some);
    expect(told(comparison)).toEqual([
      "other classes/3E1/services/FRANC/coefficient 4|1",
      "≈ matieres: ENSEIGNEMENT MORAL & CIVIQUE = EMC (elimination)",
    ]);
    expect(comparison.notListed).toHaveLength(29);
    expect(proofsOf(comparison)).toEqual([]);
    expect(compared(some, { all: true }).differences.length).toBeGreaterThan(100);
  });
});

/** Lists that must not be read, or not as they are: a message that says why and the way out, in bounded time. */
import { describe, expect, test } from "vitest";
import { localizerFor } from "../../server/src/base/localize.ts";
import { compared, listBytes, refusalOf, told } from "../support/compare.ts";

const english = localizerFor("en");
const SCHOOL = `
matieres: { FRANC: { libelle: Français }, EPS: { libelle: Éducation physique } }
professeurs: { martin: { nom: MARTIN, prenom: Alice }, roux: { nom: ROUX, prenom: Jean } }
classes: { 6E1: { services: { FRANC: martin, EPS: roux } } }
`;
const TITLES = "Classe > Groupe\tMatière/Sous-matière\tProfesseur";
const GOOD = `${TITLES}\n6E1\tFRANÇAIS\tMARTIN Alice\n6E1\tEDUCATION PHYSIQUE\tROUX Jean\n`;
const refused = (content: string | Uint8Array) => {
  const finding = refusalOf(content, { yaml: SCHOOL });
  return (
    finding &&
    `${finding.id}${finding.place ? ` ${finding.place.line}:${finding.place.column}` : ""}: ${english(finding.message)}`
  );
};

test("the list that the others are made of is good", () => {
  expect(refused(GOOD)).toBeUndefined();
  expect(told(compared(GOOD, { yaml: SCHOOL }))).toEqual([]);
});

describe("lists of pupils and guardians are refused by their titles", () => {
  test.each([
    "Nom\tPrénom\tNé(e) le\tClasse\tRégime",
    "NUMERO;IDENT;NOM;PRENOM_USAGE;PRENOM;DATE NAISS;SEXE;CLASSE(S);GROUPES",
    "Nom\tPrénom\tClasse",
    "Nom\tPrénom\tNé(e) le",
    "NOM\tPRENOM\tFonction\tINE",
    "Nom\tPrénom\tResponsable légal 1",
    "R1_IDENT;R1_NOM;R1_EMAIL",
    "NOM;PRENOM;DISCIPLINE;MDP",
    "Classe\tMatière\tProfesseur\tNom\tPrénom\tRégime",
    "Élève\tClasse\tMatière",
  ])("%s", (titles) => {
    const separator = titles.includes(";") ? ";" : "\t";
    const canary = titles
      .split(separator)
      .map(() => "KANARI")
      .join(separator);
    for (const caption of ["", "Liste de la vie scolaire\n"]) {
      const told = refused(`${caption}${titles}\n${canary}\n`);
      expect(told).toMatch(/^list-of-pupils: Its titles are those of a list of students/);
      expect(told).not.toContain("KANARI");
    }
  });

  test("whatever kind the user says it is", () => {
    const finding = refusalOf("Nom\tPrénom\tNé(e) le\tRégime\nA\tB\t01/01/2015\tDP\n", {
      yaml: SCHOOL,
      kind: "professeurs",
    });
    expect(finding?.id).toBe("list-of-pupils");
  });

  test("the sample", () => {
    expect(refused(listBytes("lists/eleves-copie.tsv"))).toMatch(/^list-of-pupils/);
  });

  test("but a list of teachers has birth days too", () => {
    expect(refused("NOM;PRENOM;DATE NAISS;DISCIPLINE\nMARTIN;Alice;01/01/1980;Lettres\n")).toBeUndefined();
  });
});

describe("what is no list", () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ["nothing", "", /^empty: /],
    ["no titles", listBytes("lists/sans-titres.tsv"), /^no-titles: None of its first rows.*Ctrl\+A/],
    ["a workbook", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), /^no-text: It is not a text/],
    ["bytes", new Uint8Array(64), /^no-text/],
    ["an XML file", "<?xml version='1.0'?><STS_EDT/>", /^no-titles/],
    ["UTF-16 that ends in the middle of a character", new Uint8Array([0xff, 0xfe, 65]), /^cut-character/],
    ["a web page", "<!doctype html><html><body>Connexion</body></html>", /^no-titles/],
  ])("%s", (_, content, expected) => {
    expect(refused(content)).toMatch(expected);
  });
});

describe("titles that cannot be chosen between", () => {
  test("two for one column", () => {
    expect(refused("Classe > Groupe\tMatière/Sous-matière\tCoeff.\tCoeff. Stand.\n")).toMatch(
      /^two-titles: Two of its columns may be “coefficient”.*"Coeff. Stand.": ~/,
    );
    const only = { titles: new Map([["Coeff.", ""]]), yaml: SCHOOL };
    expect(
      compared("Classe > Groupe\tMatière/Sous-matière\tCoeff.\tCoeff. Stand.\n6E1\tFrançais\t1\t1\n", only)
        .columns,
    ).toContain("coefficient");
  });

  test("the same twice", () => {
    expect(refused(`${TITLES}\tProfesseur\n`)).toMatch(/^two-titles: It has two columns titled “Professeur”/);
  });

  test("a list that fits two kinds", () => {
    expect(refused("NOM\tPRENOM\tFonction\tDISCIPLINE\n")).toMatch(/^ambiguous-list: .*--kind/);
  });

  test("a name and a first name may be anybody's", () => {
    expect(refused("Nom\tPrénom\nMARTIN\tAlice\n")).toMatch(/^no-titles/);
    expect(compared("Nom\tPrénom\nMARTIN\tAlice\n", { yaml: SCHOOL, kind: "professeurs" }).rows).toBe(1);
  });

  test("a column that there is not", () => {
    const yaml = `${SCHOOL}correspondances: { colonnes: { services: { Obs.: remarque } } }\n`;
    expect(english(refusalOf(`${TITLES}\tObs.\n`, { yaml })?.message ?? { en: "", fr: "" })).toContain(
      "“Obs.” is said to be “remarque”",
    );
  });

  test("unknown ones are listed, and not read; kept answers hold", () => {
    const content = `${TITLES.replace("Professeur", "Qui")}\tObservations\n6E1\tFRANÇAIS\tMARTIN Alice\tKANARI\n`;
    const open = compared(content, { yaml: SCHOOL });
    expect(open.unknown).toEqual(["Qui", "Observations"]);
    expect(told(open).join()).not.toContain("KANARI");
    const yaml = `${SCHOOL}correspondances: { colonnes: { services: { Qui: professeurs, Observations: ~ } } }\n`;
    const kept = compared(content.replace("Alice", "Zoé"), { yaml });
    expect(kept.unknown).toEqual([]);
    expect(told(kept)).toContain("other classes/6E1/services/FRANC/professeurs martin|MARTIN Zoé");
  });
});

describe("texts that no list of PRONOTE has", () => {
  test.each([
    ["mojibake", "FRANÃ‡AIS", /^mojibake 2:2: /],
    ["a formula", "=HYPERLINK(1)", /^formula 2:2: /],
    ["an escape sequence", "FRAN\u001b[2J", /^unsafe 2:2: /],
    ["a text that turns round", "FR\u202eAN", /^unsafe 2:2: /],
  ])("%s", (_, text, expected) => {
    const told = refused(GOOD.replace("FRANÇAIS", text));
    expect(told).toMatch(expected);
    for (const sign of ["\u001b", "\u202e"]) expect(told).not.toContain(sign);
  });

  test.each(["6,00E+01", "03/04/2026", "6-janv"])("a class that a spreadsheet made %s", (name) => {
    expect(refused(GOOD.replaceAll("6E1", name))).toMatch(/^spreadsheet-damage \d+:1: .*do not open it/);
  });

  test("names that JavaScript has a meaning for", () => {
    const content = `${TITLES}\n__proto__\tconstructor\ttoString\n6E1\t__proto__\tconstructor\n`;
    expect(told(compared(content, { yaml: SCHOOL }))).toEqual(
      expect.arrayContaining(["extra classes |__proto__"]),
    );
    expect(refused("__proto__\tconstructor\ttoString\n")).toMatch(/^no-titles/);
  });
});

describe("sizes", () => {
  const within = (content: string, expected: RegExp) => {
    expect(refused(content)).toMatch(expected);
  };
  test("a million rows", () => {
    within(`${TITLES}\n${"6E1\tFRANÇAIS\tMARTIN Alice\n".repeat(1_000_000)}`, /^table-too-large 200001:1/);
  });
  test("10,000 columns", () => {
    within(`${Array.from({ length: 10_000 }, (_, at) => `T${at}`).join("\t")}\n`, /^table-too-large 1:1/);
  });
  test("one line of many megabytes", () => {
    within("a".repeat(30_000_000), /^table-too-large 1:1/);
  });
});

import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import type { Language } from "../base/message.ts";
import { hover } from "./hover.ts";

function hovered(source: string, language: Language = "en"): string {
  const { context, position } = fixture(source, language);
  const contents = hover(context, { position })?.contents;
  return contents && typeof contents === "object" && "value" in contents ? contents.value : "nothing";
}

const SCHOOL = `
#- academie.pronote.yaml
matieres: { FRANC: { libelle: Français } }
niveaux:
  6e:
    periodicite: trimestriel
    services: { FRANC: { coefficient: 2 } }
#- ecole/personnes.pronote.yaml
professeurs:
  martin: { nom: MARTIN }
#- ecole/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
etablissement: { version: "2025" }
`;

test("a key shows its description, its values and its menu path", () => {
  expect(hovered("hebergement: { mo$0de: heberge }")).toMatchInlineSnapshot(`
    "**Hosting mode**

    Hosted by Index Éducation or installed on the establishment's own machines. It decides the addresses, the source of last year's data, the way of the EDT transfer, and whether Relais and router matter.

    - Values: \`heberge\`, \`non-heberge\`"
  `);
});

test("a value shows its meaning before the description of its key", () => {
  expect(hovered("hebergement: { mode: heb$0erge }", "fr")).toMatchInlineSnapshot(`
    "**heberge** : Mode hébergé

    Le Serveur et PRONOTE.net fonctionnent chez Index Éducation ; l'établissement n'installe que les Clients.

    **Mode d'hébergement**

    Hébergé par Index Éducation ou installé sur les machines de l'établissement. Le mode détermine les adresses, la source des données de l'an passé, la façon de transférer depuis EDT, et si Relais et routeur ont un sens.

    - Valeurs : \`heberge\`, \`non-heberge\`"
  `);
});

test("a name shows its kind, its declaration, and how often it is mentioned", () => {
  expect(
    hovered(`${SCHOOL}classes: { 6E1: { niveau: 6e, services: { FRANC: mar$0tin } } }\n`),
  ).toMatchInlineSnapshot(`
    "**martin**: Teacher, declared in [personnes.pronote.yaml:2](file:///academie/ecole/personnes.pronote.yaml#L2); mentioned once

    **Teachers**

    Who teaches and assesses. Without a teacher nobody can assess in an active service; several teach together (co-enseignement).

    - Names of: Teachers
    - In PRONOTE: Ressources > Classes > Services par classe"
  `);
  expect(hovered(`${SCHOOL}classes: { 6E1: { services: { FR$0ANC: martin } } }\n`)).toMatchInlineSnapshot(`
    "**FRANC** (Français): Subject, declared in [academie.pronote.yaml:1](file:///academie/academie.pronote.yaml#L1); mentioned 2 times

    **Service**

    A subject taught by teachers to a class or a group. PRONOTE creates services from EDT at the transfer; those of courses added later are created by hand.

    - In PRONOTE: Ressources > Classes > Services par classe"
  `);
  expect(hovered(`${SCHOOL}classes: { 6E1: { services: { FRANC: ro$0ux } } }\n`)).toContain(
    "**roux**: not declared among the teachers",
  );
  expect(hovered("professeurs: { martin: { profil: Pro$0fil 1 } }\n")).toContain(
    "PRONOTE has it from the start",
  );
});

test("the effective value and its origins are shown", () => {
  expect(
    hovered(`${SCHOOL}classes:\n  6E1: { niveau: 6e, services: { FRANC: { coeffi$0cient: 3 } } }\n`),
  ).toMatchInlineSnapshot(`
    "**Standard coefficient**

    Weight of the service in the general average; 0 keeps it out.

    - Default: \`1\`
    - In PRONOTE: Ressources > Classes > Services par classe

    In effect here: \`3\`

    Also written:
    - \`2\` at niveaux › 6e › services › FRANC, [academie.pronote.yaml:5](file:///academie/academie.pronote.yaml#L5)"
  `);
  expect(hovered(`${SCHOOL}classes:\n  6E$01: { niveau: 6e }\n`)).toMatchInlineSnapshot(`
    "**6E1**: Class, declared in [etablissement.pronote.yaml:4](file:///academie/ecole/etablissement.pronote.yaml#L4); mentioned nowhere

    **Class**

    A class: what its niveau does not already say.

    Also holds for 6E1:

    - periodicite: \`trimestriel\`, [academie.pronote.yaml:4](file:///academie/academie.pronote.yaml#L4)
    - services: \`FRANC\`, [academie.pronote.yaml:5](file:///academie/academie.pronote.yaml#L5)"
  `);
});

test("a menu path that changed between versions shows the nearest year that is documented", () => {
  expect(hovered(`${SCHOOL}espaces: { parents: { mo$0bile: true } }\n`)).toContain("(seen in 2024)");
  expect(hovered("etablissement: { version: '2025' }\nsecurite: { longueur-m$0in: 10 }\n")).toContain(
    "(recent versions; the first is not known)",
  );
  expect(hovered("etablissement: { version: '2019' }\nsecurite: { longueur-m$0in: 10 }\n")).toMatch(
    /Sécurité$/m,
  );
});

test("clients without Markdown get plain text", () => {
  const { context, position } = fixture("hebergement: { mo$0de: heberge }");
  const plain = hover({ ...context, client: { ...context.client, hoverMarkdown: false } }, { position });
  expect(plain?.contents).toMatchObject({ kind: "plaintext", value: expect.not.stringContaining("**") });
});

test("there is no hover on an empty line or an unknown key", () => {
  expect(hovered("hebergement: { mode: heberge }\n$0\n")).toBe("nothing");
  expect(hovered("inconnu: { mo$0de: heberge }\n")).toBe("nothing");
});

test("the name of a niveau shows the classes that it stands for, with those of the niveaux like it", () => {
  const lycee = (list: string) => `
#- etablissement.pronote.yaml
niveaux: { 1re générale: { comme: 1re } }
classes: { 1G1: { niveau: 1re générale }, 1G2: { niveau: 1re générale }, 1X: { niveau: 1re }, 2A: {} }
referentiels: { Socle: { classes: ${list} } }
`;
  expect(hovered(lycee("1$0re"))).toContain("Its classes: 1G1, 1G2, 1X");
  expect(hovered(lycee("1re gén$0érale"), "fr")).toMatch(/Ses classes\s: 1G1, 1G2/);
  expect(hovered(lycee("1G$01"))).not.toContain("Its classes");
  expect(hovered(lycee("6$0e"))).not.toContain("Its classes");
});

test("in one of several schools, a hover counts and shows what this one and its bases write", () => {
  const schools = (base: string, heir: string) => `
#- academie.pronote.yaml
classes: { 6A: ${base} }
#- a/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
niveaux: { 6e: {} }
classes: { 6B: ${heir} }
#- b/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
niveaux: { 6e: {} }
classes: { 6A: { periodicite: semestriel } }
`;
  const periods = "{ niveau: 6e, periodicite: trimestriel }";
  const inHeir = hovered(schools(periods, "{ niveau: 6$0e }"));
  expect(inHeir).toContain("mentioned 2 times");
  expect(inHeir).not.toContain("/b/");
  expect(hovered(schools(periods.replace("6e", "6$0e"), "{ niveau: 6e }"))).toContain("/b/");
  // What an heir writes is no value of the base.
  expect(hovered(schools(periods.replace("cite", "ci$0te"), "{}"))).not.toContain("Also written");
});

import { expect, test } from "vitest";
import { checkFindings, checkFix, checkRule, findingsIn } from "../../../../test/support/check.ts";
import { fixture } from "../../../../test/support/fixture.ts";

const personalData = { id: "personal-data" };
const NAMED =
  "No student and no guardian is named in a configuration (RGPD): it says only what holds for all of them.";
const KEY =
  "Personal data stand under such a key. A configuration is copied, and its history kept: nobody's may stand in it (RGPD).";
const looksLike = (what: string) =>
  `This looks like ${what}. A configuration is copied, and its history kept: nobody's personal data may stand in it (RGPD).`;

test("reports people under eleves and responsables, one by one or as a list, and pupils of a class", () => {
  checkFindings(`
eleves:
  coordonnees: { mobile: true }
  dupont: { regime: DP }
# ^^^^^^ personal-data: ${NAMED}
responsables: [Dupont, Martin]
#             ^^^^^^^^^^^^^^^^ personal-data: ${NAMED}
groupes-eleves:
  LATIN: { classes: [], eleves: [Jean Dupont] }
  #                     ^^^^^^ personal-data: ${NAMED}
`);
});

test("a list of people can be removed; settings for all are left", () => {
  const text = "responsables: [Dupont, Martin]\n";
  checkFix(personalData, text, "responsables: {}\n");
});

test("reports data by what they look like, in any place, once", () => {
  checkFindings(`
personnels:
  durand: { coordonnees: { mobile: 06 39 98 00 00 } }
  #                                ^^^^^^^^^^^^^^ personal-data: ${looksLike("a phone number")}
  petit: { telephone: 0639980000 }
  #        ^^^^^^^^^ personal-data: ${KEY}
  vert: { coordonnees: { email: z.vert@exemple.fr, adresse: "12 rue du Port", mobile: oui } }
  #                             ^^^^^^^^^^^^^^^^^ personal-data: ${looksLike("a contact detail")}
  #                                                         ^^^^^^^^^^^^^^^^ personal-data: ${looksLike("a contact detail")}
  #                                                                                   ^^^ boolean-word: “…” is read as text. Write: …
  noir: { fonction: "né le 3/05/1980" }
  #                 ^^^^^^^^^^^^^^^^^ personal-data: ${looksLike("a birth date")}
maquettes: { A: { note: "INE 123456789AB" }, B: { libelle: 1 80 05 75 123 456 06 } }
#                       ^^^^^^^^^^^^^^^^^ personal-data: ${looksLike("a pupil's national number (INE)")}
projets-accompagnement: { types: { PAI: { allergies: arachide } } }
#                                         ^^^^^^^^^ personal-data: ${KEY}
`);
});

test("reads comments and texts, also after an unclosed quote", () => {
  checkRule(
    personalData,
    `
etablissement:
  nom: "Collège # 06 39 98 00 00"
  #    ^^^^^^^^^^^^^^^^^^^^^^^^^^ ${looksLike("a phone number")}
  type: college # appeler le 01 39 98 00 00
  #             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${looksLike("a phone number")}
  academie: Lyon # numéro 123456789AB
  #              ^^^^^^^^^^^^^^^^^^^^ ${looksLike("a pupil's national number (INE)")}
`,
  );
  checkRule(
    personalData,
    `
hebergement: { mode: "heberge # +33 6 39 98 00 00
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${looksLike("a phone number")}
# reste
`.replace("# reste\n", ""),
  );
});

test("is silent on codes, dates, numbers and similar texts", () => {
  checkRule(
    personalData,
    `
# Rentrée le 01/09/2026, RNE 0759998K, port 49300, ticket 2026-0001234567890
etablissement: { rne: 0759998K, nom: "Collège, 12 rue du Port" }
hebergement: { mode: heberge, numero: 061234567890 }
matieres: { FRANC: { code: "020700" } }
eleves: { coordonnees: { mobile: true }, photo: true }
responsables: []
ent: { attributs: { naissance: dateNaissance } }
preferences-contact: { eleves: { sms: true }, responsables: { sms: true } }
deroulement:
  revue-profils-professeurs: { fait: 2026-08-24, par: c.durand, empreinte: { licence: "1:0612345678ab" } }
rgpd: { dpo: "dpo@exemple.fr, 01 39 98 00 00" }
`,
  );
});

test("is silent on the establishment's own number, in a template or as an unknown key", () => {
  checkRule(
    personalData,
    `
communication:
  modeles:
    sms: { Absence: { texte: "Absence : appelez la vie scolaire au 06 39 98 00 00." } }
    e-mails: { Retard: { objet: "Retard", texte: "Vie scolaire : 07 39 98 00 00" } }
    lettres:
      Absence: { texte: "Vie scolaire, 06.39.98.00.00" }
      Ancienne:
        texte: INE 123456789AB, 06 39 98 00 00
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${looksLike("a pupil's national number (INE)")}
etablissement: { telephone: 01 39 98 00 00 }
rgpd: { dpo: "06 39 98 00 00" }
`,
  );
});

test("repeats the data in no message", () => {
  const source = `
eleves: { zebulon: { ine: 123456789AB } }
responsables: zebulon
personnels: { a: { coordonnees: { telephone: 0639980000 }, classes: 0639980000 } }
hebergement: { mode: 0639980000 } # 06 39 98 00 00
etablissement: { chef-etablissement: 0639980000 }
`;
  for (const language of ["en", "fr"] as const) {
    const { context } = fixture(source, language);
    const words = findingsIn(fixture(source)).flatMap(({ message, fixes = [] }) =>
      [message, ...fixes.map(({ title }) => title)].map(context.localize),
    );
    expect(words.join("\n")).not.toMatch(/zebulon|123456789AB|0639980000|06 39/i);
  }
});

test("offers to remove the person, the comment, the text, or to write the box", () => {
  checkFix(personalData, "eleves:\n  photos: true\n  dupont:\n    regime: DP\n", "eleves:\n  photos: true\n");
  checkFix(personalData, "hebergement: { mode: heberge } # 0639980000\n", "hebergement: { mode: heberge }\n");
  checkFix(
    personalData,
    "# 0639980000\nhebergement: { mode: heberge }\n",
    "hebergement: { mode: heberge }\n",
  );
  checkFix(
    personalData,
    "personnels: { a: { coordonnees: { mobile: 0639980000 } } }\n",
    "personnels: { a: { coordonnees: { mobile: true } } }\n",
  );
});

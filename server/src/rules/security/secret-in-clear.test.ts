import { expect, test } from "vitest";
import { checkFindings, checkFix, checkRule, findingsIn } from "../../../../test/support/check.ts";
import { fixture } from "../../../../test/support/fixture.ts";

const secretInClear = { id: "secret-in-clear" };
const MESSAGE =
  "A secret is written here in plain text. Refer to an environment variable, and change the secret: it is no longer one.";

test("reports a literal where a reference is wanted, under its name, another one, or none that is known", () => {
  checkRule(
    secretInClear,
    `
communication:
  e-mails:
    smtp:
      mot-de-passe: Azerty-2026
      #             ^^^^^^^^^^^ ${MESSAGE}
    profils-envoi:
      A: { smtp: { password: Azerty-2026 } }
      #                      ^^^^^^^^^^^ ${MESSAGE}
      B: { smtp: { mot-de-passe: { env: azerty!2026 } } }
      #                                 ^^^^^^^^^^^ ${MESSAGE}
      C: { smtp: { mot-de-passe: { valeur: Azerty-2026 } } }
      #                                    ^^^^^^^^^^^ ${MESSAGE}
professeurs: { roux: { pin: 4821 } }
#                           ^^^^ ${MESSAGE}
`,
  );
});

test("a misspelt “env” is only a misspelt key: it names a variable", () => {
  checkFindings(`
communication:
  e-mails:
    delegation-serveur: true
    service: smtp
    smtp:
      hote: smtp.exemple.fr
      port: 587
      chiffrement: starttls
      identifiant: pronote
      mot-de-passe: { énv: PRONOTE_SMTP }
      #               ^^^ unknown-key: Unknown key “énv”. Did you mean “env”?
etablissement: { rne: 0759998K, nom: A }
hebergement: { mode: non-heberge }
`);
});

test("reports secrets in comments, notes and addresses", () => {
  checkRule(
    secretInClear,
    `
# mot de passe : Azerty2026!
hebergement: { mode: heberge } # mdp = Soleil-75
#                              ^^^^^^^^^^^^^^^^^ ${MESSAGE}
maquettes: { A: { note: "mot de passe : Azerty2026!" } }
#                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${MESSAGE}
ent: { url-cas: "https://admin:Azerty2026@ent.exemple.fr/cas" }
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${MESSAGE}
`.replace("# mot de passe : Azerty2026!\n", ""),
  );
});

test("reports the comment on the first line of a text of several lines", () => {
  checkRule(
    secretInClear,
    `
rgpd:
  conservation: | # mdp = Soleil-75
    #             ^^^^^^^^^^^^^^^^^ ${MESSAGE}
    dix ans
`,
  );
});

test("is silent on references, on talk about passwords and on variables", () => {
  checkRule(
    secretInClear,
    `
# le mot de passe : voir le coffre ; mot de passe = PRONOTE_SMTP_2026
communication:
  e-mails: { smtp: { mot-de-passe: { env: PRONOTE_SMTP_PASSWORD } } }
  modeles: { lettres: { A: { texte: "Votre mot de passe : <<MotDePasse1>>" } } }
securite: { longueur-min: 12 } # 12 signes : le mot de passe est long
`,
  );
});

test("repeats the secret in no message", () => {
  const source = `
communication:
  e-mails: { smtp: { mot-de-passe: Secret-99x, chiffrement: { mot-de-passe: Secret-99x } } }
  sms: { mot-de-passe: Secret-99x, password: [Secret-99x] }
# mdp: Secret-99x
`;
  const fixed = fixture(source);
  for (const language of ["en", "fr"] as const) {
    const { context } = fixture(source, language);
    const words = findingsIn(fixed).flatMap(({ message, fixes = [] }) =>
      [message, ...fixes.map(({ title }) => title)].map(context.localize),
    );
    expect(words.join("\n")).not.toContain("Secret-99x");
  }
});

test("offers a reference, and to remove the comment", () => {
  checkFix(
    secretInClear,
    "communication: { e-mails: { smtp: { mot-de-passe: Azerty2026! } } }\n",
    "communication: { e-mails: { smtp: { mot-de-passe: { env: PRONOTE_SECRET } } } }\n",
  );
  checkFix(
    secretInClear,
    "hebergement:\n  # mdp : Azerty2026!\n  mode: heberge\n",
    "hebergement:\n  mode: heberge\n",
  );
  checkFix(
    secretInClear,
    "hebergement: { mode: heberge } \t # mdp : Azerty2026!\r\nlicence: {}\r\n",
    "hebergement: { mode: heberge }\r\nlicence: {}\r\n",
  );
});

import { expect, test } from "vitest";
import { checkFindings, checkRule } from "../../../test/support/check.ts";
import { effective } from "../../../test/support/effective.ts";
import { fixture } from "../../../test/support/fixture.ts";
import { stepIn } from "../../../test/support/steps.ts";
import { fingerprintOf } from "../checklist/fingerprint.ts";
import { channelWithoutCoordonnee } from "../rules/communication/channel-without-coordonnee.ts";
import { passwordRecoveryWithoutEmail } from "../rules/espaces/password-recovery-without-email.ts";
import { items } from "../schema/checklist.ts";
import { changeFile } from "../syntax/file.ts";
import { establishmentOf } from "./establishment.ts";
import { originsOf } from "./origins.ts";

const DEFAULT = "preferences-contact: { professeurs: { coordonnees: { email: true, mobile: true } } }\n";

test("each teacher has the contact details of the audience, less what the own entry says", () => {
  const source = `${DEFAULT}professeurs:
  martin: { nom: MARTIN }
  roux: { nom: ROUX, coordonnees: { mobile: false } }
  blanc: { nom: BLANC, coordonnees: ~ }
  noir:
personnels: { durand: { nom: DURAND } }
`;
  expect(effective(source, "professeurs")).toEqual({
    martin: { nom: "MARTIN", coordonnees: { email: true, mobile: true } },
    roux: { nom: "ROUX", coordonnees: { email: true, mobile: false } },
    blanc: { nom: "BLANC", coordonnees: "<removed>" },
    noir: "<absent>",
  });
  expect(effective(source, "personnels", "durand")).toEqual({ nom: "DURAND" });
});

test("a base may write it, and the establishment change it", () => {
  const source = `
#- base.pronote.yaml
preferences-contact: { personnels: { coordonnees: { email: true, adresse: true } } }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
preferences-contact: { personnels: { coordonnees: { adresse: false } } }
personnels: { durand: { nom: DURAND } }$0
`;
  expect(effective(source, "personnels", "durand", "coordonnees")).toEqual({ email: true, adresse: false });
});

test("its origin is where it is written", () => {
  const { snapshot } = fixture(
    `${DEFAULT}professeurs: { roux: { nom: ROUX, coordonnees: { mobile: false } } }\n`,
  ).context;
  const paths = (key: string) =>
    originsOf(snapshot, ["professeurs", "roux", "coordonnees", key]).map(({ path }) => path.join("/"));
  expect(paths("email")).toEqual(["preferences-contact/professeurs/coordonnees/email"]);
  expect(paths("mobile")).toEqual([
    "professeurs/roux/coordonnees/mobile",
    "preferences-contact/professeurs/coordonnees/mobile",
  ]);
});

test("an edit of one person leaves the others the same objects", () => {
  const { workspace } = fixture(`
#- etablissement.pronote.yaml
${DEFAULT}professeurs: { martin: { nom: MARTIN } }
#- arrives.pronote.yaml
professeurs: { roux: { nom: ROUX } }
`);
  const file = [...workspace.files.values()].find(({ uri }) => uri.endsWith("arrives.pronote.yaml"));
  if (!file) throw new Error("no file");
  const at = { line: 0, character: 27 };
  const next = workspace.with([[file.uri, changeFile(file, { start: at, end: at }, "X")]]);
  const [before, after] = [workspace, next].map(({ snapshots: [snapshot] }) =>
    snapshot ? establishmentOf(snapshot).value.get("professeurs") : undefined,
  );
  expect(after?.entries.get("martin")).toBe(before?.entries.get("martin"));
  expect(after?.entries.get("roux")).not.toBe(before?.entries.get("roux"));
});

test("the rules read it: a channel that it does not serve, a password that cannot be recovered", () => {
  checkRule(
    channelWithoutCoordonnee,
    `
preferences-contact:
  professeurs: { sms: false, e-mails: true, coordonnees: { mobile: false, email: true } }
  personnels: { sms: true, coordonnees: { mobile: false } }
  #                  ^^^^ “personnels” accepts “sms”, and PRONOTE has no mobile number: nothing would arrive.
professeurs:
  martin: { preferences-contact: { sms: true } }
  #                                     ^^^^ “martin” accepts “sms”, and PRONOTE has no mobile number: nothing would arrive.
  roux: { preferences-contact: { sms: true }, coordonnees: { mobile: true } }
`,
  );
  checkRule(
    passwordRecoveryWithoutEmail,
    `
preferences-contact: { professeurs: { coordonnees: { email: false } } }
professeurs: { martin: { nom: MARTIN }, roux: { nom: ROUX }, noir: { coordonnees: { email: true } } }
espaces: { professeurs: { recuperation-mot-de-passe: true } }
#                                                    ^^^^ A forgotten password is recovered by e-mail, and PRONOTE has no valid address for “martin”, “roux”.
`,
  );
});

test("a removal or an exception above it has an effect, a repetition has none", () => {
  checkFindings(`
preferences-contact: { professeurs: { coordonnees: { email: true, mobile: true } } }
professeurs:
  martin: { nom: MARTIN, coordonnees: ~ }
  roux: { nom: ROUX, coordonnees: { mobile: false, adresse: true } }
  noir: { nom: NOIR, coordonnees: { email: true } }
  #                                        ^^^^ override-without-effect: “email” applies without this line too: what is underneath says the same.
`);
});

test("fingerprints: written once or with each person is the same, and the preferences do not change", () => {
  const fingerprint = (source: string, slug: string) => {
    const item = items.find((one) => one.slug === slug);
    return (
      item && Object.fromEntries(fingerprintOf(item, establishmentOf(fixture(source).context.snapshot).value))
    );
  };
  const people = "professeurs: { martin: { nom: MARTIN } }\n";
  const own = "professeurs: { martin: { nom: MARTIN, coordonnees: { email: true, mobile: true } } }\n";
  expect(fingerprint(DEFAULT + people, "coordonnees")).toEqual(fingerprint(own, "coordonnees"));
  expect(fingerprint(people, "coordonnees")).not.toEqual(fingerprint(own, "coordonnees"));
  const preferences = "preferences-contact: { professeurs: { sms: true } }\n";
  const both = "preferences-contact: { professeurs: { sms: true, coordonnees: { mobile: true } } }\n";
  const slug = "preferences-contact-professeurs";
  expect(fingerprint(both, slug)).toEqual(fingerprint(preferences, slug));
  expect(stepIn(preferences, slug)).not.toMatch(/^to-write/);
  expect(stepIn(DEFAULT, slug)).toMatch(/^to-write/);
});

import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { placeholderLeftIn } from "./placeholder-left-in.ts";

const says = (address: string, part: string) =>
  `“${address}” still contains “${part}”, which stands for a part that each establishment fills in. Nothing is found at this address.`;

test("reports a part that was never filled in", () => {
  checkRule(
    placeholderLeftIn,
    `
serveurs: { serveur: { adresse: RNE.index-education.net } }
#                               ^^^^^^^^^^^^^^^^^^^^^^^ ${says("RNE.index-education.net", "RNE")}
communication:
  e-mails:
    expediteur:
      adresse: ce.xxxxxxxx@ac-exemple.fr
#              ^^^^^^^^^^^^^^^^^^^^^^^^^ ${says("ce.xxxxxxxx@ac-exemple.fr", "xxxxxxxx")}
`,
  );
});

test("accepts names that merely contain such letters", () => {
  checkRule(
    placeholderLeftIn,
    "serveurs: { serveur: { adresse: carne.exemple.fr }, relais: { adresse: xxl.exemple.fr } }\n",
  );
});

test("writes the RNE where it is known", () => {
  const text =
    "etablissement: { rne: 0759998K }\nserveurs: { serveur: { adresse: rne.index-education.net } }\n";
  checkFix(placeholderLeftIn, text, text.replace("adresse: rne", "adresse: 0759998K"));
});

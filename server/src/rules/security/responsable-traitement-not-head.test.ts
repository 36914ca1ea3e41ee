import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { responsableTraitementNotHead } from "./responsable-traitement-not-head.ts";

test("reports another member of the staff", () => {
  checkRule(
    responsableTraitementNotHead,
    `
#- etablissement.pronote.yaml
etablissement: { chef-etablissement: durand }
personnels: { durand: {}, petit: {} }
#- rgpd.pronote.yaml
rgpd:
  responsable-traitement: petit
  #                       ^^^^^ Under the RGPD, the head of the establishment (“durand”) is responsible for the processing, not “petit”.
`,
  );
});

test("is silent on free text, and while one of them is not written", () => {
  const personnels = "personnels: { durand: {}, petit: {} }\n";
  checkRule(responsableTraitementNotHead, `${personnels}rgpd: { responsable-traitement: petit }\n`);
  checkRule(
    responsableTraitementNotHead,
    `${personnels}etablissement: { chef-etablissement: durand }\nrgpd: { responsable-traitement: Mme Durand }\n`,
  );
});

test("is silent where it is the head, and where the head is not declared", () => {
  checkRule(
    responsableTraitementNotHead,
    "personnels: { petit: {} }\netablissement: { chef-etablissement: petit }\nrgpd: { responsable-traitement: petit }\n",
  );
  checkRule(
    responsableTraitementNotHead,
    "personnels: { petit: {} }\netablissement: { chef-etablissement: inconnu }\nrgpd: { responsable-traitement: petit }\n",
  );
});

test("offers the head", () => {
  checkFix(
    responsableTraitementNotHead,
    "personnels: { a: {}, b: {} }\netablissement: { chef-etablissement: a }\nrgpd: { responsable-traitement: b }\n",
    "personnels: { a: {}, b: {} }\netablissement: { chef-etablissement: a }\nrgpd: { responsable-traitement: a }\n",
  );
});

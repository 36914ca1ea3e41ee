import { expect, test } from "vitest";
import { localizerFor } from "../base/localize.ts";
import { placeInWords, placesInWords } from "./place-words.ts";

const french = localizerFor("fr");

test.each([
  ["profils-personnels/Profil 1/autorisations/communication/envoyer-sms", "« Envoyer des SMS » (Profil 1)"],
  ["classes/6A/services/FRANC/mode", "« Mode d'évaluation » (6A, FRANC)"],
  ["classes/6A", "« 6A » (Classe)"],
  ["classes/6A/services/FRANC", "« FRANC » (Service, 6A)"],
  ["espaces/parents/publie", "« Publié » (Espaces, Espace Parents)"],
  ["edt/licence", "« Licence EDT » (EDT)"],
  ["edt", "« EDT »"],
  ["classes/*/services/*/modalite", "« Modalité » (Classes, Services)"],
  ["nowhere/at/all", "« all » (nowhere)"],
])("a place is said by titles and names: %s", (path, words) => {
  expect(french(placeInWords(path.split("/"))).replaceAll("\u00a0", " ")).toBe(words);
});

test("several places are separated by commas; none is nothing", () => {
  expect(localizerFor("en")(placesInWords([["edt"], ["classes", "6A"]]))).toBe("“EDT”, “6A” (Class)");
  expect(french(placesInWords([]))).toBe("");
});

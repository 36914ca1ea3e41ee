import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { localizerFor } from "../base/localize.ts";
import { establishmentOf } from "../model/establishment.ts";
import { type ItemSpec, itemBySlug } from "../schema/checklist.ts";
import { isSureToApply, withoutObject } from "./step-values.ts";

const rootOf = (text: string) => establishmentOf(fixture(text).context.snapshot).value;
const PLAIN: ItemSpec = {
  ...itemBySlug.get("creation-base")!,
  mode: "both",
  when: [],
  unless: [],
  about: [],
};

/** Why an item with these conditions is not applicable. */
function why(more: Partial<ItemSpec>, text: string): string | undefined {
  const message = withoutObject({ ...PLAIN, ...more }, rootOf(text));
  return message && localizerFor("en")(message);
}

test("an item that all of several exceptions take out names the last of them", () => {
  const unless = [
    { path: ["ent", "actif"], is: [true] },
    { path: ["ent", "profils", "eleves"], is: [true] },
  ];
  expect(why({ unless }, "ent: { actif: true, profils: { eleves: true } }\n")).toBe(
    "Not needed, since the box “Students” (ENT, Audiences) is ticked.",
  );
  expect(why({ unless }, "ent: { actif: true, profils: { eleves: false } }\n")).toBeUndefined();
  expect(why({ unless }, "ent: { actif: false, profils: { eleves: true } }\n")).toBeUndefined();
  expect(why({ unless: [] }, "ent: { actif: true }\n")).toBeUndefined();
});

test("an exception may be for all values but one", () => {
  const unless = [{ path: ["ent", "actif"], not: [true] }];
  expect(why({ unless }, "ent: { actif: true }\n")).toBeUndefined();
  expect(why({ unless }, "ent: { actif: false }\n")).toBe(
    "Not needed, since the box “Active” (ENT) is not ticked.",
  );
});

test("a value with a title is named by it, another as it is written", () => {
  const licence = [{ path: ["edt", "licence"], is: ["reseau"] }];
  expect(why({ when: licence }, "edt: { licence: aucune }\n")).toContain("is “None”.");
  const name = [{ path: ["etablissement", "nom"], is: ["X"] }];
  expect(why({ when: name }, "etablissement: { nom: Collège Y }\n")).toContain("is “Collège Y”.");
});

test("an item without an object says which it is about, if all are certainly missing", () => {
  const about = [["salles"], ["serveurs", "relais"]];
  expect(why({ about }, "salles: {}\nserveurs: { serveur: { port: 49300 } }\n")).toBe(
    "There is none here: “Rooms”, “PRONOTE Relais” (Servers).",
  );
  expect(why({ about }, "salles: {}\n")).toBeUndefined();
  expect(why({ about }, "salles: { CDI: {} }\nserveurs: { serveur: { port: 49300 } }\n")).toBeUndefined();
});

test("an item surely applies if its mode and all its conditions are written so", () => {
  const when = [{ path: ["edt", "licence"], is: ["reseau", "monoposte"] }];
  const sure = (more: Partial<ItemSpec>, text: string) => isSureToApply({ ...PLAIN, ...more }, rootOf(text));
  expect(sure({ when }, "edt: { licence: monoposte }\n")).toBe(true);
  expect(sure({ when }, "edt: { licence: aucune }\n")).toBe(false);
  expect(sure({ when }, "edt: {}\n")).toBe(false);
  expect(sure({ mode: "heberge" }, "hebergement: { mode: heberge }\n")).toBe(true);
  expect(sure({ mode: "heberge" }, "hebergement: { mode: non-heberge }\n")).toBe(false);
  expect(sure({ mode: "heberge" }, "edt: {}\n")).toBe(false);
});

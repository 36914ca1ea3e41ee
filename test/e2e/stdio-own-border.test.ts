/** Parameters of any shape in our own requests: an error, or a result that fits the request; and the server goes on. */
import { afterEach, expect, test } from "vitest";
import { ownModel } from "../support/own-model.ts";
import { RawClient } from "../support/raw-client.ts";

const FOLDER = "file:///ecole";
const URI = `${FOLDER}/etablissement.pronote.yaml`;
const TEXT =
  "etablissement: { rne: 0759998K, nom: Tilleuls, annee-scolaire: 2026-2027 }\nclasses: { 6A: {} }\n";

const textDocument = { uri: URI };
const position = { line: 0, character: 0 };
const step = { establishment: FOLDER, slug: "classes" };
const sources = [{ name: "x.xml", uri: "file:///x.xml", bytes: "PHg+" }];
const importParams = { sources, establishment: FOLDER, refresh: true, prune: true, counts: true };

/** Valid parameters of each of our own requests. */
const REQUESTS: { readonly [method: string]: { readonly [key: string]: unknown } } = {
  "rentree/alive": {},
  "rentree/applyImport": importParams,
  "rentree/checklist": { establishment: FOLDER },
  "rentree/checklistTotals": {},
  "rentree/compare": { text: "NOM\tNIVEAU\n6A\t6e\n", uri: FOLDER, day: "2026-08-24", titles: { X: "nom" } },
  "rentree/compareFix": { establishment: FOLDER, change: { path: ["classes", "6A"], text: "~" }, reason: "" },
  "rentree/effective": { establishment: FOLDER, origins: true, at: "classes" },
  "rentree/effectiveAt": { textDocument, position },
  "rentree/fleet": {},
  "rentree/import": importParams,
  "rentree/newEstablishment": { parent: FOLDER, nom: "", rne: "", folder: "", sister: FOLDER, models: true },
  "rentree/plan": { establishment: FOLDER },
  "rentree/refresh": {},
  "rentree/report": { establishment: FOLDER, format: "json" },
  "rentree/stepDetails": step,
  "rentree/stepsAt": { textDocument, position },
  "rentree/tickPreview": { action: "fait", steps: [step], slug: "classes", establishment: FOLDER, phase: 1 },
};
const JUNK = [
  null,
  0,
  -1,
  "x",
  true,
  [],
  [null],
  [1, 2, 3],
  {},
  { uri: "x" },
  { path: "x", establishment: 5 },
];

let raw: RawClient | undefined;

afterEach(() => {
  raw?.process.kill();
});

test("junk as, and in, the parameters of each of our own requests", async () => {
  const methods = ownModel().requests.map(({ method }) => method);
  expect(Object.keys(REQUESTS).sort()).toEqual(methods.sort());
  raw = new RawClient();
  await raw.initialized();
  raw.send({
    method: "textDocument/didOpen",
    params: { textDocument: { uri: URI, languageId: "pronote", version: 1, text: TEXT } },
  });
  const requests = Object.entries(REQUESTS).flatMap(([method, valid]) => [
    { method },
    { method, params: valid },
    ...JUNK.map((params) => ({ method, params })),
    ...Object.keys(valid).flatMap((key) =>
      JUNK.map((junk) => ({ method, params: { ...valid, [key]: junk } })),
    ),
  ]);
  for (const [id, request] of requests.entries()) raw.send({ id, ...request });
  for (const id of requests.keys()) await raw.answer(id);
  const messages = raw.received.filter(({ method }) => /^window\/(?:show|log)Message$/.test(method ?? ""));
  expect([raw.check.faults, messages]).toEqual([[], []]);
  // A refusal is an answer too: of what is named, nothing is there.
  const codes = new Set(raw.received.flatMap(({ error }) => (error ? [error.code] : [])));
  expect([...codes].sort()).toEqual([-32602, -32803]);

  expect(await raw.stop()).toBe(0);
  expect(raw.errors).toBe("");
});

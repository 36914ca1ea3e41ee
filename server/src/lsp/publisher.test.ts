import { expect, test } from "vitest";
import { academie } from "../../../test/support/academie.ts";
import { publisherFor, SCHOOL, uri } from "../../../test/support/publisher.ts";
import { arrived } from "./scheduler.ts";

test("diagnostics and status are sent only when they changed", async () => {
  const { store, change, roundEnded, sentSince, statuses } = publisherFor(SCHOOL);
  await roundEnded();
  expect(sentSince()).toEqual(["ecole/classes: unknown-reference"]);
  expect(statuses).toMatchObject([{ establishments: 1, files: 2, errors: 1 }]);
  change("ecole/etablissement", "Tilleuls", "Tilleul");
  await roundEnded();
  expect(sentSince()).toEqual([]);
  change("ecole/classes", "6E1:", "6E1: ");
  await roundEnded();
  expect(sentSince()).toEqual(["ecole/classes: unknown-reference"]);
  change("ecole/classes", "martni", "martin");
  await roundEnded();
  expect(sentSince()).toEqual(["ecole/classes: "]);
  expect(statuses).toHaveLength(2);
  store.take([{ uri: uri("ecole/classes"), text: null }]);
  await roundEnded();
  expect(sentSince()).toEqual([]);
});

test("an opened document gets its diagnostics even if the list is empty", async () => {
  const { store, roundEnded, sentSince } = publisherFor(SCHOOL);
  store.open(uri("ecole/etablissement"), SCHOOL["ecole/etablissement"]);
  await roundEnded();
  expect(sentSince()).toEqual(["ecole/etablissement: ", "ecole/classes: unknown-reference"]);
});

test("a related position in another file moves when that file changes", async () => {
  const people = Array.from({ length: 40 }, (_, at) => `  p${at}: { nom: N${at} }\n`).join("");
  const text = `professeurs:\n${people}licence: { consultation: false }\n`;
  const { store, sent, change, roundEnded } = publisherFor({
    ...SCHOOL,
    "ecole/groupes": "groupes-utilisateurs: { Lecteurs: { type: consult } }\n",
    "ecole/licence": text,
  });
  store.open(uri("ecole/licence"), text);
  const related = () => {
    const [found] = sent.findLast(({ file }) => file === "ecole/groupes")?.list ?? [];
    return found?.relatedInformation?.[0]?.location.range.start.line;
  };
  await roundEnded();
  expect(related()).toBe(41);
  change("ecole/licence", "  p3", "  # above\n  p3");
  await roundEnded();
  expect(related()).toBe(42);
});

test("diagnostics are sent again when the language or the severities change", async () => {
  const { settings, sent, roundEnded, sentSince } = publisherFor(SCHOOL);
  await roundEnded();
  sentSince();
  settings.language = "fr";
  await roundEnded();
  expect(sent.splice(0)[0]?.list[0]?.message).toContain("«");
  settings.severities = new Map([["unknown-reference", "off"]]);
  await roundEnded();
  expect(sentSince()).toEqual(["ecole/classes: "]);
});

const MANY = 12;

test("a long round sends diagnostics of open documents first, and those of each file once", async () => {
  const files = academie(MANY);
  const { store, change, roundEnded, sent, sentSince, statuses } = publisherFor(files);
  await roundEnded();
  expect(sentSince()).toEqual([]);
  store.open(uri("e7/etablissement"), files["e7/etablissement"] ?? "");
  store.open(uri("academie"), files["academie"] ?? "");
  await roundEnded();
  expect(sentSince()).toEqual(["academie: ", "e7/etablissement: "]);
  change("academie", "FRANC", "FRANCS");
  await roundEnded();
  expect(sent[0]?.file).toBe("e7/etablissement");
  expect(new Set(sent.map(({ file }) => file)).size).toBe(sent.length);
  expect(sent).toHaveLength(MANY);
  expect(statuses.map(({ errors }) => errors)).toEqual([0, MANY]);
});

test("a long document that is opened gets the findings of its own first, but no preliminary empty list", async () => {
  const classes = Array.from({ length: 3_000 }, (_, at) => `  C${at}: { periodicite: trimestriel }\n`).join(
    "",
  );
  const text = `${SCHOOL["ecole/etablissement"]}classes:\n${classes}  6E1: { periodicite: trimestriel, professeur-principal: martni }\n`;
  const { store, roundEnded, sentSince } = publisherFor({});
  store.open(uri("a/etablissement"), `${text}classs: {}\n`);
  await roundEnded();
  expect(sentSince()).toEqual([
    "a/etablissement: unknown-key",
    "a/etablissement: unknown-key unknown-reference",
  ]);
  store.open(uri("b/etablissement"), text.replace("0759998K", "0759901E"));
  await roundEnded();
  expect(sentSince()).toEqual(["b/etablissement: unknown-reference"]);
});

/** Waits until a round has started, but not until its end. */
async function roundStarted(): Promise<void> {
  for (let times = 0; times < 3; times++) await arrived();
}

test("a new round cancels the one before it; requests are answered in between", async () => {
  const files = academie(MANY);
  const { store, publisher, change, roundEnded, sentSince, statuses } = publisherFor(files);
  store.open(uri("academie"), files["academie"] ?? "");
  void publisher.soon();
  await roundStarted();
  change("academie", "FRANC", "FRANCS");
  await roundStarted();
  const [file] = store.workspace.files.values();
  expect(file && publisher.findingsIn(store.workspace, file).get(file.uri)).toBeDefined();
  change("academie", "FRANCS", "FRANC");
  await roundEnded();
  expect(statuses.map(({ errors }) => errors)).toEqual([0]);
  expect(sentSince()).toEqual(["academie: "]);
});

test("of texts that are others by then nothing is sent, before the round of these", async () => {
  const files = academie(MANY);
  const { store, publisher, sent, roundEnded } = publisherFor(files);
  const wrong = uri("e9/etablissement");
  store.take([{ uri: wrong, text: `${files["e9/etablissement"]}inconnu: 1\n` }]);
  const running = publisher.soon();
  await roundStarted();
  store.take([{ uri: wrong, text: `# new\n${files["e9/etablissement"]}inconnu: 1\n` }]);
  await running;
  expect(sent).toEqual([]);
  await roundEnded();
  const lines = files["e9/etablissement"]?.split("\n").length ?? 0;
  expect(sent.map(({ list }) => list.map(({ range }) => range.start.line))).toEqual([[lines]]);
});

test("a base keeps its diagnostics, where its text is unchanged, until all heirs are checked again", async () => {
  const files = academie(MANY);
  const base = `${files["academie"]}profils-professeurs:\n  A: { comme: Z }\n${"  # a comment\n".repeat(40)}  B: { comme: Y }\n${"  # a comment\n".repeat(40)}  C: { inconnu: 1 }\n`;
  const { store, change, roundEnded, sent } = publisherFor({ ...files, academie: base });
  store.open(uri("academie"), base);
  await roundEnded();
  const messages = () => sent.splice(0).map(({ list }) => list.map(({ message }) => message));
  const own = expect.stringMatching(/“inconnu”/);
  const found = (name: string) => expect.stringMatching(`“${name}”.*\\(${MANY} of ${MANY} establishments\\)`);
  expect(messages()).toEqual([[own], [found("Z"), found("Y"), own]]);
  change("academie", "comme: Y", "comme: A");
  await roundEnded();
  expect(messages()).toEqual([[found("Z"), own]]);
  change("academie", "comme: Z", "comme: [");
  await roundEnded();
  expect(sent.at(-1)?.codes).toEqual(["unknown-key", "yaml-syntax"]);
});

test("what follows from a workspace is told at the end of a round that is not given up", async () => {
  const { store, change, roundEnded, published } = publisherFor(SCHOOL);
  change("ecole/classes", "martni", "martin");
  change("ecole/classes", "6E2", "6E3");
  await roundEnded();
  expect(published).toHaveBeenCalledOnce();
  expect(published).toHaveBeenCalledWith(store.workspace, expect.any(Function));
});

test("after the end of the session nothing is sent, and a round that runs is given up", async () => {
  const { publisher, change, roundEnded, sentSince, published } = publisherFor(SCHOOL);
  const running = roundEnded();
  publisher.stop();
  await running;
  change("ecole/classes", "martni", "martin");
  await roundEnded();
  expect([sentSince(), published.mock.calls]).toEqual([[], []]);
});

import { expect, test, vi } from "vitest";
import type { Diagnostic } from "vscode-languageserver-types";
import { academie } from "../../../test/support/academie.ts";
import { analysis } from "../../../test/support/analysis.ts";
import type { Severities } from "../analysis/severities.ts";
import { localizerFor } from "../base/localize.ts";
import type { Language } from "../base/message.ts";
import { fullClientSupport } from "../features/client-support.ts";
import type { StatusParams } from "../features/protocol.ts";
import { aloneWith } from "../model/snapshot.ts";
import { DocumentStore } from "./document-store.ts";
import { Publisher, type PublisherHost } from "./publisher.ts";
import { arrived } from "./scheduler.ts";

interface Told {
  readonly file: string;
  readonly codes: readonly string[];
  readonly list: readonly Diagnostic[];
}

const SCHOOL = {
  "ecole/etablissement":
    "etablissement: { rne: 0759998K, nom: Tilleuls }\nhebergement: { mode: heberge }\nprofesseurs: { martin: { nom: MARTIN } }\n",
  "ecole/classes":
    "classes:\n  6E1: { periodicite: trimestriel, professeur-principal: martni }\n  6E2: { periodicite: trimestriel, professeur-principal: martin }\n",
};

const uri = (path: string) => `file:///${path}.pronote.yaml`;

/** A store with these files open, and a client that writes down what it is told. */
function told(files: { readonly [path: string]: string }) {
  const store = new DocumentStore(undefined);
  store.take(Object.entries(files).map(([path, text]) => ({ uri: uri(path), text })));
  const said: Told[] = [];
  const statuses: StatusParams[] = [];
  const settings: { language: Language; severities: Severities } = { language: "en", severities: new Map() };
  const checklistChanged = vi.fn();
  const failed = vi.fn();
  const outlet: PublisherHost = {
    store,
    analysis,
    language: () => settings.language,
    severities: () => settings.severities,
    contextOf(name) {
      const { workspace } = store;
      const file = workspace.files.get(name);
      return (
        file && {
          analysis,
          workspace,
          file,
          snapshot: workspace.of(name)[0] ?? aloneWith(file, workspace.today),
          language: settings.language,
          localize: localizerFor(settings.language),
          uri: (one) => one,
          client: fullClientSupport,
          version: () => null,
          found: (one) => publisher.found(one, file),
        }
      );
    },
    diagnostics: (name, list) =>
      said.push({
        file: name.slice("file:///".length, -".pronote.yaml".length),
        codes: list.map(({ code }) => String(code)).sort(),
        list,
      }),
    status: (status) => statuses.push(status),
    checklistChanged,
    failed,
  };
  const publisher = new Publisher(outlet);
  const change = (path: string, from: string, to: string) => {
    const before = files[path] ?? "";
    const lines = before.slice(0, before.indexOf(from)).split("\n");
    const start = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    const end = { ...start, character: start.character + from.length };
    const text = before.replace(from, to);
    files = { ...files, [path]: text };
    if (store.isOpen(uri(path))) store.change(uri(path), [{ range: { start, end }, text: to }]);
    else store.take([{ uri: uri(path), text }]);
    void publisher.soon();
  };
  const settled = async () => {
    await publisher.soon();
    expect(failed).not.toHaveBeenCalled();
  };
  const since = () => said.splice(0).map(({ file, codes }) => `${file}: ${codes.join(" ")}`);
  return { store, publisher, said, statuses, settings, change, settled, since, checklistChanged };
}

test("says only what is another than what was said", async () => {
  const { store, change, settled, since, statuses } = told(SCHOOL);
  await settled();
  expect(since()).toEqual(["ecole/classes: unknown-reference"]);
  expect(statuses).toMatchObject([{ establishments: 1, files: 2, errors: 1 }]);
  change("ecole/etablissement", "Tilleuls", "Tilleul");
  await settled();
  expect(since()).toEqual([]);
  change("ecole/classes", "6E1:", "6E1: ");
  await settled();
  expect(since()).toEqual(["ecole/classes: unknown-reference"]);
  change("ecole/classes", "martni", "martin");
  await settled();
  expect(since()).toEqual(["ecole/classes: "]);
  expect(statuses).toHaveLength(2);
  store.take([{ uri: uri("ecole/classes"), text: null }]);
  await settled();
  expect(since()).toEqual([]);
});

test("what is opened is answered even if there is nothing to say", async () => {
  const { store, settled, since } = told(SCHOOL);
  store.open(uri("ecole/etablissement"), SCHOOL["ecole/etablissement"]);
  await settled();
  expect(since()).toEqual(["ecole/etablissement: ", "ecole/classes: unknown-reference"]);
});

test("a place in another file that is named moves with that file", async () => {
  const people = Array.from({ length: 40 }, (_, at) => `  p${at}: { nom: N${at} }\n`).join("");
  const text = `professeurs:\n${people}licence: { consultation: false }\n`;
  const { store, said, change, settled } = told({
    ...SCHOOL,
    "ecole/groupes": "groupes-utilisateurs: { Lecteurs: { type: consult } }\n",
    "ecole/licence": text,
  });
  store.open(uri("ecole/licence"), text);
  const related = () => {
    const [found] = said.findLast(({ file }) => file === "ecole/groupes")?.list ?? [];
    return found?.relatedInformation?.[0]?.location.range.start.line;
  };
  await settled();
  expect(related()).toBe(41);
  change("ecole/licence", "  p3", "  # above\n  p3");
  await settled();
  expect(related()).toBe(42);
});

test("another language, and other severities, are another thing to say", async () => {
  const { settings, said, settled, since } = told(SCHOOL);
  await settled();
  since();
  settings.language = "fr";
  await settled();
  expect(said.splice(0)[0]?.list[0]?.message).toContain("«");
  settings.severities = new Map([["unknown-reference", "off"]]);
  await settled();
  expect(since()).toEqual(["ecole/classes: "]);
});

const MANY = 12;

test("of what takes long, what is open is told first, and each thing once", async () => {
  const files = academie(MANY);
  const { store, change, settled, said, since, statuses } = told(files);
  await settled();
  expect(since()).toEqual([]);
  store.open(uri("e7/etablissement"), files["e7/etablissement"] ?? "");
  store.open(uri("academie"), files["academie"] ?? "");
  await settled();
  expect(since()).toEqual(["academie: ", "e7/etablissement: "]);
  change("academie", "FRANC", "FRANCS");
  await settled();
  expect(said[0]?.file).toBe("e7/etablissement");
  expect(new Set(said.map(({ file }) => file)).size).toBe(said.length);
  expect(said).toHaveLength(MANY);
  expect(statuses.map(({ errors }) => errors)).toEqual([0, MANY]);
});

test("of a long text that is opened, what it says by itself is told first, but not that there is nothing", async () => {
  const classes = Array.from({ length: 3_000 }, (_, at) => `  C${at}: { periodicite: trimestriel }\n`).join(
    "",
  );
  const text = `${SCHOOL["ecole/etablissement"]}classes:\n${classes}  6E1: { periodicite: trimestriel, professeur-principal: martni }\n`;
  const { store, settled, since } = told({});
  store.open(uri("a/etablissement"), `${text}classs: {}\n`);
  await settled();
  expect(since()).toEqual(["a/etablissement: unknown-key", "a/etablissement: unknown-key unknown-reference"]);
  store.open(uri("b/etablissement"), text.replace("0759998K", "0759901E"));
  await settled();
  expect(since()).toEqual(["b/etablissement: unknown-reference"]);
});

/** Time enough for a round to begin, not to end. */
async function begun(): Promise<void> {
  for (let times = 0; times < 3; times++) await arrived();
}

test("a round ends where another begins; a request is answered in between", async () => {
  const files = academie(MANY);
  const { store, publisher, change, settled, since, statuses } = told(files);
  store.open(uri("academie"), files["academie"] ?? "");
  void publisher.soon();
  await begun();
  change("academie", "FRANC", "FRANCS");
  await begun();
  const [file] = store.workspace.files.values();
  expect(file && publisher.found(store.workspace, file).get(file.uri)).toBeDefined();
  change("academie", "FRANCS", "FRANC");
  await settled();
  expect(statuses.map(({ errors }) => errors)).toEqual([0]);
  expect(since()).toEqual(["academie: "]);
});

test("what a base was told before stands, as far as its text does, until all is checked again", async () => {
  const files = academie(MANY);
  const base = `${files["academie"]}profils-professeurs:\n  A: { comme: Z }\n${"  # a comment\n".repeat(40)}  B: { comme: Y }\n${"  # a comment\n".repeat(40)}  C: { inconnu: 1 }\n`;
  const { store, change, settled, said } = told({ ...files, academie: base });
  store.open(uri("academie"), base);
  await settled();
  const messages = () => said.splice(0).map(({ list }) => list.map(({ message }) => message));
  const own = expect.stringMatching(/“inconnu”/);
  const found = (name: string) => expect.stringMatching(`“${name}”.*\\(${MANY} of ${MANY} establishments\\)`);
  expect(messages()).toEqual([[own], [found("Z"), found("Y"), own]]);
  change("academie", "comme: Y", "comme: A");
  await settled();
  expect(messages()).toEqual([[found("Z"), own]]);
  change("academie", "comme: Z", "comme: [");
  await settled();
  expect(said.at(-1)?.codes).toEqual(["unknown-key", "yaml-syntax"]);
});

test("the checklist is told to be another only if somebody asked, and is", async () => {
  const { publisher, change, settled, checklistChanged } = told(SCHOOL);
  await settled();
  change("ecole/etablissement", "mode: heberge", "mode: non-heberge");
  await settled();
  expect(checklistChanged).not.toHaveBeenCalled();
  expect(await publisher.checklist()).toMatchObject([{ name: "Tilleuls" }]);
  change("ecole/classes", "}\n", "} \n");
  await settled();
  expect(checklistChanged).not.toHaveBeenCalled();
  change("ecole/etablissement", "mode: non-heberge", "mode: heberge");
  await settled();
  expect(checklistChanged).toHaveBeenCalledTimes(1);
});

import { expect, test, vi } from "vitest";
import type { Diagnostic } from "vscode-languageserver-types";
import { academie } from "../../../test/support/academie.ts";
import { analysis } from "../../../test/support/analysis.ts";
import type { Severities } from "../analysis/severities.ts";
import { localizerFor } from "../base/localize.ts";
import type { Language } from "../base/message.ts";
import { fullClientSupport } from "../features/full-client-support.ts";
import type { StatusParams } from "../features/protocol.ts";
import { aloneWith } from "../model/snapshot.ts";
import { DocumentStore } from "./document-store.ts";
import { Publisher, type PublisherHost } from "./publisher.ts";
import { arrived } from "./scheduler.ts";

interface SentList {
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

/** A publisher for these files, with a client that records what it receives. */
function publisherFor(files: { readonly [path: string]: string }) {
  const store = new DocumentStore();
  store.take(Object.entries(files).map(([path, text]) => ({ uri: uri(path), text })));
  const sent: SentList[] = [];
  const statuses: StatusParams[] = [];
  const settings: { language: Language; severities: Severities } = { language: "en", severities: new Map() };
  const published = vi.fn(async () => {});
  const failed = vi.fn();
  const host: PublisherHost = {
    store,
    loader: { isLoading: false, isLoaded: () => true },
    analysis,
    settings: {
      get severities() {
        return settings.severities;
      },
      openFilesOnly: false,
    },
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
          uri: (canonical) => canonical,
          client: fullClientSupport,
          version: () => null,
          shown: { inlayHints: "minimal" as const, codeLens: true },
          findingsIn: (at) => publisher.findingsIn(at, file),
        }
      );
    },
    diagnostics: (name, list) =>
      sent.push({
        file: name.slice("file:///".length, -".pronote.yaml".length),
        codes: list.map(({ code }) => String(code)).sort(),
        list,
      }),
    status: (status) => statuses.push(status),
    published,
    failed,
  };
  const publisher = new Publisher(host);
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
  const roundEnded = async () => {
    await publisher.soon();
    expect(failed).not.toHaveBeenCalled();
  };
  const sentSince = () => sent.splice(0).map(({ file, codes }) => `${file}: ${codes.join(" ")}`);
  return { store, publisher, sent, statuses, settings, change, roundEnded, sentSince, published };
}

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

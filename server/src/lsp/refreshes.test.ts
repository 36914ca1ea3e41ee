import { expect, test, vi } from "vitest";
import { analysis } from "../../../test/support/analysis.ts";
import { localizerFor } from "../base/localize.ts";
import type { Context } from "../features/context.ts";
import { fullClientSupport } from "../features/full-client-support.ts";
import type { Finding } from "../rules/api/rule.ts";
import { DocumentStore } from "./document-store.ts";
import { Refreshes } from "./refreshes.ts";

const CLASSES = "file:///a/classes.pronote.yaml";
const PEOPLE = "file:///a/personnes.pronote.yaml";
const MARTIN = "professeurs: { martin: { nom: MARTIN } }\n";

const FILES = {
  "file:///a/etablissement.pronote.yaml": "etablissement: { rne: 0759998K }\n",
  [CLASSES]: "classes: { 6E1: { professeur-principal: martin } }\n",
  [PEOPLE]: MARTIN,
  "file:///b/etablissement.pronote.yaml": "etablissement: { rne: 0759901E }\n",
};

/** A client that shows the classes, and counts what it is asked to ask again for. */
function shown() {
  const store = new DocumentStore();
  store.take(Object.entries(FILES).map(([uri, text]) => ({ uri, text })));
  store.open(CLASSES, FILES[CLASSES] ?? "");
  const colours = vi.fn();
  const lenses = vi.fn();
  const refreshes = new Refreshes({ colours, lenses });
  const contextOf = (findings: () => ReadonlyMap<string, readonly Finding[]>): Context => {
    const { workspace } = store;
    const file = workspace.files.get(CLASSES);
    const [snapshot] = workspace.of(CLASSES);
    if (!file || !snapshot) throw new Error("no file");
    return {
      ...{ analysis, workspace, file, snapshot, language: "en", localize: localizerFor("en") },
      ...{ uri: (canonical) => canonical, client: fullClientSupport, version: () => null },
      shown: { inlayHints: "minimal", codeLens: true },
      findingsIn: findings,
    };
  };
  const found = () => analysis.findingsOf(store.workspace);
  return {
    colours,
    lenses,
    /** The client asks for both, while not all findings are known, or when all are. */
    asks(isPartly = false) {
      const context = contextOf(isPartly ? () => new Map() : found);
      refreshes.coloured(context);
      refreshes.annotated(context);
    },
    write: (uri: string, text: string) => store.take([{ uri, text }]),
    type: (text: string) => store.change(CLASSES, [{ text }]),
    close: () => store.close(CLASSES, true),
    checked: () => refreshes.checked(store.workspace, found(), (uri) => store.isOpen(uri)),
  };
}

test("nothing is asked for where nothing is another", () => {
  const client = shown();
  client.checked();
  client.asks();
  client.checked();
  client.write("file:///b/etablissement.pronote.yaml", "etablissement: { rne: 0759901E, nom: B }\n");
  client.checked();
  expect([client.colours, client.lenses].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
});

test("another file of the establishment makes lenses others, and colours only where names are concerned", () => {
  const client = shown();
  client.asks();
  client.write(PEOPLE, MARTIN.replace("MARTIN", "MARTINE"));
  client.checked();
  client.checked();
  expect([client.colours, client.lenses].map(({ mock }) => mock.calls.length)).toEqual([0, 1]);
  client.write(PEOPLE, MARTIN.replace("martin", "martine"));
  client.checked();
  client.checked();
  expect([client.colours, client.lenses].map(({ mock }) => mock.calls.length)).toEqual([1, 2]);
});

test("colours that were sent before all was found are asked for again", () => {
  const client = shown();
  client.write(PEOPLE, "professeurs: {}\n");
  client.asks(true);
  client.checked();
  expect(client.colours).toHaveBeenCalledOnce();
});

test("a later answer about the same text does not hide that the first is outdated", () => {
  const client = shown();
  client.asks();
  client.write(PEOPLE, "professeurs: {}\n");
  client.asks();
  client.checked();
  expect([client.colours, client.lenses].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});

test("of a document that changed or was closed, nothing is asked for", () => {
  const client = shown();
  client.asks();
  client.type("classes: { 6E1: { professeur-principal: durand } }\n");
  client.checked();
  client.asks();
  client.close();
  client.write(PEOPLE, "professeurs: {}\n");
  client.checked();
  expect([client.colours, client.lenses].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
});

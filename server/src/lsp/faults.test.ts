/** Faults of our own making, planted in a server: each is told once with its name, and the rest goes on. */
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import type { ProtocolConnection, PublishDiagnosticsParams } from "vscode-languageserver-protocol/node";
import { serverHere } from "../../../test/clients/server-here.ts";
import { checkedConnection } from "../../../test/support/checked-connection.ts";
import { FULL } from "../../../test/support/client-kinds.ts";
import { MessageCheck } from "../../../test/support/message-check.ts";
import { comparing } from "../analysis/plan.ts";
import { CHECKLIST, type EstablishmentChecklist } from "../features/protocol.ts";
import { ruleById } from "../rules/index.ts";
import { items } from "../schema/checklist.ts";
import { fileText } from "../syntax/file.ts";
import { Contexts } from "./contexts.ts";
import { DocumentStore } from "./document-store.ts";
import { faultsIn } from "./faults.ts";

const SCHOOL = "untitled:/ecole/etablissement.pronote.yaml";
const TEXT =
  "etablissement: { rne: 0759998K }\nhebergement: { mode: heberge }\nclasses: { 6A: { professeur-principal: petit } }\nprofesseurs: {}\n";
const fail = () => {
  throw new TypeError("planted");
};

interface Told {
  readonly shown: string[];
  readonly logged: string[];
  readonly published: Map<string, readonly string[]>;
  readonly connection: ProtocolConnection;
}

afterEach(() => vi.restoreAllMocks());

/** A client of a server that has a folder of its own, with one open file. */
async function started(): Promise<Told> {
  const server = serverHere();
  const check = new MessageCheck();
  const connection = checkedConnection(server.output, server.input, check);
  const told: Told = { shown: [], logged: [], published: new Map(), connection };
  connection.onNotification("window/showMessage", ({ message }: { message: string }) => {
    told.shown.push(message);
  });
  connection.onNotification("window/logMessage", ({ message }: { message: string }) => {
    told.logged.push(message);
  });
  connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
    told.published.set(
      params.uri,
      params.diagnostics.map(({ code }) => String(code)),
    );
  });
  connection.onRequest("workspace/configuration", () => [null]);
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("workspace/semanticTokens/refresh", () => null);
  connection.listen();
  const workspaceFolders = [{ uri: "untitled:/", name: "a" }];
  await connection.sendRequest("initialize", {
    processId: null,
    rootUri: null,
    capabilities: FULL,
    workspaceFolders,
  });
  await connection.sendNotification("initialized", {});
  onTestFinished(() => {
    expect(check.faults).toEqual([]);
    connection.dispose();
    server.end();
  });
  return told;
}

async function open({ connection }: Told, uri = SCHOOL, text = TEXT): Promise<void> {
  const textDocument = { uri, languageId: "pronote", version: 1, text };
  await connection.sendNotification("textDocument/didOpen", { textDocument });
}

const hover = ({ connection }: Told) =>
  connection.sendRequest("textDocument/hover", {
    textDocument: { uri: SCHOOL },
    position: { line: 0, character: 2 },
  });

const checklist = ({ connection }: Told) =>
  connection.sendRequest<readonly EstablishmentChecklist[]>(CHECKLIST, {});

/** Expects that a part was told once, by a message and in the log, and nothing else. */
function expectTold({ shown, logged }: Told, part: string): void {
  expect(shown).toEqual([
    `${part} failed; the rest goes on. The command “Report a Problem” gathers the details.`,
  ]);
  expect(logged.filter((line) => line.startsWith(`${part}: TypeError: planted`))).not.toEqual([]);
}

test("a feature that throws answers null; other requests are answered", async () => {
  const told = await started();
  await open(told);
  await expect.poll(() => told.published.get(SCHOOL)).toContain("unknown-reference");
  const planted = vi.spyOn(Contexts.prototype, "of").mockImplementation(fail);
  for (let times = 0; times < 8; times++) expect(await hover(told)).toBeNull();
  planted.mockRestore();
  expect(await hover(told)).not.toBeNull();
  expectTold(told, "The hover");
  expect(told.logged).toHaveLength(5);
});

test("a handler of a notification that throws loses that notification only", async () => {
  const told = await started();
  const planted = vi.spyOn(DocumentStore.prototype, "open").mockImplementation(fail);
  await open(told);
  await open(told, "untitled:/a.pronote.yaml");
  expect(await hover(told)).toBeNull();
  planted.mockRestore();
  await open(told);
  expect(await hover(told)).not.toBeNull();
  expectTold(told, "Opening a document");
});

test("a rule that throws finds nothing, the others do", async () => {
  const rule =
    ruleById.get("professeur-principal-not-teaching") ??
    [...ruleById.values()].find(({ on }) => on.includes("classes.*"));
  if (!rule) throw new Error("no rule runs on classes");
  vi.spyOn(rule as Required<typeof rule>, "check").mockImplementation(fail);
  const told = await started();
  await open(told);
  await expect.poll(() => told.published.get(SCHOOL)).toContain("unknown-reference");
  expectTold(told, `The rule “${rule.id}”`);
});

test("a comparison that throws finds nothing; what was found without it is told", async () => {
  const [first] = comparing;
  if (!first) throw new Error("no rule compares");
  vi.spyOn(first.across, "compare").mockImplementation(fail);
  const told = await started();
  await open(told);
  await open(told, "untitled:/lycee/etablissement.pronote.yaml");
  await expect.poll(() => told.published.get(SCHOOL)).toContain("unknown-reference");
  expectTold(told, `The rule “${first.rule.id}”`);
});

test("a step that throws is left out of the checklist", async () => {
  const [broken] = items;
  if (!broken) throw new Error("no step");
  const { needs } = broken;
  Object.defineProperty(broken, "needs", { get: fail, configurable: true });
  onTestFinished(() => void Object.defineProperty(broken, "needs", { value: needs, configurable: true }));
  const told = await started();
  await open(told);
  const [list] = await checklist(told);
  const slugs = list?.phases.flatMap((phase) => phase.items.map(({ slug }) => slug)) ?? [];
  expect(slugs).toHaveLength(items.length - 1);
  expect(slugs).not.toContain(broken.slug);
  expectTold(told, `The step “${broken.slug}”`);
});

test("a change that cannot be applied block by block is not lost", () => {
  const errors: unknown[] = [];
  const store = new DocumentStore(undefined, (error) => errors.push(error));
  store.open(SCHOOL, TEXT);
  let reads = 0;
  const end = {
    line: 0,
    get character(): number {
      return reads++ === 0 ? fail() : "etablissement".length;
    },
  };
  const start = { line: 0, character: 0 };
  store.change(SCHOOL, [{ range: { start, end }, text: "eleves" }]);
  expect(errors).toHaveLength(1);
  const file = store.file(SCHOOL);
  expect(file && fileText(file)).toBe(TEXT.replace("etablissement", "eleves"));
});

test("an error of the client or the connection is logged, and no user is told", () => {
  const lines: string[] = [];
  const shown: unknown[] = [];
  const faults = faultsIn((line) => lines.push(line), {
    name: ({ text }) => text,
    show: (part) => shown.push(part),
  });
  faults.logged("diagnostics")(new Error("gone"));
  expect([lines.map((line) => line.split("\n")[0]), shown]).toEqual([["diagnostics: Error: gone"], []]);
});

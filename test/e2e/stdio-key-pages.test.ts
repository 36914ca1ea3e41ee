import { expect, test } from "vitest";
import type { LocationLink } from "vscode-languageserver-protocol";
import { COMMAND_EXPLAIN } from "../../server/src/features/protocol.ts";
import { LanguageClient } from "../support/language-client.ts";
import { CLASSES, SMALL_ACADEMIE } from "../support/small-academie.ts";

const TEXT = `classes:
  6E1: { periodicite: trimestriel, services: { FRANC: martin } }
`;
const FILES = { ...SMALL_ACADEMIE, [CLASSES]: TEXT };

test("the type definition of a key is a page, which a client that shows pages asks for", async () => {
  const client = await LanguageClient.start(FILES, { locale: "fr" });
  await client.open(CLASSES, TEXT);
  expect(client.capabilities.typeDefinitionProvider).toBe(true);
  const at = { line: 1, character: 12 };
  const [link] = (await client.about("textDocument/typeDefinition", CLASSES, at)) as readonly LocationLink[];
  expect(link).toMatchObject({
    originSelectionRange: { start: { line: 1, character: 9 }, end: { line: 1, character: 20 } },
    targetUri: "rentree-page:/keys/classes/%2A/periodicite.md",
  });
  const explain = (path: string) =>
    client.request("workspace/executeCommand", { command: COMMAND_EXPLAIN, arguments: [path] });
  const page = await explain(decodeURIComponent(new URL(link?.targetUri ?? "").pathname));
  expect(page).toMatch(/^# Type de notation\n[\s\S]*^- Nature\u00a0: /m);
  expect(await explain("/rules/unknown-reference.md")).toMatch(/^# unknown-reference\n/);
  for (const path of ["/keys/classes/*/nulle-part.md", "/keys/", "/rules/", "/", "/autres/x.md"])
    expect(await explain(path)).toBeNull();
  const elsewhere = { line: 0, character: 9 };
  expect(await client.about("textDocument/typeDefinition", CLASSES, elsewhere)).toBeNull();
});

test("a client that shows no pages is offered no type definitions", async () => {
  const client = await LanguageClient.process(FILES);
  const { capabilities } = await client.initialize({ capabilities: {} });
  expect(capabilities.typeDefinitionProvider).toBeUndefined();
});

import { expect, test } from "vitest";
import { folderWith, rentree } from "../support/cli.ts";

/** Messages with the headers of the protocol. */
function framed(...messages: readonly object[]): string {
  return messages
    .map((message) => {
      const body = JSON.stringify({ jsonrpc: "2.0", ...message });
      return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    })
    .join("");
}

test("`rentree lsp` serves a client over standard input and output until `exit`", async () => {
  const folder = folderWith({});
  const input = framed(
    { id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } },
    { method: "initialized", params: {} },
    { id: 2, method: "shutdown" },
    { method: "exit" },
  );
  const { code, out } = await rentree(folder, ["lsp", "--stdio"], { input, open: true });
  expect(code).toBe(0);
  expect(out).toContain('"serverInfo":{"name":"rentree"');
  expect(out).toContain('"id":2');
});

test("`rentree schema` prints only the JSON Schema", async () => {
  const { code, out, err } = await rentree(folderWith({}), ["schema", "--lang", "fr"]);
  expect([code, err]).toEqual([0, ""]);
  expect(JSON.parse(out)).toMatchObject({
    $schema: "http://json-schema.org/draft-07/schema#",
    properties: { classes: { title: "Classes" } },
  });
});

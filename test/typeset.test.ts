/** `npm run typeset` changes French texts wherever they are, and nothing else. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { typesetFiles } from "./support/typeset.ts";

const FILES: Readonly<Record<string, string>> = {
  "l10n/bundle.l10n.fr.json": '{ "Yes: “{0}”?": "Oui : « {0} » ?" }',
  "package.nls.fr.json": '{ "a": "Vraiment ?" }',
  "package.nls.json": '{ "a": "Vraiment ?" }',
  "server/src/rules/network/a-fault.md": "# a-fault\n\n**fr** Vraiment ?\n\n**en** Vraiment ?\n",
  "server/src/rules/network/a-fault.ts": 'const a = "Vraiment ?";\n',
  "schemas/a.schema.json": '{ "title": "Vraiment ?", "x-fr": { "title": "Vraiment ?" } }',
};

test("only French texts are typeset, in bundles, pages and schemas", () => {
  const root = mkdtempSync(join(tmpdir(), "rentree-typeset-"));
  try {
    for (const [file, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    expect(typesetFiles(root).toSorted()).toEqual([
      "l10n/bundle.l10n.fr.json",
      "package.nls.fr.json",
      "schemas/a.schema.json",
      "server/src/rules/network/a-fault.md",
    ]);
    const text = (file: string) => readFileSync(join(root, file), "utf8");
    expect(text("l10n/bundle.l10n.fr.json")).toBe('{ "Yes: “{0}”?": "Oui\u00a0: «\u00a0{0}\u00a0»\u00a0?" }');
    expect(text("package.nls.fr.json")).toBe('{ "a": "Vraiment\u00a0?" }');
    expect(text("schemas/a.schema.json")).toBe(
      '{ "title": "Vraiment ?", "x-fr": { "title": "Vraiment\u00a0?" } }',
    );
    expect(text("server/src/rules/network/a-fault.md")).toBe(
      "# a-fault\n\n**fr** Vraiment\u00a0?\n\n**en** Vraiment ?\n",
    );
    expect(typesetFiles(root)).toEqual([]);
  } finally {
    rmSync(root, { recursive: true });
  }
});

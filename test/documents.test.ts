import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { scripts } from "../package.json";
import { documentFaults } from "./support/documents.ts";
import { PROJECTS } from "./support/projects.ts";
import { filesIn, textsOf } from "./support/sources.ts";

const ROOT = join(import.meta.dirname, "..");
const FOLDERS = [".github", ".vscode", "client", "examples", "l10n", "schemas", "server", "snippets", "test"];
const files = [...readdirSync(ROOT), ...filesIn(...FOLDERS), "test/fixtures/README.md"];
const repository = { files, scripts: Object.keys(scripts), projects: Object.keys(PROJECTS) };

const documents = textsOf(
  files.filter((file) => file.endsWith(".md") && !/^server\/src\/rules\/.+\//.test(file)),
);

test("what the documents name exists: files, scripts, projects and names of tests", () => {
  expect([...documents.keys()]).toEqual(expect.arrayContaining([".github/CONTRIBUTING.md", "README.md"]));
  expect([...documents].flatMap(([path, text]) => documentFaults(path, text, repository))).toEqual([]);
});

test.each([
  ["[a](lost.md)", "there is no docs/lost.md"],
  ["[a](../README.md#here), [b](../LOST.md#here)", "there is no LOST.md"],
  ["see `server/lost.ts`", "there is no server/lost.ts"],
  ["see `server/*.md`", "there is no server/*.md"],
  ["`npm run lost`", "there is no script lost"],
  ["`npx vitest run --project lost`", "there is no project lost"],
  ["`npx vitest --project unit hover lost`", "lost names no test"],
])("an error in a document is found: %s", (text, fault) => {
  const files = ["README.md", "docs/a.md", "server/a.ts", "server/hover.test.ts"];
  expect(documentFaults("docs/a.md", text, { files, scripts: ["check"], projects: ["unit"] })).toEqual([
    `docs/a.md: ${fault}`,
  ]);
});

test("references to what exists are accepted", () => {
  const text =
    "[a](../README.md) [b](https://example.org) [c](#d) `server/*.ts` `server/` `npm run check` `npx vitest run --project unit THE-ID hover`";
  const files = ["README.md", "server/a.ts", "server/hover.test.ts"];
  expect(documentFaults("docs/a.md", text, { files, scripts: ["check"], projects: ["unit"] })).toEqual([]);
});

const forms = filesIn(".github/ISSUE_TEMPLATE").filter((file) => !file.endsWith("config.yml"));

test.each(forms)("%s is a form that GitHub takes, and asks for no data of a school", (file) => {
  const text = readFileSync(join(ROOT, file), "utf8");
  const form = parse(text) as {
    readonly name: string;
    readonly description: string;
    readonly body: readonly {
      readonly type: string;
      readonly id?: string;
      readonly attributes: Readonly<Record<string, unknown>>;
    }[];
  };
  expect(form.name).toMatch(/^\S.* \/ \S/);
  expect(form.description).toMatch(/\. \/ .+\.$/);
  const [notice, ...fields] = form.body;
  expect(notice?.type).toBe("markdown");
  expect(notice?.attributes["value"]).toMatch(/\*\*No .+ of a .*school, pupil, parent .*\*\*/);
  expect(notice?.attributes["value"]).toMatch(
    /\*\*Aucune .+ d'établissement, d'élève, de responsable .*\*\*/,
  );
  expect(fields.length).toBeGreaterThan(1);
  for (const { type, attributes } of fields) {
    expect(["textarea", "input", "checkboxes"]).toContain(type);
    expect(attributes["label"]).toMatch(/^(?:.+ \/ .+|Source)$/);
  }
  const ids = fields.map(({ id }) => id);
  expect(new Set(ids).size).toBe(fields.length);
});

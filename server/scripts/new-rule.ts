/** `npm run new-rule <id>` begins a rule: its file, its page, its test, and its place in the list. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const [id = ""] = process.argv.slice(2);

if (!/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(id) || id.startsWith("no-")) {
  fail(`A rule is named after the fault, in kebab case: “allow unknown-reference” makes sense. Not “${id}”.`);
}
if (existsSync(join(FOLDER, `${id}.ts`))) fail(`There is a rule “${id}” already.`);

const name = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

write(
  `${id}.ts`,
  `import { say } from "../src/base/message.ts";
import docs from "./${id}.md";
import { rule } from "../src/rules/api/rule.ts";

/** What is wrong, and why that matters in PRONOTE, in one sentence. */
export const ${name} = rule({
  id: "${id}",
  severity: "warning",
  on: "classes.*",
  docs,

  *check({ name, key }, ask) {
    if (ask.has("classes", name) !== false) return;
    yield { at: key, message: message("“{0}” …", name) };
  },
});
`,
);

write(
  `${id}.md`,
  `# ${id}

**fr** Ce qui ne va pas, ce que cela change dans PRONOTE, et ce qu'il faut écrire.

**en** What is wrong, what follows from it in PRONOTE, and what to write.

\`\`\`yaml bad
classes: { 6E1: { periodicite: trimestriel } }
\`\`\`

\`\`\`yaml good
classes: { 6E1: { periodicite: trimestriel } }
\`\`\`

Source: .
`,
);

write(
  `${id}.test.ts`,
  `import { test } from "vitest";
import { checkRule } from "../../test/support/check.ts";
import { ${name} } from "./${id}.ts";

test("reports …", () => {
  checkRule(
    ${name},
    \`
classes: { 6E1: { periodicite: trimestriel } }
#          ^^^ “6E1” …
\`,
  );
});

test("is silent where it cannot be known", () => {
  checkRule(${name}, "classes:\\n");
});
`,
);

addToList();
process.stdout.write(
  `Begun: server/src/rules/${id}.{ts,md,test.ts}, and a line in index.ts. French goes into l10n/bundle.l10n.fr.json.\n` +
    `Next: npx vitest --project unit ${id} rules.test words.test\n`,
);

/** The import among the others, in their order; the rule at the end of the list. */
function addToList(): void {
  const path = join(FOLDER, "index.ts");
  const lines = readFileSync(path, "utf8").split("\n");
  const added = `import { ${name} } from "./${id}.ts";`;
  const at = lines.findIndex((line) => line.startsWith("import ") && fromOf(line) > fromOf(added));
  const last = lines.findLastIndex((line) => line.startsWith("import "));
  lines.splice(at < 0 ? last + 1 : at, 0, added);
  const begin = lines.findIndex((line) => line.startsWith("export const rules"));
  const end = lines.findIndex((line, index) => index > begin && line === "];");
  if (begin < 0 || end < 0) fail("index.ts has no list “rules” to add to.");
  lines.splice(end, 0, `  ${name},`);
  writeFileSync(path, lines.join("\n"));
}

function fromOf(line: string): string {
  return /from "([^"]+)"/.exec(line)?.[1] ?? "";
}

function write(file: string, text: string): void {
  writeFileSync(join(FOLDER, file), text);
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

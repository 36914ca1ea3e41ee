/**
 * `npm run new-rule <family>/<id>` creates a rule: its file, its page, its test, and its entry in the family's list.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const RULES = "server/src/rules";
/** Folders of `rules` that are not families, or whose rules are data. */
const NOT_FAMILIES = ["api", "constraints", "shared"];
/** An id completes the sentence “allow …”. These words start the name of what is right, or of an action. */
const NO_FAULT =
  /^(?:always|avoid|check|disallow|ensure|forbid|must|never|no|prefer|require|should|use|valid)-/;

/**
 * Writes the files of a new rule, named `<family>/<id>`, below the root of a checkout, and returns their paths. Throws
 * an error that tells the user what is wrong with the name; then nothing was written.
 */
export function beginRule(root: string, name: string): readonly string[] {
  const [family = "", id = "", ...rest] = name.split("/");
  const folders = readdirSync(join(root, RULES), { withFileTypes: true });
  const families = folders
    .filter((entry) => entry.isDirectory() && !NOT_FAMILIES.includes(entry.name))
    .map((entry) => entry.name)
    .sort();
  if (id === "" || rest.length > 0)
    throw new Error(`Name the family and the rule: npm run new-rule ${families[0]}/the-fault`);
  if (!families.includes(family))
    throw new Error(`There is no family “${family}”. Families: ${families.join(", ")}.`);
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(id) || NO_FAULT.test(id) || id === family)
    throw new Error(
      `A rule is named after the fault, two or more words in kebab case: “allow unknown-reference” makes sense, “allow ${id}” does not.`,
    );
  const taken = folders.map((entry) => entry.name).find((folder) => isTaken(join(root, RULES, folder), id));
  if (taken) throw new Error(`The name “${id}” is taken: see ${RULES}/${taken}.`);

  const list = `${RULES}/${family}/index.ts`;
  const texts = { ...filesOf(family, id), [list]: withRule(readFileSync(join(root, list), "utf8"), id) };
  for (const [file, text] of Object.entries(texts)) writeFileSync(join(root, file), text);
  format(
    root,
    Object.keys(texts).filter((file) => file.endsWith(".ts")),
  );
  return Object.keys(texts);
}

function isTaken(folder: string, id: string): boolean {
  return ["ts", "md"].some((extension) => existsSync(join(folder, `${id}.${extension}`)));
}

/**
 * The files are unfinished on purpose: the page, the French message and the check each fail a test until they are
 * written.
 */
function filesOf(family: string, id: string): Readonly<Record<string, string>> {
  const variable = variableOf(id);
  const path = `${RULES}/${family}/${id}`;
  return {
    [`${path}.ts`]: `import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import docs from "./${id}.md";

/** What is wrong, and why that matters in PRONOTE, in one sentence. */
export const ${variable} = rule({
  id: "${id}",
  severity: "warning",
  on: "classes.*",
  docs,

  *check({ name, key }, context) {
    if (context.has("classes", name) !== false) return;
    yield { at: key, message: message("“{0}” …", name) };
  },
});
`,
    [`${path}.md`]: `# ${id}

**fr** À écrire.

**en** To be written.

\`\`\`yaml bad
classes: { 6E1: { periodicite: trimestriel } }
\`\`\`

\`\`\`yaml good
classes: { 6E1: { periodicite: trimestriel } }
\`\`\`

Source: .
`,
    [`${path}.test.ts`]: `import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { ${variable} } from "./${id}.ts";

test("reports …", () => {
  checkRule(
    ${variable},
    \`
classes: { 6E1: { periodicite: trimestriel } }
#          ^^^ “6E1” …
\`,
  );
});

test("is silent where it cannot be known", () => {
  checkRule(${variable}, "classes:\\n");
});
`,
  };
}

/** The list of a family with a new rule at the position of its id. The formatter sorts the imports. */
function withRule(text: string, id: string): string {
  const ids = new Map(
    Array.from(text.matchAll(/^import (?:\{ (\w+) \}|(\w+)) from "\.\/(.+)\.(?:ts|md)";$/gm), (found) => [
      found[1] ?? found[2],
      found[3] ?? "",
    ]),
  );
  const lines = text.split("\n");
  const begin = lines.findIndex((line) => line.endsWith(": readonly Rule[] = ["));
  const end = lines.indexOf("];", begin);
  if (begin < 0 || end < 0) throw new Error("The family's index.ts has no list of rules.");
  const after = lines.findIndex(
    (line, at) => at > begin && at < end && (ids.get(/(\w+)\)?,$/.exec(line)?.[1]) ?? "") > id,
  );
  const variable = variableOf(id);
  lines.splice(after < 0 ? end : after, 0, `  ${variable},`);
  return `import { ${variable} } from "./${id}.ts";\n${lines.join("\n")}`;
}

function variableOf(id: string): string {
  return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function format(root: string, files: readonly string[]): void {
  const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
  execFileSync(process.execPath, [biome, "check", "--write", ...files], { cwd: root, stdio: "pipe" });
}

if (process.argv[1] === import.meta.filename) {
  try {
    const [id = ""] = process.argv.slice(2);
    const written = beginRule(join(import.meta.dirname, "../.."), id);
    process.stdout.write(
      `${written.join("\n")}\n\nThree tests fail until the page, the French and the check are written:\nnpx vitest --project unit ${id} rules.test words.test\nThen: npm run typeset && npm run rules-index && npm run check\n`,
    );
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 2;
  }
}

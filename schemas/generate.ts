/** Reads the data of this folder, and writes what the server uses to `server/src/schema/generated/`. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { parse } from "yaml";
import { constraintsOf } from "./generate-constraints.ts";
import { typesOf } from "./generate-types.ts";
import { validatorsOf } from "./generate-validators.ts";
import { type Raw, Resolver } from "./resolve.ts";

const HERE = import.meta.dirname;
const OUT = join(import.meta.dirname, "../server/src/schema/generated");

const files = new Map<string, Raw>(
  readdirSync(HERE)
    .filter((name) => name.endsWith(".schema.json"))
    .map((name) => [name, JSON.parse(readFileSync(join(HERE, name), "utf8")) as Raw]),
);
/** A snippet of an editor. Its description is in French and in English. */
interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}

const resolver = new Resolver(files, yamlOf("permissions.yaml") as Record<string, Raw>);
const root = resolver.resolve("pronote.schema.json");
const { constraints, texts: constraintTexts } = constraintsOf(resolver.nodes, root);
const { code, checks } = validatorsOf(resolver.nodes);

/** Keywords with texts for users. They are most of the schema's size, and decide nothing about validity. */
const TEXT_KEYWORDS = [
  "title",
  "description",
  "values",
  "expected",
  "pronote",
  "rgpd",
  "follows",
  "missing",
  "instead",
  "also",
  "moved",
  "seed",
];
/** Written to a table of their own. */
const OWN_TABLE = ["constraints"];
const isText = ([key]: readonly [string, unknown]) => TEXT_KEYWORDS.includes(key);

/** Whether a field of a checklist item is read by our own tests only. */
function isInternal(key: string): boolean {
  return key === "number" || key === "seed";
}

mkdirSync(OUT, { recursive: true });
write(
  "schema.json",
  JSON.stringify({
    root,
    nodes: resolver.nodes.map((node, index) => ({
      ...Object.fromEntries(
        Object.entries(node).filter((one) => !(isText(one) || OWN_TABLE.includes(one[0]))),
      ),
      check: checks[index],
    })),
    textKeywords: TEXT_KEYWORDS,
  }),
);
write(
  "texts.json",
  JSON.stringify({
    texts: resolver.nodes.map((node) => Object.fromEntries(Object.entries(node).filter(isText))),
    constraintTexts,
  }),
);
write(
  "checklist.json",
  JSON.stringify(yamlOf("checklist.yaml"), (key, value) => (isInternal(key) ? undefined : value)),
);
write(
  "screens.json",
  JSON.stringify(yamlOf("screens.yaml"), (key, value) => (key === "source" ? undefined : value)),
);
write("sources.json", JSON.stringify(yamlOf("sources.yaml")));
write("lists.json", JSON.stringify(yamlOf("lists.yaml")));
write("kind-words.json", JSON.stringify(yamlOf("kinds.yaml")));
write(
  "constraints.ts",
  `import type { ConstraintSpec } from "../constraints.ts";

/** All constraints of the schema. */
export const constraints: readonly ConstraintSpec[] = ${JSON.stringify(constraints)};
`,
);
write("skeletons.json", JSON.stringify(skeletons()));
write("types.ts", typesOf(resolver.nodes, root));
writeValidators(code);
write(
  "validators.d.ts",
  "/** One check per shape of scalar, by the number that `schema.json` gives it. */\nexport const checks: readonly ((value: unknown) => boolean)[];\n",
);

function yamlOf(name: string): unknown {
  return parse(readFileSync(join(HERE, name), "utf8"));
}

/** The texts of `snippets/`, each with the section that it starts with; what follows the last line is not part of it. */
function skeletons(): readonly unknown[] {
  const folder = join(import.meta.dirname, "../snippets");
  return readdirSync(folder).flatMap((name) =>
    Object.values(JSON.parse(readFileSync(join(folder, name), "utf8")) as Record<string, Snippet>).map(
      ({ prefix, body, description }) => {
        const [fr, en] = description.split(" / ");
        // A description tells in brackets for which hosting alone a snippet is.
        const [, not, hosted] = /\((?:mode )?(non )?(hébergé)\)/.exec(description) ?? [];
        const mode = hosted && { mode: not ? "non-heberge" : "heberge" };
        return { section: prefix, title: { en, fr }, ...mode, lines: body.filter((line) => line !== "$0") };
      },
    ),
  );
}

function write(name: string, text: string): void {
  writeFileSync(join(OUT, name), text);
}

/**
 * Ajv's standalone code calls `require`, whatever its options, so it is bundled. The packages that were included are
 * recorded for the notices of third-party code.
 */
function writeValidators(source: string): void {
  const { outputFiles, metafile } = buildSync({
    absWorkingDir: join(import.meta.dirname, ".."),
    stdin: { contents: source, resolveDir: HERE, loader: "js" },
    bundle: true,
    format: "esm",
    minify: true,
    metafile: true,
    write: false,
  });
  write("validators.js", outputFiles[0]?.text ?? "");
  write("validators.metafile.json", JSON.stringify(metafile));
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { printedBy } from "../support/printed.ts";
import { OUTPUTS } from "./outputs.ts";

/** Characters that no output may hold: they steer a terminal, or turn the direction of text. */
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
const HOSTILE = ["\u001b[31m", "\u009b31m", "\u202e", "\f", "\v", "\u0007", "\u2066", "\u2028", "\u007f"];
const MARKUP = ["<script>x</script>", "]]>", "&amp;", "::error::x", "%0A::error::x", "[a](b)", "|"];

const folder = mkdtempSync(join(tmpdir(), "rentree-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
for (const [index, text] of [...HOSTILE, ...MARKUP].entries()) {
  const school = join(
    folder,
    `s${index}${process.platform === "win32" ? "" : text.replaceAll("/", "")}\n::error::x`,
  );
  mkdirSync(school);
  const value = JSON.stringify(text).slice(1, -1);
  writeFileSync(
    join(school, "etablissement.pronote.yaml"),
    `etablissement:\n  nom: "Collège ${value}"\n  ${JSON.stringify(`cle ${text}`)}: 1\n  type: ${text}x\n  type: "${value}"\n` +
      `classes: { "6${value}": { niveau: "${value}", profs: [a] } }\nprofils_professeurs: {}\n# ${text}\nlicence:  {}\n`,
  );
}

test.skipIf(process.platform === "win32").each(OUTPUTS.map((line) => [line.join(" "), line] as const))(
  "%s prints nothing that steers its reader",
  async (_, [name, ...args]) => {
    const output = await printedBy(folder, name, ...args);
    expect(output.length).toBeGreaterThan(100);
    const unsafe = [...output.matchAll(UNSAFE)].filter(({ 0: one }) => !/[\t\r\n]/.test(one));
    expect(
      unsafe.map(({ 0: one, index }) => `${one.charCodeAt(0)}: ${output.slice(index - 40, index)}`),
    ).toEqual([]);
    // A workflow command of our own has a level and properties.
    expect(
      output.split(/\r?\n/).filter((line) => /^::(?!error file=|warning file=|notice file=)/.test(line)),
    ).toEqual([]);
    // In Markdown, what stands between backticks is text.
    const markup = args.includes("md") ? output.replace(/`[^`\n]*`/g, "") : output;
    if (/html|junit|md/.test(args.join(" "))) expect(markup).not.toMatch(/(?<!\\)<script>x/);
  },
);

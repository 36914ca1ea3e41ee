import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  type Expression,
  eachOnce,
  expressionsIn,
  judge,
  nameOfExpression,
  patternsIn,
} from "./support/expressions.ts";
import { filesIn, isProgram, textsOf } from "./support/sources.ts";

/** The expressions that are proved. `npm run deep` proves them all anew. */
const PROVED = new URL("./expressions.proved.txt", import.meta.url);

/** Expressions that the tool cannot judge, each with what proves that it is linear. */
const PROVED_OTHERWISE: Readonly<Record<string, string>> = {
  // The tool's counter takes a line of the file as one of the expression; 160,000 lines take 1 ms.
  [nameOfExpression({ pattern: String.raw`^(?!---|\.\.\.|%)[ \t]*[^\s#]|^--- +[^\s#]`, flags: "m" })]:
    "at the start of a line three characters decide; after a run of blanks comes none that is blank, so it is read once",
};

/** Expressions that are put together: the arguments of `RegExp`, and the expressions that they give or the reason. */
const CONSTRUCTED: Readonly<Record<string, readonly RegExp[] | string>> = {
  // Of `ODD_SPACES` and `LOOK_ALIKES`, which are classes of single characters, two stand for all.
  'ODD_SPACES, "gu"': [/[\u00a0\u200b]/gu],
  'ODD_SPACES, "u"': [/[\u00a0\u200b]/u],
  '`^${ODD_SPACES}+`, "u"': [/^[\u00a0\u200b]+/u],
  '`(?<!${ODD_SPACES})${ODD_SPACES}+$`, "u"': [/(?<![\u00a0\u200b])[\u00a0\u200b]+$/u],
  '`^-?${ODD_SPACES}|${ODD_SPACES}$`, "u"': [/^-?[\u00a0\u200b]|[\u00a0\u200b]$/u],
  '`^[ \\\\t]*(?:- *)*(${ODD_SPACES}+ *)+|(?<=^ *-)${ODD_SPACES}+|(?<!${ODD_SPACES})${ODD_SPACES}+(?=:\\\\s|$)|(?<=\\\\S:)(?:${ODD_SPACES} *)+`, "gu"':
    [
      /^[ \t]*(?:- *)*([\u00a0\u200b]+ *)+|(?<=^ *-)[\u00a0\u200b]+|(?<![\u00a0\u200b])[\u00a0\u200b]+(?=:\s|$)|(?<=\S:)(?:[\u00a0\u200b] *)+/gu,
    ],
  '`${ODD_SPACES}|${LOOK_ALIKES}|[“„«]|::(?=\\\\s|$)|(?:^|[{,]) *:\\\\s|(?:^|[{,]) *[^\\\\s,:{}[\\\\]]+:[^\\\\s/:]`, "mu"':
    [/[\u00a0\u200b]|[\u0391-\u03bf]|[“„«]|::(?=\s|$)|(?:^|[{,]) *:\s|(?:^|[{,]) *[^\s,:{}[\]]+:[^\s/:]/mu],
  '`^(${Object.keys(IN_WORDS).join("|")})(?![a-z])`': [/^(sixieme|seconde|term|terminale|tle)(?![a-z])/],
  "`^[ \\\\t]*# *${KEYWORD}(-file)?(?![\\\\w-])[ \\\\t]*`": [
    /^[ \t]*# *rentree-ignore(-file)?(?![\w-])[ \t]*/,
  ],
  'rne, "gi"': "an RNE: seven digits and a letter",
  'other, "i"': "an RNE that was found: seven digits and a letter",
};

const texts = textsOf(filesIn("server/src", "client/src").filter(isProgram));
const found = [...texts].map(([file, text]) => expressionsIn(file, text));
const schemas = [...textsOf(filesIn("schemas").filter((file) => file.endsWith(".schema.json")))];
const ours = eachOnce([
  ...found.flatMap(({ literal }) => literal),
  ...schemas.flatMap(([file, text]) => patternsIn(file, JSON.parse(text))),
  ...Object.values(CONSTRUCTED).flatMap((to) => (typeof to === "string" ? [] : to.map(asExpression))),
]);

function asExpression({ source, flags }: RegExp): Expression {
  return { pattern: source, flags, file: "test/expressions.test.ts" };
}

test("no regular expression takes more than linear time", () => {
  expect(ours.size).toBeGreaterThan(200);
  const isDeep = process.env["DEEP"] !== undefined;
  const proved = isDeep ? new Set() : new Set(readFileSync(PROVED, "utf8").split("\n"));
  const open = [...ours].filter(([name]) => !proved.has(name) && !(name in PROVED_OTHERWISE));
  const faults = open.flatMap(([name, expression]) => {
    const { status, summary } = judge(expression);
    return status === "safe" ? [] : [`${expression.file}: ${name} is ${status}: ${summary}`];
  });
  expect(faults).toEqual([]);
  if (isDeep)
    writeFileSync(
      PROVED,
      `${open
        .map(([name]) => name)
        .sort()
        .join("\n")}\n`,
    );
});

test("each expression that is put together, or proved otherwise, is listed, and no other", () => {
  const constructed = new Set(found.flatMap((one) => one.constructed));
  expect([...constructed].sort()).toEqual(Object.keys(CONSTRUCTED).sort());
  expect(Object.keys(PROVED_OTHERWISE).filter((name) => !ours.has(name))).toEqual([]);
});

test.each(["(a+)+$", "\\/+$", "^(\\s*)(.*)$", "\\[([^\\]]*)\\]\\([^)]*\\)"])("/%s/ is found", (pattern) => {
  expect(judge({ pattern, flags: "" }).status).toBe("vulnerable");
});

test("expressions are found in every place", () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code
  const text = 'const a = [/a/g]; f(`${/b/u.exec("")}`); new RegExp(x, "u"); RegExp(`c${d}`);';
  const { literal, constructed } = expressionsIn("a.ts", text);
  expect(literal.map(({ pattern, flags }) => pattern + flags)).toEqual(["ag", "bu"]);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code
  expect(constructed).toEqual(['x, "u"', "`c${d}`"]);
});

import { expect, test } from "vitest";
import { localizerFor } from "../base/localize.ts";
import { message } from "../base/message.ts";
import { argumentsOf } from "./arguments.ts";
import { checkFormats } from "./check-formats/formats.ts";
import { checklistFormats } from "./checklist-formats/formats.ts";
import { UsageError } from "./command.ts";
import { commands } from "./commands.ts";
import { help } from "./help.ts";
import { formatIn, formatOption, type OutputFormat, type OutputFormats } from "./output-format.ts";

const ALL: readonly (readonly [string, OutputFormats<OutputFormat<unknown>>])[] = [
  ["check", checkFormats],
  ["checklist", checklistFormats],
];

/** Parses the arguments of a command. */
function parsed(name: string, argv: readonly string[]) {
  const command = commands.find((one) => one.name === name)!;
  return argumentsOf(argv, command.options, 1);
}

test.each(ALL)(
  "the help of %s lists its formats, and each can be selected and loaded",
  async (name, formats) => {
    const command = commands.find((one) => one.name === name)!;
    for (const language of ["en", "fr"] as const) {
      const entries = help({ localize: localizerFor(language), columns: undefined }, commands, command).split(
        /\n {2}(?=--)/,
      );
      const entry = entries.find((text) => text.startsWith("--format ")) ?? "";
      const [list = ""] = entry.slice(entry.indexOf(":") + 1).split("\n\n");
      const names = list
        .replace(/\s+/g, " ")
        .split(",")
        .map((label) => label.replace(/\(.*/, "").trim());
      expect(names).toEqual(formats.map((format) => format.name));
    }
    for (const format of formats) {
      expect(formatIn(formats, parsed(name, ["--format", format.name]))).toBe(format);
      expect(await format.load()).toBeTypeOf("function");
    }
    expect(formatIn(formats, parsed(name, []))).toBe(formats[0]);
  },
);

test("the first format is the default, and remarks follow the names in parentheses", () => {
  const formats: OutputFormats<OutputFormat<unknown>> = [
    { name: "a", load: async () => undefined },
    { name: "b", remark: message("one file"), load: async () => undefined },
    { name: "c", load: async () => undefined },
  ];
  const { text } = formatOption(formats, (list) => list);
  expect(localizerFor("fr")(text)).toBe("a (par défaut), b (un seul fichier), c");
});

const NAMES = checklistFormats.map(({ name }) => name).join(", ");

test.each([
  ["jsn", `“jsn” is not a value of “--format”: ${NAMES}. Did you mean “json”?`],
  ["toString", `“toString” is not a value of “--format”: ${NAMES}.`],
  ["", `“” is not a value of “--format”: ${NAMES}.`],
])("an unknown format is a usage error: %j", (name, text) => {
  const thrown = (run: () => unknown) => {
    try {
      return run();
    } catch (error) {
      return error instanceof UsageError && localizerFor("en")(error.reason);
    }
  };
  expect(thrown(() => parsed("checklist", [`--format=${name}`]))).toBe(text);
  const unchecked = { ...parsed("checklist", []), value: () => name };
  expect(thrown(() => formatIn(checklistFormats, unchecked))).toBe(text);
});

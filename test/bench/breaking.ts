import type { DocumentPosition } from "./client.ts";
import { at, type Operation, timeChange, timed } from "./editing.ts";
import type { BenchEstablishment } from "./generate.ts";

/** Edits that make the document invalid or change its structure. */
export const breaking: readonly Operation[] = [
  broken("`classes: [` typed at the top", ({ lines }) => {
    const line = lines.indexOf("classes:");
    return { from: at(line, "classes:".length), text: " [" };
  }),
  broken("an unclosed quote", ({ teacherLine }) => ({
    from: at(teacherLine, "        professeurs: [".length),
    text: '"',
  })),
  broken("a tab in the indentation", ({ booleanLine }) => ({ from: at(booleanLine, 0), text: "\t" })),
  broken("a second document", ({ classLine }) => ({ from: at(classLine, 0), text: "---\n" })),
  {
    name: "`---` typed in front → hover",
    run: async ({ client, uri, made }) => {
      await client.change(uri, at(0, 0), at(0, 0), "---\n");
      let answer: unknown;
      const position = at(made.booleanLine + 1, 10);
      const time = await timed(async () => {
        answer = await client.request("textDocument/hover", { textDocument: { uri }, position });
      });
      await client.change(uri, at(0, 0), at(1, 0), "");
      if (answer === null) throw new Error("hover answered nothing");
      return [time];
    },
  },
  broken("a top-level key renamed", ({ lines }) => ({ from: at(lines.indexOf("classes:"), 0), text: "x" })),
];

function broken(
  name: string,
  where: (made: BenchEstablishment) => { readonly from: DocumentPosition; readonly text: string },
): Operation {
  return {
    name: `${name} → diagnostics`,
    run: (opened) => {
      const { from, text } = where(opened.made);
      return timeChange(opened, from, from, text, "");
    },
  };
}

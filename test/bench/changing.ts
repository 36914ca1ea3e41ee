import { at, endOf, type Opened, type Operation, timeRequest } from "./editing.ts";

const options = { tabSize: 2, insertSpaces: true };

/** The range of the class around the line that is edited. */
function inClass({ made }: Opened) {
  return { start: at(made.classLine, 0), end: at(made.booleanLine, endOf(made, made.booleanLine)) };
}

function isFilled(answer: unknown): boolean {
  return Array.isArray(answer) && answer.length > 0;
}

/** Requests for edits. */
export const changing: readonly Operation[] = [
  {
    name: "refactorings of a class after an edit",
    run: (opened) => {
      const place = at(opened.made.classLine, 3);
      return timeRequest(opened, "textDocument/codeAction", place, isFilled, {
        range: { start: place, end: place },
        context: { diagnostics: [] },
      });
    },
  },
  {
    name: "formatting of a range after an edit",
    run: (opened) =>
      timeRequest(opened, "textDocument/rangeFormatting", at(0, 0), Array.isArray, {
        range: inClass(opened),
        options,
      }),
  },
  {
    name: "formatting on Enter after an edit",
    run: (opened) =>
      timeRequest(
        opened,
        "textDocument/onTypeFormatting",
        at(opened.made.booleanLine + 1, 0),
        Array.isArray,
        { ch: "\n", options },
      ),
  },
  {
    name: "formatting after an edit",
    rounds: 8,
    whole: true,
    run: (opened) => timeRequest(opened, "textDocument/formatting", at(0, 0), isFilled, { options }),
  },
  {
    name: "formatting that moves every line, after an edit",
    rounds: 3,
    whole: true,
    run: (opened) =>
      timeRequest(
        opened,
        "textDocument/formatting",
        at(0, 0),
        (answer) => Array.isArray(answer) && answer.length > opened.made.lines.length / 2,
        { options: { ...options, tabSize: 4 } },
      ),
  },
];

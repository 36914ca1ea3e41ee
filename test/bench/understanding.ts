import { EFFECTIVE, EFFECTIVE_AT } from "../../server/src/features/fleet-protocol.ts";
import { at, endOf, type Opened, type Operation, timed, timeRequest } from "./editing.ts";
import type { Times } from "./figures.ts";

const PROFESSOR = "        professeurs: [p".length;

function isFilled(answer: unknown): boolean {
  return Array.isArray(answer) && answer.length > 0;
}

/** The lines of a screen around the teacher. */
function screen({ teacherLine }: Opened["made"]) {
  return { start: at(Math.max(teacherLine - 25, 0), 0), end: at(teacherLine + 25, 0) };
}

/** A request about the item of a hierarchy, asked for after an edit. */
function ofItem(
  kind: "Call" | "Type",
  method: string,
  placeOf: (made: Opened["made"]) => ReturnType<typeof at>,
) {
  return async (opened: Opened): Promise<Times> => {
    const { client, uri, made } = opened;
    const position = placeOf(made);
    const prepared = await client.request(`textDocument/prepare${kind}Hierarchy`, {
      textDocument: { uri },
      position,
    });
    const [item] = prepared as readonly object[];
    return timeRequest(opened, method, position, Array.isArray, { item });
  };
}

const teacher = ({ teacherLine }: Opened["made"]) => at(teacherLine, PROFESSOR);
const classe = ({ classLine }: Opened["made"]) => at(classLine, 3);

/** Requests about what holds and who is affected, which only our server answers. */
export const understanding: readonly Operation[] = [
  {
    name: "call hierarchy of a teacher after an edit",
    run: (opened) => timeRequest(opened, "textDocument/prepareCallHierarchy", teacher(opened.made), isFilled),
  },
  {
    name: "who is affected by a teacher after an edit",
    run: ofItem("Call", "callHierarchy/incomingCalls", teacher),
  },
  {
    name: "what a class depends on after an edit",
    run: ofItem("Call", "callHierarchy/outgoingCalls", classe),
  },
  { name: "who takes from a class after an edit", run: ofItem("Type", "typeHierarchy/subtypes", classe) },
  { name: "what a class takes from after an edit", run: ofItem("Type", "typeHierarchy/supertypes", classe) },
  {
    name: "selection ranges after an edit",
    run: (opened) =>
      timeRequest(opened, "textDocument/selectionRange", teacher(opened.made), isFilled, {
        positions: [teacher(opened.made)],
      }),
  },
  {
    name: "semantic tokens of a screen after an edit",
    run: (opened) =>
      timeRequest(opened, "textDocument/semanticTokens/range", teacher(opened.made), hasTokens, {
        range: screen(opened.made),
      }),
  },
  {
    name: "semantic tokens of the file after an edit",
    rounds: 8,
    whole: true,
    run: (opened) => timeRequest(opened, "textDocument/semanticTokens/full", teacher(opened.made), hasTokens),
  },
  {
    name: "what is different in semantic tokens after an edit",
    rounds: 8,
    whole: true,
    run: timeDelta,
  },
  {
    name: "links of the file after an edit",
    rounds: 8,
    run: (opened) => timeRequest(opened, "textDocument/documentLink", at(0, 0), Array.isArray),
  },
  {
    name: "folding ranges of the file after an edit",
    rounds: 8,
    whole: true,
    run: (opened) => timeRequest(opened, "textDocument/foldingRange", at(0, 0), isFilled),
  },
  {
    // There are none in so long a file, which has to be found out.
    name: "code lenses after an edit",
    run: (opened) => timeRequest(opened, "textDocument/codeLens", at(0, 0), Array.isArray),
  },
  {
    name: "type definition after an edit",
    run: (opened) =>
      timeRequest(opened, "textDocument/typeDefinition", teacher(opened.made), (answer) => answer !== null),
  },
  {
    name: "of what effective values can be shown after an edit",
    run: (opened) => timeRequest(opened, EFFECTIVE_AT, classe(opened.made), isFilled),
  },
  {
    name: "effective values of a class after an edit",
    run: (opened) =>
      timeRequest(opened, EFFECTIVE, classe(opened.made), isText, {
        establishment: FOLDER,
        at: `classes/${opened.made.lines[opened.made.classLine]?.trim().slice(0, -1)}`,
      }),
  },
  {
    name: "effective values of the establishment after an edit",
    rounds: 3,
    whole: true,
    run: (opened) => timeRequest(opened, EFFECTIVE, classe(opened.made), isText, { establishment: FOLDER }),
  },
];

/** The folder of the document. */
const FOLDER = "file:///bench";

function isText(answer: unknown): boolean {
  return typeof answer === "string" && answer.length > 100;
}

function hasTokens(answer: unknown): boolean {
  return ((answer as { readonly data?: readonly number[] } | null)?.data ?? []).length > 0;
}

async function timeDelta({ client, uri, made }: Opened): Promise<Times> {
  const textDocument = { uri };
  const whole = await client.request("textDocument/semanticTokens/full", { textDocument });
  const { resultId: previousResultId } = whole as { readonly resultId: string };
  const line = made.booleanLine;
  const end = at(line, endOf(made, line));
  await client.change(uri, end, end, " ");
  const time = await timed(() =>
    client.request("textDocument/semanticTokens/full/delta", { textDocument, previousResultId }),
  );
  await client.change(uri, end, at(line, endOf(made, line) + 1), "");
  return [time];
}

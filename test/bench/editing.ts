import type { Client, DocumentPosition } from "./client.ts";
import type { Times } from "./figures.ts";
import type { BenchEstablishment } from "./generate.ts";

/** A document that is open in a server, and its number of diagnostics while it is unchanged. */
export interface Opened {
  readonly client: Client;
  readonly uri: string;
  readonly made: BenchEstablishment;
  readonly well: number;
}

/** An action of a user that is timed. */
export interface Operation {
  readonly name: string;
  readonly run: (opened: Opened) => Promise<Times>;
  /** The largest number of repetitions. */
  readonly rounds?: number;
  /** Whether the answer is about the whole file: its time is compared with that of document symbols, not of hover. */
  readonly whole?: true;
}

/** With what the times of requests about a place are compared. */
export const HOVER = "hover after an edit";
/** With what the times of requests about a whole file are compared. */
export const SYMBOLS = "document symbols after an edit";

/** Nothing, for the error of a request that a build does not know; any other error is thrown on. */
export function unlessUnknown(error: unknown): undefined {
  if ((error as { readonly code?: unknown }).code !== -32601) throw error;
}

/** A position in a document. */
export const at = (line: number, character: number): DocumentPosition => ({ line, character });

/** How long something takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** Times from a change until its diagnostics, and from its undo until the diagnostics are as before. */
export async function timeChange(
  { client, uri, well }: Opened,
  from: DocumentPosition,
  to: DocumentPosition,
  text: string,
  back: string,
): Promise<Times> {
  const end = text.includes("\n")
    ? at(from.line + text.split("\n").length - 1, text.split("\n").at(-1)?.length ?? 0)
    : at(from.line, from.character + text.length);
  const first = await timed(async () => {
    await client.change(uri, from, to, text);
    await client.until(uri, (count) => count !== well);
  });
  const second = await timed(async () => {
    await client.change(uri, from, end, back);
    await client.until(uri, (count) => count === well);
  });
  return [first, second];
}

/** The time of a request that directly follows an edit without effect on findings. */
export async function timeRequest(
  opened: Opened,
  method: string,
  position: DocumentPosition,
  right: (answer: unknown) => boolean,
  more = {},
): Promise<Times> {
  const { client, uri, made } = opened;
  const end = made.lines[made.booleanLine]?.length ?? 0;
  await client.change(uri, at(made.booleanLine, end), at(made.booleanLine, end), " ");
  let answer: unknown;
  const time = await timed(async () => {
    answer = await client.request(method, { textDocument: { uri }, position, ...more });
  });
  await client.change(uri, at(made.booleanLine, end), at(made.booleanLine, end + 1), "");
  if (!right(answer))
    throw new Error(`${method} answered nothing of use: ${JSON.stringify(answer)?.slice(0, 200)}`);
  return [time];
}

function items(answer: unknown): readonly { readonly label: string }[] {
  if (Array.isArray(answer)) return answer;
  return (answer as { items?: readonly { label: string }[] } | null)?.items ?? [];
}

/** The length of a line. */
export const endOf = ({ lines }: BenchEstablishment, line: number) => lines[line]?.length ?? 0;

/** Operations that every YAML server supports. */
export const common: readonly Operation[] = [
  {
    name: "one character → diagnostics",
    run: (opened) => {
      const position = at(opened.made.booleanLine, endOf(opened.made, opened.made.booleanLine));
      return timeChange(opened, position, position, "x", "");
    },
  },
  {
    name: "a new line and key → diagnostics",
    run: (opened) => {
      const position = at(opened.made.booleanLine, endOf(opened.made, opened.made.booleanLine));
      return timeChange(opened, position, position, "\n        bonus: oui", "");
    },
  },
  {
    name: "completion of a value after an edit",
    run: (opened) =>
      timeRequest(
        opened,
        "textDocument/completion",
        at(opened.made.booleanLine - 1, "        mode: ".length),
        (answer) => items(answer).some(({ label }) => label === "avec-notes"),
      ),
  },
  {
    name: "completion of a key after an edit",
    run: async (opened) => {
      const { client, uri, made } = opened;
      const line = made.booleanLine;
      await client.change(uri, at(line, endOf(made, line)), at(line, endOf(made, line)), "\n        b");
      let answer: unknown;
      const time = await timed(async () => {
        answer = await client.request("textDocument/completion", {
          textDocument: { uri },
          position: at(line + 1, 9),
        });
      });
      await client.change(uri, at(line, endOf(made, line)), at(line + 1, 9), "");
      if (!items(answer).some(({ label }) => label === "bonus")) throw new Error("completion offers no key");
      return [time];
    },
  },
  {
    name: HOVER,
    run: (opened) =>
      timeRequest(opened, "textDocument/hover", at(opened.made.booleanLine, 10), (answer) => answer !== null),
  },
  {
    name: SYMBOLS,
    rounds: 8,
    whole: true,
    run: (opened) =>
      timeRequest(
        opened,
        "textDocument/documentSymbol",
        at(0, 0),
        (answer) => Array.isArray(answer) && answer.length > 3,
      ),
  },
];

/** Operations that need to know names, which only our server supports. */
export const ours: readonly Operation[] = [
  {
    name: "completion of a name after an edit",
    run: (opened) =>
      timeRequest(
        opened,
        "textDocument/completion",
        at(opened.made.teacherLine, "        professeurs: [".length),
        (answer) => items(answer).some(({ label }) => label === "prof1"),
      ),
  },
  {
    name: "definition after an edit",
    run: (opened) =>
      timeRequest(
        opened,
        "textDocument/definition",
        at(opened.made.teacherLine, "        professeurs: [p".length),
        (answer) => answer !== null,
      ),
  },
  {
    name: "inlay hints of a screen after an edit",
    run: (opened) => {
      const { teacherLine } = opened.made;
      const range = { start: at(Math.max(teacherLine - 25, 0), 0), end: at(teacherLine + 25, 0) };
      return timeRequest(
        opened,
        "textDocument/inlayHint",
        at(teacherLine, 0),
        (answer) => Array.isArray(answer) && answer.length > 0,
        { range },
      );
    },
  },
  {
    name: "declaration after an edit",
    run: (opened) =>
      timeRequest(
        opened,
        "textDocument/declaration",
        at(opened.made.teacherLine, "        professeurs: [p".length),
        (answer) => answer !== null,
      ),
  },
  {
    name: "rename after an edit",
    rounds: 8,
    run: (opened) =>
      timeRequest(
        opened,
        "textDocument/rename",
        at(opened.made.teacherLine, "        professeurs: [p".length),
        (answer) => answer !== null,
        { newName: "nouveau" },
      ),
  },
];

/** Types ten keys a second, each followed by a completion request, and times the answers. */
export async function burst(opened: Opened, keys = 12): Promise<Times> {
  const { client, uri, made } = opened;
  const line = made.booleanLine;
  const times: Promise<number>[] = [];
  for (let i = 0; i < keys; i++) {
    const position = at(line, endOf(made, line) + i);
    await client.change(uri, position, position, " ");
    times.push(
      timed(() =>
        client.request("textDocument/completion", {
          textDocument: { uri },
          position: at(line - 1, "        mode: ".length),
        }),
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const all = await Promise.all(times);
  await client.change(uri, at(line, endOf(made, line)), at(line, endOf(made, line) + keys), "");
  return all;
}

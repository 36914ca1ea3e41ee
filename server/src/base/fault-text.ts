/** A message of an error is not printed beyond so many characters. */
const LONGEST = 200;
/** Where a message begins to quote a name, a text, a path or an expression. */
const QUOTE = /["'`“«/\r\n]/u;

/**
 * An error of our own code for a log: its name, its message up to the first thing that it quotes, which may be the text
 * of a file, and the places in the code where it happened. Of what is thrown and is no error, only the type is told.
 */
export function faultText(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${typeof error}`;
  const [before = ""] = error.message.split(QUOTE, 1);
  const safe = before.slice(0, LONGEST);
  const message = safe === error.message ? safe : `${safe}…`;
  const head = message === "" ? error.name : `${error.name}: ${message}`;
  return [head, ...framesOf(error)].join("\n");
}

/** The lines of a stack behind the message, which may have lines that look like them. */
function framesOf({ name, message, stack = "" }: Error): readonly string[] {
  const at = message === "" ? name.length : stack.indexOf(message) + message.length;
  if (message !== "" && !stack.includes(message)) return [];
  return stack
    .slice(at)
    .split("\n")
    .filter((line) => /^ {4}at /.test(line));
}

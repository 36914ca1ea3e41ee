import { faultText } from "../base/fault-text.ts";
import type { Message } from "../base/message.ts";

/** Handles errors in work that nobody awaits: they are logged with the name of the work, and nothing else stops. */
export interface Faults {
  /** A handler of errors that logs them under this name: for what the client or the connection does. */
  logged(name: string): (error: unknown) => void;
  /** Sends something without waiting for it; what goes wrong, even at once, is logged under this name. */
  sending(name: string, send: () => Promise<unknown>): void;
  /** A handler of errors in our own code: they are logged under the name of the part, and the user is told once. */
  told(part: Message): (error: unknown) => void;
  /** Wraps a handler so that it never rejects: errors in it are our own. */
  handled<P>(part: Message, handle: (params: P) => unknown): (params: P) => Promise<void>;
}

/** Of each part, so many errors are logged: one that fails at every keystroke must not fill the log. */
const MAX_LOGGED = 5;

/** How the user is told. */
interface Telling {
  /** The name of a part in the log. */
  readonly name: (part: Message) => string;
  /** Tells the user that a part failed. Must not throw. */
  readonly show: (part: Message) => void;
}

/** Logs errors by `log`, which must not throw, and tells the user once for each part. */
export function faultsIn(
  log: (text: string) => void,
  { name: nameOf, show }: Telling = { name: ({ text }) => text, show: () => {} },
): Faults {
  const counts = new Map<string, number>();
  const logged = (name: string) => (error: unknown) => log(`${name}: ${faultText(error)}`);
  const told = (part: Message) => (error: unknown) => {
    const name = nameOf(part);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    if (count <= MAX_LOGGED) logged(name)(error);
    if (count === 1) show(part);
  };
  return {
    logged,
    sending: (name, send) => void Promise.resolve().then(send).catch(logged(name)),
    told,
    handled: (part, handle) => async (params) => {
      try {
        await handle(params);
      } catch (error) {
        told(part)(error);
      }
    },
  };
}

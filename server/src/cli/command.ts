import type { Language, Localize, Message } from "../base/message.ts";

/** 0: no errors; 1: findings; 2: wrong usage or unreadable input; 3: an internal error. */
export type ExitCode = 0 | 1 | 2 | 3;

/** The exit code of a command that would have both. */
export function worse(one: ExitCode, other: ExitCode): ExitCode {
  return one > other ? one : other;
}

/** The environment of a command: working folder, language, and streams. */
export interface CommandIo {
  /** The working folder. */
  readonly cwd: string;
  readonly language: Language;
  readonly localize: Localize;
  /** Whether to print colours on standard output. */
  readonly color: boolean;
  /** The width of standard output in columns, if it is a terminal. */
  readonly columns: number | undefined;
  /** Writes results to standard output; resolves when they are written. */
  readonly out: (text: string) => Promise<void>;
  /** Writes any other message to standard error, on a line of its own. */
  readonly say: (message: Message) => void;
  /**
   * Reads standard input to its end, but never more than one byte over so many, so that it is known to be too large: it may
   * not end.
   */
  readonly stdin: (maxBytes: number) => Promise<Uint8Array>;
}

/** An option of a command, for the help and for parsing. */
export interface CommandOption {
  readonly name: string;
  readonly short?: string;
  /** The placeholder of its value in the help; an option without one takes no value. */
  readonly value?: string;
  /** All valid values, if they are limited. */
  readonly values?: readonly string[];
  /** Whether it may be given several times. */
  readonly isRepeatable?: boolean;
  readonly text: Message;
}

/** The parsed arguments of a command. */
export interface CommandArguments {
  readonly operands: readonly string[];
  /** Whether an option was given. */
  has(name: string): boolean;
  /** The value of an option; the last one if it was given several times. */
  value(name: string): string | undefined;
  /** All values of an option, in order. */
  values(name: string): readonly string[];
}

/** A command. Its code is loaded only when it runs. */
export interface CliCommand {
  readonly name: string;
  /** The placeholder of its operands in the help. */
  readonly operands: string;
  /** The largest number of operands. */
  readonly maxOperands: number;
  readonly text: Message;
  readonly options: readonly CommandOption[];
  /** What its exit codes mean, if that is not what those of a check mean. */
  readonly exitCodes?: Message;
  readonly load: () => Promise<RunCommand>;
}

/** Runs a command. Throws a `UsageError` for wrong usage or unreadable input. */
export type RunCommand = (args: CommandArguments, io: CommandIo) => Promise<ExitCode>;

/** Wrong usage or unreadable input. It ends the program with exit code 2. */
export class UsageError extends Error {
  readonly reason: Message;

  constructor(reason: Message) {
    super(reason.text);
    this.reason = reason;
  }
}

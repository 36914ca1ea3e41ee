import type { Language, Localize, Message } from "../base/message.ts";

/** 0 nothing found; 1 findings; 2 wrong usage, or input that cannot be read; 3 a fault of ours. */
export type ExitCode = 0 | 1 | 2 | 3;

/** The world of a command: where it is called, by whom, and where its words go. */
export interface CommandIo {
  /** The working folder. */
  readonly cwd: string;
  readonly language: Language;
  readonly localize: Localize;
  /** Whether standard output is a terminal that wants colours. */
  readonly color: boolean;
  /** The width of the terminal, if standard output is one. */
  readonly columns: number | undefined;
  /** Findings, and what was asked for; done when it is written. */
  readonly out: (text: string) => Promise<void>;
  /** Everything else, a line at a time. */
  readonly say: (message: Message) => void;
  readonly stdin: () => Promise<Uint8Array>;
}

/** An option of a command, as the help shows it and the arguments are read. */
export interface CommandOption {
  readonly name: string;
  readonly short?: string;
  /** What its value is called; an option without one is a switch. */
  readonly value?: string;
  /** All the values it may have. */
  readonly among?: readonly string[];
  /** May be given several times. */
  readonly many?: boolean;
  readonly text: Message;
}

/** What was written behind a command's name. */
export interface CommandArguments {
  readonly operands: readonly string[];
  has(name: string): boolean;
  /** The value of an option; of several, the last. */
  value(name: string): string | undefined;
  values(name: string): readonly string[];
}

/** One command; what it needs is loaded only when it runs. */
export interface CliCommand {
  readonly name: string;
  /** The operands, as the help shows them. */
  readonly operands: string;
  /** How many operands there may be. */
  readonly most: number;
  readonly text: Message;
  readonly options: readonly CommandOption[];
  readonly load: () => Promise<RunCommand>;
}

export type RunCommand = (args: CommandArguments, io: CommandIo) => Promise<ExitCode>;

/** Wrong usage, or input that cannot be read. Ends the run with exit code 2. */
export class UsageError extends Error {
  readonly said: Message;

  constructor(said: Message) {
    super(said.text);
    this.said = said;
  }
}

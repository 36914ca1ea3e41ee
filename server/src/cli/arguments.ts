import { parseArgs } from "node:util";
import { closest } from "../base/closest.ts";
import { message } from "../base/message.ts";
import { type CommandArguments, type CommandOption, UsageError } from "./command.ts";

/** Reads what stands behind a command's name. What is behind `--` is never an option. */
export function argumentsOf(
  argv: readonly string[],
  options: readonly CommandOption[],
  most: number,
): CommandArguments {
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      options.map(({ name, short, value }) => [
        name,
        { type: value ? ("string" as const) : ("boolean" as const), ...(short ? { short } : undefined) },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<string, string[]>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const option = options.find(({ name }) => name === token.name);
    if (!option) throw unknownOption(token.rawName, options);
    const value = givenValue(option, token);
    given.set(option.name, option.many ? [...(given.get(option.name) ?? []), value] : [value]);
  }
  const surplus = operands[most];
  if (surplus !== undefined) throw new UsageError(message("“{0}” is one argument too many.", surplus));
  return {
    operands,
    has: (name) => given.has(name),
    value: (name) => given.get(name)?.at(-1),
    values: (name) => given.get(name) ?? [],
  };
}

interface ArgumentToken {
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function givenValue(option: CommandOption, { rawName, value, inlineValue }: ArgumentToken): string {
  if (!option.value) {
    if (value !== undefined) throw new UsageError(message("The option “{0}” takes no value.", rawName));
    return "";
  }
  if (value === undefined || (!inlineValue && /^-./.test(value))) {
    throw new UsageError(
      message("The option “{0}” needs a value: {1}", rawName, `${rawName} ${option.value}`),
    );
  }
  if (option.among && !option.among.includes(value)) throw noSuchValue(value, rawName, option.among);
  return value;
}

/** A value that an option cannot have: all those that it can have are told, and the one that is meant perhaps. */
export function noSuchValue(value: string, option: string, among: readonly string[]): UsageError {
  const [near] = closest(value, among);
  const list = among.join(", ");
  return new UsageError(
    near === undefined
      ? message("“{0}” is no value of “{1}”: {2}.", value, option, list)
      : message("“{0}” is no value of “{1}”: {2}. Did you mean “{3}”?", value, option, list, near),
  );
}

function unknownOption(rawName: string, options: readonly CommandOption[]): UsageError {
  const [near] = closest(
    rawName.replace(/^-+/, ""),
    options.map(({ name }) => name),
  );
  return new UsageError(
    near === undefined
      ? message("There is no option “{0}”.", rawName)
      : message("There is no option “{0}”. Did you mean “--{1}”?", rawName, near),
  );
}

import { parseArgs } from "node:util";
import { closest } from "../base/closest.ts";
import { message } from "../base/message.ts";
import { type CommandArguments, type CommandOption, UsageError } from "./command.ts";

/**
 * Parses the arguments after a command's name; those after `--` are operands. Throws a `UsageError` if one is invalid.
 */
export function argumentsOf(
  argv: readonly string[],
  options: readonly CommandOption[],
  maxOperands: number,
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
    const value = optionValue(option, token);
    given.set(option.name, option.isRepeatable ? [...(given.get(option.name) ?? []), value] : [value]);
  }
  const surplus = operands[maxOperands];
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

function optionValue(option: CommandOption, { rawName, value, inlineValue }: ArgumentToken): string {
  if (!option.value) {
    if (value !== undefined) throw new UsageError(message("The option “{0}” takes no value.", rawName));
    return "";
  }
  if (value === undefined || (!inlineValue && /^-./.test(value))) {
    throw new UsageError(
      message("The option “{0}” needs a value: {1}", rawName, `${rawName} ${option.value}`),
    );
  }
  if (option.values && !option.values.includes(value)) throw noSuchValue(value, rawName, option.values);
  return value;
}

/** The error for a value that an option does not accept. It lists the valid ones, and suggests the nearest. */
export function noSuchValue(value: string, option: string, values: readonly string[]): UsageError {
  const [nearest] = closest(value, values);
  const list = values.join(", ");
  return new UsageError(
    nearest === undefined
      ? message("“{0}” is not a value of “{1}”: {2}.", value, option, list)
      : message("“{0}” is not a value of “{1}”: {2}. Did you mean “{3}”?", value, option, list, nearest),
  );
}

function unknownOption(rawName: string, options: readonly CommandOption[]): UsageError {
  const [nearest] = closest(
    rawName.replace(/^-+/, ""),
    options.map(({ name }) => name),
  );
  return new UsageError(
    nearest === undefined
      ? message("There is no option “{0}”.", rawName)
      : message("There is no option “{0}”. Did you mean “--{1}”?", rawName, nearest),
  );
}

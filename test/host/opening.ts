import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether windows can be shown; a Linux machine without a display has none. */
export function hasDisplay(env: Environment, platform: NodeJS.Platform): boolean {
  return platform !== "linux" || Boolean(env["DISPLAY"] || env["WAYLAND_DISPLAY"]);
}

/** The first file on the PATH with a name. */
export function onPath(
  name: string,
  env: Environment,
  exists: (file: string) => boolean = existsSync,
): string | undefined {
  return (env["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, name))
    .find((file) => exists(file));
}

/** The command and its arguments that open an address in the browser of this machine; `undefined` if there is none. */
export function browserCommand(
  address: string,
  env: Environment,
  platform: NodeJS.Platform,
  exists: (file: string) => boolean = existsSync,
): readonly string[] | undefined {
  if (platform === "darwin") return ["open", address];
  // Not `start`, a word of the shell, for which the & of an address would end the command.
  if (platform === "win32") return ["rundll32", "url.dll,FileProtocolHandler", address];
  const opener = hasDisplay(env, platform) ? onPath("xdg-open", env, exists) : undefined;
  return opener === undefined ? undefined : [opener, address];
}

/** What to do with an address, for people: it is opened here, or has to be. */
export function openingNote(address: string, opens: boolean): string {
  const { port } = new URL(address);
  if (opens) return "It opens in your browser; if it does not, open this address yourself.";
  return (
    "There is no display or browser here: open this address in a browser of this machine. From another one, connect\n" +
    `first with  ssh -L ${port}:127.0.0.1:${port} THIS-MACHINE  and open the same address there.`
  );
}

/** Opens an address in the browser of this machine; an opener that fails is no fault, as the address is printed. */
export function openAddress([command = "", ...args]: readonly string[]): void {
  spawn(command, args, { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}

/** The port that a variable asks for; none means any free one. Throws if it is no port. */
export function portIn(env: Environment): { readonly port?: number } {
  const text = env["PORT"];
  if (text === undefined || text === "") return {};
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port < 65_536))
    throw new Error(`PORT is no port: ${text}. Leave it out, or set a number up to 65535.`);
  return { port };
}

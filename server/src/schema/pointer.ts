import type { KeyPath } from "./checklist.ts";

/** A path as a key of `empreinte`, escaped as in a JSON Pointer: `~` as `~0`, `/` as `~1`. */
export function pointer(path: KeyPath): string {
  return path.map(escapedKey).join("/");
}

/** A key as a part of such a path. */
export function escapedKey(key: string): string {
  return /[~/]/.test(key) ? key.replace(/~/g, "~0").replace(/\//g, "~1") : key;
}

/** The path of a key of `empreinte`. */
export function pathOfPointer(text: string): KeyPath {
  return text.split("/").map((key) => key.replace(/~1/g, "/").replace(/~0/g, "~"));
}

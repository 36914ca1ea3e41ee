/** What is known of the file in the editor, and of the server. */
export interface FileSituation {
  /** The path of the file; `undefined` where no editor is open. */
  readonly path?: string;
  /** Whether it has no place on a disk yet. */
  readonly isUntitled: boolean;
  readonly language: string;
  readonly isInFolder: boolean;
  readonly isRunning: boolean;
}

/** Why nothing, or not everything, is checked in a file, or that others may check it as well. */
export type Inactivity =
  | "no-file"
  | "server-off"
  | "other-file"
  | "marker-misnamed"
  | "name-without-pronote"
  | "untitled"
  | "outside"
  | "other-language";

const CONFIGURATION = /\.pronote\.ya?ml$/i;
const YAML = /\.ya?ml$/i;
const MARKER = /(?:^|\/)etablissement\.ya?ml$/i;

/** Why Rentrée is inactive in a file; `undefined` if it is active. */
export function inactivityOf({
  path,
  isUntitled,
  language,
  isInFolder,
  isRunning,
}: FileSituation): Inactivity | undefined {
  if (path === undefined) return isRunning ? "no-file" : "server-off";
  if (!CONFIGURATION.test(path) && language !== "pronote") {
    if (MARKER.test(path)) return "marker-misnamed";
    return YAML.test(path) || language === "yaml" ? "name-without-pronote" : "other-file";
  }
  if (!isRunning) return "server-off";
  if (isUntitled) return "untitled";
  if (!isInFolder) return "outside";
  return language === "pronote" ? undefined : "other-language";
}

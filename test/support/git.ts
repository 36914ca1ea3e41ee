import { execFileSync } from "node:child_process";
import { folderWith, rentree } from "./cli.ts";

/** Runs git in a folder, and returns what it prints. */
export function git(folder: string, ...args: string[]): string {
  const user = ["-c", "user.name=test", "-c", "user.email=test@exemple.fr"];
  return execFileSync("git", [...user, "-c", "protocol.file.allow=always", ...args], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  }).trim();
}

/** A repository with these files in its first commit. */
export function committed(files: { readonly [path: string]: string }, ...init: string[]): string {
  const folder = folderWith(files);
  git(folder, "init", "-q", ...init);
  git(folder, "add", ".");
  git(folder, "commit", "-qm", "first");
  return folder;
}

/** The number of establishments that are checked because they changed, or the error message. */
export async function checked(folder: string, revision = "HEAD"): Promise<unknown> {
  const args = ["check", "--changed-since", revision, "--format", "json"];
  const { code, out, err } = await rentree(folder, args);
  return code === 2 ? err : JSON.parse(out).summary.establishments;
}

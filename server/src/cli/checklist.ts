import { say } from "../base/say.ts";
import { relativeTo } from "../base/uri.ts";
import { checklist as listsOf } from "../features/checklist.ts";
import { uriOf } from "../lsp/disk.ts";
import type { Io, Run } from "./command.ts";
import { html } from "./rollout/html.ts";
import { json } from "./rollout/json.ts";
import { markdown } from "./rollout/markdown.ts";
import type { Rollout } from "./rollout/rollout.ts";
import { text } from "./rollout/text.ts";
import { inputOf } from "./scope.ts";
import { sweep } from "./sweep.ts";
import { targetOf } from "./target.ts";

const FORMATS: { readonly [format: string]: (rollout: Rollout, io: Io) => string } = {
  text,
  md: (rollout, { words }) => markdown(rollout, words),
  html: (rollout, { words, language }) => html(rollout, words, language),
  json,
};

/** Prints how far the rollout is in each establishment that the paths lead to. */
export const checklist: Run = async (args, io) => {
  const paths = args.operands.length > 0 ? args.operands : ["."];
  const { scope, asked } = await inputOf(await Promise.all(paths.map((path) => targetOf(path, io.cwd))));
  const path = (uri: string) => relativeTo(uriOf(io.cwd), uri) || ".";
  const { plots } = await sweep(scope, ({ snapshot }) => listsOf({ snapshots: [snapshot] }, io.language));
  const establishments = plots.flatMap(({ folder, members, result }) =>
    members.some((uri) => asked.has(uri)) ? result.map((list) => ({ ...list, folder: path(folder) })) : [],
  );
  if (establishments.length === 0) {
    const marker = "etablissement.pronote.yaml";
    io.say(say("There is no establishment here: its folder would have a file “{0}”.", marker));
  }
  await io.out((FORMATS[args.value("format") ?? "text"] ?? text)({ establishments, path }, io));
  return 0;
};

import { expect, vi } from "vitest";
import type { Diagnostic } from "vscode-languageserver-types";
import type { Severities } from "../../server/src/analysis/severities.ts";
import { localizerFor } from "../../server/src/base/localize.ts";
import type { Language } from "../../server/src/base/message.ts";
import { fullClientSupport } from "../../server/src/features/full-client-support.ts";
import { STATUS, type StatusParams } from "../../server/src/features/status-protocol.ts";
import { DocumentStore } from "../../server/src/lsp/document-store.ts";
import { Publisher, type PublisherHost } from "../../server/src/lsp/publisher.ts";
import { StatusSender } from "../../server/src/lsp/status-sender.ts";
import { aloneWith } from "../../server/src/model/snapshot.ts";
import { analysis } from "./analysis.ts";

interface SentList {
  readonly file: string;
  readonly codes: readonly string[];
  readonly list: readonly Diagnostic[];
}

/** A school with one mistake. */
export const SCHOOL = {
  "ecole/etablissement":
    "etablissement: { rne: 0759998K, nom: Tilleuls }\nhebergement: { mode: heberge }\nprofesseurs: { martin: { nom: MARTIN } }\n",
  "ecole/classes":
    "classes:\n  6E1: { periodicite: trimestriel, professeur-principal: martni }\n  6E2: { periodicite: trimestriel, professeur-principal: martin }\n",
};

/** The URI of a file, by its path without `.pronote.yaml`. */
export const uri = (path: string) => `file:///${path}.pronote.yaml`;

/** A publisher for these files, with a client that records what it receives. */
export function publisherFor(files: { readonly [path: string]: string }) {
  const store = new DocumentStore();
  store.take(Object.entries(files).map(([path, text]) => ({ uri: uri(path), text })));
  const sent: SentList[] = [];
  const statuses: StatusParams[] = [];
  const settings: { language: Language; severities: Severities } = { language: "en", severities: new Map() };
  const published = vi.fn(async () => {});
  const failed = vi.fn();
  const host: PublisherHost = {
    store,
    loader: { isLoading: false, isLoaded: () => true },
    analysis,
    settings: {
      get severities() {
        return settings.severities;
      },
      openFilesOnly: false,
    },
    contextOf(name) {
      const { workspace } = store;
      const file = workspace.files.get(name);
      return (
        file && {
          analysis,
          workspace,
          file,
          snapshot: workspace.of(name)[0] ?? aloneWith(file, workspace.today),
          language: settings.language,
          localize: localizerFor(settings.language),
          uri: (canonical) => canonical,
          client: fullClientSupport,
          version: () => null,
          shown: { inlayHints: "minimal" as const, codeLens: true },
          findingsIn: (at) => publisher.findingsIn(at, file),
        }
      );
    },
    diagnostics: (name, list) =>
      sent.push({
        file: name.slice("file:///".length, -".pronote.yaml".length),
        codes: list.map(({ code }) => String(code)).sort(),
        list,
      }),
    status: new StatusSender((method, params) => {
      if (method === STATUS) statuses.push(params as StatusParams);
    }),
    published,
    failed,
  };
  const publisher = new Publisher(host);
  const change = (path: string, from: string, to: string) => {
    const before = files[path] ?? "";
    const lines = before.slice(0, before.indexOf(from)).split("\n");
    const start = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    const end = { ...start, character: start.character + from.length };
    const text = before.replace(from, to);
    files = { ...files, [path]: text };
    if (store.isOpen(uri(path))) store.change(uri(path), [{ range: { start, end }, text: to }]);
    else store.take([{ uri: uri(path), text }]);
    void publisher.soon();
  };
  const roundEnded = async () => {
    await publisher.soon();
    expect(failed).not.toHaveBeenCalled();
  };
  const sentSince = () => sent.splice(0).map(({ file, codes }) => `${file}: ${codes.join(" ")}`);
  return { store, publisher, sent, statuses, settings, change, roundEnded, sentSince, published };
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";

/** The paths of what is installed for it. */
export interface BesideFiles {
  readonly server: string;
  readonly prettier: string;
}

/** What it tells the tests. */
export interface Beside {
  /** The paths of the documents for which ghost text was asked. */
  readonly asked: ReadonlySet<string>;
}

/** The documents that the YAML extension of Red Hat is for, as that says it. */
const YAML_DOCUMENTS = [
  { language: "yaml" },
  { language: "dockercompose" },
  { language: "github-actions-workflow" },
  { pattern: "*.y(a)ml" },
];

/** An extension as people have them beside ours: a server for YAML that knows our schema, Prettier, and ghost text. */
export async function activate(context: vscode.ExtensionContext): Promise<Beside> {
  const read = (name: string) => readFileSync(join(context.extensionPath, name), "utf8");
  const { server, prettier }: BesideFiles = JSON.parse(read("files.json"));
  const schema = vscode.Uri.joinPath(context.extensionUri, "schema.json").toString();
  await startYamlServer(server, schema);

  const { format } = require(prettier) as { format(text: string, options: object): Promise<string> };
  // As Prettier's extension: by language, and by the ends of names.
  const documents = [{ language: "yaml" }, { pattern: "**/*.{yaml,yml}" }];
  vscode.languages.registerDocumentFormattingEditProvider(documents, {
    provideDocumentFormattingEdits: async (document) => {
      const whole = new vscode.Range(0, 0, document.lineCount, 0);
      return [vscode.TextEdit.replace(whole, await format(document.getText(), { parser: "yaml" }))];
    },
  });

  const asked = new Set<string>();
  vscode.languages.registerInlineCompletionItemProvider(
    { pattern: "**" },
    {
      provideInlineCompletionItems: ({ uri }) => {
        asked.add(uri.path);
        return [new vscode.InlineCompletionItem("# ghost")];
      },
    },
  );
  return { asked };
}

async function startYamlServer(module: string, schema: string): Promise<void> {
  const yaml = {
    validate: true,
    hover: true,
    completion: true,
    format: { enable: false },
    schemaStore: { enable: false },
    schemas: { [schema]: ["*.pronote.yaml", "copie.yaml"] },
  };
  const client = new LanguageClient(
    "yaml",
    "YAML",
    { module, transport: TransportKind.ipc },
    {
      documentSelector: YAML_DOCUMENTS,
      middleware: {
        workspace: {
          configuration: ({ items }) =>
            items.map(({ section }) => (section === "yaml" ? yaml : section === "[yaml]" ? {} : null)),
        },
      },
    },
  );
  await client.start();
}

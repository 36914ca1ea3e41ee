import type { DataTransfer, TreeDragAndDropController } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { ChecklistNode } from "../checklist-tree.ts";
import { tellFailure } from "../failure.ts";
import { DROPPED, droppedSources } from "./chosen-sources.ts";
import type { Importer } from "./importer.ts";

/** Imports files that are dropped on the checklist: into the establishment at that place, if there is one. */
export class ImportDrop implements TreeDragAndDropController<ChecklistNode> {
  readonly dropMimeTypes = DROPPED;
  readonly dragMimeTypes: readonly string[] = [];
  readonly #client: BaseLanguageClient;
  readonly #importer: Importer;

  constructor(client: BaseLanguageClient, importer: Importer) {
    this.#client = client;
    this.#importer = importer;
  }

  async handleDrop(target: ChecklistNode | undefined, dropped: DataTransfer): Promise<void> {
    try {
      // What is dropped is gone after the first wait: it is read before anything else.
      const sources = await droppedSources(dropped, this.#importer.serverReadsDisk);
      await this.#importer.run(sources, target ? { establishment: target.establishment.uri } : {});
    } catch (error) {
      tellFailure(this.#client, "drop", error);
    }
  }
}

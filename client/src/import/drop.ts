import { type DataTransfer, l10n, type TreeDragAndDropController, window } from "vscode";
import type { ChecklistNode } from "../checklist-tree.ts";
import { DROPPED, droppedSources } from "./chosen-sources.ts";
import type { Importer } from "./importer.ts";

/** Imports files that are dropped on the checklist: into the establishment at that place, if there is one. */
export class ImportDrop implements TreeDragAndDropController<ChecklistNode> {
  readonly dropMimeTypes = DROPPED;
  readonly dragMimeTypes: readonly string[] = [];
  readonly #importer: Importer;

  constructor(importer: Importer) {
    this.#importer = importer;
  }

  async handleDrop(target: ChecklistNode | undefined, dropped: DataTransfer): Promise<void> {
    try {
      // What is dropped is gone after the first wait: it is read before anything else.
      const sources = await droppedSources(dropped, this.#importer.serverReadsDisk);
      await this.#importer.run(sources, target ? { establishment: target.establishment.uri } : {});
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(l10n.t("Rentrée could not do that: {0}", reason));
    }
  }
}

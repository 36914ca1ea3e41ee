/** The messages by which an establishment is made. Only names and types: the client imports this file. */

/**
 * Client → server request while a person says what a new establishment is. The parameters are a `NewEstablishmentParams`,
 * the result is `NewEstablishmentHints`, in the user's language.
 */
export const NEW_ESTABLISHMENT = "rentree/newEstablishment";

/** What is known of the new establishment so far. */
export interface NewEstablishmentParams {
  /** URI of the folder in which that of the establishment will be. */
  readonly parent: string;
  readonly nom?: string;
  readonly rne?: string;
  /** The path of its folder below `parent`, with `/`. */
  readonly folder?: string;
  /** URI of the folder of the establishment that is copied. */
  readonly sister?: string;
  /** Whether bases and establishments to copy are asked for: they may be thousands. */
  readonly models?: boolean;
}

/** What may be answered, and what is wrong with what was answered. */
export interface NewEstablishmentHints {
  /** Why the name cannot be used. */
  readonly nomProblem?: string;
  /** Why the RNE cannot be used, and one that is probably meant. Seven digits have no problem, but a proposal. */
  readonly rneProblem?: string;
  readonly rne?: string;
  /** The type that the name tells. */
  readonly type?: string;
  readonly types: readonly NewEstablishmentChoice[];
  readonly modes: readonly NewEstablishmentChoice[];
  /** Where `models` was asked for: the files from which it may inherit, the nearest first. */
  readonly bases: readonly NewEstablishmentModel[];
  /** URI of the one that is proposed, if one of them is shared with what is around. */
  readonly base?: string;
  /** Where `models` was asked for: the establishments that may be copied, the nearest first. */
  readonly sisters: readonly NewEstablishmentModel[];
  /** What is to be known of the one that is copied. */
  readonly sisterWarning?: string;
  /** A path for its folder, and why the one that was given cannot be used. */
  readonly folder: string;
  readonly folderProblem?: string;
  /** URI of the marker that would be made in the folder that was given. */
  readonly marker?: string;
}

/** A value, with its title and what it means. */
export interface NewEstablishmentChoice {
  readonly value: string;
  readonly title: string;
  readonly description?: string;
}

/** Something that exists, to start from. */
export interface NewEstablishmentModel {
  /** URI of the base, or of the folder of the establishment. */
  readonly uri: string;
  readonly name: string;
  /** Its path from the parent folder. */
  readonly path: string;
}

/**
 * Command of `workspace/executeCommand` that makes an establishment. The argument is a `NewEstablishmentArgument`; the edit,
 * which creates the files, comes by `workspace/applyEdit`.
 */
export const COMMAND_NEW_ESTABLISHMENT = "rentree.server.newEstablishment";

/** The single argument of `COMMAND_NEW_ESTABLISHMENT`. */
export interface NewEstablishmentArgument {
  readonly parent: string;
  readonly folder: string;
  readonly nom: string;
  readonly rne: string;
  /** Not with `sister`, which has them. */
  readonly type?: string;
  readonly mode?: string;
  /** URI of the base from which it inherits. */
  readonly base?: string;
  /** URI of the folder of the establishment that is copied, and whether its people and classes are taken over. */
  readonly sister?: string;
  readonly people?: boolean;
}

import { canonicalUri, foldersAbove } from "../base/uri.ts";

/** How the disk names its files; `undefined` where there is none. */
export interface NamesOnDisk {
  /** Whether names that differ by case only are one name. */
  readonly ignoresCase: boolean;
  /** The URI of a canonical one with the names as they are spelt on the disk, if these are known. */
  spelling(uri: string): string;
}

/**
 * What the client calls the places that are known by canonical URIs. The client is told a place as it called it, otherwise
 * as the disk does. Where the system ignores case, the first spelling that was met is the canonical one of each folder
 * and file, whatever case the client uses later.
 */
export class ClientNames {
  readonly #disk: NamesOnDisk | undefined;
  readonly #spellings = new Map<string, string>();
  /** Canonical URIs by their text in lower case; empty where case counts. */
  readonly #inAnyCase = new Map<string, string>();

  constructor(disk?: NamesOnDisk) {
    this.#disk = disk;
  }

  /** The canonical URI of what the client, or a text, calls so. */
  keyOf(uri: string, canonical = canonicalUri): string {
    const key = canonical(uri);
    if (this.#inAnyCase.size === 0) return key;
    for (const above of [key, ...foldersAbove(key)]) {
      const known = this.#inAnyCase.get(lowerCase(above));
      if (known !== undefined) return known + key.slice(above.length);
    }
    return key;
  }

  /** The canonical URI of what the client calls so from now on. */
  remember(uri: string, canonical = canonicalUri): string {
    const key = this.met(this.keyOf(uri, canonical));
    this.#spellings.set(key, uri);
    return key;
  }

  /** The canonical URI of what an event calls so. What the client opened in another spelling keeps that. */
  mention(uri: string, canonical = canonicalUri): string {
    const key = this.met(this.keyOf(uri, canonical));
    if (this.#spellings.has(key)) return key;
    this.#spellings.set(key, uri);
    this.release(key);
    return key;
  }

  /**
   * Forgets how the client spells a place, unless it would be told another spelling then: a server that runs for days
   * must not keep every name that it ever met.
   */
  release(key: string): void {
    const own = this.#spellings.get(key);
    if (own === undefined) return;
    this.#spellings.delete(key);
    if (this.name(key) !== own) this.#spellings.set(key, own);
  }

  /** The canonical URI of what was found on the disk under one. */
  met(found: string): string {
    if (!this.#disk?.ignoresCase || !found.startsWith("file:")) return found;
    const key = this.keyOf(found);
    for (const place of [key, ...foldersAbove(key)]) {
      const folded = lowerCase(place);
      if (this.#inAnyCase.has(folded)) break;
      this.#inAnyCase.set(folded, place);
    }
    return key;
  }

  /** What the client is told of a canonical URI: its own spelling, the disk's, or its spelling of a folder above. */
  name(key: string): string {
    const own = this.#spellings.get(key);
    if (own !== undefined) return own;
    const onDisk = this.#disk?.spelling(key) ?? key;
    if (onDisk !== key) return onDisk;
    for (const folder of foldersAbove(key)) {
      const spelt = this.#spellings.get(folder);
      if (spelt !== undefined) return spelt.replace(/\/$/, "") + key.slice(folder.length);
    }
    return key;
  }
}

function lowerCase(uri: string): string {
  try {
    return decodeURIComponent(uri).toLowerCase();
  } catch {
    return uri.toLowerCase();
  }
}

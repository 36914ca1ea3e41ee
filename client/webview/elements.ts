/** What an element is made with: attributes by name, and text or elements in it. Text never becomes HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | undefined>>,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(name, value);
  }
  made.append(...content);
  return made;
}

/** A part of the page that is left as it is while what it shows stays the same. */
export interface PageBlock {
  /** Unique among its siblings. */
  readonly id: string;
  /** All that the element depends on. */
  readonly shows: unknown;
  readonly make: () => HTMLElement;
}

const made = new WeakMap<Element, string>();

/** Makes the children of an element these blocks. Those that show the same as before are kept: nothing flickers. */
export function show(parent: HTMLElement, blocks: readonly PageBlock[]): void {
  const before = new Map([...parent.children].map((child) => [made.get(child) ?? "", child]));
  for (const [at, { id, shows, make }] of blocks.entries()) {
    const text = JSON.stringify([id, shows]);
    const child = before.get(text) ?? make();
    made.set(child, text);
    before.delete(text);
    if (parent.children[at] !== child) parent.insertBefore(child, parent.children[at] ?? null);
  }
  for (const old of before.values()) old.remove();
}

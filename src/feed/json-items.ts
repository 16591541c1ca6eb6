/** JSON that is read while it arrives: the entries of its lists one by one, and in the end all that stands round them. */
import {MAX_ITEMS} from './feed.js';
import {parseJson} from './parse.js';

// Compared as numbers, which is twice as fast as letters.
const [QUOTE = 0, COMMA = 0, BACKSLASH = 0, LIST = 0, LIST_END = 0, OBJECT = 0, OBJECT_END = 0] = Array.from(
  '",\\[]{}',
  (letter) => letter.charCodeAt(0),
);

/**
 * Takes the text of a JSON document in pieces, cut wherever it happens. A list at the top, or directly within the top
 * object, gives its entries as they are complete; of those beyond `MAX_ITEMS`, which nobody will look at, the text is
 * passed over: that takes a fifth of the time.
 *
 * What is no JSON throws, at an entry or at the end.
 */
export class JsonItems {
  /** The entries of each list. */
  readonly #lists: unknown[][] = [];
  /** The document with each list's number as its only entry. */
  #frame = '';
  /** The beginning of an entry that is not complete. */
  #entry = '';
  /** Backslashes at the end of a piece: what they mean is told by what follows. */
  #rest = '';
  #isInString = false;
  #depth = 0;
  /** How deep the entries of the list lie that is being read; 0 outside. */
  #listDepth = 0;

  /** Reads a piece. Each time an entry has been added to a list, it gives the list so far, and can be left waiting. */
  *read(piece: string): Generator<readonly unknown[], void> {
    const text = this.#rest + piece;
    let end = text.length;
    while (text.charCodeAt(end - 1) === BACKSLASH) end--;
    this.#rest = text.slice(end);
    /** Where what has not been kept yet begins. */
    let from = 0;
    for (let at = 0; at < end; at++) {
      if (this.#isInString) {
        at = endOfString(text, at);
        this.#isInString = at >= end;
        continue;
      }
      const code = text.charCodeAt(at);
      if (code === QUOTE) this.#isInString = true;
      else if (code === LIST || code === OBJECT) {
        this.#depth++;
        if (code === OBJECT || this.#depth > 2 || this.#listDepth) continue;
        this.#listDepth = this.#depth;
        this.#frame += text.slice(from, at + 1) + String(this.#lists.push([]) - 1);
        from = at + 1;
      } else if (code === LIST_END || code === OBJECT_END) {
        if (this.#depth-- !== this.#listDepth || !this.#listDepth) continue;
        const list = this.#add(text.slice(from, at), true);
        from = at;
        this.#listDepth = 0;
        if (list) yield list;
      } else if (code === COMMA && this.#listDepth && this.#depth === this.#listDepth) {
        const list = this.#add(text.slice(from, at), false);
        from = at + 1;
        if (list) yield list;
      }
    }
    if (this.#listDepth) this.#entry += text.slice(from, end);
    else this.#frame += text.slice(from, end);
  }

  /** @returns the list, if it has grown */
  #add(text: string, isLast: boolean): unknown[] | undefined {
    const list = this.#lists.at(-1) ?? [];
    const entry = this.#entry + text;
    this.#entry = '';
    const isEmpty = isLast && !list.length && /^[ \t\r\n]*$/.test(entry);
    if (isEmpty || list.length >= MAX_ITEMS) return undefined;
    list.push(parseJson(entry));
    return list;
  }

  /** The document as it would be if it ended with the list that is being read, here. */
  soFar(): unknown {
    return this.#fill(this.#frame + (this.#listDepth === 2 ? ']}' : ']'));
  }

  /** The document, now that all of it has been read. */
  whole(): unknown {
    return this.#fill(this.#frame + this.#rest);
  }

  #fill(frame: string): unknown {
    const top = parseJson(frame.trimStart());
    for (const list of Array.isArray(top) ? [top] : Object.values(top ?? {}))
      if (Array.isArray(list)) list.splice(0, 1, ...(this.#lists[Number(list[0])] ?? []));
    return top;
  }
}

/** Where a string ends: at the first quote from here on that no odd number of backslashes stands before. */
function endOfString(text: string, start: number): number {
  for (let from = start; ;) {
    const at = text.indexOf('"', from);
    if (at < 0) return text.length;
    let slashes = 0;
    while (at - slashes > from && text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return at;
    from = at + 1;
  }
}

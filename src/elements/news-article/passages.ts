/** A paragraph of what is shown, to be read aloud. */
export interface Passage {
  text: string;
  range: Range;
  /** The block that it stands in. */
  block: Element;
}

const BLOCKS = 'p, h1, h2, h3, h4, h5, h6, li, dt, dd, blockquote, summary, div';
/** What makes no sense to the ear, or is not the story's own text. */
const SILENT =
  'table, pre, figure, audio, video, rt, rp, details:not([open]) > :not(summary), [part~=embed], [href^="#"]';

/** The paragraphs in these elements, in order. Text between two line breaks is one too, where a feed has no others. */
export function passages(roots: Iterable<Element>): Passage[] {
  const found: Passage[] = [];
  for (const root of roots) {
    const walker = Document.prototype.createTreeWalker.call(
      document,
      root,
      NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
      (node) => (node instanceof Element && node.matches(SILENT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT),
    );
    let isBroken = true;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      isBroken ||= node instanceof HTMLBRElement;
      if (!(node instanceof Text)) continue;
      const block = node.parentElement?.closest(BLOCKS) ?? root;
      const last = found.at(-1);
      if (!isBroken && last?.block === block) {
        last.text += node.data;
        last.range.setEnd(node, node.length);
      } else if (node.data.trim()) {
        const range = new Range();
        range.selectNodeContents(node);
        found.push({text: node.data, range, block});
        isBroken = false;
      }
    }
  }
  return found;
}

/** Characters. Some engines fall silent in the midst of what takes longer than a quarter of a minute. */
const MOST = 220;
const SENTENCES = /(?<=[.!?؟]["'”’»)\]]* )|(?<=[。！？][”’」』]*)/;

/** A text in pieces of whole sentences, short enough for every engine. */
export function pieces(text: string): string[] {
  const made: string[] = [];
  for (const sentence of text.replace(/\s+/g, ' ').split(SENTENCES)) {
    const last = made.at(-1);
    if (last !== undefined && last.length + sentence.length <= MOST) made[made.length - 1] = last + sentence;
    else made.push(sentence);
  }
  return made.map((piece) => piece.trim()).filter(Boolean);
}

import type {Feed} from '../feed.js';

/** A document whose outer form is known and whose meaning is not yet. */
export type FeedDocument = {kind: 'json'; value: unknown} | {kind: 'xml'; root: Element};

export interface ParseContext {
  /** The address that answered; relative addresses resolve against it. */
  url?: string | undefined;
}

/** A kind of feed. Adding one is a file that has `detect` and `parse`, and a line in `formats/index.ts`. */
export interface Format {
  /** What the `format` attribute calls it. */
  name: string;
  /** Looks at the shape alone, in a few steps. `parse` trusts it and does not look again. */
  detect(document: FeedDocument): boolean;
  /** Reads what can be read; a bad item is dropped and counted. */
  parse(document: FeedDocument, context: ParseContext): Feed | Promise<Feed>;
}

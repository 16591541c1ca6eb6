export interface Token {
  /** `--news-color-text` */
  name: string;
  /** What values it takes, as in the CSS specifications: `<color>`. */
  syntax: string;
  /** What it is for, in a sentence or two. */
  description: string;
  /** Its default as CSS; empty where there is none of its own. */
  default: string;
  /** The only element that reads it; undefined for all of them. */
  element: string | undefined;
}

export declare function tokensOf(css: string): Token[];

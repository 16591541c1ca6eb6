export interface SnippetMakerOptions {
  /** The custom elements manifest. */
  manifest: object;
  /** `sri.json`: integrity by file. */
  hashes: Record<string, string>;
  version: string;
  /** Addresses of style sheets by name, for the preview. */
  themes: Record<string, string>;
  /** Addresses of feeds by element, to begin with. */
  samples: Record<string, string>;
}

export function snippetMaker(options: SnippetMakerOptions): HTMLElement;

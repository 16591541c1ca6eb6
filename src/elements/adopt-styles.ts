import type {CSSResult} from 'lit';

/** Adds the styles of a part that is loaded later to those that its element has. */
export function adoptStyles(root: ParentNode, {styleSheet}: CSSResult): void {
  if (root instanceof ShadowRoot && styleSheet) root.adoptedStyleSheets.push(styleSheet);
}

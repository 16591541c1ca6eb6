import {css} from 'lit';

/** The text of a story. What stands in it comes from the feed, as `sanitize()` has built it: elements without classes. */
export const bodyStyles = css`
  .body {
    font-size: 1.125em;
    line-height: calc(var(--_leading) + 0.07);
  }
  /* Blocks of text, also loose text; figures and tables keep the page's font, and the width of the column. */
  .body :is(p, li, dt, dd, blockquote, summary, address, h1, h2, h3, h4, h5, h6),
  :is(.body, .body div):not(:has(> :is(p, div, figure, blockquote, ul, ol, table))) {
    font-family: var(--_family);
    max-inline-size: 34em;
  }
  .body :is(figcaption, table) * {
    font-family: inherit;
  }
  /* At any depth: content systems wrap text in boxes of their own. */
  .body :is(p, ul, ol, dl, pre, address, details, div) {
    margin-block: 0 1.1em;
  }
  .body > :last-child,
  .body :is(blockquote, li, dd, td, th, details, div, section, article, aside) > :last-child {
    margin-block-end: 0;
  }
  .body p {
    text-wrap: pretty;
  }
  .body :is(h1, h2, h3, h4, h5, h6) {
    break-after: avoid;
    font-size: 1.1667em;
    font-weight: var(--_headline-weight);
    line-height: var(--_headline-leading, 1.25);
    margin-block: 1.6em 0.5em;
    text-wrap: balance;
  }
  .body :is(h1, h2) {
    font-size: 1.3334em;
  }
  .body :is(h5, h6) {
    font-size: 1em;
  }
  .body :is(h1, h2, h3, h4, h5, h6) + :is(h1, h2, h3, h4, h5, h6) {
    margin-block-start: 0.5em;
  }
  .body > :first-child {
    margin-block-start: 0;
  }
  .body a[href] {
    text-decoration: underline;
    text-decoration-color: var(--_accent);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.16em;
  }
  .body a:hover {
    text-decoration-thickness: 2px;
  }
  .body :is(ul, ol) {
    padding-inline-start: 1.4em;
  }
  .body ul {
    list-style: disc;
  }
  .body ol {
    list-style: decimal;
  }
  .body li::marker {
    color: var(--_soft);
  }
  .body li + li,
  .body li > :is(ul, ol) {
    margin-block-start: 0.4em;
  }
  .body blockquote {
    border-inline-start: 2px solid var(--_accent);
    font-size: 1.1667em;
    line-height: calc(var(--_leading) - 0.1);
    margin-block: 1.4em;
    margin-inline: 0;
    max-inline-size: 29em;
    padding-inline-start: 1.1em;
  }
  .body blockquote blockquote {
    font-size: 1em;
  }
  .body blockquote :is(footer, cite) {
    color: var(--_soft);
    font-family: var(--_font);
    font-size: 0.75em;
    line-height: 1.45;
  }
  .body :is(figure, hr) {
    margin-block: 1.75em;
  }
  .body figure {
    max-inline-size: 45em;
  }
  .body :is(img, video) {
    block-size: auto;
    max-inline-size: 100%;
  }
  .body :is(figure img, video) {
    inline-size: 100%;
  }
  /* Loose text may follow; with the end of a paragraph it is one margin. */
  .body img:not(:is(figure, td, th, sup, h1, h2, h3, h4, h5, h6) *) {
    margin-block-end: 1.1em;
  }
  /* A picture of unknown size has a box of the usual shape, until settle() knows better. */
  .body img:not([height]) {
    aspect-ratio: 3 / 2;
    object-fit: scale-down;
  }
  .body img:not([height], [width]) {
    inline-size: 100%;
  }
  .body :is(td, th, sup) img {
    display: inline-block;
    vertical-align: middle;
  }
  .body :is(td, th, sup) img:not([height]) {
    aspect-ratio: auto;
  }
  .body :is(td, th, sup) img:not([height], [width]) {
    inline-size: auto;
  }
  .body :is(h1, h2, h3, h4, h5, h6) img {
    margin-block-start: 0.5em;
  }
  video:not([height]) {
    aspect-ratio: 16 / 9;
  }
  .body figcaption p {
    margin: 0;
  }
  .body hr {
    border: 0;
    border-block-start: 1px solid var(--_line);
  }
  .body :is(sup, sub) {
    font-size: 0.75em;
    line-height: 0;
  }
  .body .plain {
    white-space: pre-line;
  }

  @media print {
    .body {
      orphans: 3;
      widows: 3;
    }
    .body :is(figure, img, blockquote) {
      break-inside: avoid;
    }
    .body a[href^='http']:not(:has(img))::after {
      content: ' (' attr(href) ')';
      font-size: 0.8em;
      overflow-wrap: anywhere;
    }
  }
`;

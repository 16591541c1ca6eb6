import {css} from 'lit';

/** The text of a story. What stands in it comes from the feed, as `sanitize()` has built it: elements without classes. */
export const bodyStyles = css`
  .body {
    font: 400 1.125em / calc(var(--_leading) + 0.07) var(--_font-headline);
    max-inline-size: 40em;
  }
  .body > * {
    margin-block: 0 1.1em;
  }
  .body > :last-child {
    margin-block-end: 0;
  }
  .body p {
    hanging-punctuation: first;
    text-wrap: pretty;
  }
  .body :is(h1, h2, h3, h4, h5, h6) {
    break-after: avoid;
    font-size: 1.1667em;
    font-weight: var(--_headline-weight);
    line-height: 1.25;
    margin-block: 1.6em 0.5em;
    text-wrap: balance;
  }
  .body :is(h5, h6) {
    font-size: 1em;
  }
  .body a {
    text-decoration: underline;
    text-decoration-color: var(--_accent);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.16em;
  }
  .body a:hover {
    text-decoration-thickness: 2px;
  }
  .body :is(ul, ol, dl) {
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
  .body li + li {
    margin-block-start: 0.4em;
  }
  .body dd {
    margin-block-end: 0.5em;
    margin-inline-start: 1.4em;
  }
  .body blockquote {
    border-inline-start: 2px solid var(--_accent);
    font-size: 1.1667em;
    line-height: calc(var(--_leading) - 0.1);
    margin-block: 1.4em;
    margin-inline: 0;
    padding-inline-start: 1.1em;
  }
  .body blockquote > * + * {
    margin-block-start: 0.6em;
  }
  .body figure {
    margin-block: 1.75em;
  }
  .body :is(img, video) {
    block-size: auto;
    inline-size: auto;
    max-inline-size: 100%;
  }
  .body figure img {
    inline-size: 100%;
  }
  .body figcaption {
    font-family: var(--_font);
  }
  .body pre,
  .body code,
  .body kbd,
  .body samp {
    font-family: ui-monospace, monospace;
    font-size: 0.875em;
  }
  .body pre {
    background: var(--_tint);
    overflow-x: auto;
    padding: 1em;
  }
  .body hr {
    border: 0;
    border-block-start: 1px solid var(--_line);
    margin-block: 2em;
  }
  .body table {
    border-collapse: collapse;
    font-family: var(--_font);
    font-size: 0.8334em;
    font-variant-numeric: tabular-nums;
    line-height: 1.4;
    min-inline-size: 100%;
  }
  .body :is(th, td) {
    border-block-end: 1px solid var(--_line);
    overflow-wrap: normal;
    padding: 0.5em 0.75em 0.5em 0;
    padding-block: 0.5em;
    padding-inline: 0 0.75em;
    text-align: start;
    vertical-align: top;
  }
  .body th {
    font-weight: 600;
  }
  .body caption {
    color: var(--_soft);
    padding-block-end: 0.5em;
    text-align: start;
  }
  /* A wide table scrolls in a box of its own; shadows at its edges say that there is more. */
  .body [role='region'] {
    background:
      linear-gradient(to right, Canvas 30%, transparent) left / 2.5em 100%,
      linear-gradient(to left, Canvas 30%, transparent) right / 2.5em 100%,
      linear-gradient(to right, #0003, transparent) left / 0.75em 100%,
      linear-gradient(to left, #0003, transparent) right / 0.75em 100%;
    background-attachment: local, local, scroll, scroll;
    background-repeat: no-repeat;
    overflow-x: auto;
  }
  .body sup,
  .body sub {
    font-size: 0.75em;
    line-height: 0;
  }
  .body details {
    border-block: 1px solid var(--_line);
    padding-block: 0.6em;
  }
  .body summary {
    cursor: pointer;
    font-weight: 600;
  }
  .body .plain {
    white-space: pre-line;
  }

  @media print {
    .body a[href^='http']::after {
      content: ' (' attr(href) ')';
      font-size: 0.8em;
      overflow-wrap: anywhere;
    }
  }
`;

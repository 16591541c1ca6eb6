import {css} from 'lit';
import {tokenStyles} from './tokens.styles.js';

/**
 * What every element has: the box, its heading and the skeleton.
 *
 * Sizes are in em of the page's own font size, so that an element fits the column that it stands in. `--_*` are ours
 * alone; those that read a public `--news-*` property are in `tokens.styles.ts`.
 */
export const baseStyles = [
  tokenStyles,
  css`
    :host {
      --_small: 0.8125em;
      display: block;
      min-inline-size: min(100%, 15rem);
      contain: paint;
      /* Room for the rings round what has the focus. */
      overflow-clip-margin: 4px;
    }
    :host([hidden]) {
      display: none;
    }
    /* Also a part in a script of its own, within an element in another. What is set here is inherited. */
    :host,
    [lang] {
      --_family: var(--_font-latin);
      --_headline-leading: initial;
      --_headline-tracking: var(--_headline-spacing);
      --_leading: var(--_lines);
      --_tracking: var(--_label-spacing);
    }
    /* Scripts that join their letters are never spaced, and need taller lines. */
    [lang|='ar'],
    [lang|='fa'],
    [lang|='ckb'],
    [lang|='ur'],
    :host(:lang(ar)),
    :host(:lang(fa)),
    :host(:lang(ckb)),
    :host(:lang(ur)) {
      --_family: var(--_font-arabic);
      --_headline-leading: 1.45;
      --_headline-tracking: 0;
      --_leading: calc(var(--_lines) + 0.25);
      --_small: 0.875em;
      --_tracking: 0;
    }
    :host(:lang(he)),
    [lang|='he'] {
      --_tracking: 0;
    }

    [part='base'] {
      all: initial;
      color: var(--_text);
      color-scheme: inherit;
      /* Not on the host: a page's reset of everything would take it away. */
      container: news / inline-size;
      display: block;
      font-family: var(--_font);
      font-size: var(--_font-size);
      line-height: var(--_leading);
      overflow-wrap: anywhere;
      text-align: start;
    }
    * {
      box-sizing: border-box;
    }
    h1,
    h2,
    h3,
    h4,
    h5,
    h6,
    p,
    ol,
    ul,
    figure {
      margin: 0;
      padding: 0;
    }
    ol,
    ul {
      list-style: none;
    }
    a {
      color: inherit;
      text-decoration: none;
    }
    a:hover,
    .card:hover a {
      /* WebKit drops a shorthand of more than the line, which the minifier would make of the shorthand and the thickness. */
      text-decoration-line: underline;
      text-decoration-thickness: 1px;
      text-underline-offset: 0.18em;
    }
    button {
      background: none;
      border: 1px solid var(--_outline);
      border-radius: var(--_button-radius);
      color: inherit;
      cursor: pointer;
      font: inherit;
      min-block-size: 24px;
      padding: 0.3em 1em;
    }
    button:hover {
      border-color: currentColor;
    }
    :focus-visible,
    .card a:focus-visible::after {
      outline: 2px solid var(--_accent);
      outline-offset: 2px;
    }
    /* Words that run the other way than what they belong to begin at the same edge. */
    :is(.card, .entry) {
      /* Browsers align a list's items by the list's direction. */
      text-align: start;
    }
    :is(.card, .entry, .about) [dir='auto'] {
      text-align: -webkit-match-parent;
      text-align: match-parent;
    }
    img,
    video {
      display: block;
    }
    /* In a story's text the width that the feed gives counts. */
    :is(img, video):where(:not(.body *)) {
      inline-size: 100%;
    }
    img {
      background: var(--_tint);
      block-size: auto;
      border-radius: var(--_radius);
      color: var(--_soft);
      font-size: var(--_small);
      position: relative;
    }
    /* There only when the picture is broken: over the browser's sign for that. */
    img::after {
      background: linear-gradient(var(--_tint) 0 0) Canvas;
      content: attr(alt);
      inset: 0;
      overflow: hidden;
      padding: 0.5em;
      position: absolute;
    }

    .rule {
      align-items: baseline;
      border-block-start: var(--_rule);
      display: flex;
      flex-wrap: wrap;
      gap: 0.25em 1em;
      justify-content: space-between;
      margin-block-end: 1.25em;
      padding-block-start: 0.75em;
    }
    [part='heading'],
    [part='headline'],
    [part='year'],
    ::slotted([slot='heading']) {
      font-family: var(--_family);
      font-weight: var(--_headline-weight);
      letter-spacing: var(--_headline-tracking);
      text-wrap: balance;
    }
    [part='heading'],
    ::slotted([slot='heading']) {
      font-size: 1.25em;
      line-height: 1.2;
      margin: 0;
    }
    .aside {
      color: var(--_soft);
      font-size: var(--_small);
    }
    [part='error'] {
      border-inline-start: 3px solid var(--_accent);
      font-size: var(--_small);
      margin-block: 0.5em;
      padding-inline-start: 0.75em;
    }

    [part='kicker'],
    [part='date'] {
      font-size: max(0.75em, 11px);
      letter-spacing: var(--_tracking);
      text-transform: var(--_label-case);
    }
    [part='kicker'] {
      color: var(--_accent);
      font-weight: 600;
      line-height: 1.35;
    }
    [part='date'] {
      color: var(--_soft);
    }

    /* Grey where words and pictures will be. A fallback stands in their place, above grey lines that fill the rest of it. */
    .waiting {
      display: grid;
      grid-template: auto 1fr / minmax(0, 1fr);
    }
    .waiting > * {
      grid-area: 1 / 1;
      min-inline-size: 0;
    }
    .skeleton[data-covered] {
      grid-row-end: 3;
      visibility: hidden;
    }
    .waiting:has(> [data-covered])::after {
      background: repeating-linear-gradient(#0000 0 0.6em, var(--_tint) 0 1.6em);
      content: '';
      grid-area: 2 / 1;
    }
    .skeleton i {
      background: var(--_tint);
      block-size: 1em;
      border-radius: var(--_radius);
      display: block;
      margin-block-end: 0.6em;
    }
    .skeleton .picture {
      aspect-ratio: 3 / 2;
      block-size: auto;
    }
    .skeleton .short {
      inline-size: 60%;
    }

    .visually-hidden {
      clip-path: inset(50%);
      block-size: 1px;
      inline-size: 1px;
      overflow: hidden;
      position: absolute;
      white-space: nowrap;
    }

    @media (prefers-contrast: more) {
      :host {
        --_line: currentColor;
        --_outline: currentColor;
        --_soft: var(--_text);
      }
    }
    /* Whatever they are laid out as. */
    @media print {
      [part='controls'],
      [part='consent'],
      .subscription {
        display: none !important;
      }
    }
    @media (forced-colors: active) {
      .skeleton i {
        border: 1px solid GrayText;
      }
    }
  `,
];

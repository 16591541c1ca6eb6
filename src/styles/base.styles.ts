import {css} from 'lit';

/**
 * What every element has: the tokens, the box, its heading and the skeleton.
 *
 * Sizes are in em of the page's own font size, so that an element fits the column that it stands in. `--_*` are ours
 * alone: each reads the public `--news-*` property of the same name once, with its default.
 */
export const baseStyles = css`
  :host {
    --_font: var(--news-font, inherit);
    --_font-headline: var(
      --news-font-headline,
      ui-serif,
      'Iowan Old Style',
      'Source Serif 4',
      'Noto Serif',
      Georgia,
      serif
    );
    --_text: var(--news-color-text, light-dark(#16181b, #eceae5));
    --_soft: var(--news-color-soft, light-dark(#5b6068, #a2a6ad));
    --_line: var(--news-color-line, light-dark(#d9d6cf, #34373c));
    --_tint: var(--news-color-tint, light-dark(#f3f1ec, #1c1f23));
    --_accent: var(--news-color-accent, light-dark(#9c2a1f, #f0907f));
    --_button: var(--news-color-button, var(--_text));
    --_button-text: var(--news-color-button-text, light-dark(#fff, #121416));
    --_radius: var(--news-radius, 0);
    --_gap: var(--news-gap, 1.5em);
    --_headline-weight: var(--news-headline-weight, 600);
    --_leading: 1.55;
    --_tracking: 0.08em;
    --_small: 0.8125em;
    container: news / inline-size;
    display: block;
    min-inline-size: min(100%, 15rem);
    contain: paint;
    /* Room for the rings round what has the focus. */
    overflow-clip-margin: 4px;
  }
  :host([hidden]) {
    display: none;
  }
  /* Scripts that join their letters are never spaced, and need taller lines. */
  :lang(ar),
  :lang(fa),
  :lang(ckb),
  :lang(ur),
  :host(:lang(ar)),
  :host(:lang(fa)),
  :host(:lang(ckb)),
  :host(:lang(ur)) {
    --_font-headline: var(
      --news-font-headline-arabic,
      var(--news-font-headline, 'Noto Naskh Arabic', 'Amiri', 'Geeza Pro', serif)
    );
    --_tracking: 0;
    --_leading: 1.8;
    --_small: 0.875em;
    --_headline-leading: 1.45;
  }
  :host(:lang(he)),
  :lang(he) {
    --_tracking: 0;
  }
  /* A part in a script of its own, within an element in another. */
  :lang(en),
  :lang(de),
  :lang(fr),
  :lang(es),
  :lang(pt),
  :lang(tr),
  :lang(ku),
  :lang(ru) {
    --_tracking: 0.08em;
    --_leading: 1.55;
    --_headline-leading: initial;
  }

  [part='base'] {
    all: initial;
    color: var(--_text);
    color-scheme: inherit;
    display: block;
    font-family: var(--_font);
    font-size: var(--news-font-size, max(1em, 14px));
    line-height: var(--_leading);
    overflow-wrap: anywhere;
    text-align: start;
  }
  *,
  ::before,
  ::after {
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
  a:hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
  }
  button {
    background: none;
    border: 1px solid var(--_line);
    border-radius: 999px;
    color: inherit;
    cursor: pointer;
    font: inherit;
    min-block-size: 24px;
    padding: 0.3em 1em;
  }
  button:hover {
    border-color: currentColor;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
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
  }

  .rule {
    align-items: baseline;
    border-block-start: 1px solid var(--_line);
    display: flex;
    gap: 0.25em 1em;
    justify-content: space-between;
    margin-block-end: 1.25em;
    padding-block-start: 0.75em;
  }
  [part='heading'],
  ::slotted([slot='heading']) {
    font: var(--_headline-weight) 1.25em/1.2 var(--_font-headline);
    margin: 0;
    text-wrap: balance;
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

  [part='kicker'] {
    color: var(--_accent);
    font-size: max(0.75em, 11px);
    font-weight: 600;
    letter-spacing: var(--_tracking);
    line-height: 1.35;
    text-transform: uppercase;
  }
  [part='date'] {
    color: var(--_soft);
    font-size: max(0.75em, 11px);
    letter-spacing: var(--_tracking);
    text-transform: uppercase;
  }
  [part='headline'] {
    font-family: var(--_font-headline);
    font-weight: var(--_headline-weight);
    text-wrap: balance;
  }

  /* Grey where words and pictures will be. Under a fallback it only keeps their place, so that nothing jumps. */
  .waiting {
    display: grid;
  }
  .waiting > * {
    grid-area: 1 / 1;
    min-inline-size: 0;
  }
  .skeleton[data-covered] {
    visibility: hidden;
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

  @media (forced-colors: active) {
    .skeleton i {
      border: 1px solid GrayText;
    }
  }
`;

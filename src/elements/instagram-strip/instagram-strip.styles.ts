import {css} from 'lit';

export const stripStyles = css`
  .row,
  .grid,
  .mosaic {
    display: grid;
    gap: var(--_strip-gap);
  }
  .row {
    grid-auto-flow: column;
    overflow: auto hidden;
    scrollbar-width: none;
    grid-auto-columns: var(--_strip-size, calc((100% - 5 * var(--_strip-gap)) / 5.4));
  }
  .grid,
  .mosaic {
    grid-template-columns: repeat(var(--_columns, 6), minmax(0, 1fr));
  }
  /* Two rows of two large and four small squares: the large ones outside, then inside. What does not fill them stays small. */
  .mosaic {
    grid-auto-flow: dense;
  }
  .mosaic > :is(:nth-child(6n + 1):nth-last-child(n + 6), :nth-child(6n + 4):nth-last-child(n + 3)) {
    grid-area: span 2 / span 2;
  }
  .mosaic > :nth-child(12n + 7):nth-last-child(n + 6) {
    grid-column: 2 / span 2;
  }
  .mosaic > :nth-child(12n + 10):nth-last-child(n + 3) {
    grid-column: 4 / span 2;
  }
  .mosaic > :is(:nth-child(12n + 8):nth-last-child(n + 5), :nth-child(12n + 11):nth-last-child(n + 2)) {
    grid-column-start: 1;
  }
  .mosaic > :is(:nth-child(12n + 9):nth-last-child(n + 4), :nth-child(12n + 12)) {
    grid-column-start: 6;
  }

  li {
    min-inline-size: 0;
  }
  li > * {
    display: block;
    inline-size: 100%;
    position: relative;
  }
  li > button {
    border: 0;
    border-radius: 0;
    padding: 0;
    text-align: start;
  }
  li [part='image'],
  .words {
    aspect-ratio: 1;
    border-radius: var(--_radius);
  }
  li [part='image'] {
    background: var(--_color, var(--_tint));
    object-fit: cover;
    object-position: var(--_focus);
  }
  .words {
    --_card: color-mix(in oklab, var(--_color, var(--_tint)) 25%, var(--_tint));
    background: var(--_card);
    color: var(--_text);
    display: block;
    font-size: var(--_small);
    line-height: 1.4;
    hyphens: auto;
    overflow: hidden;
    padding: min(0.9em, 8%);
  }
  /* Words that are too many fade out, instead of being cut through the middle of a line. */
  .words::after {
    background: linear-gradient(#0000, var(--_card) 50%);
    block-size: 3.5em;
    content: '';
    inset: auto 0 0;
    position: absolute;
  }
  /* They end above the sign. */
  .words:has(+ [part='badge'])::after {
    background: linear-gradient(#0000, var(--_card) 20px);
    block-size: 50px;
  }
  /* The strip cuts off what stands out of it. */
  li > :focus-visible {
    outline-offset: -2px;
  }
  li > :focus-visible::after {
    box-shadow: inset 0 0 0 4px #fff;
    content: '';
    inset: 0;
    position: absolute;
  }
  [part='badge'] {
    background: #0009;
    block-size: 22px;
    border-radius: 50%;
    color: #fff;
    display: grid;
    inline-size: 22px;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    place-content: center;
    position: absolute;
  }
  .words + [part='badge'] {
    inset-block: auto 8px;
  }
  [part='badge'] svg {
    block-size: 12px;
    display: block;
    fill: currentColor;
    inline-size: 12px;
  }
  .show {
    background: var(--_tint);
    border: 1px solid;
    border-radius: var(--_button-radius);
    font-size: var(--_small);
    inset-block-end: 0.9em;
    inset-inline-start: 0.9em;
    padding: 0.1em 0.8em;
    position: absolute;
  }
  .title {
    block-size: 1.2em;
    display: block;
    font-size: 1.25em;
  }
  .skeleton .picture {
    aspect-ratio: 1;
    margin: 0;
  }
  .skeleton .avatar {
    block-size: 4em;
    border-radius: 50%;
    inline-size: 4em;
    margin-block-end: 1.25em;
  }

  @container news (inline-size < 47.5em) {
    .grid {
      --_columns: 4;
    }
  }
  @container news (inline-size < 40em) {
    .row {
      grid-auto-columns: var(--_strip-size, 38%);
    }
    /* Two rows of one large and two small squares, the large one on either side in turn. */
    .mosaic {
      --_columns: 3;
    }
    .mosaic > :nth-child(n):nth-last-child(n) {
      grid-area: auto;
    }
    .mosaic > :nth-child(3n + 1):nth-last-child(n + 3) {
      grid-area: span 2 / span 2;
    }
    .mosaic > :nth-child(6n + 4):nth-last-child(n + 3) {
      grid-column: 2 / span 2;
    }
  }
  @container news (inline-size < 30em) {
    .grid {
      --_columns: 3;
    }
  }
  /* Squares that hold a few words. */
  @container news (inline-size < 20em) {
    .row {
      grid-auto-columns: var(--_strip-size, 46%);
    }
    .grid {
      --_columns: 2;
    }
  }
  @media print {
    .row {
      grid-auto-flow: row;
      grid-template-columns: repeat(6, 1fr);
    }
  }
  @media (forced-colors: active) {
    .words,
    [part='badge'] {
      border: 1px solid;
    }
  }
`;

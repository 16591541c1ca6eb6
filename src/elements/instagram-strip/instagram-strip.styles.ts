import {css} from 'lit';

export const stripStyles = css`
  :host {
    --_strip-gap: var(--news-strip-gap, 8px);
  }
  .frame {
    position: relative;
  }
  .strip,
  .grid,
  .mosaic {
    display: grid;
    gap: var(--_strip-gap);
  }
  .strip {
    grid-auto-columns: var(--news-strip-size, calc((100% - 5 * var(--_strip-gap)) / 5.4));
    grid-auto-flow: column;
    overflow: auto hidden;
    overscroll-behavior-inline: contain;
    scrollbar-width: none;
  }
  /* Not before it scrolls: when all fits, WebKit takes the last post for the snapped one, and follows it. */
  .strip.snaps {
    scroll-snap-type: inline mandatory;
  }
  .strip > * {
    scroll-snap-align: start;
  }
  .grid {
    grid-template-columns: repeat(6, minmax(0, 1fr));
  }
  /* Two rows of two large and four small squares: the large ones outside, then inside. */
  .mosaic {
    grid-auto-flow: dense;
    grid-template-columns: repeat(6, minmax(0, 1fr));
  }
  .mosaic > :nth-child(3n + 1) {
    grid-area: span 2 / span 2;
  }
  .mosaic > :nth-child(12n + 7) {
    grid-column: 2 / span 2;
  }
  .mosaic > :nth-child(12n + 10) {
    grid-column: 4 / span 2;
  }
  .mosaic > :is(:nth-child(12n + 8), :nth-child(12n + 11)) {
    grid-column-start: 1;
  }
  .mosaic > :is(:nth-child(12n + 9), :nth-child(12n + 12)) {
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
    object-fit: cover;
  }
  .words {
    background: var(--_tint);
    color: var(--_soft);
    display: block;
    font-size: var(--_small);
    line-height: 1.4;
    overflow: hidden;
    padding: 0.9em;
  }
  a > .words {
    color: inherit;
  }
  /* Words that are too many fade out, instead of being cut through the middle of a line. */
  .words::after {
    background: linear-gradient(#0000, var(--_tint) 75%);
    block-size: 2.5em;
    content: '';
    inset: auto 0 0;
    position: absolute;
  }
  /* Words flow round the badge. */
  .words:has(+ [part='badge'])::before {
    block-size: 20px;
    content: '';
    float: inline-end;
    inline-size: 20px;
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
  svg {
    block-size: 12px;
    display: block;
    fill: currentColor;
    inline-size: 12px;
  }
  .previous .chevron,
  .next .chevron:dir(rtl) {
    scale: -1 1;
  }
  .previous .chevron:dir(rtl) {
    scale: none;
  }

  [part='controls'] button {
    background: light-dark(#fffe, #16181bee);
    block-size: 36px;
    display: grid;
    inline-size: 36px;
    inset-block-start: calc(50% - 18px);
    padding: 0;
    place-content: center;
    position: absolute;
    z-index: 1;
  }
  [part='controls'] svg {
    block-size: 16px;
    inline-size: 16px;
  }
  .previous {
    inset-inline-start: 8px;
  }
  .next {
    inset-inline-end: 8px;
  }
  [part='controls'] [aria-disabled] {
    opacity: 0;
  }
  [part='controls'] [aria-disabled]:focus-visible {
    opacity: 0.5;
  }

  .profile {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 1em;
    margin-block-end: 1.25em;
  }
  .profile [part='image'] {
    aspect-ratio: 1;
    block-size: 4em;
    border-radius: 50%;
    inline-size: 4em;
    object-fit: cover;
  }
  .profile > div {
    flex: 1 1 12em;
  }
  .profile [part='summary'] {
    color: var(--_soft);
    font-size: 0.9375em;
    max-inline-size: 60ch;
    white-space: pre-line;
  }
  .follow {
    background: var(--_button);
    border-radius: 999px;
    color: var(--_button-text);
    font-size: 0.875em;
    padding: 0.45em 1.2em;
  }
  .ask {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    font-size: 0.875em;
    gap: 0.5em 0.75em;
    margin-block-end: 1em;
  }
  .ask p {
    color: var(--_soft);
    flex: 1 1 20em;
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

  @container news (inline-size < 760px) {
    .grid {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }
  @container news (inline-size < 640px) {
    .strip {
      grid-auto-columns: var(--news-strip-size, 38%);
    }
    /* Two rows of one large and two small squares, the large one on either side in turn. */
    .mosaic {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .mosaic > :nth-child(n) {
      grid-column: auto;
    }
    .mosaic > :nth-child(3n + 1) {
      grid-column: span 2;
    }
    .mosaic > :nth-child(6n + 4) {
      grid-column: 2 / span 2;
    }
  }
  @container news (inline-size < 480px) {
    .grid {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .strip {
      scroll-behavior: smooth;
    }
  }
  @media print {
    [part='controls'],
    .ask {
      display: none;
    }
    .strip {
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

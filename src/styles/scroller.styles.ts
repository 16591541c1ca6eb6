import {css} from 'lit';

/** A `.row` that scrolls within its `.frame`, and the buttons at its sides. Its element lays it out. */
export const scrollerStyles = css`
  .frame {
    position: relative;
  }
  .row {
    overscroll-behavior-inline: contain;
    scrollbar-width: none;
  }
  /* Not before it scrolls: when all fits, WebKit takes the last child for the snapped one, and follows it. */
  .row[data-scrolls] {
    scroll-snap-type: inline mandatory;
  }
  .row > * {
    scroll-snap-align: start;
  }
  .frame > [part='controls'] button {
    background: #0009;
    block-size: 36px;
    border-color: #fff6;
    color: #fff;
    display: grid;
    inline-size: 36px;
    inset-block-start: calc(50% - 18px);
    padding: 0;
    place-content: center;
    position: absolute;
    z-index: 1;
  }
  /* Of two colours, since any picture may lie below. */
  .frame > [part='controls'] :focus-visible {
    box-shadow: 0 0 0 4px #000;
    outline: 2px solid #fff;
  }
  .frame > [part='controls'] svg {
    block-size: 16px;
    display: block;
    inline-size: 16px;
  }
  .previous {
    inset-inline-start: 8px;
  }
  .next {
    inset-inline-end: 8px;
  }
  .previous svg:dir(ltr),
  .next svg:dir(rtl) {
    scale: -1 1;
  }
  .frame > [part='controls'] :disabled {
    visibility: hidden;
  }
  @media (prefers-reduced-motion: no-preference) {
    .row {
      scroll-behavior: smooth;
    }
  }
  @media print {
    .row {
      grid-auto-flow: row;
      grid-template-columns: repeat(4, 1fr);
    }
  }
`;

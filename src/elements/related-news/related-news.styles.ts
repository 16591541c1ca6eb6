import {css} from 'lit';

export const relatedStyles = css`
  .more {
    margin-block-start: 1.5em;
  }
  .more button {
    font-size: var(--_small);
  }

  .list,
  .compact {
    --_card-color: none;
    --_card-padding: 0px;
  }
  .list {
    --_columns: 1;
    row-gap: 1.25em;
  }
  .list .card {
    column-gap: 1.25em;
    display: grid;
    grid-template-columns: minmax(0, 1fr) clamp(5.5em, 28%, 13em);
  }
  .list .card + .card {
    border-block-start: 1px solid var(--_line);
    padding-block-start: 1.25em;
  }
  .list .card:not(:has([part='image'])) {
    grid-template-columns: minmax(0, 1fr);
  }
  .list .card > * {
    grid-column: 1;
  }
  .list .card > :is([part='image'], .picture) {
    align-self: start;
    grid-area: 1 / 2 / span 9;
    margin: 0;
    min-block-size: 0;
  }
  .list [part='summary'] {
    max-inline-size: 40rem;
  }

  .compact {
    --_columns: 2;
    row-gap: 0;
  }
  .compact .card {
    border-block-start: 1px solid var(--_line);
    padding-block: 0.75em;
  }
  .compact .card [part='headline'] {
    font-size: 1em;
  }
  .compact .picture {
    display: none;
  }

  .frame {
    --_card: var(--_card-size, 29cqi);
  }
  .carousel {
    column-gap: var(--_gap);
    grid: auto / auto-flow var(--_card);
    overflow: auto hidden;
    overscroll-behavior-inline: contain;
  }
  /* Room for the ring, which the row would cut off; nothing moves. */
  .carousel:has(:focus-visible) {
    margin: -4px;
    padding: 4px;
    scroll-padding-inline: 4px;
  }
  /* At the middle of the pictures. */
  .frame:has(> .carousel [part='image']) > [part='controls'] button {
    inset-block-start: calc(var(--_card) / 3 - 18px);
  }

  @container news (inline-size < 47.5em) {
    .frame {
      --_card: var(--_card-size, 41cqi);
    }
  }
  @container news (inline-size < 37.5em) {
    .compact {
      --_columns: 1;
    }
  }
  @container news (inline-size < 25em) {
    .frame {
      --_card: var(--_card-size, 82cqi);
    }
    .list [part='summary'] {
      display: none;
    }
    .list .card [part='headline'] {
      font-size: 1em;
    }
  }
  /* Beside a picture there would be no room for a long word. */
  @container news (inline-size < 17em) {
    .list .card {
      grid-template-columns: minmax(0, 1fr);
    }
    .list .card > :is([part='image'], .picture) {
      display: none;
    }
  }
`;

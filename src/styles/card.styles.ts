import {css} from 'lit';

/** Cards in columns. */
export const cardGridStyles = css`
  .cards {
    --_columns: 4;
    display: grid;
    gap: calc(var(--_gap) + 0.25em) var(--_gap);
    grid-template-columns: repeat(var(--_columns), minmax(0, 1fr));
  }
  @container news (inline-size < 47.5em) {
    .cards {
      --_columns: 2;
    }
  }
  /* Of three, six or nine none is missing from the last row; of five or nine it would hold a single one. */
  .cards:where(
    :has(> :last-child:nth-child(3n):not(:nth-child(4n)), > :last-child:nth-child(4n + 1):not(:nth-child(3n + 1)))
  ) {
    --_columns: 3;
  }
  @container news (inline-size < 40em) {
    .cards {
      --_columns: 2;
    }
  }
  @container news (inline-size < 25em) {
    .cards {
      --_columns: 1;
    }
  }

  .cards > * {
    background: var(--_card-color);
    border-radius: var(--_radius);
    min-inline-size: 0;
    padding-block-end: var(--_card-padding);
    position: relative;
  }
  .cards > * > :not([part='image'], .picture) {
    margin-inline: var(--_card-padding);
  }
  /* Stands in the middle of the gap. The first column's is cut off by the element's edge. */
  .cards > ::before {
    border-inline-start: var(--_column-rule);
    content: '';
    inset-block: 0;
    inset-inline-start: calc(var(--_gap) / -2);
    position: absolute;
  }
  .cards [part='image'] {
    aspect-ratio: 3 / 2;
    /* Square where words on a ground of their own follow. */
    border-end-end-radius: calc(var(--_radius) - 99 * var(--_card-padding));
    border-end-start-radius: calc(var(--_radius) - 99 * var(--_card-padding));
    object-fit: cover;
  }
`;

/** A story in a list: picture, kicker, headline, summary, small print. */
export const cardStyles = [
  cardGridStyles,
  css`
    .card:not(:has([part='image'], .picture)) {
      padding-block-start: var(--_card-padding);
    }
    .card [part='image'] {
      margin-block-end: 0.75em;
    }
    .card [part='headline'] {
      font-size: 1.125em;
      line-height: var(--_headline-leading, 1.22);
      margin-block: 0.3em 0.35em;
    }
    .card > [part='headline']:first-child {
      margin-block-start: 0;
    }
    /* The whole card is its link, without a second one; but words can be selected. */
    .card a::after {
      border-radius: var(--_radius);
      content: '';
      inset: 0;
      position: absolute;
    }
    .card:has(a) {
      cursor: pointer;
    }
    .card a:focus-visible {
      outline: 0;
    }
    .card p {
      inline-size: fit-content;
      position: relative;
    }
    .card [part='summary'] {
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 3;
      color: var(--_soft);
      display: -webkit-box;
      font-size: 0.875em;
      line-height: 1.45;
      overflow: hidden;
    }
    /* As tall as its neighbours, nearly. */
    .grid:has([part='image']) > :not(:has([part='image'])) [part='summary'] {
      -webkit-line-clamp: 6;
    }
    .card [part='byline'],
    .card [part='reason'] {
      color: var(--_soft);
      font-size: max(0.75em, 11px);
      line-height: 1.45;
      margin-block-start: 0.5em;
    }
    /* The dot before what begins a line is cut off. */
    .card [part='byline'] {
      display: flex;
      flex-wrap: wrap;
      overflow: clip;
    }
    .card [part='byline'] > * {
      inset-inline-start: -1.25em;
      padding-inline-start: 1.25em;
      position: relative;
    }
    /* In quirks mode, a line without words of its own has no height of its own. */
    .card [part='byline'] > ::after {
      content: '\\200b';
    }
    .card [part='byline'] > ::before {
      content: '·';
      inline-size: 1.25em;
      inset-inline-start: 0;
      position: absolute;
      text-align: center;
    }
    .card [part='reason'] {
      font-style: var(--_reason-style);
      margin-block-start: 0.35em;
    }
    .card :is([part='summary'], [part='byline'], [part='reason']):is(:lang(ar), :lang(fa), :lang(ckb), :lang(ur)) {
      font-style: normal;
      line-height: 1.7;
    }
  `,
];

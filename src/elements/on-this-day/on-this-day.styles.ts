import {css} from 'lit';

export const onThisDayStyles = css`
  .aside {
    letter-spacing: 0;
    text-transform: none;
  }
  [part='reason'],
  [part='ago'],
  .more {
    color: var(--_soft);
    font-size: max(0.75em, 11px);
  }
  [part='reason'],
  .days {
    margin-block-end: 1.25em;
  }
  .days {
    block-size: 2.25em;
  }

  .entry {
    align-content: start;
    display: grid;
    gap: 0.5em 1.5em;
    grid-template-columns: minmax(0, 1fr);
    line-height: var(--_leading);
  }
  .timeline .entry {
    padding-block-end: 1.25em;
  }
  .timeline .entry + .entry {
    border-block-start: 1px solid var(--_line);
    padding-block-start: 1em;
  }
  .when,
  .more {
    align-items: baseline;
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.875em;
    line-height: 1.4;
  }
  .more {
    margin-block-start: 0.75em;
  }
  [part='year'] {
    color: var(--_accent);
    font-size: 1.5em;
    line-height: 1;
    font-variant-numeric: var(--_figures);
  }
  small {
    font-size: 0.75em;
  }
  [part='kicker'] {
    margin-block-end: 0.25em;
  }
  [part='headline'] {
    font-size: 1.0625em;
    line-height: var(--_headline-leading, 1.3);
  }
  [part='summary'] {
    font-size: 0.9375em;
    max-inline-size: 40em;
  }
  [part='headline'] + [part='summary'] {
    color: var(--_soft);
    margin-block-start: 0.3em;
  }
  /* Links inside a text must be told from it. WebKit knows no shorthand of more than the line. */
  p a:not(.whole, :hover) {
    text-decoration: underline;
    text-decoration-color: var(--_line);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
  }
  :is(.timeline, .single) :is([part='image'], .picture) {
    aspect-ratio: 16 / 9;
    object-fit: cover;
  }

  :is(.cards, .single) :is([part='image'], .picture) {
    order: -1;
  }
  .cards .entry:not(:has([part='image'], .picture)) {
    border-block-start: 1px solid var(--_line);
    padding-block-start: 0.75em;
  }
  .single [part='year'] {
    font-size: 2.25em;
  }
  .single [part='headline'] {
    font-size: 1.5em;
  }
  .single [part='summary']:not([part='headline'] + *) {
    font-family: var(--_family);
    font-size: 1.1875em;
  }

  @container news (inline-size >= 35em) {
    .timeline .entry {
      grid-template-columns: 7em minmax(0, 1fr) 11em;
    }
    .timeline .when {
      align-items: start;
      flex-direction: column;
    }
    .timeline .words {
      grid-column: 2;
    }
    .timeline .words:last-child {
      grid-column-end: 4;
    }
    .timeline :is([part='image'], .picture) {
      aspect-ratio: 3 / 2;
    }
    .single .entry:has([part='image'], .picture) {
      column-gap: 2em;
      grid-template: auto 1fr / minmax(0, 3fr) minmax(0, 2fr);
    }
    .single :is([part='image'], .picture) {
      grid-row: 1 / 3;
    }
    .single [part='image'] ~ * {
      grid-column: 2;
    }
  }
`;

import {css} from 'lit';

export const onThisDayStyles = css`
  .aside {
    letter-spacing: 0;
    text-transform: none;
  }
  .days {
    display: flex;
    gap: 0.5em;
    margin-block: -0.25em 1.25em;
  }
  .days button {
    inline-size: 2.2em;
    padding-inline: 0;
  }
  input {
    background: none;
    border: 1px solid var(--_line);
    border-radius: 999px;
    color: inherit;
    color-scheme: inherit;
    font: inherit;
    font-size: var(--_small);
    min-inline-size: 0;
    padding: 0.3em 1em;
  }
  [part='reason'] {
    color: var(--_soft);
    font-size: var(--_small);
    margin-block-end: 1em;
  }

  .entry {
    display: grid;
    gap: 0.5em 1.5em;
    grid-template-columns: minmax(0, 1fr);
  }
  .timeline .entry {
    padding-block-end: 1.25em;
  }
  .timeline .entry + .entry {
    border-block-start: 1px solid var(--_line);
    padding-block-start: 1em;
  }
  .when {
    align-items: baseline;
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.875em;
    line-height: 1.2;
  }
  [part='year'] {
    color: var(--_accent);
    font: var(--_headline-weight) 1.5em/1 var(--_font-headline);
    font-variant-numeric: oldstyle-nums;
  }
  small {
    font-size: 0.75em;
  }
  [part='ago'],
  .more {
    color: var(--_soft);
    font-size: max(0.75em, 11px);
  }
  .more {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1em;
    margin-block-start: 0.5em;
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
  /* Links inside a text must be told from it. */
  .words p a:not(.whole) {
    text-decoration: underline;
    text-decoration-color: var(--_line);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
  }
  .words p a:hover {
    text-decoration-color: currentColor;
  }
  [part='image'],
  .skeleton .picture {
    aspect-ratio: 16 / 9;
    object-fit: cover;
  }

  .cards {
    display: grid;
    gap: 1.75em var(--_gap);
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15em), 1fr));
  }
  .cards .entry {
    align-content: start;
  }
  .cards [part='image'] {
    aspect-ratio: 3 / 2;
  }
  .cards [part='image'],
  .single [part='image'] {
    order: -1;
  }
  .single [part='year'] {
    font-size: 2.25em;
  }

  @container news (inline-size >= 560px) {
    .timeline .entry {
      grid-template-columns: 7em minmax(0, 1fr);
    }
    .timeline .entry:has([part='image']) {
      grid-template-columns: 7em minmax(0, 1fr) minmax(8em, 32%);
    }
    .timeline .when {
      align-content: start;
      flex-direction: column;
    }
    .timeline .words {
      grid-column: 2;
    }
    .single .entry:has([part='image']) {
      column-gap: 2em;
      grid-template: auto 1fr / minmax(0, 3fr) minmax(0, 2fr);
    }
    .single [part='image'] {
      grid-row: 1 / 3;
    }
    .single [part='image'] ~ *,
    .single .entry:has([part='image']) > :not(img) {
      grid-column: 2;
    }
  }
`;

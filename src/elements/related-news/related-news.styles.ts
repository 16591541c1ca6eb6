import {css} from 'lit';

export const relatedStyles = css`
  .list {
    display: grid;
    gap: 1.75em var(--_gap);
    grid-template-columns: repeat(4, minmax(0, 1fr));
  }
  @container news (inline-size < 760px) {
    .list {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container news (inline-size < 400px) {
    .list {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  :host([layout='list']) .list,
  :host([layout='compact']) .list {
    grid-template-columns: minmax(0, 1fr);
  }
  :host([layout='list']) .card {
    display: grid;
    gap: 0 1em;
    grid-template-columns: minmax(0, 1fr) minmax(5em, 28%);
  }
  :host([layout='list']) .card:not(:has([part='image'])) {
    grid-template-columns: minmax(0, 1fr);
  }
  :host([layout='list']) .card > * {
    grid-column: 1;
  }
  :host([layout='list']) .card [part='image'] {
    grid-column: 2;
    grid-row: 1 / 9;
    margin: 0;
  }
  :host([layout='list']) .card [part='headline'],
  :host([layout='compact']) .card [part='headline'] {
    margin-block-start: 0;
  }
  :host([layout='compact']) .list {
    gap: 0.75em;
  }
  :host([layout='compact']) .card + .card {
    border-block-start: 1px solid var(--_line);
    padding-block-start: 0.75em;
  }
  :host([layout='compact']) .card [part='headline'] {
    font-size: 1em;
  }

  :host([layout='carousel']) .list {
    grid-auto-columns: max(30%, 14em);
    grid-auto-flow: column;
    grid-template-columns: none;
    overflow-x: auto;
    overscroll-behavior-inline: contain;
    scroll-snap-type: inline mandatory;
    scrollbar-width: thin;
  }
  :host([layout='carousel']) .card {
    scroll-snap-align: start;
  }
`;

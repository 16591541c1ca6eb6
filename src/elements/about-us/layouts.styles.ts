import {css} from 'lit';

/** The layouts other than the box. */
export const layoutStyles = css`
  /* A band at the end of a page. */
  :host([layout='footer' i]) .about {
    background: none;
    border-block-start: 1px solid var(--_line);
    border-radius: 0;
    padding: 1.25em 0;
  }
  :host([layout='footer' i]) .words {
    column-gap: 3em;
    display: grid;
    grid-template: repeat(4, auto) 1fr / minmax(0, 3fr) minmax(0, 2fr);
  }
  :host([layout='footer' i]) .words > * {
    grid-column: 1;
  }
  :host([layout='footer' i]) .more {
    grid-area: 1 / 2 / -1;
  }
  :host([layout='footer' i]) .more > :first-child {
    margin-block-start: 0;
  }
  :host([layout='footer' i]) .more > .links {
    flex-direction: column;
  }

  :host([layout='card' i]) .about {
    grid-template-columns: minmax(0, 1fr);
    justify-items: center;
    margin-inline: auto;
    max-inline-size: 24rem;
    text-align: center;
  }
  :host([layout='card' i]) .about > :is(img, .picture) {
    border-radius: 50%;
    inline-size: 5.5em;
  }
  :host([layout='card' i]) .about > :is(.words, .subscribe, .subscription) {
    grid-column: 1;
    justify-self: auto;
  }
  :host([layout='card' i]) :is(.people, .links, [part='date']) {
    align-items: center;
    justify-content: center;
  }
  :host([layout='card' i]) .subscription button {
    justify-self: center;
  }

  @container news (inline-size < 35em) {
    :host([layout='footer' i]) .words {
      display: block;
    }
    :host([layout='footer' i]) .more > .links {
      flex-direction: row;
      margin-block-start: 0.9em;
    }
  }
`;

import {css} from 'lit';

/** The layouts other than the box. */
export const layoutStyles = css`
  /* A band at the end of a page. */
  :host([layout='footer']) .about {
    background: none;
    border-block-start: 1px solid var(--_line);
    border-radius: 0;
    padding: 1.25em 0;
  }
  :host([layout='footer']) .words {
    column-gap: 3em;
    display: grid;
    grid-template: repeat(4, auto) 1fr / minmax(0, 3fr) minmax(0, 2fr);
  }
  :host([layout='footer']) .words > * {
    grid-column: 1;
  }
  :host([layout='footer']) .more {
    grid-area: 1 / 2 / -1;
  }
  :host([layout='footer']) .more > :first-child {
    margin-block-start: 0;
  }
  :host([layout='footer']) .more > .links {
    flex-direction: column;
  }

  :host([layout='card']) .about {
    grid-template-columns: minmax(0, 1fr);
    justify-items: center;
    margin-inline: auto;
    max-inline-size: 24rem;
    text-align: center;
  }
  :host([layout='card']) .about > [part='image'] {
    border-radius: 50%;
    inline-size: 5.5em;
  }
  :host([layout='card']) .about > :is(.words, .subscribe, .subscription) {
    grid-column: 1;
    justify-self: auto;
  }
  :host([layout='card']) :is(.people, .links, [part='date']) {
    justify-content: center;
  }
  :host([layout='card']) .subscription button {
    justify-self: center;
  }

  @container news (inline-size < 35em) {
    :host([layout='footer']) .words {
      display: block;
    }
    :host([layout='footer']) .more > .links {
      flex-direction: row;
      margin-block-start: 0.9em;
    }
  }
`;

import {css} from 'lit';

export const aboutStyles = css`
  .about {
    background: var(--_tint);
    border-radius: var(--_radius);
    display: grid;
    gap: 0.5em 1.25em;
    grid-template-columns: auto minmax(0, 1fr) auto;
    padding: 1.5em;
  }
  [part='image'] {
    aspect-ratio: 1;
    inline-size: 3.5em;
    object-fit: cover;
  }
  [part='image'][hidden] {
    display: none;
  }
  .words {
    grid-column: 2;
    min-inline-size: 0;
  }
  .about:not(:has(> [part='image']:not([hidden]))) {
    grid-template-columns: minmax(0, 1fr) auto;
  }
  .about:not(:has(> [part='image']:not([hidden]))) .words {
    grid-column: 1;
  }
  [part='heading'] {
    margin-block-end: 0.3em;
  }
  [part='headline'] {
    font-weight: 600;
  }
  [part='summary'] {
    color: var(--_soft);
    font-size: 0.9375em;
    max-inline-size: 60ch;
  }
  .people,
  .links {
    display: flex;
    flex-wrap: wrap;
    font-size: 0.875em;
    gap: 0.4em 1.25em;
    margin-block-start: 0.9em;
  }
  .people li {
    align-items: center;
    display: flex;
    gap: 0.5em;
  }
  .people img {
    aspect-ratio: 1;
    border-radius: 50%;
    inline-size: 2em;
    object-fit: cover;
  }
  .links a {
    display: inline-block;
    min-block-size: 24px;
    text-decoration: underline;
    text-decoration-color: var(--_line);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
  }
  .links a:hover {
    text-decoration-color: currentColor;
  }
  address,
  [part='date'] {
    color: var(--_soft);
    font-size: var(--_small);
    font-style: normal;
    margin-block-start: 0.9em;
  }
  [part='date'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25em;
    letter-spacing: 0;
    text-transform: none;
  }
  summary {
    background: var(--_button);
    border-radius: 999px;
    color: var(--_button-text);
    cursor: pointer;
    font-size: 0.875em;
    inline-size: fit-content;
    list-style: none;
    padding: 0.45em 1.2em;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:hover {
    opacity: 0.85;
  }
  details[open] {
    grid-column: 1 / -1;
  }
  .subscribe {
    display: grid;
    font-size: 0.875em;
    gap: 0.6em;
    margin-block-start: 1em;
  }
  code {
    background: light-dark(#fff, #0008);
    border: 1px solid var(--_line);
    direction: ltr;
    font-family: ui-monospace, monospace;
    overflow-wrap: anywhere;
    user-select: all;
    padding: 0.4em 0.6em;
  }
  .subscribe button {
    justify-self: start;
  }
  .subscribe p {
    max-inline-size: 60ch;
  }

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
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
  }
  :host([layout='footer']) .words > * {
    grid-column: 1;
  }
  :host([layout='footer']) .words > :is(address, .links, [part='date']) {
    grid-column: 2;
  }
  :host([layout='footer']) .words > .links {
    flex-direction: column;
    grid-row: 1 / span 4;
    margin-block-start: 0;
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
  :host([layout='card']) :is(.words, details) {
    grid-column: 1;
  }
  :host([layout='card']) :is(.people, .links, [part='date']) {
    justify-content: center;
  }
  :host([layout='card']) summary,
  :host([layout='card']) .subscribe button {
    justify-self: center;
    margin-inline: auto;
  }

  .skeleton {
    display: grid;
    grid-template-columns: 3.5em 1fr;
  }

  @container news (inline-size < 560px) {
    .about {
      grid-template-columns: auto minmax(0, 1fr);
    }
    .about:not(:has(> [part='image']:not([hidden]))) {
      grid-template-columns: minmax(0, 1fr);
    }
    details {
      grid-column: 1 / -1;
      margin-block-start: 0.5em;
    }
    :host([layout='footer']) .words {
      display: block;
    }
    :host([layout='footer']) .words > .links {
      flex-direction: row;
      margin-block-start: 0.9em;
    }
  }
  @container news (inline-size < 320px) {
    .about {
      padding: 1em;
    }
  }
`;

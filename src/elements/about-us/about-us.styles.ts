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
  .about > :is(img, .picture) {
    aspect-ratio: 1;
    inline-size: 3.5em;
    object-fit: cover;
  }
  [hidden] {
    display: none;
  }
  /* Seen on the tinted ground. */
  .about i {
    background: var(--_line);
  }
  .words {
    grid-column: 2;
    min-inline-size: 0;
  }
  .about:not(:has(> :is(img:not([hidden]), .picture))) {
    grid-template-columns: minmax(0, 1fr) auto;
  }
  .about:not(:has(> :is(img:not([hidden]), .picture))) > :is(.words, .subscription) {
    grid-column-start: 1;
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
    max-inline-size: 30em;
  }
  .people img {
    aspect-ratio: 1;
    background: var(--_line);
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
  .subscribe {
    align-self: start;
    background: var(--_button);
    color: var(--_button-text);
    font-size: 0.875em;
    padding: 0.45em 1.2em;
  }
  .subscribe:hover {
    opacity: 0.85;
  }
  .subscription {
    grid-column: 2 / -1;
  }

  @container news (inline-size < 35em) {
    .about {
      grid-template-columns: auto minmax(0, 1fr);
    }
    .about:not(:has(> :is(img:not([hidden]), .picture))) {
      grid-template-columns: minmax(0, 1fr);
    }
    .subscribe,
    .about > .subscription {
      grid-column: 1 / -1;
      justify-self: start;
    }
    .subscribe {
      margin-block-start: 0.5em;
    }
  }
  @container news (inline-size < 20em) {
    .about {
      padding: 1em;
    }
    .people {
      flex-direction: column;
    }
  }
  /* The icon above the words. */
  @container news (inline-size < 17em) {
    .about.about {
      grid-template-columns: minmax(0, 1fr);
    }
    .words {
      grid-column: 1;
    }
  }
`;

import {css} from 'lit';

export const subscribeStyles = css`
  .subscription {
    display: grid;
    font-size: 0.875em;
    gap: 0.6em;
    margin-block-start: 0.5em;
  }
  code {
    border: 1px solid var(--_line);
    direction: ltr;
    font-family: ui-monospace, monospace;
    overflow-wrap: anywhere;
    user-select: all;
    padding: 0.4em 0.6em;
  }
  .subscription button {
    justify-self: start;
  }
  .subscription .links {
    font-size: 1em;
    margin: 0;
  }
  .subscription p {
    max-inline-size: 60ch;
  }
`;

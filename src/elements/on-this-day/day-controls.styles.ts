import {css} from 'lit';

export const dayControlsStyles = css`
  .days {
    display: flex;
    gap: 0.5em;
  }
  .days button {
    inline-size: 2.25em;
    padding: 0;
  }
  .days button:disabled {
    opacity: 0.4;
  }
  input {
    background: none;
    border: 1px solid var(--_outline);
    border-radius: var(--_button-radius);
    color: inherit;
    color-scheme: inherit;
    font: inherit;
    font-size: var(--_small);
    min-inline-size: 0;
    padding: 0 1em;
  }
`;

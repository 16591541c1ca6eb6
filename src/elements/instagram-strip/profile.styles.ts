import {css} from 'lit';

export const profileStyles = css`
  .profile {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 1em;
    margin-block-end: 1.25em;
  }
  .profile [part='image'] {
    aspect-ratio: 1;
    block-size: 4em;
    border-radius: 50%;
    inline-size: 4em;
    object-fit: cover;
  }
  .handle {
    color: var(--_soft);
    font-size: var(--_small);
  }
  .profile > div {
    flex: 1 1 12em;
  }
  .profile [part='summary'] {
    color: var(--_soft);
    font-size: 0.9375em;
    max-inline-size: 60ch;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    white-space: pre-line;
  }
  .follow {
    background: var(--_button);
    border-radius: var(--_button-radius);
    color: var(--_button-text);
    font-size: 0.875em;
    padding: 0.45em 1.2em;
  }
`;

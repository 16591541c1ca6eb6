import {css} from 'lit';

export const askStyles = css`
  .ask {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    font-size: 0.875em;
    gap: 0.5em 0.75em;
    margin-block-end: 1em;
  }
  .ask p {
    color: var(--_soft);
    flex: 1 1 20em;
  }
  .skeleton .ask {
    visibility: hidden;
  }
`;

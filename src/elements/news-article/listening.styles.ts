import {css} from 'lit';

export const listeningStyles = css`
  ::highlight(news-listening) {
    background-color: color-mix(in srgb, var(--_accent) 18%, transparent);
  }
  .spoken {
    background: color-mix(in srgb, var(--_accent) 18%, transparent);
  }
`;

import {css} from 'lit';

export const attachmentStyles = css`
  .player {
    margin-block-end: 1.75em;
  }
  .player figcaption {
    color: inherit;
    padding-block: 0 0.5em;
  }
  .player video {
    aspect-ratio: 16 / 9;
  }
  .attachments {
    display: grid;
    font-size: 0.875em;
    gap: 1em;
    margin-block-start: 1.5em;
  }
  .attachments a {
    text-decoration: underline;
    text-decoration-color: var(--_accent);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.16em;
  }

  @media print {
    .player {
      display: none;
    }
    .attachments a::after {
      content: ' (' attr(href) ')';
    }
  }
`;

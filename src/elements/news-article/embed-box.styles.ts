import {css} from 'lit';

/** Boxes that stand for content of other sites. `--_ratio` is set where a frame keeps its ratio. */
export const embedStyles = css`
  [part='embed'] {
    display: block;
    font-family: var(--_font);
    margin-block: 1.75em;
  }
  [part='embed'] > [hidden] {
    display: none;
  }
  .embed-question,
  [part='embed'] > iframe {
    aspect-ratio: var(--_ratio);
    inline-size: min(100%, 85vh * var(--_ratio, 100));
    margin-inline: auto;
  }
  /* Not a grid: WebKit lets one that has a ratio be lower than what is in it. */
  .embed-question {
    align-items: center;
    background: var(--_tint);
    border-radius: var(--_radius);
    display: flex;
    flex-direction: column;
    gap: 0.75em;
    justify-content: center;
    padding: 1.5em 1em;
    text-align: center;
  }
  .embed-question > span,
  .embed-question > a,
  [data-open] > button {
    font-size: var(--_small);
  }
  .embed-question > span {
    color: var(--_soft);
    max-inline-size: 26em;
  }
  .embed-choice {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    justify-content: center;
  }
  .embed-choice > button {
    color: var(--_text);
  }
  .embed-choice > :first-child {
    background: var(--_button);
    color: var(--_button-text);
  }
  [part='embed'] > iframe {
    border: 0;
    display: block;
    margin-block-end: 0.5em;
  }

  @media print {
    [data-open] > * {
      display: none;
    }
  }
`;

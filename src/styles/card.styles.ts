import {css} from 'lit';

/** A story in a list: picture, kicker, headline, summary, small print. */
export const cardStyles = css`
  .card {
    min-inline-size: 0;
    position: relative;
  }
  .card [part='image'] {
    aspect-ratio: 3 / 2;
    margin-block-end: 0.75em;
    object-fit: cover;
  }
  .card [part='headline'] {
    font-size: 1.125em;
    line-height: var(--_headline-leading, 1.22);
    margin-block: 0.3em 0.35em;
  }
  /* The whole card is its link, without a second one. */
  .card [part='headline'] a::after {
    content: '';
    inset: 0;
    position: absolute;
  }
  .card [part='summary'] {
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    color: var(--_soft);
    display: -webkit-box;
    font-size: 0.875em;
    line-height: 1.45;
    overflow: hidden;
  }
  .card [part='summary']:lang(ar),
  .card [part='summary']:lang(fa),
  .card [part='summary']:lang(ckb) {
    line-height: 1.7;
  }
  .card [part='byline'],
  .card [part='reason'] {
    color: var(--_soft);
    font-size: max(0.75em, 11px);
    line-height: 1.45;
    margin-block-start: 0.5em;
  }
  .card [part='byline'] > :not(:last-child)::after {
    content: '·';
    margin-inline: 0.5em;
  }
  .card [part='reason'] {
    font-style: var(--news-reason-style, italic);
  }
  .card [part='reason']:lang(ar),
  .card [part='reason']:lang(fa),
  .card [part='reason']:lang(ckb) {
    font-style: normal;
  }
`;

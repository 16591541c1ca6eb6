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
  .card > [part='headline']:first-child {
    margin-block-start: 0;
  }
  /* The whole card is its link, without a second one; but words can be selected. */
  .card a::after {
    content: '';
    inset: 0;
    position: absolute;
  }
  .card:has(a) {
    cursor: pointer;
  }
  .card:hover a {
    text-decoration: underline 1px;
    text-underline-offset: 0.18em;
  }
  .card a:focus-visible {
    outline: 0;
  }
  .card a:focus-visible::after {
    outline: 2px solid var(--_accent);
    outline-offset: var(--_card-ring, 2px);
  }
  .card p {
    inline-size: fit-content;
    max-inline-size: 100%;
    position: relative;
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
  .card [part='byline'],
  .card [part='reason'] {
    color: var(--_soft);
    font-size: max(0.75em, 11px);
    line-height: 1.45;
    margin-block-start: 0.5em;
  }
  /* The dot before what begins a line is cut off. */
  .card [part='byline'] {
    display: flex;
    flex-wrap: wrap;
    overflow: clip;
  }
  .card [part='byline'] > * {
    inset-inline-start: -1.25em;
    padding-inline-start: 1.25em;
    position: relative;
  }
  .card [part='byline'] > ::before {
    content: '·';
    inline-size: 1.25em;
    inset-inline-start: 0;
    position: absolute;
    text-align: center;
  }
  .card [part='reason'] {
    font-style: var(--news-reason-style, italic);
    margin-block-start: 0.35em;
  }
  .card :is([part='summary'], [part='byline'], [part='reason']):is(:lang(ar), :lang(fa), :lang(ckb), :lang(ur)) {
    font-style: normal;
    line-height: 1.7;
  }
`;

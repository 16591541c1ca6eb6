import {css} from 'lit';

export const articleStyles = css`
  :lang(ja),
  :lang(zh),
  :lang(ko) {
    --_headline-leading: 1.3;
    --_headline-tracking: 0;
    --_leading: 1.7;
    --_tracking: 0;
  }
  /* In a wider place it stands in the middle, no wider than a picture that is good to look at. */
  [part='item'] {
    margin-inline: auto;
    max-inline-size: 52em;
  }
  [part='kicker'] bdi + bdi::before {
    color: var(--_soft);
    content: '·';
    margin-inline: 0.5em;
  }
  [part='headline'] {
    font-size: clamp(1.75em, 1.1em + 3.2cqi, 3em);
    line-height: var(--_headline-leading, 1.08);
    margin-block: 0.2em 0.3em;
    word-break: auto-phrase;
  }
  [part='headline']:first-child {
    margin-block-start: 0;
  }
  [part='headline'] + .byline {
    margin-block-start: 1.2em;
  }
  [part='summary'] {
    color: var(--_soft);
    font-family: var(--_family);
    font-size: 1.1875em;
    line-height: 1.45;
    margin-block-end: 0.95em;
    max-inline-size: 40em;
    text-wrap: pretty;
  }
  .byline {
    align-items: center;
    border-block: 1px solid var(--_line);
    display: flex;
    flex-wrap: wrap;
    font-size: 0.875em;
    gap: 0.5em 0.85em;
    margin-block-end: 1.7em;
    padding-block: 0.85em;
  }
  .byline img {
    aspect-ratio: 1;
    border-radius: 50%;
    inline-size: 2.6em;
    object-fit: cover;
  }
  .who {
    flex: 1 1 0;
    line-height: 1.45;
    min-inline-size: min(100%, 9em);
  }
  .authors {
    display: block;
    font-weight: 600;
  }
  .authors bdi + bdi::before {
    content: ', ';
  }
  .authors:is(:lang(ar), :lang(fa), :lang(ckb), :lang(ur)) bdi + bdi::before {
    content: '، ';
  }
  .authors:is(:lang(ja), :lang(zh)) bdi + bdi::before {
    content: '、';
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-inline-start: auto;
  }
  .room {
    border: 1px solid;
    padding: 0.3em 1em;
    visibility: hidden;
  }
  .when {
    align-items: baseline;
    color: var(--_soft);
    display: flex;
    flex-wrap: wrap;
    inline-size: fit-content;
  }
  /* Small for its capitals alone. */
  .when [part='date']:is(:lang(ar), :lang(fa), :lang(ckb), :lang(ur), :lang(he), :lang(ja), :lang(zh)) {
    font-size: 1em;
  }
  /* The dot ends a line rather than beginning one. */
  .when > :not(:last-child)::after {
    content: '·';
    margin-inline: 0.5em;
  }
  .lead {
    margin-block-end: 1.75em;
  }
  .lead img {
    max-block-size: 90vh;
    object-fit: cover;
  }
  .lead img:not([height]) {
    aspect-ratio: 3 / 2;
  }
  .lead [data-tall] {
    object-fit: contain;
  }
  figcaption {
    color: var(--_soft);
    font-size: var(--_small);
    line-height: 1.45;
    padding-block-start: 0.6em;
  }
  figcaption small {
    font-size: 1em;
  }

  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block-start: 1.75em;
  }
  .tags li {
    border: 1px solid var(--_line);
    border-radius: var(--_button-radius);
    color: var(--_soft);
    font-size: var(--_small);
    padding: 0.25em 0.9em;
  }
  .source {
    font-size: 0.875em;
    margin-block-start: 1.5em;
  }
  .source a {
    text-decoration: underline;
    text-decoration-color: var(--_accent);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.16em;
  }
  audio {
    display: block;
    inline-size: 100%;
  }

  .story {
    min-block-size: 100vh;
  }
  .story .title {
    block-size: 2.6em;
  }

  @media print {
    .actions,
    .body :is(audio, video) {
      display: none;
    }
    [part='headline'],
    [part='byline'] {
      break-after: avoid;
    }
    .lead {
      break-inside: avoid;
    }
    .source a::after {
      content: ' (' attr(href) ')';
    }
  }
`;

import {css} from 'lit';

/** What few stories have: tables and code, which may be wider than the column, and lists of other kinds. */
export const specialBlockStyles = css`
  .body :is(pre, code) {
    direction: ltr;
    font-family: ui-monospace, monospace;
    font-size: 0.875em;
    unicode-bidi: isolate;
  }
  .body pre {
    background: var(--_tint);
    line-height: 1.5;
    max-inline-size: 45em;
    overflow-wrap: normal;
    overflow-x: auto;
    padding: 1em;
    tab-size: 2;
    text-align: start;
  }
  .body pre * {
    font-size: 1em;
  }
  .body table {
    border-collapse: collapse;
    font-size: 0.8334em;
    font-variant-numeric: tabular-nums;
    line-height: 1.4;
    min-inline-size: 100%;
  }
  .body :is(th, td) {
    border-block-end: 1px solid var(--_line);
    min-inline-size: 4em;
    overflow-wrap: normal;
    padding-block: 0.5em;
    padding-inline: 0 1em;
    text-align: start;
    vertical-align: top;
  }
  .body th {
    font-weight: 600;
  }
  .body caption {
    color: var(--_soft);
    padding-block-end: 0.5em;
    text-align: start;
  }
  .body [role='region'] {
    margin-block: 1.75em;
    overflow-x: auto;
  }
  /* A shadow of the text's colour, seen on any ground, says where there is more. */
  .body [data-more] {
    --_side: 1;
    --_shadow: 0 0.9em -0.8em color-mix(in srgb, var(--_text) 55%, transparent);
    --_start: 0 0 transparent;
    --_end: 0 0 transparent;
    box-shadow:
      inset var(--_start),
      inset var(--_end);
  }
  .body [role='region']:dir(rtl) {
    --_side: -1;
  }
  .body [data-more~='start'] {
    --_start: calc(var(--_side) * 1em) var(--_shadow);
  }
  .body [data-more~='end'] {
    --_end: calc(var(--_side) * -1em) var(--_shadow);
  }
  .body ol[type='a'] {
    list-style-type: lower-alpha;
  }
  .body ol[type='A' s] {
    list-style-type: upper-alpha;
  }
  .body ol[type='i'] {
    list-style-type: lower-roman;
  }
  .body ol[type='I' s] {
    list-style-type: upper-roman;
  }
  .body dt {
    font-weight: 600;
  }
  .body dd {
    margin-block-end: 0.5em;
    margin-inline-start: 1.4em;
  }
  .body details {
    border-block: 1px solid var(--_line);
    max-inline-size: 45em;
    padding-block: 0.6em;
  }
  .body summary {
    cursor: pointer;
    font-weight: 600;
  }
  .body summary + * {
    margin-block-start: 0.6em;
  }

  @media print {
    .body details::details-content {
      block-size: auto;
      content-visibility: visible;
    }
    .body [data-more] {
      box-shadow: none;
      overflow: visible;
    }
    .body pre {
      white-space: pre-wrap;
    }
    .body tr {
      break-inside: avoid;
    }
  }
`;

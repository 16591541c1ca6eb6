import {css} from 'lit';

/**
 * Every public `--news-*` property, once: the rest of the CSS reads the `--_*` beside it.
 *
 * The comment before each says its type, for which element it is unless for all, and its use. The manifest and the
 * documentation are made from these lines (`.config/tokens.js`); the build drops the comments.
 */
export const tokenStyles = css`
  :host {
    /* <font-family>: Text. Without it, the page's own. */
    --_font: var(--news-font, inherit);
    /* <font-family>: Headlines, headings and the text of a story. An empty value takes the page's own font. */
    --_font-latin: var(
      --news-font-headline,
      ui-serif,
      'Iowan Old Style',
      'Source Serif 4',
      'Noto Serif',
      Georgia,
      serif
    );
    /* <font-family>: The same in Arabic, Persian, Kurdish and Urdu. */
    --_font-arabic: var(
      --news-font-headline-arabic,
      var(--news-font-headline, 'Noto Naskh Arabic', 'Amiri', 'Geeza Pro', serif)
    );
    /* <length>: Size of the text, of which all other sizes are parts. */
    --_font-size: var(--news-font-size, max(1em, 14px));
    /* <number>: Height of a line of text. Scripts that need it get 0.25 more. */
    --_lines: var(--news-leading, 1.55);
    /* <number>: Weight of headlines and headings. */
    --_headline-weight: var(--news-headline-weight, 600);
    /* <length>: Space between the letters of headlines, in scripts that do not join them. */
    --_headline-spacing: var(--news-headline-tracking, -0.012em);
    /* none | uppercase | capitalize: Case of kickers and dates. */
    --_label-case: var(--news-label-case, uppercase);
    /* <length>: Space between the letters of kickers and dates, in scripts that do not join them. */
    --_label-spacing: var(--news-label-tracking, 0.08em);
    /* normal | italic in related-news: Style of the words that say why a story is here. */
    --_reason-style: var(--news-reason-style, italic);
    /* normal | oldstyle-nums: Figures of years. */
    --_figures: var(--news-figures, oldstyle-nums);
    /* <color>: Text. */
    --_text: var(--news-color-text, light-dark(#16181b, #eceae5));
    /* <color>: Summaries, captions, dates. */
    --_soft: var(--news-color-soft, light-dark(#5b6068, #a2a6ad));
    /* <color>: Kickers, years, marks, and the ring round what has the focus. */
    --_accent: var(--news-color-accent, light-dark(#9c2a1f, #f0907f));
    /* <color>: Hairlines. */
    --_line: var(--news-color-line, light-dark(#d9d6cf, #34373c));
    /* <color>: Ground of boxes, and of pictures that have not loaded. */
    --_tint: var(--news-color-tint, light-dark(#f3f1ec, #1c1f23));
    /* <color>: Ground of the stories in a list. */
    --_card-color: var(--news-color-card, transparent);
    /* <color>: Outline of buttons and fields. */
    --_outline: var(--news-color-control, light-dark(#16181b8c, #eceae57a));
    /* <color>: Ground of the buttons that matter most. */
    --_button: var(--news-color-button, var(--_text));
    /* <color>: Words on it. */
    --_button-text: var(--news-color-button-text, light-dark(#fff, #121416));
    /* <length>: Corners of pictures and boxes. */
    --_radius: var(--news-radius, 0px);
    /* <length>: Corners of buttons and tags. */
    --_button-radius: var(--news-button-radius, 999px);
    /* <length>: Space between columns. */
    --_gap: var(--news-gap, 1.5em);
    /* <length>: Space round the words of a story in a list, not in em. */
    --_card-padding: var(--news-card-padding, 0px);
    /* <line-width> <line-style> <color>: Line above a heading. Without it, a hairline. */
    --_rule: var(--news-rule, 1px solid var(--_line));
    /* <line-width> <line-style> <color>: Line between columns of stories. */
    --_column-rule: var(--news-column-rule, 0);
    /* <length> in related-news: Width of a story in the carousel. Without it, a part of the container's. */
    --_card-size: var(--news-card-size);
    /* <length> in instagram-strip: Space between posts. */
    --_strip-gap: var(--news-strip-gap, 8px);
    /* <length> in instagram-strip: Width of a post in the strip. Without it, a part of the container's. */
    --_strip-size: var(--news-strip-size);
  }
`;

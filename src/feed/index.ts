/** `news-elements/feed`: from a URL or a text to a {@link Feed}. No Lit, no DOM; runs in Node too. */
export {configure, loadFeed, type LoadLimits, type LoadOptions} from './load.js';
export {loadNextPage} from './pages.js';
export {parseFeed, type ParseOptions} from './parse.js';
export {FeedError, type FeedErrorCode} from './feed-error.js';
export type {
  Attachment,
  Author,
  CalendarDate,
  Feed,
  Image,
  ImageSize,
  Item,
  ItemSource,
  Link,
  UntrustedHtml,
} from './feed.js';

/** `news-elements`: registers all five elements and exports them. */
export {NewsArticle} from './elements/news-article/news-article.js';
export {RelatedNews} from './elements/related-news/related-news.js';
export {OnThisDay} from './elements/on-this-day/on-this-day.js';
export {InstagramStrip} from './elements/instagram-strip/instagram-strip.js';
export {AboutUs} from './elements/about-us/about-us.js';
export {FeedErrorEvent, FeedLoadEvent, ItemChangeEvent, ItemClickEvent, ItemViewEvent} from './elements/feed-events.js';
export {PictureErrorEvent} from './elements/instagram-strip/report-missing.js';
export type {FeedState} from './elements/feed-element.js';
export {grantConsent, hasConsent, revokeConsent} from './elements/consent.js';
export {en} from './locales/en.js';
export {loadLocale, registerLocale, type Locale} from './locales/index.js';
export * from './feed/index.js';

/**
 * The same invented news in every form that is asked for, so that all read an equal feed. Always the same, whoever runs it.
 */
const WORDS =
  'river bridge council market harvest school engine valley museum archive border ferry garden radio letter winter summer quarter tower station canal island minister teacher doctor driver painter farmer sailor baker reader builder opens closes finds loses gains repairs counts plants paints carries remembers promises studies crosses measures early late wooden quiet northern southern narrow empty crowded silver green public ancient modern second third hidden open after before without beside above under between during against'.split(
    ' ',
  );
const FIRST = Date.UTC(2026, 5, 14, 12);
const HOUR = 3_600_000;

/** Pseudo-random words: different items share few, as in a real feed, or a list that leaves out versions would be short. */
function writer(seed) {
  let state = seed * 7919 + 17;
  const next = (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  const words = (count) =>
    Array.from({length: count}, () => WORDS[next(WORDS.length)] + (next(3) ? '' : 'abcdefghij'[next(10)])).join(' ');
  const sentence = (count) => words(count).replace(/^./, (letter) => letter.toUpperCase());
  return {sentence};
}

/**
 * @param {number} count
 * @param {{bodies?: boolean, pictures?: boolean}} options
 */
export function newsItems(count, {bodies = false, pictures = false} = {}) {
  return Array.from({length: count}, (_, n) => {
    const {sentence} = writer(n + 1);
    return {
      id: `story-${n}`,
      url: `https://news.example/story-${n}`,
      title: `${sentence(8)} (${n + 1})`,
      summary: `${sentence(20)}.`,
      date: new Date(FIRST - n * HOUR).toISOString(),
      author: `Writer ${n % 7}`,
      tag: sentence(1),
      image: pictures ? `/photo-${n % 6}.jpg` : undefined,
      eventDate: `${2025 - (n % 150)}-06-14`,
      body: bodies ? body(sentence) : undefined,
    };
  });
}

function body(sentence) {
  const paragraph = () =>
    `<p>${sentence(30)} <a href="https://news.example/${encodeURIComponent(sentence(1))}">${sentence(3)}</a>, <em>${sentence(2)}</em> ${sentence(25)}.</p>`;
  return [
    paragraph(),
    `<figure><img src="/photo-1.jpg" alt="${sentence(4)}" width="600" height="400"><figcaption>${sentence(8)}</figcaption></figure>`,
    paragraph(),
    `<h2>${sentence(5)}</h2>`,
    paragraph(),
    `<blockquote><p>${sentence(20)}</p></blockquote>`,
    paragraph(),
    `<ul><li>${sentence(6)}</li><li>${sentence(6)}</li><li>${sentence(6)}</li></ul>`,
    paragraph(),
    paragraph(),
  ].join('\n');
}

const site = {
  title: 'The Measured Times',
  home_page_url: 'https://news.example/',
  description: 'News that was invented to be measured.',
  authors: [0, 1, 2, 3].map((n) => ({name: `Writer ${n}`, url: `https://news.example/writer-${n}`})),
};

export function jsonFeed(items) {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    ...site,
    language: 'en',
    items: items.map(({id, url, title, summary, date, author, tag, image, eventDate, body}) => ({
      id,
      url,
      title,
      summary,
      date_published: date,
      authors: [{name: author}],
      tags: [tag],
      image,
      content_html: body,
      _news: {event_date: eventDate, ...(image && {image_width: 600, image_height: 400})},
    })),
  });
}

export function rss(items) {
  const entries = items.map(
    ({id, url, title, summary, date, author, tag}) =>
      `<item><guid isPermaLink="false">${id}</guid><link>${url}</link><title>${title}</title><description>${summary}</description><pubDate>${new Date(date).toUTCString()}</pubDate><author>${author}</author><category>${tag}</category></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${site.title}</title><link>${site.home_page_url}</link><description>${site.description}</description>${entries.join('')}</channel></rss>`;
}

/** As a Mastodon server answers for an account's statuses. */
export function mastodonStatuses(items) {
  const account = {
    id: '1',
    username: 'times',
    acct: 'times',
    display_name: site.title,
    url: 'https://news.example/@times',
    avatar: '/photo-0.jpg',
    emojis: [],
  };
  return JSON.stringify(
    items.map(({id, url, title, summary, date, body}) => ({
      id,
      url,
      created_at: date,
      visibility: 'public',
      language: 'en',
      sensitive: false,
      spoiler_text: '',
      reblog: null,
      content: body ?? `<p><a href="${url}">${title}</a></p><p>${summary}</p>`,
      account,
      media_attachments: [],
      emojis: [],
      mentions: [],
      tags: [],
      card: null,
      poll: null,
      replies_count: 0,
      reblogs_count: 0,
      favourites_count: 0,
    })),
  );
}

/** As Bluesky's `app.bsky.feed.getAuthorFeed` answers. */
export function blueskyFeed(items) {
  const author = {did: 'did:plc:measuredtimesmeasuredtim', handle: 'news.example', displayName: site.title, labels: []};
  return JSON.stringify({
    feed: items.map(({title, summary, date}, n) => ({
      post: {
        uri: `at://${author.did}/app.bsky.feed.post/3k${String(n).padStart(11, '2')}`,
        cid: 'bafyreidfayvfuwqa7qlnopdjiqrxzs6blmoeu4rujcjtnci5beludirz2a',
        author,
        record: {$type: 'app.bsky.feed.post', text: `${title}\n${summary}`, createdAt: date, langs: ['en']},
        replyCount: 0,
        repostCount: 0,
        likeCount: 0,
        indexedAt: date,
        labels: [],
      },
    })),
  });
}

/** As Instagram's API answers for `/me/media`. */
export function instagramMedia(items) {
  return JSON.stringify({
    data: items.map(({id, url, title, date, image}) => ({
      id,
      caption: title,
      media_type: 'IMAGE',
      media_url: image,
      permalink: url,
      timestamp: date,
      username: 'measured.times',
    })),
  });
}

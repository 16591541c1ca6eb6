import {expect} from '@open-wc/testing';
import {embedOf, frameEmbed, quoteEmbed} from '../../src/feed/embeds.js';

function element(markup: string): Element {
  const template = document.createElement('template');
  template.innerHTML = markup;
  return template.content.firstElementChild ?? expect.fail('no element');
}

const frame = (address: string, attributes = '') =>
  frameEmbed(element(`<iframe src="${address}" ${attributes}></iframe>`));

const KNOWN: [address: string, frame: string, page: string][] = [
  [
    'https://www.youtube.com/embed/abcdefghij1?autoplay=1&origin=x',
    'https://www.youtube-nocookie.com/embed/abcdefghij1',
    'https://www.youtube.com/watch?v=abcdefghij1',
  ],
  [
    '//www.youtube-nocookie.com/embed/abcdefghij1',
    'https://www.youtube-nocookie.com/embed/abcdefghij1',
    'https://www.youtube.com/watch?v=abcdefghij1',
  ],
  [
    'https://m.youtube.com/watch?app=desktop&v=abcdefghij1&t=9',
    'https://www.youtube-nocookie.com/embed/abcdefghij1',
    'https://www.youtube.com/watch?v=abcdefghij1',
  ],
  [
    'https://www.youtube.com/shorts/abcdefghij1?feature=share',
    'https://www.youtube-nocookie.com/embed/abcdefghij1',
    'https://www.youtube.com/shorts/abcdefghij1',
  ],
  [
    ' https://youtu.be/abcdefghij1?t=3 ',
    'https://www.youtube-nocookie.com/embed/abcdefghij1',
    'https://www.youtube.com/watch?v=abcdefghij1',
  ],
  ['https://player.vimeo.com/video/7697', 'https://player.vimeo.com/video/7697?dnt=1', 'https://vimeo.com/7697'],
  [
    'https://player.vimeo.com/video/7697?h=ab12&title=0',
    'https://player.vimeo.com/video/7697?dnt=1&h=ab12',
    'https://vimeo.com/7697/ab12',
  ],
  [
    'https://x.com/ana/status/123?s=20',
    'https://platform.twitter.com/embed/Tweet.html?dnt=true&id=123',
    'https://x.com/i/status/123',
  ],
  [
    'https://platform.twitter.com/embed/Tweet.html?theme=dark&id=123',
    'https://platform.twitter.com/embed/Tweet.html?dnt=true&id=123',
    'https://x.com/i/status/123',
  ],
  [
    'https://www.instagram.com/reel/Ab_c-1/embed/captioned/?cr=1',
    'https://www.instagram.com/reel/Ab_c-1/embed/captioned/',
    'https://www.instagram.com/reel/Ab_c-1/',
  ],
  [
    'https://www.tiktok.com/@ana.b/video/123',
    'https://www.tiktok.com/player/v1/123',
    'https://www.tiktok.com/@ana.b/video/123',
  ],
  ['https://www.tiktok.com/embed/v2/123', 'https://www.tiktok.com/player/v1/123', 'https://www.tiktok.com/@/video/123'],
  [
    'https://www.facebook.com/plugins/video.php?height=314&href=https%3A%2F%2Fwww.facebook.com%2Fana%2Fvideos%2F123%2F&show_text=false',
    'https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fana/videos/123',
    'https://www.facebook.com/ana/videos/123',
  ],
  [
    'https://www.facebook.com/ana/posts/123',
    'https://www.facebook.com/plugins/post.php?show_text=true&href=https%3A%2F%2Fwww.facebook.com%2Fana/posts/123',
    'https://www.facebook.com/ana/posts/123',
  ],
  [
    'https://open.spotify.com/embed/episode/4uLU6hMCjMI75M1A2tKUQC?utm_source=x',
    'https://open.spotify.com/embed/episode/4uLU6hMCjMI75M1A2tKUQC',
    'https://open.spotify.com/episode/4uLU6hMCjMI75M1A2tKUQC',
  ],
  [
    'https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/293&auto_play=true',
    'https://w.soundcloud.com/player/?url=https%3A%2F%2Fapi.soundcloud.com/tracks/293',
    'https://w.soundcloud.com/player/?url=https%3A%2F%2Fapi.soundcloud.com/tracks/293',
  ],
  [
    'https://datawrapper.dwcdn.net/AbC12/3/',
    'https://datawrapper.dwcdn.net/AbC12/3',
    'https://datawrapper.dwcdn.net/AbC12/3',
  ],
  [
    'https://bsky.app/profile/did:plc:abc234/post/3kxyz',
    'https://embed.bsky.app/embed/did:plc:abc234/app.bsky.feed.post/3kxyz',
    'https://bsky.app/profile/did:plc:abc234/post/3kxyz',
  ],
  [
    'https://mastodon.social/@ana@example.org/109/embed',
    'https://mastodon.social/@ana@example.org/109/embed',
    'https://mastodon.social/@ana@example.org/109',
  ],
];

const LOOK_ALIKES = [
  'https://www.youtube.com.evil.example/embed/abcdefghij1',
  'https://evilyoutube.com/embed/abcdefghij1',
  'https://evil.example/https://www.youtube.com/embed/abcdefghij1',
  'https://evil.example/?x=//www.youtube.com/embed/abcdefghij1',
  'https://evil.example#//www.youtube.com/embed/abcdefghij1',
  'https://user@www.youtube.com/embed/abcdefghij1',
  'https://www.youtube.com:443/embed/abcdefghij1',
  'https://www.youtube.com./embed/abcdefghij1',
  'https://www\uff0eyoutube\uff0ecom/embed/abcdefghij1',
  'https://ｗww.youtube.com/embed/abcdefghij1',
  'https://www.youtube.com\\embed\\abcdefghij1',
  'https://www.youtube.com/embed/../redirect?q=abcdefghij1',
  'https://www.youtube.com/embed/abcdefghij1/../../redirect',
  'https://www.youtube.com/embed/abcdefghij1%2f..%2fredirect',
  'https://www.youtube.com/embed/abcdefghij',
  'https://www.youtube.com/embed/abcdefghij12',
  'https://www.youtube.com/redirect?q=https://evil.example',
  'ftp://www.youtube.com/embed/abcdefghij1',
  'javascript://www.youtube.com/embed/abcdefghij1',
  'blob:https://www.youtube.com/embed/abcdefghij1',
  'https:\n//www.youtube.com/embed/abcdefghij1',
  '/embed/abcdefghij1',
  'https://evil.example/@ana/109/embed',
  'https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fevil.example%2Fana%2Fvideos%2F123',
  'https://www.facebook.com/plugins/page.php?href=https%3A%2F%2Fwww.facebook.com%2Fana',
  'https://w.soundcloud.com/player/?url=https%3A//evil.example/tracks/1',
  'https://w.soundcloud.com/player/?url=%E0%A4%A',
  `https://www.youtube.com/embed/${'a'.repeat(100_000)}`,
  '',
];

describe('embeds', () => {
  for (const [address, frameUrl, pageUrl] of KNOWN)
    it(`knows ${address.trim()}`, () => {
      const embed = embedOf(address);
      expect([embed?.frameUrl, embed?.pageUrl]).to.deep.equal([frameUrl, pageUrl]);
    });

  it('knows nothing else, however alike', () => {
    for (const address of LOOK_ALIKES) expect(embedOf(address), address).to.be.undefined;
  });

  it('makes a frame of known addresses only at the provider, with nothing of the query but what it names', () => {
    for (const [address] of KNOWN) {
      const {host, search} = new URL(embedOf(address)?.frameUrl ?? '');
      expect(host).to.match(
        /(^|\.)(youtube-nocookie|vimeo|twitter|instagram|tiktok|facebook|spotify|soundcloud|dwcdn|bsky|mastodon)\./,
      );
      expect(search).not.to.match(/autoplay|auto_play|utm|origin/);
    }
  });

  it('takes a lazily loaded address, and none of a frame that brings its own document', () => {
    expect(frameEmbed(element('<iframe data-src="https://youtu.be/abcdefghij1"></iframe>'))?.provider).to.equal(
      'youtube',
    );
    expect(frame('https://youtu.be/abcdefghij1', 'srcdoc="<p>x"')).to.be.undefined;
  });

  it('keeps the ratio of a video and the height of a card, within reason', () => {
    const video = 'https://youtu.be/abcdefghij1';
    const chart = 'https://datawrapper.dwcdn.net/AbC12/3/';
    const size = (address: string, attributes: string) => {
      const embed = frame(address, attributes);
      return [embed?.width, embed?.height];
    };
    expect(size(video, 'width="500" height="400"')).to.deep.equal([500, 400]);
    expect(size(video, 'width="100%" height="400"')).to.deep.equal([16, 9]);
    expect(size(video, 'width="1" height="99999999"')).to.deep.equal([16, 9]);
    expect(size(chart, 'width="600" height="294"')).to.deep.equal([undefined, 294]);
    expect(size(chart, 'height="1e9"')).to.deep.equal([undefined, 400]);
  });

  it('finds the post that a quotation stands for', () => {
    const provider = (markup: string) => quoteEmbed(element(markup))?.provider;
    const permalink = 'https://www.instagram.com/p/AbC/?utm_source=ig';
    expect(
      provider(
        '<blockquote class="twitter-tweet"><a href="https://a.example">link</a><a href="https://twitter.com/ana/status/1">d</a></blockquote>',
      ),
    ).to.equal('x');
    expect(
      provider(`<blockquote class="instagram-media x" data-instgrm-permalink="${permalink}">i</blockquote>`),
    ).to.equal('instagram');
    expect(
      provider('<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@a/video/1">t</blockquote>'),
    ).to.equal('tiktok');
    expect(
      provider(
        '<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:ab2/app.bsky.feed.post/3k">b</blockquote>',
      ),
    ).to.equal('bluesky');
    expect(
      provider('<blockquote class="mastodon-embed" data-embed-url="https://mastodon.social/@a/1/embed">m</blockquote>'),
    ).to.equal('mastodon');
    expect(provider('<div class="fb-post" data-href="https://www.facebook.com/a/posts/1">f</div>')).to.equal(
      'facebook',
    );
  });

  it('leaves an ordinary quotation alone', () => {
    expect(quoteEmbed(element('<blockquote cite="https://twitter.com/ana/status/1">q</blockquote>'))).to.be.undefined;
    expect(quoteEmbed(element('<blockquote class="twitter-tweet-like">q</blockquote>'))).to.be.undefined;
    expect(
      quoteEmbed(
        element('<blockquote class="twitter-tweet"><a href="https://x.com.evil.example/a/status/1">q</a></blockquote>'),
      ),
    ).to.be.undefined;
  });
});

import {expect} from '@open-wc/testing';
import {createItem, UntrustedHtml} from '../../src/feed/feed.js';
import {decodeEntities, itemSummary, plainText} from '../../src/feed/plain-text.js';

function words(html: string, most?: number): string {
  return plainText(new UntrustedHtml(html), most);
}

describe('plainText', () => {
  it('keeps words together that inline tags run through, and apart that blocks separate', () => {
    expect(words('<p>One <b>t</b>wo</p><p>three<br>four</p><ul><li>five<li>six</ul>')).to.equal(
      'One two three four five six',
    );
  });

  it('leaves out what is not read: scripts, styles, comments, declarations', () => {
    expect(
      words('<!doctype html><style>a{}</style>A<script>b()</script><!-- c --><svg><text>d</text></svg>E'),
    ).to.equal('A E');
    expect(words('A<script>never closed')).to.equal('A');
  });

  it('is done quickly with hostile markup', () => {
    const start = performance.now();
    for (const html of ['<', '<a ', '<p ', '<!--', '<script>', '</script', '&', '<a "', '<svg><svg'])
      words(html.repeat(50_000), 400_000);
    expect(performance.now() - start).to.be.below(3000);
  });

  it('looks no further than told', () => {
    expect(words('One two three', 7)).to.equal('One two');
  });
});

describe('decodeEntities', () => {
  it('knows the marks, signs and letters of European typography', () => {
    expect(
      decodeEntities('&bdquo;A&ldquo; &lsaquo;B&rsaquo; 3&deg; &frac12; &sect;&nbsp;4 &aelig;&Oslash; &rarr;'),
    ).to.equal('„A“ ‹B› 3° ½ §\u00a04 æØ →');
  });

  it('decodes once, numbers as HTML does, and leaves what it does not know', () => {
    expect(
      decodeEntities('&lt;i&gt; &amp;lt; &#8217;&#x2019;&#146; &eacute;&Ccedil;&ntilde; &#0; &#x110000; &zzz; & &;'),
    ).to.equal('<i> &lt; ’’’ éÇñ &#0; \ufffd &zzz; & &;');
  });
});

describe('itemSummary', () => {
  const summary = (contentText: string, most?: number) => itemSummary(createItem('1', {contentText}), most);

  it('ends at a sentence where there is one, else at a word', () => {
    expect(summary('One two. Three four.', 12)).to.equal('One two.');
    expect(summary('One two three four five', 15)).to.equal('One two three…');
    expect(summary('Short', 12)).to.equal('Short');
    expect(summary('هذا خبر أول؟ وهذا خبر ثان طويل', 16)).to.equal('هذا خبر أول؟');
  });

  it('is the publisher’s own where there is one', () => {
    expect(itemSummary(createItem('1', {summary: 'Own', contentText: 'Text'}))).to.equal('Own');
  });

  it('cuts no character in two', () => {
    expect(itemSummary(createItem('1', {summary: '🗞'.repeat(200)}), 141)).to.match(/^🗞+…$/u);
  });
});

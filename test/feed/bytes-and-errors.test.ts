import {expect} from '@open-wc/testing';
import {parseFeed, toFeed} from '../../src/feed/parse.js';
import {FEED_URL, failure, jsonFeed, only} from './read-fixture.js';

/** Text with its letters beyond ASCII as the bytes given for them. */
function bytes(text: string, letters: Record<string, number[]>): Uint8Array {
  return Uint8Array.from(Array.from(text, (letter) => letters[letter] ?? [letter.charCodeAt(0)]).flat());
}

function utf16(text: string, isLittle: boolean): Uint8Array {
  const codes = Array.from(text, (letter) => letter.charCodeAt(0));
  return Uint8Array.from(codes.flatMap((code) => (isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255])));
}

function feed(title: string, encoding = ''): string {
  return `<?xml version="1.0"${encoding && ` encoding="${encoding}"`}?><rss version="2.0"><channel><title>${title}</title></channel></rss>`;
}

describe('charsets', () => {
  const ARABIC = {خ: [0xce], ب: [0xc8], ر: [0xd1]};

  it('the XML declaration tells it', async () => {
    expect((await parseFeed(bytes(feed('خبر', 'windows-1256'), ARABIC))).title).to.equal('خبر');
    expect((await parseFeed(bytes(feed('да', 'KOI8-R'), {д: [0xc4], а: [0xc1]}))).title).to.equal('да');
    expect((await parseFeed(bytes(feed('中文', 'GB2312'), {中: [0xd6, 0xd0], 文: [0xce, 0xc4]}))).title).to.equal(
      '中文',
    );
    expect((await parseFeed(bytes(feed('Ελ', 'ISO-8859-7'), {Ε: [0xc5], λ: [0xeb]}))).title).to.equal('Ελ');
    const japanese = bytes(feed('日', 'ISO-2022-JP'), {日: [0x1b, 0x24, 0x42, 0x46, 0x7c, 0x1b, 0x28, 0x42]});
    expect((await parseFeed(japanese)).title).to.equal('日');
  });

  it('the header tells it', async () => {
    const options = {contentType: 'text/xml; charset="windows-1256"'};
    expect((await parseFeed(bytes(feed('خبر'), ARABIC), options)).title).to.equal('خبر');
    expect((await parseFeed(bytes(feed('خبر', 'utf-8'), ARABIC), options)).title).to.equal('خبر');
  });

  it('what is UTF-8 is UTF-8, whatever the header or the declaration say', async () => {
    const body = new TextEncoder().encode(feed('خبر', 'ISO-8859-1'));
    expect((await parseFeed(body, {contentType: 'text/xml; charset=us-ascii'})).title).to.equal('خبر');
    expect(
      (
        await parseFeed(new TextEncoder().encode(jsonFeed([], {title: 'خبر'})), {
          contentType: 'application/json; charset=latin1',
        })
      ).title,
    ).to.equal('خبر');
  });

  it('UTF-16 is told by its mark or its shape', async () => {
    for (const isLittle of [true, false])
      for (const mark of ['\ufeff', '']) {
        expect((await parseFeed(utf16(mark + feed('خبر', 'utf-16'), isLittle))).title).to.equal('خبر');
        expect((await parseFeed(utf16(mark + jsonFeed([], {title: 'خبر'}), isLittle))).title).to.equal('خبر');
      }
  });

  it('with no or a wrong declaration it is Windows-1252, and a few damaged bytes do not unmake UTF-8', async () => {
    expect((await parseFeed(bytes(feed('Café'), {é: [0xe9]}))).title).to.equal('Café');
    expect((await parseFeed(bytes(feed('Café', 'nonsense'), {é: [0xe9]}))).title).to.equal('Café');
    expect((await parseFeed(bytes(feed('Café', 'utf-8'), {é: [0xe9]}))).title).to.equal('Café');
    expect(
      (await parseFeed(bytes(feed('éà!', 'utf-8'), {é: [0xc3, 0xa9], à: [0xc3, 0xa0], '!': [0xe9]}))).title,
    ).to.match(/^éà/);
  });
});

describe('broken JSON', () => {
  it('is read when its slips have one meaning: control characters, backslashes, a last comma', async () => {
    const slips = {
      '{"title": "A", "items": [{"id": "1", "content_text": "a\tb\nc"}]}': 'a\tb\nc',
      [String.raw`{"title": "A", "items": [{"id": "1", "content_text": "C:\Users\d \u00e9 \uXY \' \"x\" \\q"}]}`]: String.raw`C:\Users\d é \uXY \' "x" \q`,
      '{"title": "A", "items": [{"id": "1", "content_text": "a, ]"},],}': 'a, ]',
    };
    for (const [text, expected] of Object.entries(slips))
      expect(only((await parseFeed(text)).items).contentText).to.equal(expected);
  });

  const faults: [string, string][] = [
    ['{"a": 1', 'line 1, column 8: the text ends too early'],
    ['{"a": "b', 'line 1, column 9: the text ends too early'],
    ['{\n  "a": 1,\r\n  b: 2}', 'line 3, column 3: “b”'],
    ['{"a" 1}', 'line 1, column 6: “1”'],
    ['[1 2]', 'line 1, column 4: “2”'],
    ['[01]', 'line 1, column 2: “0”'],
    ['[1, tru]', 'line 1, column 5: “t”'],
    ['{"a": [}', 'line 1, column 8: “}”'],
    ['{"a": 1}\n{"a": 2}', 'line 2, column 1: “{”'],
    ['{"a": "say "hello""}', 'line 1, column 13: “h”'],
    ["{'a': 1}", "line 1, column 2: “'”"],
    ['{"a": 1} // end', 'line 1, column 10: “/”'],
    ['\ufeff[1,\n,2]', 'line 2, column 1: “,”'],
  ];
  for (const [text, place] of faults)
    it(`says where: ${JSON.stringify(text)}`, async () => {
      const error = await failure(parseFeed(text, {url: FEED_URL}));
      expect(error.code).to.equal('parse');
      expect(error.message).to.contain(`${FEED_URL} is broken JSON at ${place}`);
      expect(error.url).to.equal(FEED_URL);
    });

  it('JSON within a script is refused, with what to do', async () => {
    for (const text of ['callback({"title": "A", "items": []})', ")]}'\n{}"])
      expect((await failure(parseFeed(text))).message).to.contain('Ask for plain JSON');
  });
});

describe('toFeed', () => {
  it('takes a feed as it is, a text, and JSON as a value', async () => {
    const feed = await toFeed(jsonFeed([{id: '1'}]));
    expect(await toFeed(feed)).to.equal(feed);
    expect(only((await toFeed(JSON.parse(jsonFeed([{id: '1'}])))).items).id).to.equal('1');
    expect((await failure(toFeed(undefined))).code).to.equal('format');
  });

  it('says of a copy of a feed, whose bodies are lost, what to hand in instead', async () => {
    const feed = await toFeed(jsonFeed([{id: '1', content_html: '<p>Words</p>'}]));
    for (const copy of [structuredClone(feed), JSON.parse(JSON.stringify(feed)) as unknown]) {
      const {code, message} = await failure(toFeed(copy));
      expect(code).to.equal('format');
      expect(message).to.match(/^This is a copy of a Feed, .* Hand in the Feed itself/);
    }
    expect((await toFeed({...feed, title: 'Mine'})).title).to.equal('Mine');
  });

  it('JSON cannot pass for a feed that has been read', async () => {
    expect(
      (await failure(toFeed({format: 'json-feed', items: [{id: '1', url: 'javascript:alert(1)'}]}))).code,
    ).to.equal('format');
  });
});

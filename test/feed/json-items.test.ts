import {expect} from '@open-wc/testing';
import {MAX_ITEMS} from '../../src/feed/feed.js';
import {JsonItems} from '../../src/feed/json-items.js';

/** The document as it is read from pieces of so many characters. */
function read(json: string, size = json.length): unknown {
  const items = new JsonItems();
  for (let at = 0; at < json.length; at += size) for (const list of items.read(json.slice(at, at + size))) list.at(-1);
  return items.whole();
}

function readBytes(json: string, size: number): unknown {
  const items = new JsonItems();
  const decoder = new TextDecoder('utf-8', {fatal: true});
  const bytes = new TextEncoder().encode(json);
  for (let at = 0; at < bytes.length; at += size)
    for (const list of items.read(decoder.decode(bytes.subarray(at, at + size), {stream: true}))) list.at(-1);
  return items.whole();
}

const ODD = {
  version: 'https://jsonfeed.org/version/1.1',
  'a "]" and \\ in a key': [' , ', '\\', '\\\\"', '\u2028', ''],
  items: [
    {id: 1, content_html: '<p>"}],[{"\\"</p>', items: [{id: 'inner'}, [[]]], n: -1.5e-7},
    {id: 'بغداد', title: '𝄞 ☃ \ud83d', tags: [], _news: {links: [{}, []]}},
    null,
    true,
    0,
    '',
    [],
    {},
  ],
  empty: [],
  deep: {items: [1, {items: [2]}]},
  7: [7],
  title: 'After',
};

describe('JSON that is read while it comes', () => {
  it('has the value that it has whole, wherever it is cut', () => {
    for (const value of [ODD, [ODD, [ODD], 'x'], [], {}, [[]], {items: []}])
      for (const space of [undefined, 2, '\r\n\t']) {
        const json = JSON.stringify(value, null, space);
        for (let size = 1; size <= 40; size++) {
          expect(read(json, size)).to.deep.equal(JSON.parse(json));
          expect(readBytes(json, size)).to.deep.equal(JSON.parse(json));
        }
      }
  });

  it('keeps the order of keys, the last of two, and a key that is called __proto__', () => {
    const json = ' {"b": [1], "10": [2], "__proto__": [3], "items": [4], "a": {"c": [5]}, "items": [6, 7] }\n';
    for (let size = 1; size < 20; size++) {
      expect(JSON.stringify(read(json, size))).to.equal(JSON.stringify(JSON.parse(json)));
      expect(Object.getPrototypeOf(read(json, size))).to.equal(Object.prototype);
    }
  });

  it('keeps ids apart that have more digits than a number', () => {
    expect(read('[{"id": 12345678901234567891}, {"id":12345678901234567892}]', 7)).to.deep.equal([
      {id: '12345678901234567891'},
      {id: '12345678901234567892'},
    ]);
  });

  it('passes over the entries of a list that nobody will look at', () => {
    const many = Array.from({length: MAX_ITEMS + 50}, (_, id) => ({id, tags: [id, `],["${id}\\`]}));
    const feed = {authors: [{name: 'Ada'}], items: many, title: 'After', more: many};
    const first = many.slice(0, MAX_ITEMS);
    expect(read(JSON.stringify(feed), 1000)).to.deep.equal({...feed, items: first, more: first});
    expect(read(JSON.stringify(many), 1000)).to.deep.equal(first);
  });

  it('throws where JSON.parse does', () => {
    const broken = '{"items": [{"a": 1},]}|{"items": [1 2]}|{"items": [,]}|{"items": [1}|{"items": 1]|[1][2]|[1]]|[1}|[|{|{"items": [1, 2|["a|["\\"]|["\\|{"a": [1]} {}|{"a" [1]}|[\u00a0]|]|}|,|{"a":[1],}|{"items": ["\n"]}|'; // prettier-ignore
    for (const json of broken.split('|'))
      for (let size = 1; size < 12; size++) {
        expect(() => JSON.parse(json) as unknown, json).to.throw(SyntaxError);
        expect(() => read(json, size), json).to.throw(SyntaxError);
      }
  });

  it('gives each list as it grows, and the document as far as it has come', () => {
    const items = new JsonItems();
    const lengths: number[] = [];
    const steps = ['{"title": "Post", "items": [{"id": 1}, {"i', 'd": 2}, ', '{"id": 3, "a": "],}\\"', '"'];
    for (const step of steps) for (const {length} of items.read(step)) lengths.push(length);
    expect(lengths).to.deep.equal([1, 2]);
    expect(items.soFar()).to.deep.equal({title: 'Post', items: [{id: 1}, {id: 2}]});
    for (const {length} of items.read('}], "more": [true')) lengths.push(length);
    expect(items.soFar()).to.deep.equal({title: 'Post', items: [{id: 1}, {id: 2}, {id: 3, a: '],}"'}], more: []});
    for (const {length} of items.read(']}')) lengths.push(length);
    expect(lengths).to.deep.equal([1, 2, 3, 1]);
    expect(items.whole()).to.have.property('more').that.deep.equals([true]);
  });

  it('takes time that grows with the length alone, whatever stands there', () => {
    const length = 2 ** 21;
    for (const json of [`["${'\\\\'.repeat(length)}"]`, `["${'\\"'.repeat(length)}"]`, `[${'1,'.repeat(length)}1]`]) {
      const start = performance.now();
      read(json, 2 ** 16);
      expect(performance.now() - start).to.be.below(3000);
    }
  });
});

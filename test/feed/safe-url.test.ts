import {expect} from '@open-wc/testing';
import {safeLink, safeUrl} from '../../src/feed/safe-url.js';

const BASE = 'https://news.example/feeds/latest';

describe('safeUrl', () => {
  it('makes addresses absolute', () => {
    expect(safeUrl('/a', BASE)).to.equal('https://news.example/a');
    expect(safeUrl('a b?c', BASE)).to.equal('https://news.example/feeds/a%20b?c');
    expect(safeUrl('//cdn.example/a', BASE)).to.equal('https://cdn.example/a');
    expect(safeUrl('/a')).to.be.undefined;
  });

  it('lets nothing through but http and https', () => {
    for (const url of [
      'javascript:alert(1)',
      ' java\nscript:alert(1)',
      'data:text/html,x',
      'blob:https://a.example/1',
      'file:///a',
      'mailto:a@b.example',
      'ftp://a.example/',
      'https://',
      '',
      ' ',
      null,
      5,
      {},
    ])
      // prettier-ignore
      expect(safeUrl(url, BASE)).to.be.undefined;
  });

  it('takes user names and passwords off', () => {
    expect(safeUrl('https://google.com:pass@evil.example/')).to.equal('https://evil.example/');
  });

  it('has no links to the reader’s own machine', () => {
    for (const host of ['localhost', 'localhost:4000', '127.0.0.1', '127.1', '[::1]', 'a.localhost'])
      expect(safeUrl(`http://${host}/a`, BASE), host).to.be.undefined;
    expect(safeUrl('http://localhost:4000/a', 'http://127.0.0.1:8080/feed')).to.equal('http://localhost:4000/a');
    expect(safeUrl('https://localhost.example/', BASE)).to.equal('https://localhost.example/');
  });
});

describe('safeLink', () => {
  it('takes mail addresses and telephone numbers too, but no codes that a telephone would run', () => {
    expect(safeLink('mailto:desk@news.example', BASE)).to.equal('mailto:desk@news.example');
    expect(safeLink('tel:+964-1(23)', BASE)).to.equal('tel:+964-1(23)');
    expect(safeLink('tel:*%2321%23', BASE)).to.be.undefined;
    expect(safeLink('sms:1', BASE)).to.be.undefined;
  });
});

/** What assistive tools are told: the roles, names and states of the accessibility tree that Chromium computes. */
import assert from 'node:assert/strict';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {chromium} from 'playwright-core';
import {browserArgs, findBrowser} from '../browser/find-browser.js';
import {serve} from './serve.js';

let server;
let browser;
before(async () => {
  server = await serve(join(import.meta.dirname, '../../storybook-static'));
  browser = await chromium.launch({executablePath: findBrowser(), args: browserArgs});
});
after(async () => {
  await browser.close();
  server.close();
});

/** What of the tree a reader hears by itself: `role "name" (states)`, in order. */
async function treeOf(id, {locale = 'en', act} = {}) {
  const page = await browser.newPage();
  await page.clock.setFixedTime(new Date('2026-11-13T12:00:00Z'));
  await page.goto(`${server.origin}/iframe.html?id=${id}&viewMode=story&globals=locale:${locale}`);
  await page.waitForFunction(
    (tags) => document.querySelector(tags)?.feed,
    'news-article, related-news, on-this-day, instagram-strip, about-us',
  );
  await act?.(page);
  const session = await page.context().newCDPSession(page);
  const {nodes} = await session.send('Accessibility.getFullAXTree');
  await page.close();
  return nodes
    .filter(({ignored, role}) => !ignored && TOLD.test(role.value))
    .map(({role, name, properties = []}) => {
      const states = properties
        .filter(({name}) => STATES.includes(name))
        .map(({name, value}) => `${name} ${value.value}`);
      return `${role.value} “${name?.value ?? ''}”${states.length ? ` (${states.join(', ')})` : ''}`;
    });
}

const TOLD = /^(article|heading|link|button|image|list|region|dialog|status|group|Date|textbox|table)$/;
const STATES = ['level', 'expanded', 'disabled', 'modal'];

describe('a screen reader is told', () => {
  it('of an article: what it is, its outline, its picture, its links and its button', async () => {
    const tree = await treeOf('elements-news-article--article');
    assert.deepEqual(
      tree.filter((line) => /^(heading|button|image|list)/.test(line)),
      [
        'heading “US-Iraq Agreement Signals End of US Military Presence: A Step Towards Ending Two Decades of Useless Interventionism” (level 1)',
        'button “Share”',
        'heading “Technical talks with Washington” (level 2)',
        'heading “Around 2,500 American troops remain in Iraq” (level 2)',
        'list “Tags”',
        'image “A grassy cliff, worn away by the sea, above a long empty beach”',
      ],
    );
    assert.ok(tree.some((line) => line.startsWith('article')));
    assert.ok(tree.includes('link “Huda Karim”'));
  });

  it('of related news: a heading, and a list of headings that are links', async () => {
    const tree = await treeOf('elements-related-news--grid');
    const headings = tree.filter((line) => line.endsWith('(level 3)'));
    assert.ok(tree.includes('heading “Related news” (level 2)'));
    assert.equal(headings.length, 4);
    assert.deepEqual(
      tree.filter((line) => line.startsWith('link')),
      headings.map((line) => line.replace('heading', 'link').replace(' (level 3)', '')),
    );
  });

  it('of the carousel: what its buttons do', async () => {
    const act = (page) =>
      page.waitForFunction(() => document.querySelector('related-news').shadowRoot.querySelectorAll('button').length);
    const buttons = (await treeOf('elements-related-news--carousel', {act})).filter((line) =>
      line.startsWith('button'),
    );
    assert.ok(buttons.length >= 1, String(buttons));
    assert.ok(buttons.every((line) => /“.+”/.test(line)));
  });

  it('of a day: its heading, and how to go to others', async () => {
    const tree = await treeOf('elements-on-this-day--browsing');
    for (const line of [
      'heading “On this day” (level 2)',
      'button “Previous day”',
      'Date “Choose a day”',
      'button “Next day”',
    ])
      assert.ok(tree.includes(line), line);
  });

  it('of pictures: what they show and of what kind they are; of the lightbox: a modal dialog with named buttons', async () => {
    const strip = await treeOf('elements-instagram-strip--strip');
    const links = strip.filter((line) => line.startsWith('link'));
    assert.ok(links.includes('link “Snow-covered peaks under a deep teal sky Album”'), links.join('\n'));
    const open = await treeOf('elements-instagram-strip--strip', {
      act: async (page) => {
        await page.locator('instagram-strip').evaluate((element) => {
          element.lightbox = true;
          return element.updateComplete;
        });
        await page.locator('instagram-strip [part~=item] a').first().click();
        await page.waitForFunction(() =>
          document.querySelector('instagram-strip').shadowRoot.querySelector('dialog[open] button'),
        );
      },
    });
    assert.ok(
      open.some((line) => /^dialog “.+” \(modal true\)$/.test(line)),
      open.join('\n'),
    );
    const buttons = open.filter((line) => line.startsWith('button'));
    assert.ok(buttons.length >= 2);
    assert.deepEqual(
      buttons.filter((line) => line.includes('“”')),
      [],
    );
  });

  it('of who publishes: lists with names, and whether the subscription is open', async () => {
    const tree = await treeOf('elements-about-us--box');
    for (const line of [
      'heading “About us” (level 2)',
      'list “People”',
      'list “Links”',
      'button “Subscribe” (expanded false)',
    ])
      assert.ok(tree.includes(line), line);
    const open = await treeOf('elements-about-us--box', {
      act: async (page) => {
        await page.getByRole('button', {name: 'Subscribe'}).click();
        await page.getByRole('button', {name: 'Subscribe', expanded: true}).waitFor();
      },
    });
    assert.ok(open.includes('button “Subscribe” (expanded true)'));
  });

  it('the same in Arabic, in its words', async () => {
    const tree = await treeOf('elements-news-article--article', {locale: 'ar'});
    assert.ok(tree.includes('button “مشاركة”'), tree.join('\n'));
  });

  for (const id of [
    'news-article--article',
    'related-news--grid',
    'related-news--more',
    'on-this-day--browsing',
    'instagram-strip--strip',
    'about-us--box',
  ])
    it(`nothing without a name: ${id}`, async () => {
      const tree = await treeOf(`elements-${id}`);
      assert.deepEqual(
        tree.filter((line) => /^(link|button|image|heading|dialog|Date|textbox) “”/.test(line)),
        [],
      );
    });
});

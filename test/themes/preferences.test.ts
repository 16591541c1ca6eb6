/** What a reader asks of all pages: more contrast, less motion, paper, colours of their own. */
import {expect} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import '../../src/index.js';
import {contrast, ground, painted} from './colour.js';
import {show, specimens, textNodes} from './specimens.js';

interface Preferences {
  media?: 'print' | 'screen';
  features?: {name: string; value: string}[];
}

/** Chromium alone can be asked. */
const describeHere = /Chrome\//.test(navigator.userAgent) ? describe : describe.skip;

function prefer({media = 'screen', features = []}: Preferences): Promise<unknown> {
  return executeServerCommand('prefer', {media, features});
}

const isSeen = (node: Element) => node.checkVisibility({opacityProperty: true, visibilityProperty: true});

describeHere('preferences of the reader', () => {
  const box = document.createElement('div');
  before(() => document.body.append(box));
  after(() => box.remove());
  afterEach(async () => {
    await prefer({});
  });

  it('on paper there is nothing to press', async () => {
    await prefer({media: 'print'});
    for (const [name, markup] of Object.entries(specimens)) {
      const root = await show(box, markup);
      const pressed = [...root.querySelectorAll('button, input')].filter((node) => isSeen(node) && !node.closest('li'));
      expect(
        pressed.map((node) => node.outerHTML),
        name,
      ).to.deep.equal([]);
      const row = root.querySelector('.row');
      if (row) expect(row.scrollWidth, name).to.be.at.most(row.clientWidth + 1);
    }
  });

  it('with more contrast, all words have 7 : 1', async () => {
    await prefer({features: [{name: 'prefers-contrast', value: 'more'}]});
    expect(matchMedia('(prefers-contrast: more)').matches).to.be.true;
    for (const [name, markup] of Object.entries(specimens))
      for (const {node, text} of textNodes(await show(box, markup)))
        if (isSeen(node) && !node.closest('[part=kicker], [part=year]'))
          expect(
            contrast(painted(getComputedStyle(node).color), ground(node)),
            `${name}: ${text.data.trim()}`,
          ).to.be.at.least(7);
  });

  it('with less motion, nothing moves by itself', async () => {
    await prefer({features: [{name: 'prefers-reduced-motion', value: 'reduce'}]});
    for (const [name, markup] of Object.entries(specimens)) {
      const root = await show(box, markup);
      for (const node of root.querySelectorAll('*')) {
        if (!isSeen(node)) continue;
        const {animationName, transitionDuration, scrollBehavior} = getComputedStyle(node);
        expect([animationName, transitionDuration, scrollBehavior], name).to.deep.equal(['none', '0s', 'auto']);
      }
    }
  });

  it('with colours of the reader’s own, buttons and what has the focus are outlined', async () => {
    await prefer({features: [{name: 'forced-colors', value: 'active'}]});
    expect(matchMedia('(forced-colors: active)').matches).to.be.true;
    let count = 0;
    for (const [name, markup] of Object.entries(specimens)) {
      const root = await show(box, markup);
      for (const node of root.querySelectorAll<HTMLElement>('button, input')) {
        if (!isSeen(node) || node.closest('li')) continue;
        const {borderTopWidth, borderTopStyle} = getComputedStyle(node);
        expect(`${borderTopStyle} ${parseFloat(borderTopWidth) >= 1}`, `${name}: ${node.outerHTML}`).to.equal(
          'solid true',
        );
        node.focus({preventScroll: true});
        if (node.matches(':focus-visible')) expect(getComputedStyle(node).outlineStyle, name).to.equal('solid');
        count++;
      }
    }
    expect(count).to.be.greaterThan(10);
  });
});

/** WCAG 2.2 AA in every theme, light and dark: 4.5 : 1 for all words (1.4.3), 3 : 1 for outlines and rings (1.4.11). */
import {expect} from '@open-wc/testing';
import '../../src/index.js';
import {contrast, ground, over, painted, type Colour} from './colour.js';
import {applyTheme, themeNames} from './page-theme.js';
import {inArabic, show, specimens, textNodes} from './specimens.js';

const WORDS = 4.5;
const OUTLINES = 3;

/** The lowest ratio of every pair, by what it is. */
class Lowest {
  readonly pairs = new Map<string, number>();

  add(name: string, colour: Colour, below: Colour): void {
    const ratio = contrast(over(colour, below), below);
    this.pairs.set(name, Math.min(ratio, this.pairs.get(name) ?? 21));
  }

  under(least: number): string[] {
    return [...this.pairs].filter(([, ratio]) => ratio < least).map(([name, ratio]) => `${name} ${ratio.toFixed(2)}`);
  }
}

const nameOf = (node: Element) =>
  node.closest('[part]')?.getAttribute('part') ?? node.closest('[class]')?.className ?? node.localName;
const isSeen = (node: Element) => node.checkVisibility({opacityProperty: true, visibilityProperty: true});

function measure(root: ShadowRoot, words: Lowest, outlines: Lowest): void {
  const element = root.host.localName;
  for (const {node} of textNodes(root))
    if (isSeen(node) && !node.closest('.visually-hidden, :disabled, [aria-disabled]'))
      words.add(`${element} ${nameOf(node)}`, painted(getComputedStyle(node).color), ground(node));
  for (const node of root.querySelectorAll<HTMLElement>('a, button, input')) {
    if (!isSeen(node) || node.matches(':disabled, [aria-disabled]')) continue;
    const below = ground(node.parentElement ?? root.host);
    const {borderTopColor, borderTopWidth, backgroundColor} = getComputedStyle(node);
    const own = over(painted(backgroundColor), below);
    if (!node.matches('a') && parseFloat(borderTopWidth))
      // A button is told by its outline or by its ground.
      outlines.add(
        `${element} outline of ${nameOf(node)}`,
        contrast(own, below) >= OUTLINES ? own : over(painted(borderTopColor), own),
        below,
      );
    node.focus({preventScroll: true});
    if (!node.matches(':focus-visible')) continue;
    const ring = node.matches('.card a') ? getComputedStyle(node, '::after') : getComputedStyle(node);
    const colour = painted(ring.outlineColor);
    // A ring of two colours is seen on any ground.
    const [shadow] = /^rgba?\([^)]*\)/.exec(ring.boxShadow) ?? [];
    outlines.add(`${element} ring`, colour, shadow ? painted(shadow) : below);
  }
}

describe('contrast', () => {
  const box = document.createElement('div');
  before(() => document.body.append(box));
  after(() => box.remove());

  for (const theme of themeNames)
    for (const scheme of ['light', 'dark'] as const)
      it(`is enough in the theme ${theme} on a ${scheme} page`, async () => {
        const remove = await applyTheme(theme, scheme);
        const words = new Lowest();
        const outlines = new Lowest();
        for (const markup of Object.values(specimens)) measure(await show(box, markup), words, outlines);
        box.lang = 'ar';
        measure(await show(box, inArabic(specimens['related in a grid'] ?? '')), words, outlines);
        box.lang = '';
        remove();
        expect(words.pairs.size, 'kinds of words').to.be.greaterThan(30);
        expect(outlines.pairs.size, 'kinds of outlines').to.be.greaterThan(6);
        expect(words.under(WORDS)).to.deep.equal([]);
        expect(outlines.under(OUTLINES)).to.deep.equal([]);
      });
});

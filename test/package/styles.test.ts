/** The minifier rewrites our CSS, into forms that an engine may not know. */
import {expect} from '@open-wc/testing';
import type {CSSResultGroup} from 'lit';
import * as source from '../../src/index.js';

interface Styled {
  styles?: CSSResultGroup;
}
const BUILT: string = '/bundle/all/all.js';
const NAMES = ['NewsArticle', 'RelatedNews', 'OnThisDay', 'InstagramStrip', 'AboutUs'] as const;

describe('the styles of the script tag', () => {
  for (const name of NAMES)
    it(`are understood wherever those of the source are: ${name}`, async () => {
      const built = (await import(BUILT)) as Record<string, Styled>;
      const dropped = droppedFrom(source[name]).map(([property]) => property);
      expect(droppedFrom(built[name]).filter(([property = '']) => !dropped.includes(property))).to.deep.equal([]);
    });
});

/** Declarations, as `[property, value]`, of which this engine does not know the one or the other. */
function droppedFrom({styles = []}: Styled = {}): string[][] {
  const css = textOf(styles).replace(/\/\*.*?\*\//gs, '');
  const declarations = [...css.matchAll(/([-\w]+)\s*:\s*([^;{}]+)(?=[;}])/g)].map((match) => match.slice(1));
  expect(declarations.length).to.be.above(100);
  return declarations.filter(
    ([property = '', value = '']) =>
      !property.startsWith('--') && !CSS.supports(property, value.replace('!important', '')),
  );
}

function textOf(styles: CSSResultGroup): string {
  if (Array.isArray(styles)) return styles.map(textOf).join('');
  return 'cssText' in styles ? styles.cssText : '';
}

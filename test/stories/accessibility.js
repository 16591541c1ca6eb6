/** axe in a story: everything once, and what a style sheet can change in every theme and direction. */
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules about whole pages, which an element alone is not. */
const ofPages = ['region', 'page-has-heading-one', 'landmark-one-main', 'heading-order', 'bypass'];
const ofStyle = ['color-contrast', 'target-size', 'link-in-text-block', 'scrollable-region-focusable'];

/** @returns one line a finding */
export async function findings(page, {isPage = false, onlyStyle = false} = {}) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(
    async ({ofPages, ofStyle, isPage, onlyStyle}) => {
      const runOnly = onlyStyle
        ? {type: 'rule', values: ofStyle}
        : {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']};
      const off = isPage || onlyStyle ? [] : ofPages;
      const {violations} = await axe.run('#storybook-root', {
        runOnly,
        rules: Object.fromEntries(off.map((id) => [id, {enabled: false}])),
        resultTypes: ['violations'],
      });
      return violations.flatMap(({id, nodes}) =>
        nodes.map(({target, any}) => `${id} ${target.flat().join(' ')} ${any[0]?.message ?? ''}`),
      );
    },
    {ofPages, ofStyle, isPage, onlyStyle},
  );
}

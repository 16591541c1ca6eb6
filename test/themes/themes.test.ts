/** A theme sets public properties and nothing else; the default theme says what an element does without one. */
import {expect} from '@open-wc/testing';
import {tokensOf} from '../../.config/tokens.js';
import '../../src/index.js';
import {tokenStyles} from '../../src/styles/tokens.styles.js';
import {applyTheme, themeNames, themeText, type ThemeName} from './page-theme.js';

const tokens = tokensOf(tokenStyles.cssText);
const names = tokens.map(({name}) => name);
const elements = ['news-article', 'related-news', 'on-this-day', 'instagram-strip', 'about-us'];

async function rulesOf(name: ThemeName): Promise<CSSStyleRule[]> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await themeText(name));
  return [...sheet.cssRules].map((rule) => {
    if (rule instanceof CSSStyleRule) return rule;
    throw new Error(`${name}.css has more than one rule of properties: ${rule.cssText}`);
  });
}

/** What the elements' own CSS reads, as the browser resolves it in English and in Arabic. */
function resolved(): Record<string, string> {
  const own = [...tokenStyles.cssText.matchAll(/(--_[\w-]+):/g)].map(([, name = '']) => name);
  const values: Record<string, string> = {};
  for (const lang of ['en', 'ar'])
    for (const tag of elements) {
      const node = document.createElement(tag);
      node.lang = lang;
      document.body.append(node);
      const style = getComputedStyle(node);
      for (const name of own)
        values[`${tag} ${lang} ${name}`] = style
          .getPropertyValue(name)
          .replace(/\s+/g, ' ')
          .replace(/\( | \)/g, (at) => at.trim())
          .trim();
      node.remove();
    }
  return values;
}

describe('tokens', () => {
  it('are each stated once, with type and use', () => {
    expect(names).to.deep.equal([...new Set(tokenStyles.cssText.match(/--news-[\w-]+(?=,|\))/g))]);
    expect(new Set(names).size).to.equal(names.length);
    for (const {name, syntax, description} of tokens) {
      expect(syntax, name).to.match(/^[<a-z]/);
      expect(description, name).to.match(/\w\.$/);
    }
  });

  it('are read by the elements nowhere else', () => {
    const elsewhere = elements.flatMap((tag) => {
      const {elementStyles} = customElements.get(tag) as unknown as {elementStyles: {cssText: string}[]};
      return elementStyles.filter((style) => style !== tokenStyles).map(({cssText}) => cssText);
    });
    expect(elsewhere.join('')).to.include('--_text');
    expect(elsewhere.join('')).not.to.include('--news-');
  });

  it('name each element that alone reads one', () => {
    for (const {name, element} of tokens) if (element) expect(elements, name).to.include(element);
  });
});

describe('themes', () => {
  for (const theme of themeNames)
    it(`${theme} sets only properties that there are`, async () => {
      const rules = await rulesOf(theme);
      expect(rules).to.have.length(1);
      const set = rules.flatMap(({style}) => [...style]);
      expect(set).not.to.be.empty;
      expect(set.filter((name) => !names.includes(name))).to.deep.equal([]);
    });

  it('default states every default, and no other', async () => {
    const without = resolved();
    const remove = await applyTheme('default', 'light');
    const withTheme = resolved();
    remove();
    expect(withTheme).to.deep.equal(without);
    const stated = (await rulesOf('default')).flatMap(({style}) => [...style]);
    const needed = tokens.filter((token) => token.default).map(({name}) => name);
    expect([...stated].sort()).to.deep.equal([...needed].sort());
  });

  it('plain takes the fonts and colours of the page, also for headlines', async () => {
    const remove = await applyTheme('plain', 'light');
    const box = document.createElement('div');
    box.style.cssText = 'font-family: fantasy; color: rgb(1, 2, 3)';
    box.innerHTML = '<about-us heading="Us"></about-us>';
    document.body.append(box);
    const about = box.querySelector('about-us');
    if (!about) throw new Error('The test page has no <about-us>.');
    about.feed = {version: 'https://jsonfeed.org/version/1.1', title: 'River Post', items: []};
    await about.feedComplete;
    await about.updateComplete;
    const heading = about.shadowRoot?.querySelector('[part=heading]');
    if (!heading) throw new Error('<about-us> has no heading.');
    const {fontFamily, color} = getComputedStyle(heading);
    expect(fontFamily).to.equal('fantasy');
    expect(color).to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(heading).fontSize).to.equal('20px');
    box.remove();
    remove();
  });
});

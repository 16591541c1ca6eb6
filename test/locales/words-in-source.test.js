import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import test from 'node:test';
import {wordsIn} from './words-in-source.js';

const src = new URL('../../src/', import.meta.url);

test('all words that readers see are in the locales', () => {
  const files = ['elements', 'styles', 'feed'].flatMap((folder) =>
    readdirSync(new URL(folder, src), {recursive: true})
      .map((file) => `${folder}/${file}`)
      .filter((file) => file.endsWith('.ts')),
  );
  assert.ok(files.length > 30, `only ${files.length} files`);
  const found = files.flatMap((file) =>
    wordsIn(file, readFileSync(new URL(file, src), 'utf8')).map(({line, words}) => `src/${file}:${line} ${words}`),
  );
  assert.deepEqual(found, []);
});

const PLANTED = {
  'text in a template': ['html`<p>Read more</p>`', 'Read more'],
  'text beside an expression': ['html`<p>By ${name}</p>`', 'By'],
  'a label': ['html`<button aria-label="Close">×</button>`', 'Close'],
  'a title without quotes': ['html`<i title=Next></i>`', 'Next'],
  'an alternative text': ['html`<img alt="Photo of ${name}" src=${url} />`', 'Photo of'],
  'a property': ['html`<b .textContent=${isOpen ? "Hide" : label}></b>`', 'Hide'],
  'a string among the values of an expression': ["html`<p>${date ?? 'Today'}</p>`", 'Today'],
  'a string with values in it': ['html`<p>${isNew && `${count} new`}</p>`', 'new'],
  'text in a template within a template': ['html`<p>${items.map((item) => html`<b>New</b> ${item}`)}</p>`', 'New'],
  'text after a greater-than sign in an attribute': ['html`<a href="?a>b">More</a>`', 'More'],
  'text in a picture': ['svg`<title>Play</title>`', 'Play'],
  'generated content': ['css`p::after { content: "Advert"; }`', 'Advert'],
  'a label set by script': ["element.ariaLabel = 'Video';", 'Video'],
  'a title set as an attribute': ["element.setAttribute('title', 'Video');", 'Video'],
  'text that is appended': ["element.append('Loading');", 'Loading'],
  'another script': ['html`<p>اقرأ</p>`', 'اقرأ'],
};
for (const [what, [source, words]] of Object.entries(PLANTED))
  test(`finds ${what}`, () => {
    assert.deepEqual(
      wordsIn('planted.ts', source).map((finding) => finding.words),
      [words],
    );
  });

const ALLOWED = [
  'html`<p class="words" part=${part}>${locale.share}</p>`',
  'html`<b aria-label=${name}>${formatDate(date, "en")}</b>`',
  'html`<!-- Reads badly otherwise -->&nbsp;·&#8239;${count}`',
  'html`<p lang=${lang ?? nothing}>${kind === "photo" ? locale.photo : nothing}</p>`',
  'html`<button type="button" @click=${() => go("next")}>›</button>`',
  'css`p { color: red; content: attr(data-name); } q::before { content: "“\\\\201c"; }`',
  "element.setAttribute('role', 'group'); params.append('key', 'value');",
];
for (const source of ALLOWED)
  test(`finds nothing in ${source}`, () => assert.deepEqual(wordsIn('allowed.ts', source), []));

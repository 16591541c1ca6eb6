/**
 * What the manifest says of an element is in its code, and the other way round: parts, slots, events, states, attributes
 * and the words of `omit`. Read from the source, so that no state of an element is missed.
 */
import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {cli} from '@custom-elements-manifest/analyzer/cli.js';

const root = join(import.meta.dirname, '../..');
const config = '.config/custom-elements-manifest.config.js';
const {modules} = await cli({argv: ['analyze', '--quiet', '--config', config], cwd: root, noWrite: true});
const elements = modules.flatMap(({declarations = []}) => declarations).filter(({tagName}) => tagName);
const read = (file) => readFileSync(join(root, file), 'utf8');

/** The files of `src/elements` that an element is made of, those loaded later too. */
function filesOf(file, known = new Set()) {
  if (known.has(file) || !file.startsWith('src/elements/') || !existsSync(join(root, file))) return known;
  known.add(file);
  for (const [, path] of read(file).matchAll(/(?:from |import\()'(\.[^']+)\.js'/g))
    filesOf(join(dirname(file), `${path}.ts`).replaceAll('\\', '/'), known);
  return known;
}

const withoutComments = (code) => code.replace(/\/\*[^]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
const found = (code, pattern) => [...code.matchAll(pattern)].flatMap(([, names]) => names.split(/\s+/));
const sorted = (names) => [...new Set(names)].sort();
const namesOf = (described = []) => sorted(described.map(({name}) => name));

const eventTypes = Object.fromEntries(
  [...read('src/elements/feed-events.ts').matchAll(/class (\w+)[^]*?static readonly type = '([\w-]+)'/g)].map(
    ([, name, type]) => [name, type],
  ),
);
const states = found(read('src/elements/reflect-state.ts').match(/type FeedState = [^;]+/)[0], /'(\w+)'/g);

assert.equal(elements.length, 5);
for (const element of elements) {
  const {tagName} = element;
  const files = [...filesOf(`src/elements/${tagName}/${tagName}.ts`)];
  const code = withoutComments(files.map(read).join('\n'));
  // What a feed says of itself is shown of any feed, and of no item.
  const showsAny = tagName === 'about-us';
  const own = withoutComments(
    files
      .filter((file) => file.startsWith(`src/elements/${tagName}/`))
      .map(read)
      .join('\n'),
  );

  test(`${tagName}: its parts are described`, () => {
    const parts = [
      ...found(code, /\spart="([\w -]+)"/g),
      ...found(code, /heading\([^,()]+(?:\([^()]*\))?,\s*'(\w+)'/g),
      ...found(code, /setAttribute\('part', '([\w -]+)'/g),
    ];
    assert.ok(parts.includes('base') && parts.includes('heading'));
    assert.deepEqual(namesOf(element.cssParts), sorted(parts));
  });

  test(`${tagName}: its slots are described`, () => {
    const slots = ['', ...found(code, /<slot name="(\w+)"/g)].filter((name) => !(showsAny && name === 'empty'));
    assert.ok(slots.includes('heading'));
    assert.deepEqual(namesOf(element.slots), sorted(slots));
  });

  test(`${tagName}: its events are described`, () => {
    const events = found(code, /new (\w+Event)\(/g).flatMap((name) => eventTypes[name] ?? []);
    const own = [...code.matchAll(/class (\w+) extends Event[^]*?type = '([\w-]+)'/g)]
      .filter(([, name]) => code.includes(`new ${name}(`))
      .map(([, , type]) => type);
    assert.deepEqual(
      namesOf(element.events),
      sorted([...events, ...own]).filter((name) => !(showsAny && name.startsWith('item-'))),
    );
  });

  test(`${tagName}: its states are described`, () => {
    assert.deepEqual(namesOf(element.cssStates), sorted(states));
  });

  test(`${tagName}: its attributes and properties are described, and there`, () => {
    const declared = [...code.matchAll(/properties: PropertyDeclarations = \{([^;]*)\};/g)].flatMap(([, block]) =>
      [...block.matchAll(/(\w+): \{(?:[^}]*?attribute: (?:'([\w-]+)'|(false)))?/g)].map(([, name, attribute, none]) =>
        none ? '' : (attribute ?? name.toLowerCase()),
      ),
    );
    assert.ok(declared.includes('src'));
    assert.deepEqual(namesOf(element.attributes), sorted(declared.filter(Boolean)));
    for (const {name, description} of element.attributes) assert.ok(description, `${name} has no description`);
    for (const {name, description, privacy, static: isStatic} of element.members)
      if (!privacy && !isStatic && !/Callback$|^(render|update)/.test(name))
        assert.ok(
          description || element.attributes.some(({fieldName}) => fieldName === name),
          `${name} has no description`,
        );
  });

  test(`${tagName}: what omit leaves out is described`, () => {
    const {description} = element.attributes.find(({name}) => name === 'omit');
    const described = /`([^`]+)`/.exec(description)[1].split(' ');
    assert.deepEqual(sorted(described), sorted(found(own, /shows\('([\w-]+)'\)/g)));
  });

  test(`${tagName}: its CSS properties are those that it reads`, () => {
    assert.ok(element.cssProperties.length > 20);
    for (const {name, syntax, description} of element.cssProperties) assert.ok(syntax && description, name);
  });
}

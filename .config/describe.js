/**
 * What editors and templates know of the elements, out of `dist/custom-elements.json`: VS Code's custom data, JetBrains'
 * web-types; and the typings of frameworks, which are written by hand and go into the package as they are.
 *
 * https://code.visualstudio.com/blogs/2020/02/24/custom-data-format
 * https://github.com/JetBrains/web-types
 */
import {cpSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const write = (name, data) => writeFileSync(join(dist, name), `${JSON.stringify(data, null, 2)}\n`);

const {name, version, homepage} = read('package.json');
const elements = read('dist/custom-elements.json')
  .modules.flatMap(({declarations}) => declarations)
  .filter(({tagName}) => tagName)
  .sort((a, b) => a.tagName.localeCompare(b.tagName));

const unique = (all) => [...new Map(all.map((one) => [one.name, one])).values()];
const typeOf = ({type}) => type?.text.replace(/ \| undefined$/, '') ?? 'string';
/** `'grid' | 'list'` → grid, list, each with what the description says after it: “`grid` in columns, `list` in rows”. */
const valuesOf = (attribute) =>
  [...typeOf(attribute).matchAll(/'([^']+)'/g)].map(([, value]) => {
    const [, description] = new RegExp(`\`${value}\`:? ([^,.;\`]+)`).exec(attribute.description ?? '') ?? [];
    return {name: value, ...(description && {description: description.trim()})};
  });
/** The analyser also lists what is dispatched in code, without a word about it. */
const eventsOf = ({events = []}) => events.filter(({description}) => description);
const list = (title, entries = []) =>
  entries.length
    ? `\n\n**${title}**\n${entries.map(({name, description}) => `- \`${name || 'default'}\` – ${description ?? ''}`).join('\n')}`
    : '';
const markdown = (value) => ({kind: 'markdown', value});
const references = homepage ? {references: [{name, url: homepage}]} : {};

write('vscode.html-custom-data.json', {
  version: 1.1,
  tags: elements.map((element) => ({
    name: element.tagName,
    description: markdown(
      element.description +
        list('Slots', element.slots) +
        list('Events', eventsOf(element)) +
        list('Parts', element.cssParts),
    ),
    attributes: element.attributes.map((attribute) => ({
      name: attribute.name,
      description: markdown(attribute.description),
      // `v` is the set of no values, of an attribute that is there or not.
      ...(typeOf(attribute) === 'boolean' ? {valueSet: 'v'} : {values: valuesOf(attribute)}),
    })),
    ...references,
  })),
});

const cssProperties = unique(elements.flatMap(({cssProperties = []}) => cssProperties));
const parts = unique(elements.flatMap(({cssParts = []}) => cssParts));
write('vscode.css-custom-data.json', {
  version: 1.1,
  properties: cssProperties.map(({name, description}) => ({name, description: markdown(description)})),
  pseudoElements: parts.map(({name}) => ({
    name: `::part(${name})`,
    description: markdown(
      elements
        .flatMap(({tagName, cssParts = []}) =>
          cssParts
            .filter((part) => part.name === name)
            .map(({description}) => `- \`<${tagName}>\` – ${description ?? ''}`),
        )
        .join('\n'),
    ),
  })),
});

write('web-types.json', {
  $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
  name,
  version,
  'js-types-syntax': 'typescript',
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: elements.map((element) => ({
        name: element.tagName,
        description: element.description,
        ...(homepage && {'doc-url': homepage}),
        attributes: element.attributes.map((attribute) => ({
          name: attribute.name,
          description: attribute.description,
          ...(attribute.default && {default: attribute.default}),
          value: {type: typeOf(attribute), required: typeOf(attribute) !== 'boolean'},
          values: valuesOf(attribute),
        })),
        slots: element.slots,
        js: {
          properties: element.members
            .filter(({kind, privacy, static: isStatic}) => kind === 'field' && !privacy && !isStatic)
            .map((property) => ({
              name: property.name,
              description: property.description ?? '',
              type: property.type?.text ?? 'unknown',
              ...(property.readonly && {'read-only': true}),
            })),
          events: eventsOf(element).map(({name, description, type}) => ({name, description, type: type.text})),
        },
        css: {properties: element.cssProperties ?? [], parts: element.cssParts},
      })),
    },
  },
});

cpSync(join(root, 'src/frameworks'), join(dist, 'frameworks'), {
  recursive: true,
  filter: (path) => !path.endsWith('.ts') || path.endsWith('.d.ts'),
});

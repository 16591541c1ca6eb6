/** From the custom elements manifest to Storybook's tables and controls: every attribute and every token gets a control. */
import type {ArgTypes, InputType} from 'storybook/internal/types';
import {tokensOf, type Token} from '../.config/tokens.js';
import {tokenStyles} from '../src/styles/tokens.styles.js';

interface Described {
  name: string;
  description?: string;
  default?: string;
  type?: {text: string};
}

interface Declaration extends Described {
  tagName?: string;
  members?: (Described & {
    kind: string;
    privacy?: string;
    static?: boolean;
    attribute?: string;
    return?: {type: {text: string}};
  })[];
  attributes?: Described[];
  events?: Described[];
  slots?: Described[];
  cssParts?: Described[];
  cssProperties?: Described[];
}

interface Manifest {
  modules: {declarations?: Declaration[]}[];
}

// Built just before, so that it is not there for the type check.
const [manifest] = Object.values(
  import.meta.glob<Manifest>('../dist/custom-elements.json', {import: 'default', eager: true}),
);
const declarations = (manifest?.modules ?? []).flatMap(({declarations}) => declarations ?? []);

function declarationOf(tag: string): Declaration | undefined {
  return declarations.find(({tagName}) => tagName === tag);
}

/** Every public custom property, with what it is for. */
export const tokens: readonly Token[] = tokensOf(tokenStyles.cssText);

export function descriptionOf(tag: string): string {
  return declarationOf(tag)?.description ?? '';
}

export function argTypesOf(tag: string): ArgTypes {
  const declaration = declarationOf(tag);
  if (!declaration) return {};
  const {members = [], attributes = [], events = [], slots = [], cssParts = [], cssProperties = []} = declaration;
  const attributeFields = new Set(attributes.map(({name}) => name.replace(/-/g, '').toLowerCase()));
  const open = members.filter(
    (member) =>
      !member.privacy?.match(/private|protected/) && !member.static && !attributeFields.has(member.name.toLowerCase()),
  );
  const described = new Map(
    [...cssProperties, ...tokens.filter(({element}) => !element || element === tag)].map((entry) => [
      entry.name,
      entry,
    ]),
  );
  return table([
    ...[...attributes].sort(byName).map((entry) => row('attributes', entry, attributeControl(entry))),
    ...languageAttributes.map((entry) => row('attributes', entry, attributeControl(entry))),
    ...open.map((entry) =>
      entry.kind === 'method'
        ? row('methods', {...entry, name: `${entry.name}()`, type: entry.return?.type})
        : row('properties', {...entry, name: entry.name in htmlNames ? `.${entry.name}` : entry.name}),
    ),
    ...events.filter(({name}) => name.includes('-')).map((entry) => row('events', entry)),
    ...slots.map((entry) => row('slots', {...entry, name: entry.name || '(default)'})),
    ...cssParts.map((entry) => row('parts', {...entry, name: `::part(${entry.name})`})),
    ...[...described.values()].map((entry) => row('tokens', entry, tokenControl(entry))),
  ]);
}

/** An attribute and a property of one name would be one row. */
const htmlNames = {feed: true};

const languageAttributes: Described[] = [
  {
    name: 'lang',
    type: {text: 'string'},
    description: 'Language of our words, dates and numbers. Default: the nearest ancestor’s.',
  },
  {name: 'dir', type: {text: "'ltr' | 'rtl' | 'auto'"}, description: 'Direction. Default: the nearest ancestor’s.'},
];

function byName(a: Described, b: Described): number {
  return a.name.localeCompare(b.name);
}

function row(category: string, entry: Described, control: InputType['control'] = false): InputType & {name: string} {
  const {name, description = '', type} = entry;
  const choices = [...(type?.text ?? '').matchAll(/'([^']*)'/g)].map(([, choice = '']) => choice);
  return {
    name,
    description,
    control,
    ...(control && choices.length ? {options: [undefined, ...choices]} : {}),
    table: {
      category,
      ...(type ? {type: {summary: type.text}} : {}),
      ...(entry.default === undefined || entry.default === 'undefined' ? {} : {defaultValue: {summary: entry.default}}),
    },
  };
}

function table(rows: (InputType & {name: string})[]): ArgTypes {
  return Object.fromEntries(rows.map((row) => [row.name, row]));
}

function attributeControl({name, type}: Described): InputType['control'] {
  const text = type?.text ?? '';
  if (text === 'boolean') return {type: 'boolean'};
  if (text.includes('number')) return {type: 'number', min: name === 'heading-level' || name === 'limit' ? 1 : 0};
  return {type: text.includes("'") ? 'select' : 'text'};
}

function tokenControl({name}: Described): InputType['control'] {
  return {type: name.includes('-color-') ? 'color' : 'text'};
}

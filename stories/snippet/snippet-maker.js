/** A form that makes the snippet for a site: element, feed, options, look; a live preview; the text to copy. */
import {hosts} from './hosts.js';
import {snippet} from './snippet.js';

/** What stands in the form, and in which words. The other attributes are for developers: the README has them. */
const ELEMENTS = {
  'related-news': {
    title: 'Related news',
    about: 'A list of stories: the related ones beside an article, else the newest.',
    options: ['layout', 'limit', 'heading', 'more', 'tags', 'max-age', 'link', 'omit'],
  },
  'news-article': {
    title: 'Article',
    about: 'One story, to be read.',
    options: ['item', 'listen', 'json-ld', 'heading-level', 'omit'],
  },
  'on-this-day': {
    title: 'On this day',
    about: 'What your archive has of this day in other years.',
    options: ['layout', 'limit', 'heading', 'browse', 'nearest', 'omit'],
  },
  'instagram-strip': {
    title: 'Instagram strip',
    about: 'Your latest pictures.',
    options: ['layout', 'limit', 'heading', 'lightbox', 'profile', 'ask-first', 'omit'],
  },
  'about-us': {
    title: 'About us',
    about: 'Who publishes this.',
    options: ['layout', 'heading', 'json-ld', 'omit'],
  },
};
const LANGUAGES = ['en', 'ar', 'ckb', 'de', 'es', 'fa', 'fr', 'he', 'ja', 'ku', 'pt', 'ru', 'tr', 'zh'];
const RIGHT_TO_LEFT = /^(ar|ckb|fa|he)/;
const PACKAGE = 'https://cdn.jsdelivr.net/npm/news-elements@';

/**
 * @param {object} options
 * @param {object} options.manifest the custom elements manifest
 * @param {Record<string, string>} options.hashes `sri.json`: integrity by file
 * @param {string} options.version of the library
 * @param {Record<string, string>} options.themes addresses of style sheets by name, for the preview
 * @param {Record<string, string>} options.samples addresses of feeds by element, to begin with
 * @returns {HTMLElement}
 */
export function snippetMaker({manifest, hashes, version, themes, samples}) {
  const attributesOf = readManifest(manifest);
  const form = node('form', {
    className: 'maker-form',
    autocomplete: 'off',
    onsubmit: (event) => event.preventDefault(),
  });
  const report = node('output', {className: 'maker-report'});
  const stage = node('div', {className: 'maker-stage'});
  const code = node('code', {});
  const copied = node('span', {role: 'status'});
  const themeLink = node('link', {rel: 'stylesheet'});
  const options = node('div', {className: 'maker-options'});
  const steps = node('ol', {});
  let feed;
  let height;

  const read = () => Object.fromEntries(new FormData(form));
  const chosen = () => read().tag;

  form.append(
    fieldset(
      'Element',
      Object.entries(ELEMENTS).map(([tag, {title, about}], n) =>
        node('label', {className: 'maker-choice'}, [
          node('input', {type: 'radio', name: 'tag', value: tag, checked: n === 0}),
          node('span', {}, [node('b', {}, [title]), ' ', node('small', {}, [about])]),
        ]),
      ),
    ),
    fieldset('Feed', [
      label(
        'Address of your feed',
        node('input', {name: 'src', type: 'text', inputMode: 'url', value: samples['related-news'], spellcheck: false}),
      ),
      report,
    ]),
    fieldset('Options', [options]),
    fieldset('Look', [
      label('Theme', select('theme', Object.keys(themes))),
      label('Language', select('lang', [['', 'as the page'], ...LANGUAGES.map((tag) => [tag, nameOf(tag)])])),
      label(
        'Colours of the preview',
        select('scheme', matchMedia('(prefers-color-scheme: dark)').matches ? ['dark', 'light'] : ['light', 'dark']),
      ),
      label(
        'Width of the preview',
        select('width', [
          ['100%', 'all there is'],
          ['320px', 'phone, 320'],
          ['480px', 'half a page, 480'],
          ['768px', 'tablet, 768'],
        ]),
      ),
    ]),
    fieldset('Script', [
      label(
        'Comes from',
        select('from', [
          ['own', 'a folder on your own site'],
          ['pinned', `jsDelivr, version ${version} alone, checked`],
          ['major', `jsDelivr, always the newest ${version.split('.')[0]}.x`],
        ]),
      ),
      label(
        'That folder',
        node('input', {name: 'folder', type: 'text', value: '/news-elements', spellcheck: false}),
        'folder',
      ),
      check('ahead', 'Asks for all its files at once, and shows sooner (longer)', true, 'ahead'),
      check('chunks', 'Checks every file it loads, not only the first (longer)', false, 'chunks'),
      check('fallback', 'A link for readers without JavaScript, and for when the feed is down', true),
      check('height', 'Keeps its height free, so that the page does not jump', true),
      check('preload', 'The feed is on another site than the page: ask for it early', false),
    ]),
  );

  const root = node('div', {className: 'maker'}, [
    themeLink,
    form,
    node('section', {className: 'maker-result', ariaLabel: 'Preview and snippet'}, [
      node('h2', {}, ['Preview']),
      stage,
      node('h2', {}, ['Snippet']),
      node('pre', {tabIndex: 0, ariaLabel: 'Snippet'}, [code]),
      node('p', {className: 'maker-copy'}, [
        node('button', {type: 'button', className: 'maker-button', onclick: copy}, ['Copy the snippet']),
        copied,
      ]),
      node('h2', {}, ['Where it goes']),
      label('Your site is made with', select('host', Object.keys(hosts))),
      steps,
    ]),
  ]);

  /** The attributes that differ from the defaults. */
  function attributes() {
    const data = new FormData(form);
    const omit = data.getAll('omit').join(' ');
    const entries = ELEMENTS[chosen()].options
      .filter((name) => name !== 'omit')
      .map((name) => [name, attributesOf(chosen())[name], String(data.get(`option-${name}`) ?? '').trim()])
      .filter(([, {initial}, value]) => value && value !== initial)
      .map(([name, {kind}, value]) => [name, kind === 'boolean' ? true : value]);
    const {lang} = read();
    return {
      ...Object.fromEntries(entries),
      ...(omit && {omit}),
      ...(lang && {lang, dir: RIGHT_TO_LEFT.test(lang) ? 'rtl' : 'ltr'}),
    };
  }

  function showOptions() {
    const known = attributesOf(chosen());
    options.replaceChildren(...ELEMENTS[chosen()].options.map((name) => field(name, known[name])));
  }

  /** Shows the element anew; what it says of its feed comes by its events. */
  function preview() {
    const {src, scheme, width} = read();
    const element = document.createElement(chosen());
    for (const [name, value] of Object.entries({...attributes(), src: src.trim()}))
      element.setAttribute(name, value === true ? '' : value);
    feed = height = undefined;
    say(src.trim() ? 'Loading…' : 'Paste the address of a feed.');
    stage.style.inlineSize = width;
    stage.style.colorScheme = scheme;
    stage.replaceChildren(element);
    write();
  }

  function write() {
    const {tag, src, theme, from, folder, chunks, ahead, fallback, height: keeps, preload} = read();
    const base = {
      own: folder.replace(/\/*$/, ''),
      pinned: `${PACKAGE}${version}/dist/cdn`,
      major: `${PACKAGE}${version.split('.')[0]}/dist/cdn`,
    }[from];
    const hashesOf = (names) =>
      Object.fromEntries(
        Object.entries(hashes)
          .filter(([file]) => names.test(file))
          .map(([file, hash]) => [`${base}/${file.slice(4)}`, hash]),
      );
    const address = src.trim();
    code.textContent = snippet({
      tag,
      src: address,
      attributes: attributes(),
      script: `${base}/news-elements.js`,
      integrity: from === 'pinned' ? hashes['cdn/news-elements.js'] : undefined,
      chunks: from === 'pinned' && chunks ? hashesOf(/^cdn\/chunks\//) : undefined,
      ahead:
        from === 'pinned' && ahead
          ? hashesOf(RegExp(`^cdn/chunks/(core|${tag}${tag === 'news-article' ? '|sanitize' : ''})-`))
          : undefined,
      theme:
        theme === 'default'
          ? undefined
          : from === 'own'
            ? `${base}/${theme}.css`
            : `${base}/../themes/${theme}.css`.replace('/cdn/..', ''),
      fallback: fallback && feed ? {text: feed.title ?? address, url: feed.homePageUrl ?? address} : undefined,
      height: keeps ? height : undefined,
      preload: Boolean(preload),
    });
    form.querySelector('[data-only=folder]').hidden = from !== 'own';
    for (const only of ['ahead', 'chunks']) form.querySelector(`[data-only=${only}]`).hidden = from !== 'pinned';
  }

  function say(text, state = '') {
    report.textContent = text;
    report.dataset.state = state;
  }

  stage.addEventListener('feed-error', (event) => {
    event.preventDefault();
    say(event.error.message, 'bad');
  });
  stage.addEventListener('feed-load', (event) => {
    const element = event.target;
    feed = event.feed;
    say(factsOf(feed, chosen(), read().src.trim()).join('\n'), 'good');
    void element.updateComplete.then(() => {
      if (element.isConnected) height = element.offsetHeight;
      write();
    });
  });

  form.addEventListener('input', (event) => {
    const {name} = event.target;
    if (name === 'tag') {
      const field = form.elements.namedItem('src');
      if (Object.values(samples).includes(field.value)) field.value = samples[chosen()];
      showOptions();
    }
    if (name === 'theme') themeLink.href = themes[event.target.value];
    if (/^(tag|omit|lang|scheme|width|option-.*)$/.test(name)) preview();
    else if (name !== 'src') write();
  });
  // A feed is asked for once its address is whole, not with every letter of it.
  form.addEventListener('change', ({target}) => target.name === 'src' && preview());

  root.querySelector('[name=host]').addEventListener('input', ({target}) => showSteps(target.value));
  function showSteps(host) {
    steps.replaceChildren(...hosts[host].map((step) => node('li', {}, [step])));
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(code.textContent);
      copied.textContent = 'Copied.';
    } catch {
      getSelection().selectAllChildren(code);
      copied.textContent = 'Your browser does not let a page copy: the snippet is selected, copy it with Ctrl+C or ⌘C.';
    }
  }

  showOptions();
  showSteps(Object.keys(hosts)[0]);
  preview();
  return root;
}

/** What a builder wants to know of a feed before it goes on a page. */
function factsOf(feed, tag, src) {
  const {items} = feed;
  const address = new URL(src.split(/\s+/)[0], document.baseURI);
  const count = (test) => items.filter(test).length;
  return [
    `It is a feed (${feed.format}): “${feed.title ?? address.host}”, ${items.length} items${feed.dropped ? `, ${feed.dropped} left out` : ''}, ${count(({image}) => image)} with a picture, ${count(({datePublished}) => datePublished)} with a date.`,
    address.origin === location.origin
      ? 'It is on this very site. A feed on another site than your page must allow that (Access-Control-Allow-Origin).'
      : 'Its server lets other sites read it.',
    address.protocol === 'http:' &&
      address.hostname !== 'localhost' &&
      address.hostname !== '127.0.0.1' &&
      'Its address begins with http: a page on https may not load it. Try https.',
    tag === 'news-article' &&
      !count(({contentHtml, contentText}) => contentHtml || contentText) &&
      'Its items have no text: an article will be a headline and a summary.',
    tag === 'instagram-strip' &&
      !count(({image}) => image) &&
      'Its items have no pictures, which this element is about.',
  ].filter(Boolean);
}

/** @returns by tag: name of an attribute → its kind, choices, default and description */
function readManifest(manifest) {
  const declarations = manifest.modules.flatMap(({declarations = []}) => declarations);
  return (tag) => {
    const {attributes = []} = declarations.find(({tagName}) => tagName === tag) ?? {};
    return Object.fromEntries(
      attributes.map(({name, type, description = '', default: initial}) => {
        const choices = [...(type?.text ?? '').matchAll(/'([^']*)'/g)].map(([, choice]) => choice);
        const kind = choices.length ? 'choice' : (/^(boolean|number)/.exec(type?.text ?? '')?.[0] ?? 'text');
        const parts = name === 'omit' ? (/`([^`]*)`/.exec(description)?.[1].split(' ') ?? []) : [];
        return [name, {kind, choices, parts, description, initial: initial?.replace(/^'|'$/g, '')}];
      }),
    );
  };
}

function field(name, {kind, choices, parts, description, initial}) {
  const control = `option-${name}`;
  if (name === 'omit')
    return node('fieldset', {className: 'maker-parts'}, [
      node('legend', {}, ['Leave out']),
      ...parts.map((part) => node('label', {}, [node('input', {type: 'checkbox', name: 'omit', value: part}), part])),
    ]);
  if (kind === 'boolean') return check(control, description);
  const title = name[0].toUpperCase() + name.slice(1).replaceAll('-', ' ');
  if (kind === 'choice') {
    const menu = select(control, choices);
    if (initial) menu.value = initial;
    return label(title, menu);
  }
  return label(
    title,
    node('input', {
      name: control,
      type: kind === 'number' ? 'number' : 'text',
      min: '1',
      placeholder: description.replaceAll('`', ''),
    }),
  );
}

function label(text, control, only) {
  const element = node('label', {className: 'maker-field'}, [node('span', {}, [text]), control]);
  if (only) element.dataset.only = only;
  return element;
}

function check(name, text, checked = false, only = undefined) {
  const element = node('label', {className: 'maker-check'}, [node('input', {type: 'checkbox', name, checked}), text]);
  if (only) element.dataset.only = only;
  return element;
}

function select(name, choices) {
  return node(
    'select',
    {name},
    choices.map((choice) => {
      const [value, text] = Array.isArray(choice) ? choice : [choice, choice];
      return node('option', {value}, [text]);
    }),
  );
}

function fieldset(title, children) {
  return node('fieldset', {}, [node('legend', {}, [title]), ...children]);
}

function nameOf(tag) {
  return new Intl.DisplayNames([tag], {type: 'language'}).of(tag) ?? tag;
}

function node(tag, properties, children = []) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** A list as it is written with Preact. */
import {h, render} from 'preact';
import {useEffect, useState} from 'preact/hooks';
import {app} from './component.js';
import {styles} from './views.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets.push(sheet);
const News = app(h, useState, useEffect);

export function mount(host) {
  render(h(News, host.dataset), host);
  return () => render(null, host);
}

for (const host of document.querySelectorAll('.news')) mount(host);

window.create = () => Object.assign(document.createElement('div'), {className: 'news', mounted: mount});

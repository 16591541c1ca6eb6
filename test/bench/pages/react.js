/** A list as it is written with React. */
import {createElement, useEffect, useState} from 'react';
import {createRoot} from 'react-dom/client';
import {app} from './component.js';
import {styles} from './views.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets.push(sheet);
const News = app(createElement, useState, useEffect);

export function mount(host) {
  const root = createRoot(host);
  root.render(createElement(News, {...host.dataset}));
  return () => root.unmount();
}

for (const host of document.querySelectorAll('.news')) mount(host);

window.create = () => Object.assign(document.createElement('div'), {className: 'news', mounted: mount});

import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {field} from '../../feed/fields.js';
import {dataBlock} from '../data-block.js';
import {pageRoot} from '../page.js';
import type {About} from './select.js';

/** https://schema.org/Organization, as search engines read it. */
export function organizationOf(about: About): object {
  const {title, description, icon, homePageUrl, people, links, address} = about;
  const members = people.map(({name, url, avatar}) => ({
    '@type': 'Person',
    name,
    url: /^https?:/.test(url ?? '') ? url : undefined,
    email: /^mailto:([^?]*)/.exec(url ?? '')?.[1],
    image: avatar,
  }));
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name: title,
    description,
    url: homePageUrl,
    logo: icon,
    address: address.join(', ') || undefined,
    sameAs: links.length ? links.flatMap(({url}) => (/^https?:/.test(url) ? url : [])) : undefined,
    member: members.length ? members : undefined,
  };
}

/** Keeps a description of the publisher in the page's head for machines, unless the page has one of its own. */
export class OrganizationScript implements ReactiveController {
  #block: Element | undefined;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** @param about nothing removes it */
  show(about: About | undefined): void {
    const block = about?.title ? dataBlock(organizationOf(about)) : undefined;
    if (block && block.textContent === this.#block?.textContent) return;
    this.hostDisconnected();
    if (!block || describesOrganization()) return;
    this.#block = block;
    pageRoot().querySelector('head')?.append(block);
  }

  hostDisconnected(): void {
    this.#block?.remove();
    this.#block = undefined;
  }
}

/** Whether a block is about a publisher; a story that merely names its own is not. */
function describesOrganization(): boolean {
  return [...pageRoot().querySelectorAll('script[type="application/ld+json" i]')]
    .flatMap(({textContent}) => {
      const json = jsonOf(textContent);
      return [json, field(json, '@graph')].flat();
    })
    .some((thing) => [field(thing, '@type')].flat().some((type) => /Organization$/.test(String(type))));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

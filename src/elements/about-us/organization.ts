import type {ReactiveController, ReactiveControllerHost} from 'lit';
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
  #script: HTMLScriptElement | undefined;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** @param about nothing removes it */
  show(about: About | undefined): void {
    const json = about?.title && JSON.stringify(organizationOf(about));
    if (json && json === this.#script?.text) return;
    this.hostDisconnected();
    if (!json || describesOrganization()) return;
    this.#script = document.createElement('script');
    this.#script.type = 'application/ld+json';
    // A text node: where a page wants Trusted Types, a script's own properties take no strings.
    this.#script.append(json);
    document.head.append(this.#script);
  }

  hostDisconnected(): void {
    this.#script?.remove();
    this.#script = undefined;
  }
}

function describesOrganization(): boolean {
  return [...document.querySelectorAll('script[type="application/ld+json"]')].some(({textContent}) =>
    /"@type"\s*:\s*"(?:NewsMedia)?Organization"/.test(textContent),
  );
}

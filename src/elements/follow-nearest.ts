import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {loadLocale, onRegister} from '../locales/index.js';

interface Host extends ReactiveControllerHost, Element {
  readonly language: string;
  readonly hasUpdated: boolean;
}

const hosts = new Set<Host>();
let observer: MutationObserver | undefined;

/** What an element takes from the nearest `lang` and `time-zone` around it changes when they do. */
export class FollowNearest implements ReactiveController {
  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostConnected(): void {
    hosts.add(this.host);
    // It has been moved. Of a new one, the words come with its feed.
    if (this.host.hasUpdated) follow(this.host);
    observer ??= new MutationObserver(updateAll);
    let root = this.host.getRootNode();
    for (;;) {
      observer.observe(root, {subtree: true, attributeFilter: ['lang', 'time-zone']});
      if (!(root instanceof ShadowRoot)) return;
      root = root.host.getRootNode();
    }
  }

  hostDisconnected(): void {
    hosts.delete(this.host);
    if (!hosts.size) observer?.disconnect();
  }
}

function updateAll(): void {
  hosts.forEach(follow);
}

function follow(host: Host): void {
  void loadLocale(host.language).then(() => host.requestUpdate());
}

onRegister(updateAll);

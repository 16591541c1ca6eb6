import {Component, CUSTOM_ELEMENTS_SCHEMA, signal} from '@angular/core';
import {bootstrapApplication} from '@angular/platform-browser';
import {type FeedLoadEvent, type ItemClickEvent} from 'news-elements';
import 'news-elements';
import feed from '../../feed.json';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <button (click)="limit.set(1)">Fewer</button>
    <button (click)="isThere.set(false)">Remove</button>
    @if (isThere()) {
      <related-news
        [feed]="feed"
        [limit]="limit()"
        heading-level="3"
        class="aside"
        (feed-load)="loaded($event)"
        (item-click)="clicked($event)"
      >
        <p>Fallback</p>
      </related-news>
      <news-article src="/feed.json" item="bridge" omit="share"></news-article>
    }
    <output>{{ log().join('; ') }}</output>
  `,
})
class App {
  readonly feed = feed;
  readonly limit = signal(3);
  readonly isThere = signal(true);
  readonly log = signal<string[]>([]);

  // Angular knows an event of a custom element as an Event alone.
  loaded(event: Event): void {
    this.#write(`loaded ${(event as FeedLoadEvent).feed.title ?? ''}`);
  }

  clicked(event: Event): void {
    event.preventDefault();
    this.#write(`clicked ${(event as ItemClickEvent).item.id}`);
  }

  #write(line: string): void {
    this.log.update((lines) => [...lines, line]);
  }
}

await bootstrapApplication(App);

import {html, nothing, type ReactiveController, type ReactiveControllerHost} from 'lit';
import type {Item} from '../../feed/feed.js';
import type {Locale} from '../../locales/index.js';
import {adoptStyles} from '../adopt-styles.js';
import {listeningStyles} from './listening.styles.js';
import {passages, pieces, type Passage} from './passages.js';

interface StoryHost extends ReactiveControllerHost {
  readonly renderRoot: ParentNode & Node;
  readonly listen: boolean;
  readonly article: Item | undefined;
}

const HIGHLIGHT = 'news-listening';
/** What is read, in this order. */
const PARTS = '[part~=headline], [part~=summary], [part~=body]';

/** Reads the story aloud with the platform's voices, where one speaks its language. */
export class Listening implements ReactiveController {
  #state: 'silent' | 'reading' | 'paused' = 'silent';
  #story: Item | undefined;
  #queue: {text: string; passage: Passage}[] = [];
  #position = 0;
  /** What is spoken now. Some engines forget the end of one that nobody holds. */
  #utterance: SpeechSynthesisUtterance | undefined;
  #marked: Element | undefined;

  /** @param language the story's, as a BCP 47 tag */
  constructor(
    private readonly host: StoryHost,
    private readonly language: () => string,
  ) {
    host.addController(this);
    adoptStyles(host.renderRoot, listeningStyles);
  }

  hostConnected(): void {
    this.#synthesis?.addEventListener('voiceschanged', this.#onVoices);
    // Engines go on speaking when the page is left.
    addEventListener('pagehide', this.#stop);
  }

  hostDisconnected(): void {
    this.#synthesis?.removeEventListener('voiceschanged', this.#onVoices);
    removeEventListener('pagehide', this.#stop);
    this.#stop();
  }

  hostUpdated(): void {
    if (this.#state !== 'silent' && (this.#story !== this.host.article || !this.host.listen)) this.#stop();
  }

  /** The buttons; nothing where no voice speaks the story's language. */
  render({listen, pause, resume, stop}: Locale): unknown {
    if (!this.#voice()) return nothing;
    const label = {silent: listen, reading: pause, paused: resume}[this.#state];
    return html`<button type="button" part="controls" @click=${this.#toggle}>${label}</button> ${
        this.#state === 'silent'
          ? nothing
          : html`<button type="button" part="controls" @click=${this.#onStop}>${stop}</button>`
      }`;
  }

  get #synthesis(): SpeechSynthesis | undefined {
    return 'speechSynthesis' in globalThis ? speechSynthesis : undefined;
  }

  #voice(): SpeechSynthesisVoice | undefined {
    return voiceFor(this.#synthesis?.getVoices() ?? [], this.language());
  }

  readonly #onVoices = () => this.host.requestUpdate();

  readonly #toggle = () => {
    if (this.#state === 'reading') return this.#pause();
    if (this.#state === 'silent') {
      this.#story = this.host.article;
      this.#position = 0;
      this.#queue = passages(this.host.renderRoot.querySelectorAll(PARTS)).flatMap((passage) =>
        pieces(passage.text).map((text) => ({text, passage})),
      );
    }
    this.#synthesis?.cancel();
    this.#speak();
  };

  /** The button that was used is gone: the keyboard stays where it was. */
  readonly #onStop = (event: Event) => {
    const first = event.currentTarget instanceof Element && event.currentTarget.previousElementSibling;
    if (first instanceof HTMLElement) first.focus();
    this.#stop();
  };

  #speak(): void {
    const next = this.#queue[this.#position];
    const voice = this.#voice();
    if (!next || !voice) return this.#stop();
    const utterance = new SpeechSynthesisUtterance(next.text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onend = () => {
      if (utterance !== this.#utterance) return;
      this.#position++;
      this.#speak();
    };
    // Something else on the page speaks now, or the platform refuses: where the reader was is kept.
    utterance.onerror = () => {
      if (utterance === this.#utterance) this.#become('paused');
    };
    this.#become('reading', next.passage);
    this.#utterance = utterance;
    this.#synthesis?.speak(utterance);
  }

  /** Not the platform's own pause, which some engines ignore and others never come back from: the sentence is begun anew. */
  #pause(): void {
    const {passage} = this.#queue[this.#position] ?? {};
    this.#become('paused', passage);
    this.#synthesis?.cancel();
  }

  readonly #stop = () => {
    if (this.#state === 'silent') return;
    const isSpeaking = this.#utterance;
    this.#become('silent');
    this.#queue = [];
    if (isSpeaking) this.#synthesis?.cancel();
  };

  #become(state: 'silent' | 'reading' | 'paused', passage?: Passage): void {
    this.#utterance = undefined;
    this.#state = state;
    this.#mark(passage);
    this.host.requestUpdate();
  }

  #mark(passage: Passage | undefined): void {
    if ('highlights' in CSS) {
      if (passage) CSS.highlights.set(HIGHLIGHT, new Highlight(passage.range));
      else CSS.highlights.delete(HIGHLIGHT);
      return;
    }
    this.#marked?.classList.remove('spoken');
    this.#marked = passage?.block;
    this.#marked?.classList.add('spoken');
  }
}

/** The voice for a language: of the same region, if there is one, and rather on the device than over the network. */
export function voiceFor(voices: readonly SpeechSynthesisVoice[], language: string): SpeechSynthesisVoice | undefined {
  const asked = tag(language);
  const [base] = asked.split('-');
  const score = (voice: SpeechSynthesisVoice) =>
    (tag(voice.lang) === asked ? 4 : 0) + (voice.localService ? 2 : 0) + (voice.default ? 1 : 0);
  return voices.filter(({lang}) => tag(lang).split('-')[0] === base).sort((a, b) => score(b) - score(a))[0];
}

/** Android writes `en_US`; extensions (`-u-nu-arab`) say nothing about speech. */
function tag(language: string): string {
  return language
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/-[a-z0-9]-.*/, '');
}

import {expect} from '@open-wc/testing';
import {voiceFor} from '../../src/elements/news-article/listening.js';
import {passages, pieces} from '../../src/elements/news-article/passages.js';
import {until} from '../browser/until.js';
import {articleOf, part} from './news-article-page.js';

/**
 * The browsers that tests run in have no voices, and only the platform can make one. What stands here in its place speaks
 * as the specification says (https://webaudio.github.io/web-speech-api/#tts-section), one utterance after another, and
 * ends each when the test says so.
 */
class Voices extends EventTarget {
  voices: SpeechSynthesisVoice[] = [];
  queue: Utterance[] = [];

  getVoices(): SpeechSynthesisVoice[] {
    return this.voices;
  }

  speak(utterance: Utterance): void {
    this.queue.push(utterance);
  }

  cancel(): void {
    for (const utterance of this.queue.splice(0)) setTimeout(() => utterance.onerror?.());
  }

  arrive(...languages: string[]): void {
    this.voices = languages.map((language) => voice(language));
    this.dispatchEvent(new Event('voiceschanged'));
  }

  get spoken(): string | undefined {
    return this.queue[0]?.text;
  }

  /** The utterance has been spoken to its end. */
  end(): void {
    this.queue.shift()?.onend?.();
  }
}

class Utterance {
  onend?: () => void;
  onerror?: () => void;
  voice?: SpeechSynthesisVoice;
  lang = '';
  constructor(readonly text: string) {}
}

function voice(lang: string, localService = true): SpeechSynthesisVoice {
  return {lang, name: lang, voiceURI: lang, localService, default: false};
}

const STORY = {
  id: 'bridge',
  title: 'A new bridge',
  content_html:
    '<p>The council has <b>chosen</b>.<sup><a href="#fn1">1</a></sup></p><table><tr><td>7</td></tr></table><p>It opens in May.</p><ol><li id="fn1">A note.</li></ol>',
};

describe('listening to <news-article>', () => {
  let voices: Voices;
  const real = Object.getOwnPropertyDescriptor(window, 'speechSynthesis');
  const realUtterance = window.SpeechSynthesisUtterance;

  beforeEach(() => {
    voices = new Voices();
    Object.defineProperty(window, 'speechSynthesis', {value: voices, configurable: true});
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {value: Utterance, configurable: true, writable: true});
  });
  afterEach(() => {
    if (real) Object.defineProperty(window, 'speechSynthesis', real);
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
      value: realUtterance,
      configurable: true,
      writable: true,
    });
  });

  async function listening(item: object = STORY, attributes: Record<string, string> = {}) {
    const element = await articleOf([item, {id: 'other', title: 'Another'}], {
      listen: '',
      item: 'bridge',
      omit: 'share',
      ...attributes,
    });
    const buttons = () => [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.actions button') ?? [])];
    const press = async (label: string) => {
      await until(() => buttons().some(({textContent}) => textContent === label), `there is a button “${label}”`);
      buttons()
        .find(({textContent}) => textContent === label)
        ?.click();
      await element.updateComplete;
    };
    return {element, buttons, press};
  }

  const highlighted = () => [...(CSS.highlights.get('news-listening') ?? [])].map(String).join();

  it('has no button where no voice speaks the language, and one when such a voice arrives', async () => {
    const {element, buttons} = await listening();
    voices.arrive('fr-FR');
    await element.updateComplete;
    expect(buttons()).to.be.empty;
    await until(() => {
      voices.arrive('fr-FR', 'en_US');
      return buttons().length;
    }, 'the button is there');
    expect(buttons().map(({textContent}) => textContent)).to.deep.equal(['Listen']);
  });

  it('reads headline and paragraphs in turn, marks the one that is read, and ends', async () => {
    voices.arrive('en-GB');
    const {element, press, buttons} = await listening();
    await press('Listen');
    expect(voices.spoken).to.equal('A new bridge');
    expect(voices.queue[0]?.voice?.lang).to.equal('en-GB');
    voices.end();
    expect(voices.spoken).to.equal('The council has chosen.');
    expect(highlighted()).to.contain('The council has chosen.');
    voices.end();
    expect(voices.spoken).to.equal('It opens in May.');
    expect(highlighted()).to.equal('It opens in May.');
    voices.end();
    expect(voices.spoken).to.equal('A note.');
    voices.end();
    await element.updateComplete;
    expect(voices.queue).to.be.empty;
    expect(CSS.highlights.has('news-listening')).to.be.false;
    expect(buttons().map(({textContent}) => textContent)).to.deep.equal(['Listen']);
  });

  it('pauses, resumes where it was, and stops', async () => {
    voices.arrive('en-GB');
    const {element, press, buttons} = await listening();
    await press('Listen');
    voices.end();
    await press('Pause');
    expect(voices.queue).to.be.empty;
    expect(highlighted()).to.contain('The council');
    await press('Resume');
    expect(voices.spoken).to.equal('The council has chosen.');
    await press('Stop');
    await element.updateComplete;
    expect(voices.queue).to.be.empty;
    expect(buttons().map(({textContent}) => textContent)).to.deep.equal(['Listen']);
    expect(element.shadowRoot?.activeElement).to.equal(buttons()[0]);
  });

  it('falls silent when the story changes, and when the element leaves', async () => {
    voices.arrive('en-GB');
    const {element, press} = await listening();
    await press('Listen');
    element.item = 'other';
    await element.updateComplete;
    expect(voices.queue).to.be.empty;
    await press('Listen');
    expect(voices.spoken).to.equal('Another');
    element.remove();
    expect(voices.queue).to.be.empty;
    expect(CSS.highlights.has('news-listening')).to.be.false;
  });

  it('leaves what others on the page say alone', async () => {
    voices.arrive('en-GB');
    const {element, press, buttons} = await listening();
    await press('Listen');
    voices.cancel();
    const other = new Utterance('Somebody else');
    voices.speak(other);
    await until(() => buttons()[0]?.textContent === 'Resume', 'it has paused');
    element.remove();
    expect(voices.queue).to.deep.equal([other]);
  });

  it('asks for a voice in the language of the story', async () => {
    voices.arrive('en-GB', 'ar-SA');
    const {press} = await listening({...STORY, language: 'ar'});
    await press('Listen');
    expect(voices.queue[0]?.lang).to.equal('ar-SA');
  });

  it('keeps the place of its button while voices are on their way', async () => {
    const {element} = await listening();
    const height = () => part(element, 'byline')?.getBoundingClientRect().height;
    const before = height();
    await until(() => {
      voices.arrive('en-GB');
      return part(element, 'controls');
    }, 'the button is there');
    expect(height()).to.equal(before);
  });

  it('is not there without the attribute', async () => {
    const element = await articleOf([STORY]);
    voices.arrive('en-GB');
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('.room')).to.be.null;
    expect(part(element, 'byline')?.textContent).not.to.contain('Listen');
  });
});

describe('the voice', () => {
  it('is of the same region, else of the same language, and rather on the device', () => {
    const remote = voice('pt-BR', false);
    const choose = (language: string, ...list: SpeechSynthesisVoice[]) => voiceFor(list, language)?.lang;
    expect(choose('pt-BR', voice('pt-PT'), remote)).to.equal('pt-BR');
    expect(choose('pt', remote, voice('pt-PT'))).to.equal('pt-PT');
    expect(choose('ar-u-nu-arab', voice('en'), voice('ar_SA'))).to.equal('ar_SA');
    expect(choose('ckb', voice('ar-SA'))).to.be.undefined;
  });
});

describe('what is read aloud', () => {
  it('is text in paragraphs, without tables, code and marks of footnotes', () => {
    const root = document.createElement('div');
    root.innerHTML =
      'Loose<br><br>text<p>One <i>word</i></p><pre>code</pre><ul><li>Item<p>Inner</p></li></ul><figure><img><figcaption>No</figcaption></figure>';
    expect(passages([root]).map(({text}) => text)).to.deep.equal(['Loose', 'text', 'One word', 'Item', 'Inner']);
  });

  it('comes in pieces of whole sentences', () => {
    const sentence = `${'word '.repeat(20)}end. `;
    expect(pieces(sentence.repeat(3)).map((piece) => piece.length)).to.deep.equal([209, 104]);
    expect(pieces('A 3.5 % rise.  So?')).to.deep.equal(['A 3.5 % rise. So?']);
    expect(pieces('水'.repeat(200) + '。' + '木'.repeat(30))).to.have.length(2);
  });
});

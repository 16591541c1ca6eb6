import {expect} from '@open-wc/testing';
import {altText, asLetters, captionSentence} from '../../src/elements/instagram-strip/alt-text.js';
import type {Post} from '../../src/elements/instagram-strip/select.js';
import {createItem} from '../../src/feed/feed.js';
import {ar} from '../../src/locales/ar.js';
import {en} from '../../src/locales/en.js';

const day = new Date('2026-03-05T12:00:00Z');

function post(
  caption: string,
  {alt, name = '@twocapitals', date = day}: {alt?: string; name?: string; date?: Date} = {},
): Post {
  const image = {url: 'https://a.example/IMG_1.jpg', alt, sizes: []};
  const media = [{pictures: [image], video: undefined}];
  return {
    caption,
    media,
    isCovered: false,
    kind: 'photo',
    author: name ? {name} : undefined,
    item: createItem('1', {datePublished: date}),
  };
}

const english = {locale: en, language: 'en', formatDate: () => 'March 5, 2026'};

describe('alternative text of an Instagram picture', () => {
  it('is the feed’s own where it gives one', () => {
    expect(altText(post('Words', {alt: 'A canyon at dusk'}), 0, english)).to.equal('A canyon at dusk');
  });

  it('is the caption where the feed gives none, or a file name', () => {
    expect(altText(post('At the river.'), 0, english)).to.equal('At the river.');
    for (const alt of ['IMG_2231.jpg', 'DSC0012', '490123_n.jpg', 'my holiday.PNG', ' '])
      expect(altText(post('At the river.', {alt}), 0, english), alt).to.equal('At the river.');
  });

  it('names author and day when there is no caption, in the reader’s language', () => {
    expect(altText(post(''), 0, english)).to.equal('Photo by @twocapitals, March 5, 2026');
    const arabic = {locale: ar, language: 'ar', formatDate: () => '5 مارس 2026'};
    expect(altText(post(''), 0, arabic)).to.equal('صورة من @twocapitals، 5 مارس 2026');
  });

  it('says what is known when author or day are missing, and is never empty', () => {
    expect(altText(post('', {name: ''}), 0, english)).to.equal('Photo, March 5, 2026');
    const dateless = {...post(''), item: createItem('1', {})};
    expect(altText(dateless, 0, english)).to.equal('Photo by @twocapitals');
    expect(altText({...dateless, author: undefined}, 0, english)).to.equal('Photo');
  });

  it('treats a caption of hashtags, mentions or emoji as none', () => {
    for (const caption of ['#one #two', '@friend', '🍻🚗🥚 ☀️', '.\n.\n#x', 'https://a.example/x'])
      expect(altText(post(caption), 0, english), caption).to.equal('Photo by @twocapitals, March 5, 2026');
  });
});

describe('a caption as a sentence', () => {
  it('reads mathematical letters as letters', () => {
    expect(asLetters('𝗗𝗔𝗡𝗞𝗘 𝓛𝓮𝓷𝓪 ℌ𝔢𝔯𝔷 Ⓐ 🄱')).to.equal('DANKE Lena Herz A B');
    expect(captionSentence('𝗗𝗔𝗡𝗞𝗘 𝗟𝗘𝗡𝗔 🦁')).to.equal('DANKE LENA');
  });

  it('leaves other scripts and signs as they are', () => {
    for (const text of ['½ Liter … ™ № ﷺ', '我怀疑是你', 'صباح الخير', 'ＡＢＣ'])
      expect(asLetters(text)).to.equal(text);
  });

  it('drops hashtags at the end and keeps the words of those within a sentence', () => {
    expect(captionSentence('Low water at the #Basra_jetty today. #water #jetty')).to.equal(
      'Low water at the Basra jetty today.',
    );
    expect(captionSentence('جسر في #الموصل عند الفجر #العراق #دجلة')).to.equal('جسر في الموصل عند الفجر');
  });

  it('drops hashtags in a row wherever they stand', () => {
    expect(captionSentence('Cute.. #cute #loveyou  @ikroskun')).to.equal('Cute.. @ikroskun');
    expect(captionSentence('Question of the week\n#one🍟 #two #three')).to.equal('Question of the week');
  });

  it('puts a full stop between lines that have none', () => {
    expect(captionSentence('Thank you\n\nFive years end.\n.\n.\n#club')).to.equal('Thank you. Five years end.');
  });

  it('ends long captions with a sentence, or else with a word', () => {
    const long = `The ferry left late and came back early. ${'Nobody on board could say why that was so, and '.repeat(5)}`;
    const sentences =
      'The first sentence is here and it is not short at all, not by any means. The second one is next. '.repeat(3);
    expect(captionSentence(sentences)).to.match(/\.$/).and.have.length.below(141);
    expect(captionSentence(long)).to.match(/\w…$/).and.have.length.below(142);
  });

  it('keeps emoji that stand for a word, and drops those that decorate a line', () => {
    expect(captionSentence('✨ We ❤️ Baghdad ✨')).to.equal('We ❤️ Baghdad');
    expect(captionSentence('Final score 3️⃣')).to.contain('Final score');
  });
});

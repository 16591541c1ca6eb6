import {expect} from '@open-wc/testing';
import {formatDate, formatNumber, pluralOf} from '../../src/locales/dates.js';
import {formatDay, formatYear} from '../../src/locales/days.js';
import {isRtl} from '../../src/locales/direction.js';
import {en} from '../../src/locales/en.js';
import {loadLocale, localeOf, type Locale} from '../../src/locales/index.js';
import {languages as likely} from '../../src/likely.js';

const NUMBERS = [0, 1, 2, 3, 5, 11, 21, 100];

interface Writing {
  /** What is written with: letters, marks and signs. Digits and white space are in all. */
  letters: RegExp;
  /** Words that are the same in English. */
  likeEnglish?: readonly string[];
}

/** Marks that all of them use. */
const MARKS = String.raw`\p{Nd}\s.,:()?!\-`;
const writing = (letters: string) => new RegExp(`^[${MARKS}${letters}]+$`, 'u');

const ARABIC = 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْ،؛؟';
const languages: Record<string, Writing> = {
  ar: {letters: writing(ARABIC)},
  ckb: {letters: writing('ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنوۆهەیێ،؛؟')},
  de: {letters: writing('A-Za-zÄÖÜäöüß–„“'), likeEnglish: ['album', 'instagram', 'links', 'pause', 'video']},
  es: {letters: writing('A-Za-zÁÉÍÓÚÜÑáéíóúüñ¿¡«»'), likeEnglish: ['instagram']},
  // The half space keeps endings apart: تازه‌ترین
  fa: {letters: writing('آئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیهٔ\u200c،؛؟«»')},
  fr: {
    letters: writing('A-Za-zÀÂÇÉÈÊËÎÏÔŒÙÛàâçéèêëîïôœùû’«»'),
    likeEnglish: ['album', 'instagram', 'pause', 'photo'],
  },
  he: {letters: writing('א-ת־״׳')},
  ja: {letters: writing('\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー、。：「」'), likeEnglish: ['instagram']},
  ku: {letters: writing('A-Za-zÇÊÎŞÛçêîşû'), likeEnglish: ['instagram']},
  pt: {letters: writing('A-Za-zÁÂÃÀÇÉÊÍÓÔÕÚáâãàçéêíóôõú'), likeEnglish: ['instagram', 'links']},
  ru: {letters: writing('А-Яа-яЁё—«»'), likeEnglish: ['instagram']},
  tr: {letters: writing('A-Za-zÇĞİÖŞÜçğıöşüâîû’'), likeEnglish: ['instagram', 'video']},
  zh: {letters: writing('\\p{sc=Han}，。：；！？（）“”、'), likeEnglish: ['instagram']},
};

/** Names that stand in Latin letters in every text. */
const NAMES = /Instagram/g;

interface Sample {
  key: string;
  text: string;
  /** What must stand in it. */
  given: string[];
  /** It speaks of a number that has words of its own, as “two years” has in Arabic. */
  isWord?: boolean;
}

/** Every text of a locale, as the elements ask for it. What is handed in is written with `𝟙`, which no language has. */
function samplesOf(language: string, locale: Locale): Sample[] {
  return Object.entries(locale).flatMap(([key, value]: [string, unknown]): Sample[] => {
    if (typeof value === 'string') return [{key, text: value, given: []}];
    const counts = key === 'yearsAgo' ? locale.yearsAgo : key === 'minutesRead' ? locale.minutesRead : undefined;
    if (counts)
      return NUMBERS.map((number) => {
        const plural = pluralOf(number, language);
        const given = formatNumber(number, language);
        return {key, text: counts(given, plural), given: [given], isWord: isOfOneNumber(plural, language)};
      });
    const {text, given} = call(value);
    return [{key, text, given}];
  });
}

function call(value: unknown): {text: string; given: string[]} {
  const given = ['𝟙A', '𝟙B'].slice(0, typeof value === 'function' ? value.length : 0);
  const text: unknown = typeof value === 'function' ? Reflect.apply(value, undefined, given) : undefined;
  return {text: typeof text === 'string' ? text : '', given};
}

/** Whether a language has a plural category for this number alone. */
function isOfOneNumber(plural: Intl.LDMLPluralRule, language: string): boolean {
  return Array.from({length: 300}, (_, n) => pluralOf(n, language)).filter((other) => other === plural).length === 1;
}

/** A text without what was handed in, and without the names. */
const ownWords = ({text, given}: Sample) =>
  given.reduce((rest, part) => rest.replaceAll(part, ''), text).replace(NAMES, '');

for (const [language, {letters, likeEnglish = []}] of Object.entries(languages))
  describe(`words in ${language}`, () => {
    let locale: Locale;
    let samples: Sample[];
    before(async () => {
      await loadLocale(language);
      locale = localeOf(language);
      samples = samplesOf(language, locale);
    });

    it('are there', () => {
      expect(locale).to.not.equal(en);
      expect(Object.keys(locale)).to.have.members(Object.keys(en));
    });

    it('hold what they are given, in every plural', () => {
      for (const {key, text, given, isWord = false} of samples) {
        expect(text.trim(), key).to.not.equal('');
        expect(text, key).to.equal(text.trim());
        for (const part of given) expect(isWord || text.includes(part), `${key}: ${text} lacks ${part}`).to.be.true;
      }
    });

    it('are not English ones', () => {
      const english = new Map(samplesOf('en', en).map(({key, text}) => [key, text]));
      const same = samples.filter(({key, text, given}) => !given.length && english.get(key) === text);
      expect([...new Set(same.map(({key}) => key))]).to.have.members(likeEnglish);
    });

    it('are written in the letters of the language', () => {
      for (const sample of samples)
        expect(foreign(ownWords(sample), letters), `${sample.key}: ${sample.text}`).to.equal('');
    });

    it('have typographic marks', () => {
      for (const {key, text} of samples) {
        expect(text, key).to.not.match(/["'`]|\.\.\./);
        expect(text, key).to.not.match(/ {2}| [,.:;!?،؛؟。、：]/);
      }
    });

    it('put the date last below a picture, so that it can be left out', () => {
      const text = locale.photoBy('Nina', '');
      expect(text.replace(/[\s,،、]+$/, '')).to.match(/[\p{L}\p{N}]$/u);
    });
  });

function foreign(text: string, letters: RegExp): string {
  return Array.from(text)
    .filter((letter) => !letters.test(letter))
    .join(' ');
}

/** Of 1, 2, 5, 21 and 100 years. */
const YEARS_AGO: Record<string, readonly string[]> = {
  ar: ['قبل عام', 'قبل عامين', 'قبل 5 أعوام', 'قبل 21 عامًا', 'قبل 100 عام'],
  ckb: ['ساڵێک لەمەوبەر', '2 ساڵ لەمەوبەر', '5 ساڵ لەمەوبەر', '21 ساڵ لەمەوبەر', '100 ساڵ لەمەوبەر'],
  de: ['vor einem Jahr', 'vor 2 Jahren', 'vor 5 Jahren', 'vor 21 Jahren', 'vor 100 Jahren'],
  es: ['hace un año', 'hace 2 años', 'hace 5 años', 'hace 21 años', 'hace 100 años'],
  fa: ['1 سال پیش', '2 سال پیش', '5 سال پیش', '21 سال پیش', '100 سال پیش'],
  fr: ['il y a 1 an', 'il y a 2 ans', 'il y a 5 ans', 'il y a 21 ans', 'il y a 100 ans'],
  he: ['לפני שנה', 'לפני שנתיים', 'לפני 5 שנים', 'לפני 21 שנים', 'לפני 100 שנים'],
  ja: ['1年前', '2年前', '5年前', '21年前', '100年前'],
  ku: ['berî salekê', 'berî 2 salan', 'berî 5 salan', 'berî 21 salan', 'berî 100 salan'],
  pt: ['há 1 ano', 'há 2 anos', 'há 5 anos', 'há 21 anos', 'há 100 anos'],
  ru: ['1 год назад', '2 года назад', '5 лет назад', '21 год назад', '100 лет назад'],
  tr: ['1 yıl önce', '2 yıl önce', '5 yıl önce', '21 yıl önce', '100 yıl önce'],
  zh: ['1年前', '2年前', '5年前', '21年前', '100年前'],
};

describe('years ago', () => {
  for (const [language, expected] of Object.entries(YEARS_AGO))
    it(`are counted as in ${language}`, async () => {
      await loadLocale(language);
      const said = [1, 2, 5, 21, 100].map((years) =>
        localeOf(language).yearsAgo(String(years), pluralOf(years, language)).replaceAll('\u00a0', ' '),
      );
      expect(said).to.deep.equal(expected);
    });
});

describe('words in French', () => {
  it('have a narrow no-break space before high marks', async () => {
    await loadLocale('fr');
    for (const {key, text} of samplesOf('fr', localeOf('fr'))) expect(text, key).to.not.match(/[^\u202f][:;!?]/);
  });
});

describe('words in Kurdish', () => {
  it('end in ە, not in ه, and have no half space', async () => {
    await loadLocale('ckb');
    for (const {key, text} of samplesOf('ckb', localeOf('ckb'))) expect(text, key).to.not.match(/ه(?!\p{L})|\u200c/u);
  });
});

describe('a language', () => {
  for (const [tag, known] of [
    ['zh-Hant', 'zh'],
    ['zh-Hant-TW', 'zh'],
    ['kmr', 'ku'],
    ['kmr-TR', 'ku'],
    ['ku-Arab-IQ', 'ckb'],
    ['iw', 'he'],
    ['iw-IL', 'he'],
    ['pt-BR', 'pt'],
    ['fa-AF', 'fa'],
    ['prs', 'fa'],
    ['FR-ca', 'fr'],
    ['ar-IQ-u-nu-arab', 'ar'],
  ] as const)
    it(`may be tagged ${tag}`, async () => {
      await loadLocale(tag);
      await loadLocale(known);
      expect(localeOf(tag)).to.equal(localeOf(known));
      expect(localeOf(tag)).to.not.equal(en);
    });

  for (const tag of ['', 'tlh', 'x-klingon', 'constructor', '__proto__', '💥'])
    it(`that is unknown is English: “${tag}”`, async () => {
      await loadLocale(tag);
      expect(localeOf(tag)).to.equal(en);
    });
});

describe('the script tag', () => {
  it('asks early for the words of every language', async () => {
    expect([...likely.keys()]).to.deep.equal(Object.keys(languages));
    for (const [language, load] of likely) {
      const words = await load();
      await loadLocale(language);
      expect(words, language).to.equal(localeOf(language));
    }
  });
});

describe('a script', () => {
  for (const tag of ['ar-IQ', 'prs', 'ps', 'ku-Arab', 'az-Arab', 'iw', 'yi'])
    it(`is written from right to left: ${tag}`, () => expect(isRtl(tag)).to.equal(true));
  for (const tag of ['en', 'ku', 'az', 'tr', 'arn', ''])
    it(`is written from left to right: “${tag}”`, () => expect(isRtl(tag)).to.equal(false));
});

describe('a date', () => {
  const evening = new Date('2026-10-20T22:00:00Z');

  it('is in the zone that is asked for, also where the language is unknown', () => {
    expect(formatDate(evening, 'x_', 'Asia/Baghdad')).to.contain('21');
  });

  it('is in UTC where the zone is unknown, in the language that is asked for', () => {
    expect(formatDate(evening, 'de', 'Mars/Olympus')).to.equal('20. Oktober 2026');
  });
});

describe('English without Intl', () => {
  it('is what Intl writes', () => {
    const day = {month: 'long', day: 'numeric', timeZone: 'UTC'} as const;
    for (let month = 0; month < 12; month++) {
      const date = new Date(Date.UTC(2024, month, 29, 12));
      expect(formatDay(date, 'en')).to.equal(new Intl.DateTimeFormat('en', day).format(date));
      expect(formatDate(date, 'en')).to.equal(new Intl.DateTimeFormat('en', {dateStyle: 'long'}).format(date));
    }
    for (const number of [0, 7, 999, 1000, 12_345, 999_999_999, 1e9, -5, 1.5]) {
      expect(formatNumber(number, 'en')).to.equal(new Intl.NumberFormat('en').format(number));
      expect(pluralOf(number, 'en')).to.equal(new Intl.PluralRules('en').select(number));
    }
    expect(formatYear(2002, 'en')).to.equal('2002');
  });
});

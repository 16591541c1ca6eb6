/**
 * Every word of ours that a reader can see or hear. A locale is one file that has them all: what is missing does not
 * compile. Numbers arrive formatted, with their plural category beside them (`Intl.PluralRules`).
 */
export interface Locale {
  readonly relatedNews: string;
  readonly onThisDay: string;
  readonly aboutUs: string;
  readonly instagram: string;
  /** Heading of a list that relates to no story. */
  readonly latestNews: string;
  /** On a button: shows what a refresh has brought. */
  readonly showNew: (count: string) => string;

  readonly share: string;
  /** Confirms that an address was copied. */
  readonly copied: string;
  /** Before the name of the site that a story comes from, with its colon. */
  readonly source: string;
  readonly readOriginal: string;
  readonly tags: string;
  readonly table: string;
  readonly attachments: string;
  readonly updated: string;
  readonly minutesRead: (minutes: string, plural: Intl.LDMLPluralRule) => string;
  readonly photoCredit: (name: string) => string;
  /** On the button that reads the story aloud. */
  readonly listen: string;
  readonly pause: string;
  readonly resume: string;
  readonly stop: string;

  /** “Also about Mosul, Tigris”: the words come as a list in the reader's language. */
  readonly alsoAbout: (words: string) => string;
  /** On a button: further items. */
  readonly more: string;
  /** Tells how many further items are shown now. */
  readonly moreShown: (count: string) => string;
  /** On the same button when further items could not be loaded. */
  readonly tryAgain: string;

  readonly yearsAgo: (years: string, plural: Intl.LDMLPluralRule) => string;
  /** “331 BC” */
  readonly beforeChrist: (year: string) => string;
  readonly previousDay: string;
  readonly nextDay: string;
  /** Label of a date field. */
  readonly chooseDay: string;
  /** Why another day is shown than the one asked for. */
  readonly nearestDay: (shown: string, asked: string) => string;
  readonly nothingOnDay: string;
  /** Kinds of entries that are no events, above the entry. */
  readonly births: string;
  readonly deaths: string;
  readonly holidays: string;

  readonly photo: string;
  readonly video: string;
  readonly album: string;
  readonly photoBy: (name: string, date: string) => string;
  readonly photoOn: (date: string) => string;
  readonly previous: string;
  readonly next: string;
  readonly close: string;
  readonly follow: string;
  readonly viewOnInstagram: string;
  readonly askFirst: (provider: string) => string;
  readonly embedNotice: (provider: string) => string;
  readonly openOn: (provider: string) => string;
  readonly loadFrom: (provider: string) => string;
  readonly alwaysLoadFrom: (provider: string) => string;
  readonly stopLoadingFrom: (provider: string) => string;
  /** In the place of pictures that not everyone wants to see, when their author gives no other warning. */
  readonly sensitive: string;
  /** On the button that shows them. */
  readonly show: string;

  readonly subscribe: string;
  readonly subscribeHelp: string;
  readonly feedAddress: string;
  readonly copyAddress: string;
  /** Before the names of other formats: RSS, Atom, JSON Feed. */
  readonly otherFormats: string;
  readonly people: string;
  readonly links: string;
  readonly lastUpdated: (date: string) => string;
}

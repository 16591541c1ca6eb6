/**
 * `npx news-elements render page.html …`: writes into the elements of pages what they show, as plain HTML, so that there is
 * something to read before a script runs, and without one.
 *
 * All is read and made before anything is written: a feed that fails leaves every page as it was.
 */
import {exitCodeOf, UsageError} from './job-error.js';
import {isHttp, PageFeeds} from './page-feeds.js';
import {all, PageFile} from './page-file.js';
import {readOptions} from './read-options.js';
import {replaceFiles} from './replace-files.js';

const HELP = `Writes into our elements in pages what they show, for crawlers and for readers without JavaScript.

  npx news-elements render [options] page.html [more.html …]

  --base <url or folder>  where the site's root is, for a src that begins with /
  --replace               replaces what a page's builder has put into an element, too
  --check                 writes nothing; the exit code is 1 if a page would change
  --help

What stands inside an element is replaced only if it was made here. Nothing else in a page changes. Dates are in the
nearest time-zone attribute's zone, else in UTC.`;

export interface Environment {
  log: (line: string) => void;
  /** Told of every feed that has been read, and with nothing at the end. */
  onProgress?: (text?: string) => void;
}

interface Options {
  pages: string[];
  base: string | undefined;
  replace: boolean;
  check: boolean;
}

/**
 * Runs the job.
 *
 * @param args what follows `render` on the command line
 * @returns the exit code: 0 when the pages are as they should be, 1 when nothing was changed, 2 when it was asked wrongly
 */
export async function main(args: string[], {log, onProgress}: Environment): Promise<number> {
  try {
    const options = readArguments(args);
    if (!options) {
      log(HELP);
      return 0;
    }
    const {base, check} = options;
    const named = await all(options.pages.map((page) => PageFile.read(page)));
    const files = [...new Map(named.map((file) => [file.path, file])).values()];
    let count = 0;
    const onLoad = (feed: string) => onProgress?.(`${++count} of ${feeds.count} feeds: ${feed}`);
    const feeds: PageFeeds = new PageFeeds({base, onLoad});
    const pages = await all(files.map((file) => file.render(feeds, options))).finally(() => onProgress?.());
    for (const {notes} of pages) notes.forEach(log);
    const changed = pages.filter(({isChanged}) => isChanged);
    if (!check) await replaceFiles(changed);
    for (const {name} of changed) log(`${name} ${check ? 'would change' : 'is written'}.`);
    if (!changed.length) log('Nothing changes.');
    return check && changed.length ? 1 : 0;
  } catch (error) {
    log(`render: ${error instanceof Error ? error.message : String(error)}`);
    return exitCodeOf(error);
  }
}

/** @returns undefined where help is asked for */
function readArguments(args: string[]): Options | undefined {
  const {values, positionals} = readOptions('render', {
    args,
    allowPositionals: true,
    options: {
      base: {type: 'string'},
      replace: {type: 'boolean', default: false},
      check: {type: 'boolean', default: false},
      help: {type: 'boolean', short: 'h', default: false},
    },
  });
  const {base, replace, check, help} = values;
  if (help) return undefined;
  if (!positionals.length) throw new UsageError(`Name a page.\n\n${HELP}`);
  if (base && /^[a-z][a-z\d+.-]+:/i.test(base) && !isHttp(base))
    throw new UsageError(`--base ${base} is neither an address with https:// nor a folder.`);
  return {pages: positionals, base, replace, check};
}

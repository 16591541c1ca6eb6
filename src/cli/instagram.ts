/**
 * `npx news-elements instagram --out <folder>`: asks the Instagram API for an account's latest posts and writes what
 * `<instagram-strip>` shows into a folder of a static site: `instagram.json` beside a copy of every picture.
 *
 * The token is read from `INSTAGRAM_TOKEN`, or from `--token-file`, and written into neither the feed nor a message.
 * https://developers.facebook.com/docs/instagram-platform/reference/instagram-media
 */
import {readFile} from 'node:fs/promises';
import {relative, resolve} from 'node:path';
import {field, text} from '../feed/fields.js';
import {ask, fetchPosts, fetchProfile} from './instagram-api.js';
import {writeFeed} from './instagram-files.js';
import {exitCodeOf, JobError, UsageError} from './job-error.js';
import {readOptions} from './read-options.js';
import {replaceFiles} from './replace-files.js';

const HELP = `Writes the latest posts of an Instagram account as a feed for <instagram-strip>.

  INSTAGRAM_TOKEN=… npx news-elements instagram --out public/instagram

  --out <folder>         where instagram.json and the pictures are written (required)
  --limit <number>       how many posts, 1–100 (default 12)
  --videos               copies videos too; without it a video is shown as its still, with a link
  --token-file <file>    keeps the token, which Instagram renews for 60 days at every run; outside of --out`;

export interface Environment {
  /** Environment variables. */
  env: Partial<Record<string, string>>;
  /** Where the API answers. */
  api?: string;
  log: (line: string) => void;
}

/**
 * Runs the job.
 *
 * @param args what follows `instagram` on the command line
 * @returns the exit code: 0 when the feed was written, 1 when nothing was changed, 2 when it was asked wrongly
 */
export async function main(
  args: string[],
  {env, api = 'https://graph.instagram.com', log}: Environment,
): Promise<number> {
  let token = '';
  // An error may quote the address that was asked, and the token in it.
  const say = (line: string) =>
    log(token ? line.replaceAll(token, '…').replaceAll(encodeURIComponent(token), '…') : line);
  try {
    const {out, limit, videos, tokenFile, help} = readArguments(args);
    if (help) {
      log(HELP);
      return 0;
    }
    token = await readToken(tokenFile, env);
    token = await renewToken(api, token, tokenFile, say);
    const posts = await fetchPosts(api, token, limit);
    const profile = await fetchProfile(api, token);
    const {path, files} = await writeFeed(out, posts, profile, {videos, say});
    say(`${path}: ${posts.length} posts, ${files} files.`);
    return 0;
  } catch (error) {
    say(`instagram: ${error instanceof Error ? error.message : String(error)}`);
    return exitCodeOf(error);
  }
}

interface Arguments {
  out: string;
  limit: number;
  videos: boolean;
  tokenFile: string | undefined;
  help: boolean;
}

function readArguments(args: string[]): Arguments {
  const {values} = readOptions('instagram', {
    args,
    options: {
      out: {type: 'string'},
      limit: {type: 'string', default: '12'},
      videos: {type: 'boolean', default: false},
      'token-file': {type: 'string'},
      help: {type: 'boolean', short: 'h', default: false},
    },
  });
  const {out = '', videos, help, 'token-file': tokenFile} = values;
  const limit = Number(values.limit);
  if (help) return {out, limit, videos, tokenFile, help};
  if (!out) throw new UsageError(`--out is missing.\n\n${HELP}`);
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= 100)) throw new UsageError('--limit must be 1 to 100.');
  if (tokenFile && !relative(resolve(out), resolve(tokenFile)).startsWith('..'))
    throw new UsageError('--token-file lies in --out, where the whole world could read it.');
  return {out, limit, videos, tokenFile, help};
}

async function readToken(file: string | undefined, env: Environment['env']): Promise<string> {
  const kept = file ? await readFile(file, 'utf8').catch(() => '') : '';
  const token = kept.trim() || env['INSTAGRAM_TOKEN']?.trim();
  if (!token) throw new JobError('There is no token: set INSTAGRAM_TOKEN in the environment of this job.');
  return token;
}

/**
 * A token lives for 60 days after it was last renewed, which is refused in its first 24 hours: then, and when it fails,
 * the old one is used as it is.
 */
async function renewToken(
  api: string,
  token: string,
  file: string | undefined,
  say: (line: string) => void,
): Promise<string> {
  let answer: unknown;
  try {
    answer = await ask(api, '/refresh_access_token', token, {grant_type: 'ig_refresh_token'});
  } catch (error) {
    say(`The token was not renewed (a new one cannot be on its first day): ${String(error)}`);
    return token;
  }
  const renewed = text(field(answer, 'access_token')) ?? token;
  if (file) await replaceFiles([{path: file, content: `${renewed}\n`, mode: 0o600}]);
  else if (renewed !== token)
    say('Instagram gave a new token, which is lost without --token-file. The old one ends in 60 days at the latest.');
  return renewed;
}

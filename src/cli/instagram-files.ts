import {mkdir, readFile, rm, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {field, list, text, type Fields} from '../feed/fields.js';
import {MEDIA_FIELDS, POST_FIELDS, PROFILE_FIELDS, request} from './instagram-api.js';
import {JobError} from './job-error.js';
import {replaceFiles} from './replace-files.js';

/** Bytes of one picture or video. */
const LARGEST = 100 * 2 ** 20;
/** By what servers say that they send, since addresses end in anything. */
const ENDINGS: Partial<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'video/mp4': 'mp4',
};
const FEED = 'instagram.json';
/** The names that we give, and so may remove again. */
const OURS = /^\d+(?:-still)?\.(?:jpg|png|webp|avif|mp4)$|^profile\.(?:jpg|png|webp|avif)$/;

interface WriteOptions {
  /** Copies videos too. */
  videos: boolean;
  say: (line: string) => void;
}

/** Pictures first and the feed last, so that at no moment it names what is not there. */
export async function writeFeed(
  out: string,
  posts: unknown[],
  profile: unknown,
  {videos, say}: WriteOptions,
): Promise<{path: string; files: number}> {
  await mkdir(out, {recursive: true});
  const path = join(out, FEED);
  const before = await namedFiles(path);
  const copier = new Copier(out, say);
  const data: Fields[] = [];
  for (const post of posts) data.push(await copyPost(post, copier, videos));
  const avatar = await copier.copy('profile', field(profile, 'profile_picture_url'), true);
  const feed = {
    ...pick(profile, PROFILE_FIELDS),
    profile_picture_url: avatar,
    last_updated: new Date().toISOString(),
    data,
  };
  await replaceFiles([{path, content: `${JSON.stringify(feed, null, 2)}\n`}]);
  for (const name of before) if (!copier.names.has(name)) await rm(join(out, name), {force: true});
  return {path, files: copier.names.size};
}

/**
 * Field by field: the API's answer also holds addresses with the token in them. An album's own picture is that of its
 * first page, and is not copied twice.
 */
async function copyPost(post: unknown, copier: Copier, videos: boolean): Promise<Fields> {
  const children = list(field(field(post, 'children'), 'data'));
  if (!children.length) return {...pick(post, POST_FIELDS), ...(await copyMedia(post, copier, videos))};
  const data: Fields[] = [];
  for (const child of children) data.push({...pick(child, MEDIA_FIELDS), ...(await copyMedia(child, copier, videos))});
  return {...pick(post, POST_FIELDS), media_url: undefined, thumbnail_url: undefined, children: {data}};
}

/** Local names in the place of addresses; undefined, and so left out of the JSON, for what could not be copied. */
async function copyMedia(media: unknown, copier: Copier, videos: boolean): Promise<Fields> {
  const id = text(field(media, 'id')) ?? '';
  const isVideo = field(media, 'media_type') === 'VIDEO';
  return {
    media_url: isVideo && !videos ? undefined : await copier.copy(id, field(media, 'media_url')),
    thumbnail_url: await copier.copy(`${id}-still`, field(media, 'thumbnail_url')),
  };
}

/** Copies files into the folder, each once: a post's pictures never change. */
class Copier {
  readonly names = new Set<string>();

  constructor(
    private readonly out: string,
    private readonly say: (line: string) => void,
  ) {}

  /** @param isNew replaces a copy that is there, for what changes under one name */
  async copy(stem: string, url: unknown, isNew = false): Promise<string | undefined> {
    if (typeof url !== 'string' || !URL.canParse(url) || !/^(?:\d+(?:-still)?|profile)$/.test(stem)) return undefined;
    const name = (isNew ? undefined : await this.#existing(stem)) ?? (await this.#download(stem, url));
    if (name) this.names.add(name);
    return name;
  }

  async #existing(stem: string): Promise<string | undefined> {
    for (const ending of Object.values(ENDINGS)) {
      const name = `${stem}.${ending}`;
      const file = await stat(join(this.out, name)).catch(() => undefined);
      if (file?.size) return name;
    }
    return undefined;
  }

  async #download(stem: string, url: string): Promise<string | undefined> {
    try {
      const response = await request(new URL(url));
      const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
      const ending = ENDINGS[type];
      if (!response.ok || !ending) throw new JobError(`its server answers ${response.status} ${type}`);
      if (Number(response.headers.get('content-length')) > LARGEST) throw new JobError('it is too large');
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (!bytes.length) throw new JobError('it is empty');
      await replaceFiles([{path: join(this.out, `${stem}.${ending}`), content: bytes}]);
      return `${stem}.${ending}`;
    } catch (error) {
      this.say(`${stem} was left out: ${error instanceof Error ? error.message : String(error)}.`);
      return undefined;
    }
  }
}

function pick(object: unknown, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, text(field(object, name))]));
}

/** The files of ours that an earlier feed names. */
async function namedFiles(path: string): Promise<string[]> {
  const feed = await readFile(path, 'utf8').catch(() => '');
  return [...feed.matchAll(/"(?:media_url|thumbnail_url|profile_picture_url)": "([^"/]+)"/g)].flatMap(
    ([, name = '']) => (OURS.test(name) ? name : []),
  );
}

import {field, list, text} from '../feed/fields.js';
import {JobError} from './job-error.js';
import {whyUnreachable} from './unreachable.js';

/** Milliseconds for one request with its body. */
const TIMEOUT = 60_000;

/** What is read of an album's pages too. */
export const MEDIA_FIELDS = ['id', 'media_type', 'media_url', 'thumbnail_url', 'alt_text'];
export const POST_FIELDS = [...MEDIA_FIELDS, 'caption', 'permalink', 'timestamp', 'username'];
export const PROFILE_FIELDS = ['username', 'name', 'biography', 'website', 'profile_picture_url'];

class ApiError extends JobError {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** `alt_text` is younger than other fields, and unknown to some kinds of token: asked for, and done without. */
export async function fetchPosts(api: string, token: string, limit: number): Promise<unknown[]> {
  const fetchFields = (isLeftOut = '') => {
    const fieldsOf = (names: string[]) => names.filter((name) => name !== isLeftOut).join();
    const fields = `${fieldsOf(POST_FIELDS)},children{${fieldsOf(MEDIA_FIELDS)}}`;
    return ask(api, '/me/media', token, {limit: String(limit), fields});
  };
  const answer = await fetchFields().catch((error: unknown) => {
    if (error instanceof ApiError && error.status === 400) return fetchFields('alt_text');
    throw error;
  });
  const posts = field(answer, 'data');
  if (!Array.isArray(posts)) throw new JobError('The API answered without a list of posts.');
  return list(posts).slice(0, limit);
}

/** What the API answers, even to people who have no profile to show. */
export function fetchProfile(api: string, token: string): Promise<unknown> {
  return ask(api, '/me', token, {fields: PROFILE_FIELDS.join()}).catch(() => undefined);
}

/** @throws {JobError} that names the host alone: the address may hold the token */
export function request(url: URL): Promise<Response> {
  return fetch(url, {signal: AbortSignal.timeout(TIMEOUT)}).catch((error: unknown) => {
    throw new JobError(whyUnreachable(error, url.host) ?? String(error), {cause: error});
  });
}

/** One answer of the API. The token goes into the address, as its documentation asks: never show one. */
export async function ask(
  api: string,
  path: string,
  token: string,
  parameters: Record<string, string>,
): Promise<unknown> {
  const url = new URL(path, api);
  url.search = String(new URLSearchParams({...parameters, access_token: token}));
  const response = await request(url);
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer;
  const reason = text(field(field(answer, 'error'), 'message')) ?? response.statusText;
  throw new ApiError(response.status, `${path} answers ${response.status}: ${reason}`);
}

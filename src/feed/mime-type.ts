/** Of the endings that are no subtypes themselves; a browser tries a QuickTime file that is called MP4, and mostly plays it. */
const SUBTYPES: Partial<Record<string, string>> = {
  mp3: 'mpeg', m4a: 'mp4', oga: 'ogg', opus: 'ogg', m4v: 'mp4', mov: 'mp4', jpg: 'jpeg',
}; // prettier-ignore

/** What a file is by the ending of its address, if it is a picture, a sound or a video. */
export function mimeTypeOf(url: string): string | undefined {
  const [, audio, video, image] =
    /\.(?:(mp3|m4a|og[ag]|opus|wav|aac|flac)|(mp4|m4v|webm|mov)|(jpe?g|png|gif|webp|avif))$/.exec(
      new URL(url).pathname.toLowerCase(),
    ) ?? [];
  const ending = audio ?? video ?? image;
  return ending && `${audio ? 'audio' : video ? 'video' : 'image'}/${SUBTYPES[ending] ?? ending}`;
}

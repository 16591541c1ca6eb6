/** Names as the providers write them. The keys are what `consent="youtube vimeo"` lists. */
export const providers = {
  youtube: 'YouTube',
  vimeo: 'Vimeo',
  x: 'X',
  instagram: 'Instagram',
  tiktok: 'TikTok',
  facebook: 'Facebook',
  spotify: 'Spotify',
  soundcloud: 'SoundCloud',
  datawrapper: 'Datawrapper',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
} as const;

export type Provider = keyof typeof providers;

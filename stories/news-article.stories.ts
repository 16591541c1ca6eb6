import type {Meta} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, spyOn, userEvent, waitFor} from 'storybook/test';
import {revokeConsent} from '../src/elements/consent.js';
import {shown} from './reader.js';
import * as states from './states.js';
import {element, elementMeta, inLanguage, type Arguments, type Story} from './story.js';

const meta: Meta<Arguments> = {
  title: 'Elements/News article',
  ...elementMeta('news-article', {src: 'feeds/news.json', item: 'us-iraq-agreement', 'heading-level': 1}),
};
export default meta;

export const Article: Story = {};

/** Without an `item` (and on a page that no story is about) the newest is shown. */
export const Newest: Story = {args: {item: undefined}};

export const HeadlineAndBodyOnly: Story = {
  args: {omit: 'kicker summary byline image tags attachments source share'},
};

/** The button is there where the browser has a voice that speaks the story's language. */
export const ReadAloud: Story = {args: {listen: true}};

/** Sound and video of the feed are played in place; other files are listed with their size. */
export const WithSound: Story = {args: {item: 'oud-class'}};

/** Nothing is asked of YouTube, X or any other provider before the reader agrees; “Stop loading” takes it back. */
export const Embed: Story = {
  args: {item: 'open-air-cinema'},
  beforeEach: () => () => revokeConsent('youtube'),
  play: async ({canvasElement}) => {
    const {inside, part, element, words} = await shown(canvasElement, 'news-article');
    const embed = () => part('embed')[0];
    await expect(embed()?.querySelector('iframe')).toBeNull();
    await userEvent.click(await inside().findByRole('button', {name: words.loadFrom('YouTube')}));
    await waitFor(() => expect(embed()?.querySelector('iframe')).not.toBeNull());
    await expect(localStorage.getItem('news-elements-consent')).toBeNull();
    await userEvent.click(inside().getByRole('button', {name: words.stopLoadingFrom('YouTube')}));
    await waitFor(() => expect(embed()?.querySelector('iframe')).toBeNull());
    await expect(element.renderRoot.contains(inside().getByRole('button', {name: words.loadFrom('YouTube')}))).toBe(
      true,
    );
  },
};

/** The page says `consent="youtube"`: it has asked its reader already. */
export const EmbedWithConsent: Story = {args: {item: 'open-air-cinema', consent: 'youtube'}};

/** A related story is read in place: the address changes, Back goes back, the headline takes the focus. */
export const FollowARelatedStory: Story = {
  args: {item: undefined},
  render: (args, {globals}) => {
    const src = inLanguage(args['src'], String(globals['locale']));
    return html`${element('news-article', {...args, src})}
    ${element('related-news', {src, link: '?item={id}', layout: 'list'})}`;
  },
  play: async ({canvasElement}) => {
    const article = await shown(canvasElement, 'news-article');
    const related = await shown(canvasElement, 'related-news');
    const before = article.part('headline')[0]?.textContent.trim();
    const [link] = related.part('link');
    const title = link?.textContent.trim();
    if (!link || !title) throw new Error('There is no related story.');
    // What follows addresses is loaded after the story; a press before that is a page load, as without script.
    await waitFor(() => expect(article.element.renderRoot.querySelector('p[role=status]')).not.toBeNull());
    await userEvent.click(link);
    await waitFor(() => expect(article.part('headline')[0]?.textContent).toContain(title));
    await expect(title).not.toBe(before);
    await expect(location.search).toContain('&item=');
    await waitFor(() => expect(related.part('link').map((link) => link.textContent.trim())).not.toContain(title));
  },
};

/** By the platform’s own sheet; where there is none, the address is copied, and the button says so. */
export const Share: Story = {
  play: async ({canvasElement}) => {
    const {inside, words, element} = await shown(canvasElement, 'news-article');
    const url = element.shownItems[0]?.url;
    const button = await inside().findByRole('button', {name: words.share});
    if (typeof Reflect.get(navigator, 'share') === 'function') {
      const share = spyOn(navigator, 'share').mockResolvedValue();
      await userEvent.click(button);
      await expect(share).toHaveBeenCalledWith(expect.objectContaining({url}));
    } else {
      const copy = spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
      await userEvent.click(button);
      await inside().findByRole('button', {name: words.copied});
      await expect(inside().getByText(words.copied, {selector: '[role=status]'})).toBeInTheDocument();
      await expect(copy).toHaveBeenCalledWith(url);
    }
  },
};

export const Arabic: Story = {globals: {locale: 'ar'}};

export const Loading = states.loading({});
export const Slow = states.slow({src: 'feeds/news.json?answer=late'});
export const Empty = states.empty('There are no stories yet.');
export const Failed: Story = {...states.failed({}), tags: ['fails']};
export const Offline: Story = {...states.offline({}), tags: ['fails']};
export const Stale: Story = {...states.stale({}), tags: ['fails']};

/** A story that the feed does not have is never replaced by another. */
export const UnknownItem: Story = {
  args: {item: 'no-such-story', debug: true},
  tags: ['fails'],
  parameters: {fallback: 'What the page has put into the element.'},
  play: async ({canvasElement}) => {
    const article = canvasElement.querySelector('news-article');
    await waitFor(() =>
      expect(article?.renderRoot.querySelector('[part=error]')?.textContent).toContain('no-such-story'),
    );
  },
};

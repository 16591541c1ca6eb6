import * as MastodonTimeline from '@idotj/mastodon-embed-timeline';

const {dataset} = document.getElementById('mt-container');
new MastodonTimeline.Init({
  instanceUrl: location.origin,
  timelineType: 'profile',
  userId: '1',
  profileName: '@times',
  maxNbPostFetch: dataset.limit,
  maxNbPostShow: dataset.limit,
  hidePinnedPosts: true,
  hideCounterBar: true,
});

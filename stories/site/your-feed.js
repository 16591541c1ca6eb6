/**
 * The demo's field for a feed of one's own: `?feed=<address>` shows every element on that feed, and says in plain words
 * when it cannot.
 */
const parameters = new URLSearchParams(location.search);
const address = parameters.get('feed');
const report = document.querySelector('#feed-report');

// The front page has a story of its own; a link to another one (`?item=`) takes its place.
if (address || parameters.has('item')) document.querySelector('news-article').removeAttribute('item');

if (address) {
  document.querySelector('[name=feed]').value = address;
  for (const element of document.querySelectorAll(
    'news-article, related-news, on-this-day, instagram-strip, about-us',
  )) {
    element.setAttribute('src', address);
    if (element.hasAttribute('link')) element.setAttribute('link', `?feed=${encodeURIComponent(address)}&item={id}`);
  }
  document.querySelector('on-this-day').removeAttribute('date');
}

document.addEventListener('feed-error', ({error}) => {
  report.textContent = error.message;
});
document.addEventListener('feed-load', ({feed}) => {
  if (!address) return;
  const dropped = feed.dropped ? `, ${feed.dropped} left out` : '';
  report.textContent = `${feed.title ?? address}: ${feed.items.length} items${dropped}, read as ${feed.format}.`;
});

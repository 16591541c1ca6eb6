import '@lrnwebcomponents/rss-items';

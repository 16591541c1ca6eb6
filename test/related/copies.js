/** Stories as they come a second time: shortened, corrected, or under another headline. */

/** A copy of each of the first `count` stories, in their order; the ways of editing take turns. */
export function copiesOf(stories, count, random) {
  return stories.slice(0, count).map((story, index) => {
    const edit = [shorten, correct, retitle][index % 3];
    return {...edit(story, stories[count + index], random), id: `copy of ${story.id}`};
  });
}

function shorten(story) {
  return {...story, text: story.text.slice(0, story.text.length * 0.6)};
}

/** A word of the headline, a quarter of the sentences gone, and one sentence of another story after the first. */
function correct(story, other, random) {
  const title = story.title.split(' ');
  title[Math.floor(random() * title.length)] = pick(other.title.split(' '), random);
  const [first, ...rest] = sentences(story.text);
  const kept = rest.filter(() => random() > 0.25);
  return {...story, title: title.join(' '), text: [first, pick(sentences(other.text), random), ...kept].join(' ')};
}

/** The first words of the text for a headline. */
function retitle(story, _, random) {
  const parts = sentences(story.text);
  const title = parts[0].split(' ').slice(0, 9).join(' ');
  return {...story, title, text: parts.filter(() => random() > 0.15).join(' ')};
}

function sentences(text) {
  return text.split(/(?<=[.!?؟])\s+|\s*¶\s*/).filter(Boolean);
}

function pick(list, random) {
  return list[Math.floor(random() * list.length)];
}

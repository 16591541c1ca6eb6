import {expect} from '@open-wc/testing';
import {prepareItems, relatedItems, similarity, type RelatedOptions} from '../../src/elements/related-news/related.js';
import {createItem, UntrustedHtml, type Item} from '../../src/feed/feed.js';

const now = new Date('2024-03-20T12:00:00Z');

/** Words that no other story has. */
function words(letter: string, count: number): string {
  return Array.from({length: count}, (_, n) => `${letter.repeat(4)}${n}`).join(' ');
}

function story(id: string, title: string, contentText = '', fields: Partial<Item> = {}): Item {
  return Object.freeze(createItem(id, {title, contentText, ...fields}));
}

/** Published so many days before now. */
function daysAgo(days: number): {datePublished: Date} {
  return {datePublished: new Date(now.getTime() - days * 86_400_000)};
}

const bridge = story(
  'bridge',
  'New bridge over the Tigris opens in Mosul',
  'The new bridge over the Tigris links both banks of Mosul again. It was built by engineers of the city.',
);
const ferry = story(
  'ferry',
  'Ferrymen look back',
  'For six years a ferry took the people of Mosul across the Tigris. With the bridge its work ends.',
);
const school = story('school', 'School garden wins a prize', 'Pupils in Basra have grown forty kinds of beans.');
const chess = story('chess', 'Chess club plays for the cup', 'Twelve players of a club in Erbil have won again.');
const bakery = story('bakery', 'Bakers ask for cheaper flour', 'The price of flour has doubled, say the bakers.');
const feed = [chess, school, bridge, ferry, bakery];

const ids = (current: Item | undefined, items: Item[] = feed, options: RelatedOptions = {}) =>
  relatedItems(items, current, {now, ...options}).map(({item}) => item.id);

const reasons = (current: Item, id: string, items: Item[] = feed) =>
  relatedItems(items, current, {now, limit: 99}).find(({item}) => item.id === id)?.reasons;

describe('relatedItems', () => {
  it('puts the nearest story first and leaves out the one being read', () => {
    expect(ids(bridge)[0]).to.equal('ferry');
    expect(ids(bridge, feed, {limit: 99})).to.have.members(['ferry', 'school', 'chess', 'bakery']);
  });

  it('returns four, or as many as `limit` says', () => {
    const many = Array.from('abcdef', (id) => story(id, `Story ${id}`, `About ${id.repeat(5)} only.`));
    expect(ids(bridge, many)).to.have.length(4);
    expect(ids(bridge, many, {limit: 2})).to.have.length(2);
    expect(ids(bridge, many, {limit: 0})).to.be.empty;
  });

  it('leaves out what `exclude` names', () => {
    expect(ids(bridge, feed, {exclude: ['ferry', 'chess']})).to.have.members(['school', 'bakery']);
  });

  it('relates a story that the feed does not hold', () => {
    expect(ids(bridge, [chess, school, ferry])[0]).to.equal('ferry');
  });

  it('takes a story of the same id for the one being read, whichever object it is', () => {
    expect(ids({...bridge}, feed, {limit: 99})).not.to.include('bridge');
  });

  it('leaves out other versions of the story being read', () => {
    const update = story('update', 'UPDATE: New bridge over the Tigris opens in Mosul', `${bridge.contentText ?? ''} It has two lanes.`); // prettier-ignore
    expect(ids(bridge, [...feed, update], {limit: 99})).not.to.include('update');
  });

  it('shows one of several versions of a story', () => {
    const copy = story('copy', 'Ferrymen look back at six years', ferry.contentText);
    const shown = ids(bridge, [...feed, copy], {limit: 99});
    expect(shown.filter((id) => id === 'ferry' || id === 'copy')).to.have.length(1);
  });

  it('shows two stories of a series: a common beginning of the headline makes no copy', () => {
    const first = story('first', 'People of the year: the glassblower', 'She blows lamps from old bottles.');
    const second = story('second', 'People of the year: the diver', 'He finds lost anchors in the harbour.');
    expect(ids(bridge, [...feed, first, second], {limit: 99})).to.include.members(['first', 'second']);
  });

  it('begins with what the publisher calls related, in the publisher’s order', () => {
    const picks = relatedItems(feed, {...bridge, related: ['bakery', 'gone', 'chess']}, {now});
    expect(picks.map(({item}) => item.id).slice(0, 3)).to.deep.equal(['bakery', 'chess', 'ferry']);
    expect(picks[0]?.score).to.equal(1);
  });

  it('begins with what `first` names, before what the publisher calls related', () => {
    const picks = ids({...bridge, related: ['bakery', 'chess']}, feed, {first: ['school', 'chess']});
    expect(picks).to.deep.equal(['school', 'chess', 'bakery', 'ferry']);
  });

  it('finds by way of the nearest stories what shares no word with the one being read', () => {
    const match = story('match', 'Mosul wins the derby', 'The striker scored twice.');
    const items = [
      match,
      story('league', 'Derby decides the league', 'The striker of the season plays for the title.'),
      story('title', 'A striker for the title', 'The league looks at one player this season.'),
      story('season', 'The league has a new season', 'Every player hopes for the title.'),
      ...feed.filter(({id}) => id !== 'bridge' && id !== 'ferry'),
    ];
    expect(ids(match, items, {limit: 3})).to.have.members(['league', 'title', 'season']);
  });

  it('gives more weight to what stands in the headline than to what is mentioned late', () => {
    const items = [
      story('late', words('x', 1), `${words('x', 80)} Walnuts.`),
      story('headline', 'Walnuts.', `${words('y', 80)} ${words('y', 40)}`),
      ...feed,
    ];
    expect(ids(story('current', 'Walnuts and almonds', 'They are in season.'), items)[0]).to.equal('headline');
  });

  it('gives more weight to names than to other words', () => {
    const items = [
      story('word', words('x', 3), `${words('x', 9)} canyon`),
      story('name', words('y', 3), `${words('y', 9)} Rivera`),
      ...feed,
    ];
    expect(ids(story('current', 'Opinion', 'canyon Rivera'), items)[0]).to.equal('name');
    expect(ids(story('current', 'Opinion', 'Rivera canyon'), items)[0]).to.equal('name');
  });

  it('gives no weight to what all stories say', () => {
    const boilerplate = 'Subscribe to the River Post newsletter for the Tigris region.';
    const items = feed.map((item) => ({...item, contentText: `${boilerplate} ${item.contentText ?? ''}`}));
    const chosen = relatedItems(items, items[0], {now, limit: 99});
    expect(Math.max(...chosen.map(({score}) => score))).to.be.below(0.2);
    expect(chosen.flatMap(({reasons}) => reasons)).not.to.include.members(['River Post']);
  });

  it('ranks items without a text by their tags, then by their date', () => {
    const items = [
      story('none', '', '', {tags: ['Sport'], ...daysAgo(1)}),
      story('older', '', '', {tags: ['Sport', 'Water'], ...daysAgo(9)}),
      story('newer', '', '', {tags: ['Sport', 'Dams'], ...daysAgo(8)}),
      story('both', '', '', {tags: ['Water', 'Dams'], ...daysAgo(30)}),
      story('undated', '', '', {tags: ['Sport']}),
    ];
    const current = story('current', '', '', {tags: ['Water', 'Dams', 'Fish']});
    expect(ids(current, items, {limit: 99})).to.deep.equal(['both', 'newer', 'older', 'none', 'undated']);
  });

  it('prefers of two equals the newer one', () => {
    const old = story('old', 'Tigris low again', 'A dry spring.', daysAgo(200));
    const young = story('young', 'Tigris high again', 'A damp spring.', daysAgo(2));
    expect(ids(bridge, [old, young, chess, school])[0]).to.equal('young');
  });

  it('prefers of two equals the one in the story’s language, else in the reader’s', () => {
    const items = [
      story('german', 'A', '', {language: 'de-AT'}),
      story('english', 'B', '', {language: 'en'}),
      story('arabic', 'C', '', {language: 'ar'}),
    ];
    expect(ids(bridge, items, {locale: 'ar-IQ'})[0]).to.equal('arabic');
    expect(ids({...bridge, language: 'de'}, items, {locale: 'ar'})[0]).to.equal('german');
  });

  it('gives the newest when nothing is being read', () => {
    const items = feed.map((item, index) => ({...item, ...daysAgo([3, 1, 5, 2, 4][index] ?? 0)}));
    const newest = relatedItems(items, undefined, {now, limit: 3});
    expect(newest.map(({item}) => item.id)).to.deep.equal(['school', 'ferry', 'chess']);
    expect(newest.flatMap(({reasons}) => reasons)).to.be.empty;
  });

  it('gives nothing from an empty feed, or one that holds only the story being read', () => {
    expect(ids(bridge, [])).to.be.empty;
    expect(ids(bridge, [bridge])).to.be.empty;
    expect(ids(undefined, [])).to.be.empty;
  });

  it('reads bodies that are HTML', () => {
    const html = (id: string, body: string) =>
      createItem(id, {contentHtml: new UntrustedHtml(`<p class="tigris">${body}</p><script>let tigris</script>`)});
    const items = [html('oven', 'An <b>oven</b> for bread'), html('barge', 'A barge on the Euphrates with wheat')];
    expect(ids(html('river', 'Wheat came down the Euphrates'), [...items, chess, school])[0]).to.equal('barge');
  });
});

describe('relatedItems in other languages', () => {
  /** The first of two titles shares its topic with the current one in another form of the word. */
  const first = (current: string, related: string, other: string) =>
    ids(story('current', current), [story('other', other), story('related', related), chess, school])[0];

  it('knows Arabic words with article, prefixes, suffixes and vowel signs', () => {
    expect(first('افتتاح جسر جديد في الموصل', 'أهالي المدينة يحتفلون بالموصل', 'مزارعو البصرة يزرعون الفاصوليا')).to.equal('related'); // prettier-ignore
    expect(first('لعبة الشطرنج', 'لاعبون يحبون شِطْرَنج', 'أسعار الطحين ترتفع')).to.equal('related');
    expect(first('المدرسة الجديدة', 'مدرسات يطالبن بالرواتب', 'نهر دجلة ينخفض')).to.equal('related');
  });

  it('knows words without regard to case, accents and plural', () => {
    expect(first('ÉLECTION RÉGIONALE', 'Les elections approchent', 'Le pain coûte cher')).to.equal('related');
    expect(first('Old cities', 'A city at night', 'The mayors’ garden')).to.equal('related');
  });

  it('knows inflected words by their beginning', () => {
    expect(first('İstanbul’da seçimler', 'Belediye İstanbullulara seslendi', 'Hava yağmurlu')).to.equal('related');
    expect(first('Nowoczesny most w Warszawie', 'Wieczór w Warszawskim parku', 'Chleb drożeje')).to.equal('related');
  });

  it('knows words of scripts that put no blanks between them', () => {
    expect(first('东京发生强烈地震', '日本地震后列车停运', '面粉价格上涨')).to.equal('related');
    expect(first('東京で地震が発生', '列車は地震のため運休', '小麦粉の値上げ')).to.equal('related');
    expect(first('น้ำท่วมกรุงเทพ', 'รถไฟหยุดเพราะน้ำท่วม', 'ราคาแป้งสูงขึ้น')).to.equal('related');
  });
});

describe('reasons', () => {
  it('name what both stories are about, as the story being read writes it', () => {
    expect(reasons(bridge, 'ferry')).to.include.members(['Mosul', 'Tigris']);
    expect(reasons(bridge, 'bakery')).to.be.empty;
  });

  it('are three at most, without short words and figures', () => {
    const text = 'In 2024 they said that Ankara, Beirut, Cairo, Damascus and Erbil had been with them from 1999 on.';
    const [a, b] = [
      story('a', 'Five cities: Ankara, Beirut, Cairo, Damascus and Erbil', text),
      story('b', 'What was said', text.split(' ').reverse().join(' ')),
    ];
    const found = relatedItems([b, chess, school, bakery, ferry], {...a, related: ['b']}, {now})[0]?.reasons ?? [];
    expect(found).to.have.length(3);
    for (const reason of found) expect(['Ankara', 'Beirut', 'Cairo', 'Damascus', 'Erbil', 'cities']).to.include(reason);
  });

  it('join neighbours to one name', () => {
    const a = story('a', 'Zaha Hadid remembered', 'A museum shows drawings by Zaha Hadid.');
    const b = story('b', 'The museum’s new wing', 'It follows sketches that Zaha Hadid left.');
    expect(reasons(a, 'b', [a, b, ...feed])?.[0]).to.equal('Zaha Hadid');
    const c = story('c', 'متحف يعرض رسوم زها حديد', 'رسوم المعمارية زها حديد في بغداد.');
    const d = story('d', 'جناح جديد', 'صممته زها حديد قبل رحيلها.');
    expect(reasons(c, 'd', [c, d, ...feed])?.[0]).to.equal('زها حديد');
  });

  it('leave out what carried next to nothing', () => {
    const a = story('a', 'First', `${words('x', 99)} Walnut`);
    const b = story('b', 'Second', `${words('y', 99)} Walnut`);
    expect(reasons(a, 'b', [a, b, ...feed])).to.be.empty;
  });

  it('take no word for a name because it begins a sentence', () => {
    const a = story('a', 'Walnut harvest', 'After rain, walnut trees. They fall after May.');
    const b = story('b', 'Walnut cake', 'After that we bake.');
    expect(reasons(a, 'b', [a, b, ...feed])).to.deep.equal(['walnut']);
  });

  it('write a word small that has a capital in the headline only', () => {
    const a = story('a', 'Walnut Harvest Begins in Erbil', 'The harvest is early, say farmers in Erbil.');
    const b = story('b', 'A late harvest', 'Erbil waits.');
    expect(reasons(a, 'b', [a, b, ...feed])).to.have.members(['harvest', 'Erbil']);
  });

  it('join pieces of a script without blanks', () => {
    const a = story('a', '東京都で大規模な停電', '東京都は停電の原因を調べている。');
    const b = story('b', '停電で列車が止まる', '東京都によると復旧は夜になる。');
    expect(reasons(a, 'b', [a, b, ...feed])).to.have.members(['停電', '東京都']);
  });

  /** Two stories of the same body, among enough others to make its words rare. */
  const shared = (body: string, one = 'One headline', other = 'Another title', fields: Partial<Item> = {}) => {
    const [a, b] = [story('a', one, body, fields), story('b', other, `${body} ${body}`, fields)];
    return relatedItems([b, ...feed], {...a, related: ['b']}, {now})[0]?.reasons;
  };

  it('are never grammar, in any language', () => {
    expect(shared('في كل عام قبل إِلَى عن أيضًا فعلياً قبل ذلك', 'ماذا حدث فعلياً', 'إليك ما حدث قبل ذلك')).to.be.empty;
    expect(shared('Das war bereits so. Während es so war, blieb es so.', 'Was bleibt', 'Was war')).to.be.empty;
    expect(shared('O yılında oldu ve sonra yine oldu.', 'Bir şey', 'Başka şey')).to.be.empty;
    expect(shared('今年もよろしくお願いいたします、あけましておめでとう', 'あけました', 'よろしくお願い')).to.be.empty;
  });

  it('are no German nouns but those of both headlines', () => {
    const body = 'Er sprach im Rahmen der Feier von Mut.';
    expect(shared(body, 'Im Rahmen des Festes', 'Neues', {language: 'de'})).to.be.empty;
    expect(shared(`${body} Auch Imkerei wächst.`, 'Mehr Imkerei', 'Streit um Imkerei', {language: 'de'})).to.deep.equal(['Imkerei']); // prettier-ignore
  });

  it('are no words that have a capital because their headline has many', () => {
    expect(shared('We will see.', 'Regulators Approve Me Something', 'Senators Approve More Something')).to.be.empty;
  });

  it('are no months, and no phrase that says a word twice or more than three', () => {
    expect(shared('It was in Xember 2020.', 'It opens in Xember 2020', 'Late again')).to.be.empty;
    const form = 'Inscription Inscription obligatoire Formulaire Horaires Programme';
    for (const reason of shared(form, form, form) ?? []) {
      const parts = reason.split(' ');
      expect(parts.length).to.be.below(4);
      expect(new Set(parts).size).to.equal(parts.length);
    }
  });

  it('are nothing that many stories of the feed say', () => {
    const items = Array.from({length: 6}, (_, n) =>
      story(`n${n}`, `About Lisbon ${words(`x${n}`, 3)}`, 'It is in Lisbon.'),
    );
    expect(relatedItems([...items, ...feed], items[0], {now}).flatMap(({reasons}) => reasons)).not.to.include('Lisbon');
  });

  it('are tags as well, even short ones', () => {
    const a = story('a', 'Prices fall', '', {tags: ['oil', 'Trade']});
    const b = story('b', 'A pipeline', '', {tags: ['oil']});
    expect(reasons(a, 'b', [a, b, ...feed])).to.deep.equal(['oil']);
  });
});

describe('similarity', () => {
  it('gives a number from 0 to 1 for each item, in their order', () => {
    const numbers = similarity(bridge, feed);
    expect(numbers).to.have.length(feed.length);
    for (const number of numbers) expect(number).to.be.within(0, 1);
    expect(numbers[2]).to.equal(1);
    expect(numbers.indexOf(Math.max(...numbers.filter((_, index) => index !== 2)))).to.equal(3);
  });

  it('tells a stranger from a neighbour even when there is only one other story', () => {
    const [stranger = 1] = similarity(bridge, [bakery]);
    expect(stranger).to.be.below(0.3);
    expect(similarity(bridge, [ferry])[0]).to.be.above(stranger);
    expect(similarity(bridge, [bridge])[0]).to.be.closeTo(1, 1e-9);
  });

  it('is nothing where there are no words', () => {
    const blank = story('blank', '', '');
    expect(similarity(bridge, [blank, ferry])[0]).to.equal(0);
    expect(similarity(blank, [bridge, chess])).to.deep.equal([0, 0]);
    expect(similarity(bridge, [])).to.be.empty;
  });

  it('does not depend on what was ranked before', () => {
    const before = similarity(bridge, feed);
    similarity(
      school,
      Array.from({length: 50}, (_, n) => story(`n${n}`, `Mosul ${n} bridge`, 'Tigris ferry '.repeat(n))),
    );
    expect(similarity(bridge, [...feed])).to.deep.equal(before);
  });

  it('reads no more than the beginning of a text, so that a giant costs little', () => {
    const giant = story('giant', 'Zebra '.repeat(400), 'Mosul Tigris bridge '.repeat(900));
    const long = story('long', 'Zebra', `${'zebra '.repeat(400)} ${'Mosul Tigris bridge '.repeat(900)}`);
    expect(similarity(bridge, [giant, long, chess, school]).slice(0, 2)).to.deep.equal([0, 0]);
  });
});

describe('prepareItems', () => {
  it('lets other tasks run while it reads, and changes no ranking', async () => {
    const items = Array.from({length: 2000}, (_, n) =>
      story(`n${n}`, `Word${n} bridge`, `Mosul${n} and river${n} `.repeat(60)),
    );
    let other = 0;
    const timer = setInterval(() => other++);
    await prepareItems(items);
    clearInterval(timer);
    expect(other).to.be.above(0);
    expect(similarity(bridge, items)).to.deep.equal(similarity(bridge, items.map((item) => ({...item})))); // prettier-ignore
  });
});

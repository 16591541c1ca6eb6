/** All that reads XML, which is asked for at one go: from one file to the next, a slow network takes its time. */
export {parseAtom} from './formats/atom.js';
export {parseRss} from './formats/rss.js';
export {readXml} from './xml.js';

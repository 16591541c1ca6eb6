/** React with bodies from the feed. Rendering waits for the feed, and so comes after this. */
import DOMPurify from 'dompurify';
import './react.js';

window.sanitise = (html) => DOMPurify.sanitize(html);

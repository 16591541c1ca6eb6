/**
 * Finds words that readers would see or hear and that stand in the source instead of in a locale: in templates (`html`,
 * `svg`), in generated content (`css`), and in what is set on elements by script.
 */
import ts from 'typescript';

const TEMPLATES = new Set(['html', 'svg', 'mathml', 'staticHtml']);
/** Attributes that are shown or read out. */
const ATTRIBUTES =
  /^[.]?(aria-?(label|description|roledescription|valuetext|placeholder)|title|alt|placeholder|label|summary|textContent|innerText)$/i;
const SPOKEN_PROPERTIES =
  /^(aria(Label|Description|RoleDescription|ValueText|Placeholder)|title|alt|placeholder|label|textContent|innerText|outerText)$/;
const APPENDING = /^(append|prepend|before|after|replaceWith|replaceChildren|createTextNode)$/;
const LETTER = /\p{L}/u;
/** A character that no source has stands for what a template interpolates. */
const HOLE = '\ue000';

/**
 * @param {string} fileName
 * @param {string} text
 * @returns {{line: number, words: string}[]}
 */
export function wordsIn(fileName, text) {
  const file = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true);
  const found = [];
  const report = (node, words) => {
    if (LETTER.test(words))
      found.push({line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, words: words.trim()});
  };
  visit(file);
  return found;

  function visit(node) {
    if (ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag)) {
      if (TEMPLATES.has(node.tag.text)) template(node);
      if (node.tag.text === 'css') generated(node);
    }
    if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      ts.isPropertyAccessExpression(node.left) &&
      // `this.title` is the element's own.
      SPOKEN_PROPERTIES.test(node.left.name.text)
    )
      literals(node.right);
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const name = node.expression.name.text;
      const [first, second] = node.arguments;
      if (name === 'setAttribute' && second && ts.isStringLiteralLike(first) && ATTRIBUTES.test(first.text))
        literals(second);
      if (APPENDING.test(name)) node.arguments.forEach((argument) => isText(node, name) && literals(argument));
    }
    ts.forEachChild(node, visit);
  }

  /** `append` of a list or of form data takes keys, not text: two arguments and a first that is a literal. */
  function isText(call, name) {
    return name === 'createTextNode' || !(call.arguments.length === 2 && ts.isStringLiteralLike(call.arguments[0]));
  }

  function template(node) {
    const {template} = node;
    const spans = ts.isNoSubstitutionTemplateLiteral(template) ? [] : template.templateSpans;
    const markup = ts.isNoSubstitutionTemplateLiteral(template)
      ? template.text
      : template.head.text + spans.map(({literal}) => HOLE + literal.text).join('');
    let hole = 0;
    for (const {text, isSpoken} of pieces(markup)) {
      const shown = isSpoken ? text : '';
      report(node, decode(shown.replaceAll(HOLE, ' ')));
      for (const character of text) {
        if (character !== HOLE) continue;
        const span = spans[hole++];
        if (span && isSpoken) literals(span.expression);
      }
    }
  }

  /** What an expression may give: its own strings, not those it hands to functions. */
  function literals(node) {
    if (ts.isStringLiteralLike(node)) report(node, node.text);
    else if (ts.isTemplateExpression(node)) {
      report(node, [node.head.text, ...node.templateSpans.map(({literal}) => literal.text)].join(' '));
      node.templateSpans.forEach(({expression}) => literals(expression));
    } else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(literals);
    else if (ts.isBinaryExpression(node)) {
      const {kind} = node.operatorToken;
      if (kind === ts.SyntaxKind.AmpersandAmpersandToken) literals(node.right);
      else if ([ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.PlusToken].includes(kind))
        [node.left, node.right].forEach(literals);
    } else if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) literals(node.expression);
    else if (ts.isArrayLiteralExpression(node)) node.elements.forEach(literals);
  }

  function generated(node) {
    for (const [, content] of node.template.getText().matchAll(/(?<![-\w])content:\s*([^;}]*)/g))
      for (const [, , string = ''] of content
        .replace(/\b(?:attr|counters?|var)\([^)]*\)/g, '')
        .matchAll(/(["'])(.*?)\1/g))
        report(node, string.replace(/\\\\?[0-9a-f]{1,6}/gi, ''));
  }
}

/** Text and attribute values of markup, in order; the rest (names, other attributes, comments) as what is not spoken. */
function* pieces(markup) {
  const TAG = /<!--[\s\S]*?-->|<\/?[a-z\ue000][^\s>/]*((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
  let end = 0;
  for (const tag of markup.matchAll(TAG)) {
    yield {text: markup.slice(end, tag.index), isSpoken: true};
    end = tag.index + tag[0].length;
    if (tag[0].startsWith('<!--')) {
      yield {text: tag[0], isSpoken: false};
      continue;
    }
    const attributes = tag[1] ?? '';
    yield {text: tag[0].slice(0, tag[0].indexOf(attributes)), isSpoken: false};
    const ATTRIBUTE = /([^\s=>"'/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]+))?/g;
    for (const [, name, value = ''] of attributes.matchAll(ATTRIBUTE)) {
      yield {text: name, isSpoken: false};
      yield {text: value.replace(/^["']|["']$/g, ''), isSpoken: ATTRIBUTES.test(name)};
    }
  }
  yield {text: markup.slice(end), isSpoken: true};
}

/** `&nbsp;` has letters that nobody reads. */
function decode(text) {
  return text.replace(/&#?\w+;/g, ' ');
}

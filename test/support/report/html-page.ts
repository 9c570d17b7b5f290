/** What holds of every page in HTML: its tags are ours, they close in order, and nothing in it comes from elsewhere. */

const VOID: ReadonlySet<string> = new Set(['meta', 'input', 'path', 'rect']);
const TAGS: ReadonlySet<string> = new Set(
  `a article b body button circle code datalist dd defs details div dl dt figcaption figure form g h1 h2 h3 h4 head header html
  label li main marker ol option p pre section small span style script summary svg table tbody td text th thead title tr ul`
    .split(/\s+/)
    .concat(...VOID),
);
const ATTRIBUTES: ReadonlySet<string> = new Set(
  `aria-hidden aria-label aria-labelledby aria-live autocomplete charset class content d data-end data-paths height hidden href
  http-equiv id lang list marker-end markerHeight markerUnits markerWidth name orient placeholder refX refY rel role rx scope spellcheck
  tabindex type value viewBox width x y`.split(/\s+/),
);
const OUR_LINK =
  /^(#[\w-]+|https:\/\/(github\.com\/OWNER\/cce-plan-guard|docs\.otc\.t-systems\.com)\/[\w./#-]*)$/;
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[\w-]+(?:="[^"<>]*")?)*)\s*(\/?)>/gi;

/** What is wrong with a page, as sentences. */
export function htmlProblems(page: string): readonly string[] {
  const problems: string[] = [];
  const body = page
    .replace(/^<!doctype html>\n/, '')
    .replaceAll(/<!-- [\w .,:()-]* -->/g, '')
    .replaceAll(/(<(script|style)\b[^>]*>)[^]*?(<\/\2>)/g, '$1$3');
  const text = body.replaceAll(TAG, '');
  if (/[<>]/.test(text)) problems.push(`no tag of ours: ${/.{0,40}[<>].{0,60}/.exec(text)?.[0] ?? ''}`);
  if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(body)) problems.push('an ampersand is not escaped');
  const open: string[] = [];
  for (const [, end, name = '', attributes = '', isClosed] of body.matchAll(TAG)) {
    if (!TAGS.has(name)) problems.push(`tag ${name}`);
    for (const [, attribute = '', , value = ''] of attributes.matchAll(/([\w-]+)(="([^"]*)")?/g)) {
      if (!ATTRIBUTES.has(attribute)) problems.push(`attribute ${attribute} of ${name}`);
      if (attribute === 'href' && !OUR_LINK.test(value)) problems.push(`link ${value}`);
    }
    if (end === '/') {
      const last = open.pop();
      if (last !== name) problems.push(`${last ?? 'nothing'} ends as ${name}`);
    } else if (isClosed === '' && !VOID.has(name)) open.push(name);
  }
  if (open.length > 0) problems.push(`not closed: ${open.join(' ')}`);
  return problems.slice(0, 10);
}

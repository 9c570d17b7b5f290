import type { ExplainedPart, Explanation } from '../../report/explanation.js';
import { type PathState, TIMES } from '../../explain/lots.js';
import { askedWords, lotWords, reasonWords, stateWords } from '../../report/words/explain-words.js';
import { must } from '../../result.js';
import { hang, type Paint, pad, paintOf, widest, wrap } from './page.js';
import { terminalText } from './terminal-text.js';
import { MIN_WIDTH, type TextOptions, WIDTH } from './text.js';

/** The explanation for a terminal: the packets, then what becomes of them, each part by itself. */
export function renderExplanation(explanation: Explanation, { colors, width = WIDTH }: TextOptions): string {
  const paint = paintOf(colors);
  const columns = Math.max(MIN_WIDTH, width);
  const [head, ...more] = wrap(terminalText(askedWords(explanation)), columns);
  const { parts } = explanation;
  const body =
    parts.length === 0
      ? [['  nothing is asked: one of the ends has no address and no group at any time']]
      : parts.map((part) => [
          ...(parts.length > 1
            ? wrap(terminalText(lotWords(part), PART_LENGTH), columns - 2).map((line) => `  ${line}`)
            : []),
          ...partLines(part, parts.length > 1 ? '    ' : '  ', { paint, columns }),
        ]);
  const paragraphs = [[head, ...more].map(paint.strong), ...body];
  return `${paragraphs.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const PART_LENGTH = 400;
const REASON_LENGTH = 600;

interface Sheet {
  readonly paint: Paint;
  readonly columns: number;
}

const COLORS: Readonly<Record<PathState, keyof Paint>> = {
  allowed: 'good',
  dropped: 'critical',
  undecided: 'warning',
  absent: 'weak',
};

/** A line a time, and more where there is more than one reason. */
function partLines(part: ExplainedPart, indent: string, { paint, columns }: Sheet): readonly string[] {
  const { states } = part;
  const words = TIMES.map((time) => terminalText(stateWords(part, time)));
  const width = widest(words);
  let last = '';
  return TIMES.flatMap((time, i) => {
    const state = must(words[i], 'a word a time');
    const reasons = reasonWords(part, time).map((reason) => terminalText(reason, REASON_LENGTH));
    const said = [state, ...reasons].join('\n');
    const shown = said === last ? ['as before'] : reasons;
    last = said;
    const lead = `${indent}${pad(time, 9)}${pad(state, width + 3)}`;
    const lines = shown.flatMap((reason, at) =>
      hang(at === 0 ? lead : ' '.repeat(lead.length), reason, columns),
    );
    const [first = lead.trimEnd(), ...others] = lines;
    return [first.replace(state, () => paint[COLORS[states[time]]](state)), ...others];
  });
}

/** Jest starts with the largest files when it has no times of an earlier run; those that fuzz, and of laws, are small and long. */
import Sequencer from '@jest/test-sequencer';

export default class LawsFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => ['/test/fuzz/', '/test/laws/', '/'].findIndex((part) => path.includes(part));
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
}

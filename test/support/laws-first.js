/** Jest starts with the largest files when it has no times of an earlier run; those that fuzz, and of laws, are small and long, and two of them take longer than all others. */
import Sequencer from '@jest/test-sequencer';

const ORDER = ['/test/fuzz/pipe.', '/test/laws/differential.', '/test/fuzz/', '/test/laws/', '/'];

export default class LawsFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => ORDER.findIndex((part) => path.includes(part));
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
}

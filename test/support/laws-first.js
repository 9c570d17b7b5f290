/** Jest starts with the largest files when it has no times of an earlier run; those of the laws are small and long. */
import Sequencer from '@jest/test-sequencer';

export default class LawsFirst extends Sequencer {
  sort(tests) {
    const isLaw = ({ path }) => path.includes('/test/laws/');
    const sorted = super.sort(tests);
    return [...sorted.filter(isLaw), ...sorted.filter((test) => !isLaw(test))];
  }
}

/**
 * Jest's environment for Node, with globals that cost nothing. Jest looks up each `Map` or `Math` of a test and of the
 * sources in a proxy, behind an interceptor of V8: that is most of the time of a test that computes. A context that is
 * not contextified has globals of its own, as apart from those of other test files as before.
 */
import vm from 'node:vm';

import { TestEnvironment } from 'jest-environment-node';

export default class PlainGlobals extends TestEnvironment {
  constructor(...how) {
    const { createContext } = vm;
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(...how);
    } finally {
      vm.createContext = createContext;
    }
  }
}

import jest from '../../jest.config.mjs';

// Only when asked for: `npm run mutation`, `npm run mutation -- -t review`.
export default {
  ...jest,
  rootDir: '../..',
  roots: ['<rootDir>/test/mutation'],
  testRegex: '\\.mutation\\.ts$',
};

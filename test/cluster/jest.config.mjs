import jest from '../../jest.config.mjs';

// Only when asked for: `npm run cluster`. Some minutes.
export default {
  ...jest,
  rootDir: '../..',
  roots: ['<rootDir>/test/cluster'],
  testRegex: '\\.cluster\\.ts$',
};

export { temporaryFile } from './temporary.fixtures.js';

export { type TestWorld, testWorld } from './memory-world.js';

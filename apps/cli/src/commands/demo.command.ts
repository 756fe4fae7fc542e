import type { Command } from 'commander';
export const demoCommand = (program: Command): void => void program.command('demo');

import { choiceSetting, numberSetting, SettingError, textSetting } from './environment.js';

const PORTS = { min: 0, max: 65_535 };

describe('settings', () => {
  it('take the default for what is absent or empty', () => {
    expect(textSetting({}, 'A', 'x')).toBe('x');
    expect(numberSetting({ A: ' ' }, 'A', 3000, PORTS)).toBe(3000);
    expect(choiceSetting({ A: '' }, 'A', ['a', 'b'], 'b')).toBe('b');
  });

  it('take what is given', () => {
    expect(textSetting({ A: ' ./data ' }, 'A', 'x')).toBe('./data');
    expect(numberSetting({ A: '0' }, 'A', 3000, PORTS)).toBe(0);
    expect(choiceSetting({ A: 'a' }, 'A', ['a', 'b'], 'b')).toBe('a');
  });

  it.each(['65536', '-1', '3000.5', 'x', '0x10', '1e3'])('refuse %s as a port', (value) => {
    expect(() => numberSetting({ A: value }, 'A', 3000, PORTS)).toThrow(SettingError);
  });

  it('say in both languages which choices there are', () => {
    const choose = () => choiceSetting({ MODE: 'prod' }, 'MODE', ['production', 'demo'], 'demo');
    expect(choose).toThrow('MODE: one of production, demo is needed, not "prod"');
  });
});
